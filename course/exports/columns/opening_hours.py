"""The opening hours in a mapping file, strictly read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING

from course.exports.errors import ExportError

if TYPE_CHECKING:
    from course.metrics import WorkingHours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")


def opening_hours(
    opening: Mapping[str, str], holidays: tuple[date, ...] = ()
) -> WorkingHours | None:
    """The opening hours of a desk; None where none are given.

    Args:
        opening: Hours such as ``09:00-17:30``, or ``09:00-12:00, 13:00-17:30``, for a day or for
            several in a row: ``mon``, ``mon-fri``.
        holidays: Dates on which the desk was closed.

    Raises:
        ExportError: If a day is unknown, the desk closes before it opens, or hours overlap; with
            the entry.

    >>> opening_hours({"mon-fri": "09:00-17:30", "sat": "10:00-14:00"}).text
    '09:00-17:30 on 5 days a week and 10:00-14:00 on 1 day a week'
    """
    from course.metrics import MetricsError, WorkingHours

    if not opening:
        if holidays:
            raise ExportError("'holidays' say nothing without 'opening': give the hours too.")
        return None
    days: dict[tuple[time, time], set[int]] = {}
    for named, hours in opening.items():
        for span in hours.split(","):
            taken = days.setdefault(_span(span.strip(), named), set())
            if again := taken & _days(named):
                raise ExportError(
                    f"opening: {DAYS[min(again)]} is open from {span.strip()} twice; keep one."
                )
            taken |= _days(named)
    weeks = [
        WorkingHours(*span, "".join("01"[day in which] for day in range(7)), holidays)
        for span, which in days.items()
    ]
    first, *others = weeks
    try:
        return WorkingHours(first.opens, first.closes, first.days, holidays, tuple(others))
    except MetricsError as error:
        raise ExportError(f"opening: {error}") from None


def _days(named: str) -> set[int]:
    first, _, last = named.lower().partition("-")
    for day in (first, last or first):
        if day not in DAYS:
            raise ExportError(
                f"opening: no day is called {day!r}. Days are {', '.join(DAYS[:-1])} and "
                f"{DAYS[-1]}; several in a row are written mon-fri."
            )
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise ExportError(
            f"opening: {named!r} runs over the end of the week. Write two entries: one up to sun, "
            "one from mon on."
        )
    return set(range(start, end + 1))


def _span(hours: str, named: str) -> tuple[time, time]:
    found = _SPAN.fullmatch(hours)
    if not found:
        raise ExportError(
            f"opening: {hours!r} for {named} are no opening hours. Write them as 09:00-17:30."
        )
    opens = time(int(found[1]), int(found[2]))
    # WorkingHours takes 00:00 for the midnight that ends the day.
    closes = time(int(found[3]), int(found[4])) if found[3] else time()
    if found[3] and closes <= opens:
        raise ExportError(
            f"opening: {hours} for {named} closes before it opens. Split a night at midnight: "
            "'00:00-06:00, 22:00-24:00'."
        )
    return opens, closes
