"""How much came in, week by week, and which weeks stand out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, log2, sqrt

from msgspec import Struct

from course.exports.figures.tails import student_reach
from course.exports.words import counted, spoken
from course.metrics.intervals import normal_quantile

FEWEST = 8
"""Whole weeks needed before limits are drawn."""
LONGEST = 530
"""More weeks than this in one export come from a wrong date."""
_OUTSIDE, _RUN = 0.01, 0.01
"""How often a quiet file may show a week outside, and a run."""
_MEAN_RANGE = 1.128
"""The mean range of two draws, in standard deviations."""
_CHANCE = 0.5
"""The spread of the square root of a count that chance alone makes (Poisson)."""
_MORE = 1.15
"""So many times that spread is more than chance."""
_FREEDOM = 0.62
"""Degrees of freedom of a spread from moving ranges, for each range (Wheeler)."""


class Week(Struct, frozen=True):
    """One week from Monday; `signal` is 'above', 'below', 'run' or empty."""

    start: date
    cases: int
    whole: bool
    """Whether the records cover all of it; only whole weeks make limits."""
    signal: str = ""


class Volume(Struct, frozen=True):
    """Cases by week with their control limits; no limits where there are too few weeks."""

    weeks: tuple[Week, ...]
    centre: float | None
    low: float | None
    high: float | None

    @property
    def signals(self) -> tuple[Week, ...]:
        """The weeks that stand out."""
        return tuple(week for week in self.weeks if week.signal)

    @property
    def convention(self) -> str:
        """How the limits were made."""
        if self.centre is None:
            return f"weeks from Monday; under {FEWEST} whole weeks, so no limits"
        whole = sum(week.whole for week in self.weeks)
        return (
            "weeks from Monday; limits on square roots of counts, from chance or, where weeks "
            "differ by more, from their moving ranges (XmR chart), so wide that all of "
            f"{whole} quiet weeks stay inside 99 times of 100; from whole weeks only"
        )

    def __str__(self) -> str:
        """One line for people."""
        whole = sum(week.whole for week in self.weeks)
        if self.centre is None:
            cases = counted(sum(week.cases for week in self.weeks), "case")
            return f"{cases} in {counted(len(self.weeks), 'week')}: too few weeks for limits"
        around = (
            f"About {self.centre:,.0f} cases a week over {whole} whole weeks, "
            f"limits {self.low:,.0f} to {self.high:,.0f}"
        )
        outside = [week for week in self.signals if week.signal != "run"]
        if not self.signals:
            return f"{around}: no week stands out"
        shown = ", ".join(f"{spoken(week.start)} ({week.cases:,})" for week in outside[:4])
        more = f" and {len(outside) - 4} more" if len(outside) > 4 else ""
        runs = len(self.signals) - len(outside)
        said = [f"outside: {shown}{more}"] if outside else []
        said += [f"{runs} in a run of {run_of(whole)} or more on one side"] if runs else []
        if len(self.signals) > 0.25 * whole:
            said.append("so many that no single level describes these weeks")
        return f"{around}; {'; '.join(said)}"


def volume(days: Iterable[date] | Mapping[date, int]) -> Volume | None:
    """Count cases by week and draw limits; None where there is no date, or a far too long span.

    >>> monday = date(2026, 1, 5)
    >>> days = [monday + timedelta(days=day) for day in range(70)] + [monday] * 60
    >>> found = volume(days)
    >>> found.weeks[0].signal, found.weeks[0].cases, found.centre
    ('above', 67, 13.0)
    """
    by_day = Counter(days)
    if not by_day:
        return None
    first, last = min(by_day), max(by_day)
    start, end = _monday(first), _monday(last)
    number = (end - start).days // 7 + 1
    if number > LONGEST:
        return None
    by_week: Counter[date] = Counter()
    by_weekday: Counter[int] = Counter()
    for day, cases in by_day.items():
        by_week[_monday(day)] += cases
        by_weekday[day.weekday()] += cases
    usual = [day for day, cases in by_weekday.items() if cases >= 0.05 * sum(by_day.values())]
    mondays = [start + timedelta(weeks=one) for one in range(number)]
    weeks = [
        Week(
            monday,
            by_week[monday],
            # A week at an end counts as whole if the records reach its usual first or last day.
            not (monday == start and first.weekday() > min(usual))
            and not (monday == end and last.weekday() < max(usual)),
        )
        for monday in mondays
    ]
    whole = [week.cases for week in weeks if week.whole]
    if len(whole) < FEWEST:
        return Volume(tuple(weeks), None, None, None)
    centre, low, high = _limits(whole)
    run = run_of(len(whole))
    return Volume(tuple(_signalled(weeks, centre, low, high, run)), centre, low, high)


def run_of(weeks: int) -> int:
    """How many weeks in a row on one side of the centre chance hardly gives in so many weeks.

    >>> run_of(26), run_of(104)
    (12, 14)
    """
    return ceil(log2(weeks / _RUN))


def _limits(cases: list[int]) -> tuple[float, float, float]:
    """Centre and limits. Square roots of counts spread alike, whatever their level.

    Chance alone makes them spread by half a unit of the root (Poisson), and that is known. Where
    weeks differ by more, their own spread is taken, and the less of them the wider the limits.
    """
    roots = [sqrt(one + 0.375) for one in cases]
    moves = [abs(one - other) for one, other in pairwise(roots)]
    spread = sum(moves) / len(moves) / _MEAN_RANGE
    middle = sum(roots) / len(roots)
    tail = _OUTSIDE / len(cases) / 2
    reach = normal_quantile(1 - 2 * tail) * _CHANCE
    if spread > _MORE * _CHANCE:
        reach = student_reach(tail, _FREEDOM * len(moves)) * spread
    centre = sum(cases) / len(cases)
    low = max(0.0, max(0.0, middle - reach) ** 2 - 0.375)
    high = (middle + reach) ** 2 - 0.375
    return centre, min(low, centre), max(high, centre)


def _signalled(
    weeks: list[Week], centre: float, low: float, high: float, longest: int
) -> Iterable[Week]:
    run = side = 0
    for week in weeks:
        if not week.whole:
            yield week
            continue
        here = (week.cases > centre) - (week.cases < centre)
        run = run + 1 if here and here == side else abs(here)
        side = here
        signal = "run" if run >= longest else ""
        if not low <= week.cases <= high:
            signal = "above" if here > 0 else "below"
        yield Week(week.start, week.cases, True, signal)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
