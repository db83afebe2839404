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
    figure = Figure(figsize=(width, 2.6), dpi=200, facecolor=colours.page)
    FigureCanvasAgg(figure)
    left = 0.75 / width
    axes = figure.add_axes((left, 0, 1 - left - 0.16 / width, 1))
    axes.set_facecolor(colours.page)
    end = max(x for one in (first, now) for x, _ in path(one))
    axes.set_xlim(-0.3, max(end, 1) + 0.3)
    axes.set_ylim(-24, 124)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.axhline(0, color=colours.line, linewidth=1, zorder=0)
    low, _ = axes.get_xlim()
    for step, word in enumerate(MOODS):
        axes.text(low, 20 * step + 10, f"{word}  ", ha="right", va="center", fontsize=9,
                  color=colours.moods[step], fontweight="bold")  # fmt: skip
    upper = now if path(now)[-1][1] >= path(first)[-1][1] else first
    # Where the roads are one, the first lies on top, in ink.
    _road(axes, now, "Now", colours.accent, colours, above=upper is now, order=1)
    _road(axes, first, "First", colours.ink, colours, above=upper is first, order=2)
    axes.text(low, -14, "your line  ", ha="right", va="center", fontsize=8.5, color=colours.quiet)
    for row in max(first.rows, now.rows, key=len):
        axes.text(row.turn, -14, str(row.turn), ha="center", va="center", fontsize=8.5,
                  color=colours.quiet)  # fmt: skip
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=colours.page, metadata={"Software": None})
    return out.getvalue()


def _road(
    axes: "Axes", story: MoodStory, name: str, colour: str, colours: Style, *, above: bool,
    order: int,
) -> None:  # fmt: skip
    """One line with a shape for each mood, and its name at its end."""
    points = path(story)
    axes.plot(*zip(*points, strict=True), color=colour, linewidth=1.8, zorder=order)
    for x, y in points:
        marker, filled = MARKERS[word_at(y)]
        axes.plot(x, y, marker=marker, markersize=6.5, color=colour, markeredgewidth=1.6,
                  markerfacecolor=colour if filled else colours.page, zorder=order + 2)  # fmt: skip
    x, y = points[-1]
    low, high = axes.get_xlim()
    share = (x - low) / (high - low)
    axes.text(min(x, high), y + (9 if above else -9), f"{name}: {MOODS[word_at(y)]}",
              ha="right" if share > 0.7 else "center", va="bottom" if above else "top",
              fontsize=9, color=colour, fontweight="bold", zorder=6)  # fmt: skip
