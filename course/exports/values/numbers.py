"""Numbers and lengths of time as help desks write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isfinite

from course.exports.columns.headings import without_business_hours

_COMMA = re.compile(r"-?\d{1,3}(?:\.\d{3})*,\d+|-?\d+,\d+")
_DOTS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+")
_DOTTED = re.compile(r"-?\d+(?:\.\d+)+")
UNITS = {
    "ms": 0.001, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
    "d": 86400, "day": 86400, "days": 86400, "w": 604800, "week": 604800, "weeks": 604800,
    "millisecond": 0.001, "milliseconds": 0.001,
}  # fmt: skip
"""Seconds in each unit, by the words for it."""


def decimal_comma(cells: Iterable[str], separator: str = ",") -> bool:
    """Whether a column writes 4,5 for four and a half, judged by all its cells.

    Three digits behind every comma may be thousands: then it counts as a decimal comma only
    where cells are not cut at commas. In such a file three digits behind every dot are thousands.

    >>> decimal_comma(["4,5", "3"]), decimal_comma(["1,250"]), decimal_comma(["1,250"], ";")
    (True, False, True)
    >>> decimal_comma(["540", "1.620"], ";"), decimal_comma(["540", "1.62"], ";")
    (True, False)
    """
    there = list(cells)
    found = [cell for cell in there if "," in cell and _COMMA.fullmatch(cell)]
    if any(len(cell.rsplit(",", 1)[1]) != 3 or "." in cell for cell in found):
        return True
    if separator != ";":
        return any(cell.count(".") > 1 for cell in there) and dots_unsure(there)
    return bool(found) or dots_unsure(there)


def dots_unsure(cells: Iterable[str]) -> bool:
    """Whether every number with a dot has three digits after it, so that it may be thousands.

    >>> dots_unsure(["540", "1.620"]), dots_unsure(["0.125", "1.620"]), dots_unsure(["540"])
    (True, False, False)
    """
    found = [cell for cell in cells if _DOTTED.fullmatch(cell)]
    return bool(found) and all(_DOTS.fullmatch(cell) for cell in found)


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
    return next((UNITS[word] for word in reversed(words) if len(word) > 1 and word in UNITS),
                None)  # fmt: skip
