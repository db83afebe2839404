"""In JupyterLab: a road from a line taken back is found as it was left, and played to its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.answers import open_session
from course.exercises import specimens
from course.lab import serve
from tests.browser.conftest import READY, only, open_course
from tests.browser.hands import Keyboard, say_lines
from tests.pages import built
from tests.shipped import load_course

pytestmark = pytest.mark.browser
NAME = "daughter-calls"
NOTEBOOK = "needs.ipynb"
SLOW = 30_000


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    return only(NAME, "needs", tmp_path / "notebooks")


def on_the_road(page: Page, lines: int) -> None:
    page.wait_for_selector(READY, timeout=60_000)
    expect(page.get_by_text("You took line 1 back.")).to_be_visible(timeout=SLOW)
    expect(page.locator(".cc-bubble.cc-mine")).to_have_count(lines, timeout=SLOW)


def test_after_a_reload_a_restart_and_a_power_cut(
    notebooks: Path, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    folder = tmp_path / "care"
    item = load_course().find(NAME)
    assert item is not None
    answers = {one.name: list(one.answer) for one in specimens(item)}
    best, worst = answers["right"], answers["wrong"]
    assert best[0] != worst[0]
    with serve(folder, built=built(notebooks, ("needs",))) as running:
        open_session(load_course(), folder).answer(NAME, worst)
        page = open_course(new_page(390, reduced_motion="reduce"), running, NOTEBOOK)
        hands = Keyboard(page)
        section = hands.section(NAME)
        hands.press(section.locator('[data-back="1"]'))
        on_the_road(page, 0)
        say_lines(hands, section, best[:2], "I would say it in my own words.")
        page.evaluate("sessionStorage.clear()")

        page.reload()
        on_the_road(page, 2)

        (session,) = running.request("GET", "api/sessions")
        running.request("POST", f"api/kernels/{session['kernel']['id']}/restart", timeout=60)
        page.wait_for_selector("body:not([data-course-ready])", timeout=60_000)
        on_the_road(page, 2)

        assert running.process is not None
        running.process.kill()
        page.close()
    with serve(folder, built=built(notebooks, ("needs",))) as running:
        page = open_course(new_page(390, reduced_motion="reduce"), running, NOTEBOOK)
        on_the_road(page, 2)
        hands = Keyboard(page)
        section = hands.section(NAME)
        rest = best[2:]
        say_lines(hands, section, rest[:-1], "I would say it in my own words.")
        hands.say_line(section, rest[-1])
        head = section.get_by_role("heading", name="Two roads from your line 1")
        expect(head).to_be_focused(timeout=SLOW)
        expect(head).to_be_in_viewport()
        expect(
            section.get_by_role("img", name="From line 1 on, the two roads are different.")
        ).to_be_visible(timeout=SLOW)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    [attempt] = open_session(load_course(), folder).history(NAME).attempts
    assert list(attempt.answer) == worst, "the first road stays the try that is marked"
