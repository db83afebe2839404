"""How much came in, week by week, and which weeks stand out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from course.exports.words import counted, spoken

FEWEST = 8
"""Whole weeks needed before limits are drawn."""
LONGEST = 530
"""More weeks than this in one export come from a wrong date."""
REACH = 2.66
"""Mean moving ranges from the centre to a limit: three standard deviations (XmR chart)."""
RUN = 8
"""So many weeks in a row on one side of the centre are a shift."""


class Week(Struct, frozen=True):
    """One week from Monday; `signal` is 'above', 'below', 'shift' or empty."""

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
        return "weeks from Monday; limits at 2.66 mean moving ranges (XmR), from whole weeks only"

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
        outside = [week for week in self.signals if week.signal != "shift"]
        if not self.signals:
            return f"{around}: no week stands out"
        shown = ", ".join(f"{spoken(week.start)} ({week.cases:,})" for week in outside[:4])
        more = f" and {len(outside) - 4} more" if len(outside) > 4 else ""
        runs = len(self.signals) - len(outside)
        said = [f"outside: {shown}{more}"] if outside else []
        said += [f"{runs} in a run of {RUN} or more on one side"] if runs else []
        if len(self.signals) > 0.25 * whole:
            said.append("so many that no single level describes these weeks")
        return f"{around}; {'; '.join(said)}"


def volume(days: Iterable[date]) -> Volume | None:
    """Count cases by week and draw limits; None where there is no date, or a far too long span.

    >>> monday = date(2026, 1, 5)
    >>> days = [monday + timedelta(days=day) for day in range(70)] + [monday] * 30
    >>> found = volume(days)
    >>> found.weeks[0].signal, found.weeks[0].cases, found.centre
    ('above', 37, 10.0)
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
    centre = sum(whole) / len(whole)
    moves = [abs(one - other) for one, other in pairwise(whole)]
    reach = REACH * sum(moves) / len(moves)
    low, high = max(0.0, centre - reach), centre + reach
    return Volume(tuple(_signalled(weeks, centre, low, high)), centre, low, high)


def _signalled(weeks: list[Week], centre: float, low: float, high: float) -> Iterable[Week]:
    run = side = 0
    for week in weeks:
        if not week.whole:
            yield week
            continue
        here = (week.cases > centre) - (week.cases < centre)
        run = run + 1 if here and here == side else abs(here)
        side = here
        signal = "shift" if run >= RUN else ""
        if not low <= week.cases <= high:
            signal = "above" if here > 0 else "below"
        yield Week(week.start, week.cases, True, signal)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
