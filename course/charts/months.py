"""A score month by month: its line, its intervals, and the limits of chance as a band."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.charts.canvas import bare, blank, png
from course.charts.style import Style, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class MonthPoint(Struct, frozen=True, kw_only=True):
    """One month."""

    month: int
    """Counted from year 0."""
    name: str
    """``Nov 2025``."""
    value: float
    low: float
    high: float
    label: str
    """The value as it is written beside its point."""
    limit_low: float | None = None
    limit_high: float | None = None
    signal: str = ""
    """``above`` or ``below`` its limits, ``shift`` in a long run on one side, or empty."""
    few: bool = False
    """Stands on too few to say much: drawn hollow."""


class MonthStory(Struct, frozen=True, kw_only=True):
    """A score over time, ready to draw."""

    name: str
    unit: str
    points: tuple[MonthPoint, ...]
    centre: float | None = None
    from_zero: bool = False
    scale: tuple[float, float] | None = None
    """The ends of the scale, where it has two: nothing is drawn beyond them."""
    gaps: tuple[int, ...] = ()
    """Months without a score, counted from year 0."""


def pieces(story: MonthStory) -> list[list[MonthPoint]]:
    """The points in runs of months without a gap, so that no line bridges a missing month.

    >>> one = MonthPoint(month=1, name="", value=1, low=0, high=2, label="")
    >>> three = MonthPoint(month=3, name="", value=1, low=0, high=2, label="")
    >>> [len(run) for run in pieces(MonthStory(name="", unit="", points=(one, three)))]
    [1, 1]
    """
    made: list[list[MonthPoint]] = []
    for point in story.points:
        if made and made[-1][-1].month == point.month - 1:
            made[-1].append(point)
        else:
            made.append([point])
    return made


def runs(months: tuple[int, ...]) -> list[list[int]]:
    """Months in unbroken runs.

    >>> runs((3, 4, 7))
    [[3, 4], [7]]
    """
    made: list[list[int]] = []
    for month in months:
        if made and made[-1][-1] == month - 1:
            made[-1].append(month)
        else:
            made.append([month])
    return made


def labelled(story: MonthStory) -> list[MonthPoint]:
    """The points whose value is written beside them: those outside the limits, and the last."""
    out = [point for point in story.points if point.signal in ("above", "below")]
    last = list(story.points[-1:])
    return out + [point for point in last if point not in out]


@lru_cache(maxsize=64)
def draw_months(story: MonthStory, *, dark: bool = False, narrow: bool = False) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    >>> point = MonthPoint(month=1, name="Jan 2025", value=1, low=0, high=2, label="1")
    >>> draw_months(MonthStory(name="CSAT", unit="%", points=(point,)))[:4]
    b'\\x89PNG'
    """
    colours = style(dark=dark)
    width, height = (3.5, 2.5) if narrow else (6.8, 2.7)
    figure = blank(width, height, colours)
    left, right, bottom = 0.5 / width, 0.62 / width, 0.36 / height
    axes = figure.add_axes((left, bottom, 1 - left - right, 1 - bottom - 0.12 / height))
    bare(axes, colours)
    if story.points:
        _plot(axes, story, colours, narrow=narrow)
    return png(figure)


def _plot(axes: "Axes", story: MonthStory, colours: Style, *, narrow: bool) -> None:
    months = [point.month for point in story.points] + list(story.gaps)
    first, last = min(months), max(months)
    # Room beside the last point for its value.
    axes.set_xlim(first - 0.5, last + 0.5 + (last - first + 1) * (0.09 if narrow else 0.05))
    low, high = _ends(story)
    axes.set_ylim(low, high)
    for point in story.points:
        if point.limit_low is not None and point.limit_high is not None:
            axes.fill_between([point.month - 0.5, point.month + 0.5], point.limit_low,
                              point.limit_high, color=colours.line, alpha=0.45, linewidth=0,
                              zorder=0)  # fmt: skip
    if story.centre is not None:
        axes.axhline(story.centre, color=colours.quiet, linewidth=0.8, linestyle=(0, (4, 3)),
                     zorder=1)  # fmt: skip
    for run in pieces(story):
        axes.plot([one.month for one in run], [one.value for one in run], color=colours.accent,
                  linewidth=1.6, zorder=3)  # fmt: skip
    for point in story.points:
        axes.plot([point.month] * 2, [point.low, point.high], color=colours.accent,
                  linewidth=1, alpha=0.65, zorder=2)  # fmt: skip
        out = point.signal in ("above", "below")
        axes.plot(point.month, point.value, marker="D" if out else "o",
                  markersize=7 if out else 4.5, color=colours.accent,
                  markerfacecolor=colours.page if point.few else colours.accent,
                  markeredgewidth=1.2, zorder=4)  # fmt: skip
    _words(axes, story, colours, narrow=narrow)


