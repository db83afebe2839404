"""Dates that a spreadsheet left behind as numbers: days since the end of 1899."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from course.exports.columns.fields import fields, products
from course.exports.columns.headings import plain
from course.exports.values.numbers import unit_in

_SHAPE = re.compile(r"\d{5}(?:[.,]\d+)?")
# Excel's 1900 system counts a 29 February 1900 that never was, so it starts a day early.
_ZERO = datetime(1899, 12, 30)
_FIRST, _LAST = 32_874, 60_000
"""1 January 1990, and a day in 2064."""


def are_serials(cells: Collection[str]) -> bool:
    """Whether every cell could be a day of this age, as a spreadsheet counts them.

    >>> are_serials(["45678.5", "45679"]), are_serials(["45678", "12"])
    (True, False)
    """
    return bool(cells) and all(as_date(cell) for cell in cells)


def says_when(heading: str) -> bool:
    """Whether a heading promises a point in time, and nothing else.

    >>> says_when("Created at"), says_when("First response time"), says_when("Amount")
    (True, False, False)
    """
    if unit_in(heading):
        return False
    text = plain(heading)
    roles = [role for role, one in fields().items() if text in one.names]
    roles += filter(None, (one.columns.get(text) for one in products().values()))
    return {fields()[role].kind for role in roles} == {"time"}


def as_date(cell: str) -> str:
    """The date in a cell as text, with its hour if it has one; empty where there is none.

    >>> as_date("45678.5"), as_date("45678"), as_date("soon")
    ('2025-01-21 12:00:00', '2025-01-21', '')
    """
    if not _SHAPE.fullmatch(cell):
        return ""
    days = float(cell.replace(",", "."))
    if not _FIRST <= days <= _LAST:
        return ""
    when = _ZERO + timedelta(seconds=round(days * 86_400))
    return f"{when:%Y-%m-%d}" if cell.isdigit() else f"{when:%Y-%m-%d %H:%M:%S}"
