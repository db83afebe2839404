"""A few amounts as bars below each other, each with its name above it; some with a range."""

from functools import lru_cache

from msgspec import Struct

from course.charts.canvas import bare, blank, png
from course.charts.style import style


class Bar(Struct, frozen=True, kw_only=True):
    """One amount."""

    name: str
    value: float
    label: str
    """The amount as it is written."""
    range: tuple[float, float] | None = None
    """Between what it may lie."""
    strong: bool = False
    """Whether this is the one that the others are held against."""


class Bars(Struct, frozen=True, kw_only=True):
    """Bars from the top down, on one scale that begins at 0 or below."""

    bars: tuple[Bar, ...]


@lru_cache(maxsize=64)
def draw_bars(story: Bars, *, dark: bool = False, narrow: bool = False) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    >>> draw_bars(Bars(bars=(Bar(name="all", value=60, label="60"),)))[:4]
    b'\\x89PNG'
    """
    colours = style(dark=dark)
    width, height = 3.5 if narrow else 6.8, 0.52 * len(story.bars) + 0.12
    figure = blank(width, height, colours)
    axes = figure.add_axes((0.02, 0, 0.96, 1))
    bare(axes, colours)
    ends = [end for bar in story.bars for end in (bar.value, *(bar.range or ()))]
    least, most = min(0.0, *ends), max(0.0, *ends)
    room = (most - least or 1.0) * (0.34 if narrow else 0.2)
    axes.set_xlim(least, most + room)
    axes.set_ylim(-0.55, len(story.bars) - 0.35)
    for place, bar in enumerate(reversed(story.bars)):
        colour = colours.accent if bar.strong else colours.line
        axes.barh(place - 0.12, bar.value, height=0.4, color=colour, zorder=1)
        axes.annotate(bar.name, (least, place + 0.3), xytext=(4, 0), textcoords="offset points",
                      ha="left", va="center", fontsize=9.5, color=colours.ink)  # fmt: skip
        end = max(0.0, bar.value)
        if bar.range:
            axes.plot(bar.range, [place - 0.12] * 2, color=colours.ink, linewidth=1.4, zorder=2)
            end = max(end, bar.range[1])
        axes.text(end, place - 0.12, f"  {bar.label}", ha="left", va="center", fontsize=10,
                  color=colours.ink, fontweight="bold" if bar.strong else "normal")  # fmt: skip
    axes.axvline(0, color=colours.quiet, linewidth=0.9, zorder=3)
    return png(figure)