def _ends(story: MonthStory) -> tuple[float, float]:
    """What is to be seen: every value and every limit, and of wide intervals not all."""
    wanted = [one.value for one in story.points]
    for one in story.points:
        wanted += [x for x in (one.limit_low, one.limit_high) if x is not None]
        if not one.few:
            wanted += [one.low, one.high]
    low, high = (0.0 if story.from_zero else min(wanted)), max(wanted)
    room = (high - low or 1) * 0.14
    low, high = (low if story.from_zero else low - room), high + room
    if story.scale is not None:
        edge = (high - low) * 0.04
        low, high = max(low, story.scale[0] - edge), min(high, story.scale[1] + edge)
    return low, high


def _words(axes: "Axes", story: MonthStory, colours: Style, *, narrow: bool) -> None:
    low, high = axes.get_ylim()
    first, last = axes.get_xlim()
    for point in labelled(story):
        under = point.signal == "below" or (
            not point.signal and story.centre is not None and point.value < story.centre
        )
        axes.annotate(point.label, (point.month, point.value),
                      xytext=(6, -3 if under else 3), textcoords="offset points",
                      ha="left", va="top" if under else "bottom", fontsize=9,
                      color=colours.ink, fontweight="bold", zorder=5)  # fmt: skip
    if story.centre is not None:
        axes.text(last, story.centre, " centre", ha="left", va="center", fontsize=8.5,
                  color=colours.quiet)  # fmt: skip
        end = story.points[-1]
        if end.limit_high is not None:
            axes.text(last, end.limit_high, " limits", ha="left", va="center", fontsize=8.5,
                      color=colours.quiet)  # fmt: skip
    for run in runs(story.gaps):
        axes.text((run[0] + run[-1]) / 2, (low + high) / 2, "no\nscore", ha="center", va="center",
                  fontsize=8.5, color=colours.quiet, backgroundcolor=colours.page)  # fmt: skip
    marks = [one for one in ticks(low, high) if story.scale is None or one <= story.scale[1]]
    digits = max(len(f"{tick:g}".partition(".")[2]) for tick in marks)
    for tick in marks:
        axes.text(first, tick, f"{tick:,.{digits}f}{' %' if story.unit == '%' else ''}  ",
                  ha="right", va="center", fontsize=8.5, color=colours.quiet)  # fmt: skip
        axes.plot([first, first + 0.12], [tick] * 2, color=colours.quiet, linewidth=0.8)
    if story.unit not in ("", "%"):
        axes.text(first, high, story.unit, ha="left", va="top", fontsize=8.5, color=colours.quiet)
    if story.from_zero:
        axes.axhline(0, color=colours.quiet, linewidth=0.8, zorder=0)
    for month in _shown(story, narrow=narrow):
        axes.text(month[0], low, f"\n{month[1]}", ha="center", va="top", fontsize=8.5,
                  linespacing=0.6, color=colours.quiet)  # fmt: skip


def _shown(story: MonthStory, *, narrow: bool) -> list[tuple[int, str]]:
    """Which months are named below the plot: as many as there is room for."""
    most = 3 if narrow else 8
    step = max(1, -(-len(story.points) // most))
    return [(one.month, one.name) for one in story.points[::step]]


def ticks(low: float, high: float) -> list[float]:
    """Three to five round numbers within two ends.

    >>> ticks(67.3, 81.2)
    [70, 75, 80]
    >>> ticks(4.91, 5.63)
    [5.0, 5.2, 5.4, 5.6]
    """
    from math import ceil, floor, log10

    size = 10.0 ** floor(log10(max(high - low, 1e-9)))
    for part in (5, 2, 1, 0.5, 0.2, 0.1):
        step = size * part
        found = range(ceil(low / step), floor(high / step) + 1)
        if len(found) >= 3:
            return [_round(one * step) for one in found]
    return [_round(low), _round(high)]


def _round(value: float) -> Any:
    return round(value) if abs(value) >= 10 else round(value, 3)
