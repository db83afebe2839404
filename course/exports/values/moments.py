"""Dates and times as people and programs write them, and the doubts that they leave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from course.exports.values.zone_names import AHEAD, SEVERAL

Order = Literal["day", "month"]
"""Which comes first in 03/04/2026."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_TIME = (
    r"(?:(?:\s*,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?)?"
)
_ZONE = (
    r"\s*(?P<zone>Z|\(?(?:UTC|GMT)\)?(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?"
    rf"|\(?(?P<called>{'|'.join([*AHEAD, *SEVERAL])})\)?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_SHAPES = tuple(
    re.compile(_WEEKDAY + day + _TIME + _ZONE, re.IGNORECASE)
    for day in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]\s*(?P<name>[a-z]{3,9})\.?[-/., ]\s*"
        r"(?P<year>\d{4}|\d{2})",
        r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    )
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
DISTANCE = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")
"""How far a zone is from UTC, in hours and minutes."""


class Written(Struct, frozen=True):
    """One point in time as it is written: the wall clock, and its distance from UTC if told."""

    wall: datetime
    offset: int | None
    """Minutes ahead of UTC; None where the cell says nothing, or a name that is not enough."""
    name: str = ""
    """The name of the zone, such as EST, if the cell has one."""


class Evidence(Struct, frozen=True):
    """What the cells of the form 03/04/2026 say about their order."""

    day: int = 0
    """Cells that only make a date with the day first."""
    month: int = 0
    """Cells that only make a date with the month first."""
    either: int = 0
    """Cells that make two different dates."""

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.day + other.day, self.month + other.month, self.either + other.either)


def read_moment(cell: str, order: Order | None = None, *, epoch: bool = False) -> Written | None:
    """The point in time in a cell; None where there is none, or its order is not known.

    Args:
        cell: Text without outer space.
        order: Which comes first in dates such as 03/04/2026; without it such cells give None unless
            only one order makes a date.
        epoch: Whether a whole number of ten or thirteen digits is a Unix time.

    >>> read_moment("2026-11-16T08:12+01:00")
    Written(wall=datetime.datetime(2026, 11, 16, 8, 12), offset=60, name='')
    >>> read_moment("2026-01-05 09:00 EST").offset, read_moment("2026-01-05 09:00 CST").offset
    (-300, None)
    >>> read_moment("05/Jan/26 3:07 PM").wall
    datetime.datetime(2026, 1, 5, 15, 7)
    >>> read_moment("03/04/2026") is None, read_moment("03/04/2026", "day").wall.month
    (True, 4)
    """
    if not 6 <= len(cell) <= 48 or not any("0" <= sign <= "9" for sign in cell):
        return None
    if cell[4] == "-" and (plain := _iso(cell)) is not None:
        return plain
    found = matched(cell)
    if found is None:
        if epoch and _EPOCH.fullmatch(cell):
            length = int(cell) / (1000 if len(cell) == 13 else 1)
            return Written(datetime(1970, 1, 1) + timedelta(seconds=length), 0)
        return None
    part = found.groupdict()
    if part.get("one"):
        first, second = int(part["one"]), int(part["two"])
        order = "day" if dotted(found) else order or _only_order(first, second)
        if order is None:
            return None
        day, month = (first, second) if order == "day" else (second, first)
    else:
        day = int(part["day"])
        month = int(part["month"]) if part.get("month") else MONTHS.get(part["name"].lower(), 0)
    year = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0)
    hour, minute = int(part["hour"] or 0), int(part["minute"] or 0)
    if half := (part["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        wall = datetime(year, month, day, hour, minute, int(part["second"] or 0))
    except ValueError:
        return None
    if name := (part["called"] or "").upper():
        return Written(wall, AHEAD.get(name), name)
    return Written(wall, _offset(part["zone"]))


def matched(cell: str) -> re.Match[str] | None:
    """Where the parts of a date stand in a cell; None where it is no date."""
    if not 6 <= len(cell) <= 48:
        return None
    return next((match for shape in _SHAPES if (match := shape.fullmatch(cell))), None)


def dotted(match: re.Match[str]) -> bool:
    """Whether a date is written with dots, as in 03.04.2026: then the day comes first.

    >>> dotted(matched("03.04.2026")), dotted(matched("03/04/2026"))
    (True, False)
    """
    return "one" in match.re.groupindex and match.string[match.end("one")] == "."


def either_way(cell: str) -> bool:
    """Whether a cell has the form 03/04/2026, whose order its numbers must tell."""
    found = matched(cell)
    return found is not None and "one" in found.re.groupindex and not dotted(found)


def _iso(cell: str) -> Written | None:
    """The form that most programs write, by the quick way."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        return None
    ahead = found.utcoffset()
    if ahead is not None:
        return Written(found.replace(tzinfo=None, microsecond=0), ahead // timedelta(minutes=1))
    return Written(found.replace(microsecond=0), None)


def evidence(cells: Iterable[str]) -> Evidence:
    """Count what the cells say about the order of day and month.

    >>> evidence(["13/01/2026", "03/04/2026", "2026-01-02", "05/05/2026"])
    Evidence(day=1, month=0, either=1)
    """
    day = month = either = 0
    for cell in cells:
        found = _SHAPES[1].fullmatch(cell)
        if found and not dotted(found):
            first, second = int(found["one"]), int(found["two"])
            if first > 12 >= second:
                day += 1
            elif second > 12 >= first:
                month += 1
            elif first != second:
                either += 1
    return Evidence(day, month, either)


def _only_order(first: int, second: int) -> Order | None:
    if first > 12 or first == second:
        return "day"
    return "month" if second > 12 else None


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    found = DISTANCE.search(zone)
    if not found:
        return 0
    size = int(found[2]) * 60 + int(found[3] or 0)
    return -size if found[1] == "-" else size
