"""The moods of two roads that part at one line of a conversation, in one picture."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from course.charts.mood import MARKERS, MoodStory, path, word_at
from course.charts.style import Style, style
from course.scenarios import MOODS

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@lru_cache(maxsize=32)
def draw_two(
    first: MoodStory, now: MoodStory, *, dark: bool = False, narrow: bool = False
) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    The first road is in ink and the other in accent; each has its name at its end.

    >>> from course.charts.mood import MoodRow
    >>> row = MoodRow(turn=1, text="", then="So?", mood=50, settled=50)
    >>> one = MoodStory(name="A", start=40, rows=(row,), steps=(), lowest=1, finding="")
    >>> draw_two(one, one)[:4]
    b'\\x89PNG'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    colours = style(dark=dark)
    width = 3.5 if narrow else 6.8
    figure = Figure(figsize=(width, 2.8), dpi=200, facecolor=colours.page)
    FigureCanvasAgg(figure)
    left, right = 0.75 / width, 1.15 / width
    axes = figure.add_axes((left, 0, 1 - left - right, 1))
    axes.set_facecolor(colours.page)
    end = max(x for one in (first, now) for x, _ in path(one))
    axes.set_xlim(-0.3, max(end, 1) + 0.1)
    axes.set_ylim(-30, 122)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.axhline(0, color=colours.line, linewidth=1, zorder=0)
    low, _ = axes.get_xlim()
    for step, word in enumerate(MOODS):
        axes.text(low, 20 * step + 10, f"{word}  ", ha="right", va="center", fontsize=9,
                  color=colours.moods[step], fontweight="bold")  # fmt: skip
    # Where the roads are one, the first lies on top, in ink.
    _road(axes, now, colours.accent, colours, order=1)
    _road(axes, first, colours.ink, colours, order=2)
    for (x, y, side), name, road, colour in zip(
        _names(now, first, end), ("Now", "First"), (now, first),
        (colours.accent, colours.ink), strict=True,
    ):  # fmt: skip
        word = MOODS[word_at(path(road)[-1][1])]
        axes.annotate(f"{name}: {word}", (x, y), xytext=(8 if side == "beside" else 0, 0),
                      textcoords="offset points", ha="left" if side == "beside" else "center",
                      va={"beside": "center", "above": "bottom", "below": "top"}[side],
                      fontsize=9, color=colour, fontweight="bold", annotation_clip=False,
                      zorder=6)  # fmt: skip
    axes.text(low, -23, "your line  ", ha="right", va="center", fontsize=8.5, color=colours.quiet)
    for row in max(first.rows, now.rows, key=len):
        axes.text(row.turn, -23, str(row.turn), ha="center", va="center", fontsize=8.5,
                  color=colours.quiet)  # fmt: skip
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=colours.page, metadata={"Software": None})
    return out.getvalue()


CLEAR = 11
"""Points of mood between two names, so that both can be read."""


def _names(now: MoodStory, first: MoodStory, end: float) -> list[tuple[float, float, str]]:
    """Where the name of each road stands: beside its end, or clear of a road that goes on."""
    (x, y), (there, height) = path(now)[-1], path(first)[-1]
    if end - min(x, there) < 1:
        middle, apart = (y + height) / 2, max(abs(y - height), CLEAR) / 2
        up = 1 if y >= height else -1
        return [(end, middle + up * apart, "beside"),
                (end, middle - up * apart, "beside")]  # fmt: skip
    return [_name(path(now)[-1], first, end), _name(path(first)[-1], now, end)]


def _name(at: tuple[float, float], other: MoodStory, end: float) -> tuple[float, float, str]:
    """Where one name stands, whose road ends there while the other goes on, or has ended."""
    x, mood = at
    if end - x < 1:
        return x, mood, "beside"
    if mood >= [point for place, point in path(other) if place <= x][-1]:
        return x, mood + 9, "above"
    # Under the lowest mood it stands clear of the baseline.
    return x, -5 if mood < 22 else mood - 9, "below"


def _road(axes: "Axes", story: MoodStory, colour: str, colours: Style, *, order: int) -> None:
    """One line with a shape for each mood."""
    points = path(story)
    axes.plot(*zip(*points, strict=True), color=colour, linewidth=1.8, zorder=order)
    for x, y in points:
        marker, filled = MARKERS[word_at(y)]
        axes.plot(x, y, marker=marker, markersize=6.5, color=colour, markeredgewidth=1.6,
                  markerfacecolor=colour if filled else colours.page, clip_on=False,
                  zorder=order + 2)  # fmt: skip
