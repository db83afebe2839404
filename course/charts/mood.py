"""The mood of one conversation as a line, with the steps of the chain below it."""

import io
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.charts.style import Style, style
from course.scenarios import MOODS, mood_word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STEPS = {
    "listen": "listened",
    "acknowledge": "acknowledged",
    "apologise": "apologised",
    "own": "took it on",
    "solve": "solved",
    "follow_up": "followed up",
}
# Down for worse, up for better, filled for more: a shape for those who cannot tell the colours.
MARKERS = (("v", True), ("v", False), ("o", True), ("^", False), ("^", True))


class MoodRow(Struct, frozen=True, kw_only=True):
    """One line of the agent's and what it did."""

    turn: int
    """From 1."""
    text: str
    then: str
    """What was said to it; empty where nothing was."""
    mood: float
    """0 to 100, after the line."""
    settled: float
    """0 to 100, once promises that fell due after the line were kept or broken."""
    later: str = ""
    """Time that passed after it."""
    by: str = ""
    """Who said `then`, where it was not the customer."""


class MoodStory(Struct, frozen=True, kw_only=True):
    """One conversation, ready to draw."""

    name: str
    start: float
    rows: tuple[MoodRow, ...]
    steps: tuple[tuple[str, int | None], ...]
    """Steps that the case called for, each with the line that took it, or None."""
    lowest: int | None
    """The line after which the mood was lowest; None before the first."""
    finding: str
    """The alternative text: what the picture shows, in a sentence."""


def path(story: MoodStory) -> list[tuple[float, float]]:
    """The corners of the line: where it starts, each turn, and each drop or rise in between.

    >>> row = MoodRow(turn=1, text="", then="", mood=50, settled=20, later="Two days later")
    >>> path(MoodStory(name="A", start=40, rows=(row,), steps=(), lowest=1, finding=""))
    [(0, 40), (1, 50), (1.5, 20)]
    """
    points: list[tuple[float, float]] = [(0, story.start)]
    for row in story.rows:
        points.append((row.turn, row.mood))
        if abs(row.settled - row.mood) > 0.5:
            points.append((row.turn + 0.5, row.settled))
    return points


def dips(story: MoodStory) -> bool:
    """Whether there is a lowest point, below the start and before the end, worth its own words."""
    line = path(story)
    here = [point for point in line if int(point[0]) == story.lowest]
    return bool(here) and here[-1][1] < story.start and here[-1] != line[-1]


def word_at(mood: float) -> int:
    """Which of the five words a mood of 0 to 100 has, from 0.

    >>> [word_at(mood) for mood in (0, 20, 59.9, 100)]
    [0, 1, 2, 4]
    """
    return MOODS.index(mood_word(mood))


@lru_cache(maxsize=32)
def draw(story: MoodStory, *, dark: bool = False, narrow: bool = False) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    >>> row = MoodRow(turn=1, text="", then="So?", mood=50, settled=50)
    >>> draw(MoodStory(name="A", start=40, rows=(row,), steps=(), lowest=1, finding=""))[:4]
    b'\\x89PNG'
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    colours = style(dark=dark)
    width = 3.5 if narrow else 6.8
    below = 0.26 * len(story.steps) + 0.34
    height = (2.9 if dips(story) else 2.55) + below
    figure = Figure(figsize=(width, height), dpi=200, facecolor=colours.page)
    FigureCanvasAgg(figure)
    left = 1.1 / width
    wide = 1 - left - 0.16 / width
    upper = figure.add_axes((left, below / height, wide, 1 - below / height))
    lower = figure.add_axes((left, 0, wide, below / height))
    end = max(x for x, _ in path(story))
    for axes in (upper, lower):
        axes.set_facecolor(colours.page)
        axes.set_xlim(-0.3, max(end, 1) + 0.3)
        axes.set_xticks([])
        axes.set_yticks([])
        for spine in axes.spines.values():
            spine.set_visible(False)
    _mood(upper, story, colours, narrow=narrow)
    _steps(lower, story, colours)
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=colours.page, metadata={"Software": None})
    return out.getvalue()


