"""One cell of an export as text: what counts as blank, and how typed cells are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

BLANK = frozenset(
    ["", "?", "-", "--", "–", "—", "n/a", "#n/a", "na", "nan", "nat", "null", "(null)", "none",
     "nil", "(blank)", "(empty)", "not set", "unspecified", "\\n"]
)  # fmt: skip
"""Cells that stand for no value, in small letters."""
EDGES = " \t\r\n\u00a0\ufeff"
"""Signs around a cell that are no part of it."""


def clean(cell: str, blank: frozenset[str] = BLANK) -> str:
    """The text of a cell without outer space; empty where it stands for no value.

    >>> clean(" ? "), clean("N/A"), clean("\\u00a0late parcel")
    ('', '', 'late parcel')
    """
    text = cell.strip(EDGES)
    return "" if text.lower() in blank else text


def blanks(more: Iterable[str] = ()) -> frozenset[str]:
    """The signs for no value, with those of a mapping file.

    >>> "keine" in blanks(["Keine"])
    True
    """
    return BLANK | {one.strip().lower() for one in more}


def written(value: Any) -> str:
    """A typed cell of a workbook or a Parquet file as the text that a CSV file would hold.

    >>> written(4.0), written(True), written(datetime(2026, 3, 1, 9, 5)), written(None)
    ('4', 'TRUE', '2026-03-01 09:05:00', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value != value:
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
