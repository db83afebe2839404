"""Numbers and lengths of time as help desks write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isfinite

from course.exports.columns.headings import without_business_hours

_COMMA = re.compile(r"-?\d{1,3}(?:\.\d{3})*,\d+|-?\d+,\d+")
_CLOCK = re.compile(r"(-?\d+):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)")
_UNITS = {
    "ms": 0.001, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
    "d": 86400, "day": 86400, "days": 86400, "w": 604800, "week": 604800, "weeks": 604800,
    "millisecond": 0.001, "milliseconds": 0.001,
}  # fmt: skip


def decimal_comma(cells: Iterable[str], separator: str = ",") -> bool:
    """Whether a column writes 4,5 for four and a half, judged by all its cells.

    Three digits behind every comma may be thousands: then it counts as a decimal comma only
    where cells are not cut at commas.

    >>> decimal_comma(["4,5", "3"]), decimal_comma(["1,250"]), decimal_comma(["1,250"], ";")
    (True, False, True)
    """
    found = [cell for cell in cells if "," in cell and _COMMA.fullmatch(cell)]
    if any(len(cell.rsplit(",", 1)[1]) != 3 or "." in cell for cell in found):
        return True
    return bool(found) and separator == ";"


def number(cell: str, comma: bool = False) -> float | None:
    """The number in a cell; None where it is none. A trailing per cent sign is dropped.

    >>> number("1.234,5", comma=True), number("1,234.5"), number("late")
    (1234.5, 1234.5, None)
    """
    text = cell.replace("\u00a0", "").replace(" ", "").replace("\u202f", "").rstrip("%")
    text = text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and not text.lower().startswith(("inf", "nan")) else None


def unit_in(heading: str) -> float | None:
    """Seconds in the unit that a heading names; None where it names none.

    >>> unit_in("Resolution time (in hrs)"), unit_in("first reply time in minutes")
    (3600, 60)
    >>> unit_in("First reply time in minutes within business hours")
    60
    >>> unit_in("Time to close") is None
    True
    """
    words = re.findall("[a-z]+", without_business_hours(heading).lower())
    return next((_UNITS[word] for word in reversed(words) if len(word) > 1 and word in _UNITS),
                None)  # fmt: skip


def seconds(cell: str, unit: float | None, comma: bool = False) -> float | None:
    """A length of time in seconds: '3:20:00', '1h 5m', '2 days', or a number in `unit`.

    >>> seconds("26:30:00", None), seconds("1h 5m", None), seconds("1,5", 3600, comma=True)
    (95400.0, 3900.0, 5400.0)
    >>> seconds("12", None) is None
    True
    """
    if clock := _CLOCK.fullmatch(cell):
        hours, minutes = int(clock[1]), int(clock[2])
        over = float((clock[3] or "0").replace(",", "."))
        # Below an hour the sign sits on the hours, so minus is read off the text.
        length = abs(hours) * 3600 + minutes * 60 + over
        return -length if cell.startswith("-") else length
    plain = number(cell, comma)
    if plain is not None:
        return None if unit is None else plain * unit
    parts = _PART.findall(cell.lower())
    rest = _PART.sub("", cell.lower()).strip(" ,and")
    if parts and not rest and all(word in _UNITS for _, word in parts):
        return sum(float(size.replace(",", ".")) * _UNITS[word] for size, word in parts)
    return None