def _mood(axes: "Axes", story: MoodStory, colours: Style, *, narrow: bool) -> None:
    axes.set_ylim(-28 if dips(story) else -6, 152)
    axes.axhline(0, color=colours.line, linewidth=1, zorder=0)
    low, high = axes.get_xlim()
    for step, word in enumerate(MOODS):
        axes.text(low, 20 * step + 10, f"{word}  ", ha="right", va="center", fontsize=9,
                  color=colours.moods[step], fontweight="bold")  # fmt: skip
    points = path(story)
    axes.plot(*zip(*points, strict=True), color=colours.quiet, linewidth=1.6, zorder=1)
    last = points[-1]
    after = {int(x): (x, y) for x, y in points}
    lowest, fell = after[story.lowest or 0], dips(story)
    for point in points:
        _point(axes, point, colours, large=point == last or (fell and point == lowest))
    _pauses(axes, story, colours, room=(high - low) * 0.069 / (2.2 if narrow else 5.5))
    rows = {row.turn: row for row in story.rows}
    wrap = 31 if narrow else 52
    if fell:
        _quote(axes, lowest, rows.get(int(lowest[0])), "Lowest", colours, wrap, above=False)
    _quote(axes, last, rows.get(int(last[0])), "End", colours, wrap, above=True)
    axes.set_xlim(low, high)


def _pauses(axes: "Axes", story: MoodStory, colours: Style, *, room: float) -> None:
    """Time that passed between two lines: a rule, and how long where there is room to say it.

    `room` is what one letter takes up on the axis.
    """
    low, _ = axes.get_xlim()
    later = [row for row in story.rows if row.later]
    rules = [row.turn + 0.5 for row in later]
    for x, row in zip(rules, later, strict=True):
        axes.plot([x] * 2, [0, 114], color=colours.line, linewidth=1, zorder=0)
        words = textwrap.shorten(row.later.split(".")[0], 40, placeholder=" …")
        start = x - (len(words) + 2) * room
        if start >= max([low, *(one for one in rules if one < x)]):
            axes.text(x, 107, f"{words}  ", ha="right", va="bottom", fontsize=8,
                      color=colours.quiet)  # fmt: skip


def _point(axes: "Axes", point: tuple[float, float], colours: Style, *, large: bool) -> None:
    step = word_at(point[1])
    marker, filled = MARKERS[step]
    axes.plot(*point, marker=marker, markersize=9 if large else 6.5, color=colours.moods[step],
              markerfacecolor=colours.moods[step] if filled else colours.page,
              markeredgewidth=1.6, zorder=3)  # fmt: skip


def _quote(
    axes: "Axes", point: tuple[float, float], row: MoodRow | None, name: str, colours: Style,
    wrap: int, *, above: bool,
) -> None:  # fmt: skip
    """The words said, clear of the line: the end above the plot, the worst moment below it."""
    low, high = axes.get_xlim()
    said = f"‘{row.then}’" if row and row.then else "nothing more was said"
    whose = f"{name}, {row.by}" if row and row.by else name
    lines = textwrap.wrap(f"{whose}: {said}", wrap, max_lines=2, placeholder=" …’")
    y = 122 if above else -6
    share = (point[0] - low) / (high - low)
    side: Any = "left" if share < 0.3 else "right" if share > 0.7 else "center"
    x = {"left": min(point[0], low + 0.02 * (high - low)), "right": high, "center": point[0]}[side]
    axes.plot([point[0]] * 2, [point[1] + (4 if above else -4), 120 if above else -4],
              color=colours.quiet, linewidth=0.8, zorder=0)  # fmt: skip
    axes.text(x, y, "\n".join(lines), ha=side, va="bottom" if above else "top", fontsize=9,
              color=colours.ink, linespacing=1.35)  # fmt: skip


def _steps(axes: "Axes", story: MoodStory, colours: Style) -> None:
    """A row for each step, marked under the line that took it; the last row numbers the lines."""
    rows = len(story.steps)
    axes.set_ylim(-0.95, rows - 0.3)
    low, _ = axes.get_xlim()
    for place, (step, turn) in enumerate(story.steps):
        y = rows - 1 - place
        axes.text(low, y, f"{STEPS[step]}  ", ha="right", va="center", fontsize=8.5,
                  color=colours.ink if turn else colours.quiet)  # fmt: skip
        if turn:
            axes.plot(turn, y, marker="o", markersize=6, color=colours.accent)
        else:
            axes.text(low, y, "not this time", ha="left", va="center", fontsize=8.5,
                      color=colours.quiet)  # fmt: skip
    axes.text(low, -0.75, "your line  ", ha="right", va="center", fontsize=8.5, color=colours.quiet)
    for row in story.rows:
        axes.text(row.turn, -0.75, str(row.turn), ha="center", va="center", fontsize=8.5,
                  color=colours.quiet)  # fmt: skip
