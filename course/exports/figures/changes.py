"""What changed since an export that was measured before, beyond what chance does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp, hypot, log

from msgspec import Struct

from course.exports.figures.results import Figure, Measured
from course.exports.words import counted, figure, length, spoken

_TIMES = ("hours", "days")
_FEW = 30
_WRONG = 0.05
"""How often chance alone may show any change at all."""


class Then(Struct, frozen=True):
    """A figure as the record of the earlier export has it."""

    id: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    unit: str
    convention: str
    more: dict[str, float | int | None] = {}


class Last(Struct, frozen=True):
    """What is needed of the record of an earlier export."""

    file: str
    figures: tuple[Then, ...]
    weeks: tuple[date, ...] = ()
    """The Mondays of the weeks with cases."""


class Change(Struct, frozen=True):
    """One figure, then and now."""

    id: str
    name: str
    before: str
    now: str
    by: str
    """The difference with its interval; for times how many times as long."""
    verdict: str
    """`higher`, `lower`, `chance`, or `few` where too few were counted to tell."""


class Changes(Struct, frozen=True):
    """All figures that both exports have."""

    file: str
    changes: tuple[Change, ...]
    apart: tuple[tuple[str, str], ...]
    """Figures that cannot be compared, and why."""
    notes: tuple[str, ...]

    @property
    def beyond(self) -> tuple[Change, ...]:
        """Those that changed by more than chance does."""
        return tuple(one for one in self.changes if one.verdict in ("higher", "lower"))

    @property
    def convention(self) -> str:
        """How they were compared."""
        many = len(self.changes)
        wide = f" so wide that chance alone shows any of {many} changes in" if many > 1 else " in"
        return (
            "differences from the two intervals (Zou and Donner 2008), of times as ratios of the "
            f"medians with open cases counted in;"
            f"{wide} {100 * _WRONG:.0f} of 100 pairs of files in which nothing happened"
        )

    def __str__(self) -> str:
        """One line for people."""
        if not self.changes:
            return f"Nothing can be compared with {self.file}"
        if not self.beyond:
            compared = counted(len(self.changes), "figure")
            return f"Since {self.file}: of {compared} none changed by more than chance does"
        said = [
            f"{one.name} {one.verdict}, {one.before} then, {one.now} now" for one in self.beyond
        ]
        return f"Since {self.file}, beyond chance: {'; '.join(said)}"


def changes(last: Last, found: Measured) -> Changes:
    """Compare every figure that both have and that was counted in the same way.

    >>> one = Figure("csat", "CSAT", "", 80.0, 77.4, 82.4, 1000, 0, "%", "top-2-box of 1-5")
    >>> two = Then("csat", "CSAT", 70.0, 67.1, 72.8, 1000, "%", "top-2-box of 1-5")
    >>> none = Measured((one,), (), None, None, "", (), None, None, ())
    >>> print(changes(Last("May.csv", (two,)), none))
    Since May.csv, beyond chance: CSAT higher, 70.0 % then, 80.0 % now
    """
    then = {one.id: one for one in last.figures}
    apart = [(one.name, "not in the earlier record") for one in found.figures if one.id not in then]
    gone = [one for one in last.figures if one.id not in found]
    apart += [(one.name, "only in the earlier record") for one in gone]
    pairs = []
    for one in found.figures:
        before = then.get(one.id)
        if before is None:
            continue
        if why := _why_not(before, one):
            apart.append((one.name, why))
        else:
            pairs.append((before, one))
    made = tuple(_change(before, now, len(pairs)) for before, now in pairs)
    return Changes(last.file, made, tuple(apart), _notes(last, found))


def _why_not(before: Then, now: Figure) -> str:
    if before.convention != now.convention or before.unit != now.unit:
        return f"counted otherwise then: {before.convention}"
    if None in (*_ends(before), *_ends(now)):
        return "it has no interval"
    if now.unit in _TIMES and min(before.low or 0, now.low or 0) <= 0:
        return "its interval reaches down to no time at all"
    return ""


def _ends(one: Then | Figure) -> tuple[float | None, float | None, float | None]:
    """A figure and its interval; that of a time is about the median with the open cases."""
    value = one.more.get("median_with_open") if one.unit in _TIMES else one.value
    return value, one.low, one.high


def _change(before: Then, now: Figure, many: int) -> Change:
    timed = now.unit in _TIMES
    first, second = ([float(end or 0) for end in _ends(one)] for one in (before, now))
    shown = [length(one[0], now.unit) for one in (first, second)] if timed else []
    if timed:
        first, second = [log(one) for one in first], [log(one) for one in second]
    value, low, high = _difference(first, second, many)
    verdict = "higher" if low > 0 else "lower" if high < 0 else "chance"
    if min(before.n, now.n) < _FEW:
        verdict = "few"
    if timed:
        by = f"{exp(value):.2f} times as long ({exp(low):.2f} to {exp(high):.2f})"
    else:
        digits = 0 if now.id == "nps" else 2 if now.id in ("csat_mean", "ces") else 1
        unit = " points" if now.unit == "%" else ""
        by = f"{value:+z,.{digits}f}{unit} ({low:+z,.{digits}f} to {high:+z,.{digits}f})"
        tail = f" {now.unit}" if now.unit else ""
        shown = [f"{figure(one[0], digits)}{tail}" for one in (first, second)]
    return Change(now.id, now.name, shown[0], shown[1], by, verdict)


def _difference(
    first: Sequence[float], second: Sequence[float], many: int
) -> tuple[float, float, float]:
    """The second less the first, with an interval for so many comparisons at once (Bonferroni)."""
    from course.metrics.intervals import normal_quantile

    wider = normal_quantile(1 - _WRONG / many) / normal_quantile(1 - _WRONG)
    value = second[0] - first[0]
    low = hypot(second[0] - second[1], first[2] - first[0]) * wider
    high = hypot(second[2] - second[0], first[0] - first[1]) * wider
    return value, value - low, value + high


def _notes(last: Last, found: Measured) -> tuple[str, ...]:
    weeks = {week.start for week in found.volume.weeks if week.cases} if found.volume else set()
    both = sorted(weeks & set(last.weeks))
    if not both:
        return ()
    weeks_said = f"the week of {spoken(both[0])}"
    if len(both) > 1:
        number = counted(len(both), "week")
        weeks_said = f"{number}, from {weeks_said} to that of {spoken(both[-1])}"
    return (
        f"both files have cases of {weeks_said}: what is in both changes nothing, so compare "
        "months that do not overlap",
    )
