"""The charts of one measured export: weeks, causes, answers, groups, time to resolve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from course.charts.picture import Picture
from course.charts.style import Style
from course.exports.figures.groups import Groups
from course.exports.figures.results import Answered, Measured
from course.exports.figures.score_weeks import ScoreWeeks
from course.exports.figures.weeks import Volume
from course.exports.tables import causes_said
from course.exports.words import counted, named, spoken

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.metrics import Pareto, Survival

_WIDTH = 6.8
_MOST = 10
"""Bars in one drawing."""


def pictures(found: Measured) -> Iterator[tuple[str, Picture]]:
    """Every drawing that the figures allow, with its id: a role, or what it shows."""
    for one in found.answers:
        yield f"answers-{one.id}", answers(one)
    if found.resolution is not None:
        yield "resolution", resolution(found.resolution)
    if found.volume is not None and len(found.volume.weeks) > 2:
        yield "weeks", weeks(found.volume)
    if found.score_by_week is not None:
        yield "score-weeks", score(found.score_by_week)
    if found.causes is not None and len(found.causes.causes) > 1:
        yield "causes", causes(found.causes, found)
    for groups in found.groups:
        if sum(one.score is not None for one in groups.groups) > 1:
            yield f"groups-{groups.by}", intervals(groups)


def weeks(volume: Volume) -> Picture:
    """Cases by week, with the limits within which chance alone moves them."""

    def draw(colours: Style) -> Figure:
        from matplotlib.ticker import MaxNLocator

        figure, axes = _axes(colours, 2.6)
        starts: list[Any] = [week.start for week in volume.weeks]
        counts = [week.cases for week in volume.weeks]
        axes.plot(starts, counts, color=colours.quiet, linewidth=1.4)
        part = [(w.start, w.cases) for w in volume.weeks if not w.whole]
        if part:
            axes.plot(*zip(*part, strict=True), "o", color=colours.quiet, markersize=4,
                      markerfacecolor=colours.page)  # fmt: skip
        out = [(w.start, w.cases) for w in volume.signals if w.signal != "run"]
        if out:
            axes.plot(*zip(*out, strict=True), "D", color=colours.accent, markersize=5)
        top = float(max(counts))
        if volume.centre is not None and volume.low is not None and volume.high is not None:
            top = max(top, volume.high)
            lowest = -2 * top
            for level, name in ((volume.low, "lower limit"), (volume.centre, "mean"),
                                (volume.high, "upper limit")):  # fmt: skip
                if name == "lower limit" and level == 0:
                    continue
                dashes = "-" if name == "mean" else (0, (4, 3))
                axes.axhline(level, color=colours.quiet, linewidth=0.8, linestyle=dashes)
                # Names of lines that lie close move apart.
                lowest = max(level, lowest + 0.09 * top)
                axes.annotate(f"{name} {level:,.0f}", (1, lowest), xytext=(5, 0),
                              xycoords=("axes fraction", "data"), textcoords="offset points",
                              va="center", fontsize=8.5, color=colours.quiet)  # fmt: skip
        axes.set_ylim(0, top * 1.12 or 1)
        axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        axes.set_ylabel("cases a week", fontsize=9, color=colours.quiet)
        _dates(axes)
        return figure

    return Picture(f"{volume}.", draw)


def score(line: ScoreWeeks) -> Picture:
    """A score by week between the limits within which chance alone moves it."""

    def draw(colours: Style) -> Figure:
        figure, axes = _axes(colours, 2.6)
        judged = [point for point in line.points if point.low is not None]
        starts: list[Any] = [point.start for point in judged]
        lows = [point.low or 0.0 for point in judged]
        highs = [point.high or 0.0 for point in judged]
        axes.fill_between(starts, lows, highs, step="mid", color=colours.line, alpha=0.5,
                          linewidth=0)  # fmt: skip
        axes.plot(starts, [point.value for point in judged], color=colours.quiet, linewidth=1.4)
        out = [(w.start, w.value) for w in judged if w.signal in ("above", "below")]
        if out:
            axes.plot(*zip(*out, strict=True), "D", color=colours.accent, markersize=5)
        ends: list[Any] = [*(level.start for level in line.levels[1:]), starts[-1]]
        for level, end in zip(line.levels, ends, strict=True):
            first: Any = level.start
            axes.plot([first, end], [level.value] * 2, color=colours.accent, linewidth=1.2)
        last = line.levels[-1].value
        axes.annotate(f"{last:,.{line.decimals}f}{line.unit}", (1, last), xytext=(5, 0),
                      xycoords=("axes fraction", "data"), textcoords="offset points",
                      va="center", fontsize=8.5, color=colours.ink)  # fmt: skip
        axes.set_ylabel(f"{line.metric}{line.unit}", fontsize=9, color=colours.quiet)
        _dates(axes)
        return figure

    return Picture(f"{line}.", draw)


def causes(pareto: Pareto, found: Measured) -> Picture:
    """Causes from the most to the least frequent, those that make most of the cases filled."""
    shown = pareto.causes[:_MOST]

    def draw(colours: Style) -> Figure:
        figure, axes = _axes(colours, 0.5 + 0.32 * len(shown), left=2.5)
        few = len(pareto.few)
        for place, cause in enumerate(shown):
            axes.barh(-place, cause.share, height=0.62, linewidth=1, edgecolor=colours.accent,
                      color=colours.accent if place < few else colours.page)  # fmt: skip
            axes.plot([cause.low, cause.high], [-place] * 2, color=colours.ink, linewidth=1)
            _beside(axes, cause.high, -place, f"{cause.share:.0f} %", colours)
        axes.set_yticks([-place for place in range(len(shown))],
                        [_short(named(cause.name)) for cause in shown])  # fmt: skip
        axes.set_xticks([])
        axes.set_xlim(0, max(cause.high for cause in shown) * 1.15)
        axes.spines["bottom"].set_visible(False)
        return figure

    return Picture(f"{causes_said(found)}.", draw)


def answers(one: Answered) -> Picture:
    """How often each answer was given."""
    low, high = one.scale
    n = sum(one.counts.values())
    most = max(one.counts, key=lambda answer: one.counts[answer])

    def draw(colours: Style) -> Figure:
        figure, axes = _axes(colours, 2.0)
        for answer in range(low, high + 1):
            count = one.counts.get(answer, 0)
            axes.bar(answer, count, width=0.7, color=colours.accent)
            axes.text(answer, count, f"{count:,}", ha="center", va="bottom", fontsize=9,
                      color=colours.ink)  # fmt: skip
        axes.set_xticks(range(low, high + 1))
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_ylim(0, max(one.counts.values()) * 1.15)
        return figure

    share = 100 * one.counts[most] / n
    return Picture(
        f"{one.name}: of {counted(n, 'answer')} on {low} to {high}, {most} is the most frequent "
        f"({share:.0f} %); {one.missing:,} blank.",
        draw,
    )


def intervals(groups: Groups) -> Picture:
    """Scores of the groups with enough surveys, each with its interval."""
    shown = [one for one in groups.groups if one.score is not None]

    def draw(colours: Style) -> Figure:
        figure, axes = _axes(colours, 0.7 + 0.34 * len(shown), left=1.9)
        for place, one in enumerate(shown):
            ends = [one.low or 0.0, one.high or 0.0]
            axes.plot(ends, [-place] * 2, color=colours.accent, linewidth=2)
            axes.plot(one.score or 0.0, -place, "o", color=colours.accent, markersize=7)
            _beside(axes, ends[1], -place, f"{one.score:.0f}  ({one.surveys:,})", colours)
        axes.set_yticks([-place for place in range(len(shown))],
                        [_short(named(one.name)) for one in shown])  # fmt: skip
        axes.set_ylim(0.6 - len(shown), 0.6)
        axes.margins(x=0.18)
        return figure

    best = max(shown, key=lambda one: one.low or 0)
    worst = min(shown, key=lambda one: one.high or 0)
    apart = (best.low or 0) > (worst.high or 0)
    said = (
        f"the intervals of {named(best.name)} and {named(worst.name)} do not overlap"
        if apart
        else "all intervals overlap, so chance may be all that sets them apart"
    )
    name = groups.metric.split(",")[0]
    few = ""
    if groups.few:
        few = f" {counted(len(groups.few), groups.by)} with under 30 surveys not drawn."
    return Picture(f"{name} by {groups.by}, with intervals: {said}.{few}", draw)


def resolution(curve: Survival) -> Picture:
    """Which share was resolved within so many hours, the open cases counted in."""
    times = [float(time) for time in curve.times]
    done = [100 * (1 - float(share)) for share in curve.share]
    half, nine = curve.median, curve.time_until(0.1)
    positive = [time for time in times if time > 0]
    far = bool(positive) and times[-1] / positive[0] > 200

    def draw(colours: Style) -> Figure:
        figure, axes = _axes(colours, 2.6)
        axes.step(times, done, where="post", color=colours.accent, linewidth=1.8)
        for time, share, name in ((half, 50, "half"), (nine, 90, "9 in 10")):
            if time is not None and (time > 0 or not far):
                axes.plot([time, time], [0, share], color=colours.quiet, linewidth=0.8)
                axes.annotate(f"{name}: {time:,.0f} {curve.unit}", (time, share), xytext=(-6, 5),
                              ha="right", textcoords="offset points", fontsize=9,
                              color=colours.ink)  # fmt: skip
        if far:
            # From minutes to months: only a log scale shows both.
            axes.set_xscale("log")
            axes.minorticks_off()
        else:
            axes.set_xlim(left=0)
        axes.set_ylim(0, 104)
        axes.set_yticks([0, 50, 100], ["0 %", "50 %", "100 %"])
        axes.set_xlabel(f"{curve.unit} since it came in{', log scale' if far else ''}",
                        fontsize=9, color=colours.quiet)  # fmt: skip
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
        return figure

    halves = f"half are resolved within {half:,.1f} {curve.unit}" if half is not None else (
        "so many are open that half were not resolved in the time seen")  # fmt: skip
    nines = f", nine in ten within {nine:,.1f}" if nine is not None else ""
    return Picture(
        f"With {counted(curve.censored, 'open case')} counted in, {halves}{nines}.", draw
    )


def _axes(colours: Style, height: float, left: float = 0.75) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height), facecolor=colours.page)
    below, right = 0.42, 1.05
    axes = figure.add_axes(
        (left / _WIDTH, below / height, 1 - (left + right) / _WIDTH, 1 - (below + 0.12) / height)
    )
    axes.set_facecolor("none")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(colours.line)
    axes.tick_params(colors=colours.quiet, labelsize=9, length=0)
    return figure, axes


def _beside(axes: Axes, x: float, y: float, text: str, colours: Style) -> None:
    axes.annotate(text, (x, y), xytext=(5, 0), textcoords="offset points", va="center", fontsize=9,
                  color=colours.ink)  # fmt: skip


def _dates(axes: Axes) -> None:
    from matplotlib import dates as mdates
    from matplotlib.ticker import FuncFormatter

    plain: Any = mdates  # without types of its own
    axes.xaxis.set_major_locator(plain.AutoDateLocator(minticks=3, maxticks=6))

    def day(value: float, _: object) -> str:
        number, month, year = spoken(plain.num2date(value).date()).split()
        return f"{number} {month[:3]}\n{year}"

    axes.xaxis.set_major_formatter(FuncFormatter(day))


def _short(text: str) -> str:
    flat = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    cut = flat if len(flat) <= 34 else flat[:33] + "…"
    # Two dollars would be read as a formula.
    return cut.replace("$", r"\$")
