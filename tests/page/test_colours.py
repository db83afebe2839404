"""The page and the pictures share one set of colours, and all of it can be read."""

import re

import pytest

from course.charts.style import style
from course.page.modules import asset

RULE = re.compile(r"--cc-([a-z0-9-]+):\s*(#[0-9A-F]{6})")


def tokens(*, dark, more=False):
    """The colours of one ground; `more` where the reader asks for more contrast."""
    usual, added = asset("page/static/tokens.css").split("@media (prefers-contrast: more)")
    parts = (usual, added) if more else (usual,)
    return {
        name: colour
        for part in parts
        for name, colour in RULE.findall(part.split('[data-jp-theme-light="false"]')[dark])
    }


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    low = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * low[0] + 0.7152 * low[1] + 0.0722 * low[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_pictures_use_the_pages_colours(dark):
    page, picture = tokens(dark=dark), style(dark=dark)
    for name in ("page", "ink", "quiet", "line", "accent"):
        assert getattr(picture, name) == page[name]
    assert picture.moods == tuple(page[f"mood-{step}"] for step in range(1, 6))


@pytest.mark.parametrize("dark", [False, True])
def test_whoever_asks_for_more_contrast_gets_it(dark):
    page = tokens(dark=dark, more=True)
    for ground in ("page", "panel", "tint"):
        for text in ("ink", "quiet", "accent"):
            assert contrast(page[text], page[ground]) >= 7, (text, ground)
        assert contrast(page["line"], page[ground]) >= 4.5
    assert contrast(page["accent"], page["on-accent"]) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_every_ground(dark):
    page = tokens(dark=dark)
    for ground in ("page", "panel", "tint"):
        for text in ("ink", "quiet", "accent"):
            assert contrast(page[text], page[ground]) >= 4.5, (text, ground)
    assert contrast(page["accent"], page["on-accent"]) >= 4.5
    for step in range(1, 6):
        assert contrast(page[f"mood-{step}"], page["page"]) >= 4.5
