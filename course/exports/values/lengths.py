"""Lengths of time as help desks, spreadsheets and programs write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from course.exports.values.numbers import UNITS, number

_SIZE = r"\d+(?:[.,]\d+)?"
_CLOCK = re.compile(r"(-?)(\d+):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?")
# pandas and Python write 1 days 03:00:00, .NET writes 1.03:00:00.
_DAYS = re.compile(
    r"(-?)(\d+)(?:\.|\s*d(?:ays?)?,?\s+)\+?(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?"
)
_ISO = re.compile(
    rf"(-?)P(?=.)(?:({_SIZE})W)?(?:({_SIZE})D)?"
    rf"(?:T(?=.)(?:({_SIZE})H)?(?:({_SIZE})M)?(?:({_SIZE})S)?)?"
)
# A spreadsheet counts 27 hours as 03:00 on its first day, 1 January 1900.
_SHEET = re.compile(r"(1899-12-3[01]|1900-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?")
_SHEET_YEARS = ("1899", "1900")
_SHEET_SHAPE = re.compile(r"0000-00-00[ T]00:00:00(?:\.0+)?")
_PART = re.compile(rf"({_SIZE})\s*([^\W\d_]+)\.?")
_WEIGHTS = (604_800, 86_400, 3600, 60, 1)
_JOINED = frozenset(("and", "y", "e", "und", "et"))


def seconds(
    cell: str, unit: float | None, comma: bool = False, words: Mapping[str, float] | None = None
) -> float | None:
    """A length of time in seconds; None where a cell holds none.

    Args:
        cell: '3:20:00', '1h 5m', '2 days', '1 days 03:00:00', '1.03:00:00', 'PT27H', or a number.
        unit: Seconds in the unit of a bare number; without it a bare number is no length.
        comma: Whether 4,5 is four and a half.
        words: Seconds in further units by their names, such as ``{"horas": 3600}``.

    >>> seconds("26:30:00", None), seconds("1h 5m", None), seconds("1,5", 3600, comma=True)
    (95400.0, 3900.0, 5400.0)
    >>> [seconds(one, None) for one in ("1 days 03:00:00", "1.03:00:00", "PT27H", "P1DT3H")]
    [97200.0, 97200.0, 97200.0, 97200.0]
    >>> seconds("1900-01-01 03:00:00", None), seconds("-1 days +21:00:00", None)
    (97200.0, -10800.0)
    >>> seconds("6 horas 54 minutos", None, words={"horas": 3600, "minutos": 60})
    24840.0
    >>> seconds("12", None) is None
    True
    """
    if found := _CLOCK.fullmatch(cell):
        length = int(found[2]) * 3600 + int(found[3]) * 60 + _float(found[4])
        return -length if found[1] else length
    plain = number(cell, comma)
    if plain is not None:
        return None if unit is None else plain * unit
    if cell[4:5] == "-" and cell[:4].isdigit() and not cell.startswith(_SHEET_YEARS):
        return None  # a date, and soon said
    if found := _DAYS.fullmatch(cell):
        clock = int(found[3]) * 3600 + int(found[4]) * 60 + _float(found[5])
        whole = int(found[2]) * 86_400
        if found[1]:
            # Python writes three hours before as -1 days +21:00:00, .NET as -03:00:00.
            return clock - whole if " " in cell else -(whole + clock)
        return whole + clock
    if found := _ISO.fullmatch(cell):
        sizes = zip(found.groups()[1:], _WEIGHTS, strict=True)
        length = sum(_float(size) * weight for size, weight in sizes)
        return -length if found[1] else length
    if found := _SHEET.fullmatch(cell):
        try:
            days = (date.fromisoformat(found[1]) - date(1899, 12, 31)).days
        except ValueError:
            return None
        return max(days, 0) * 86_400.0 + int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4])
    known = UNITS if words is None else {**UNITS, **words}
    text = cell.lower()
    parts = _PART.findall(text)
    if not parts or not all(word in known for _, word in parts):
        return None
    if not set(_PART.sub(" ", text).replace(",", " ").split()) <= _JOINED:
        return None
    return sum(_float(size) * known[word] for size, word in parts)


def sheet_length(shape: str) -> bool:
    """Whether a cell, its digits made 0, can be a length as a spreadsheet writes it.

    >>> sheet_length("0000-00-00 00:00:00")
    True
    """
    return bool(_SHEET_SHAPE.fullmatch(shape))


def _float(text: str | None) -> float:
    return float((text or "0").replace(",", "."))
