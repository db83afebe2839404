"""Rows that are no cases: further headings, totals, averages, footers."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.exports.recognition.profile import is_time
from course.exports.values.column import Column
from course.exports.values.numbers import number

_MOST_HEADINGS = 2
_WORDS = (
    r"(?:(?:grand|sub|report|overall|all|column)[ -]?)?"
    r"(?:totals?|sum|averages?|avg|mean|median|summary|count|subtotals?|gesamt|summe"
    r"|durchschnitt|moyenne|promedio|total general|media)\b"
)
_START = re.compile(rf"\s*{_WORDS}", re.IGNORECASE)
_TOTAL = re.compile(_WORDS + r"[^\n]{0,60}", re.IGNORECASE)
_FOOTER_WORDS = 3
_ANSWER = frozenset(("response", "open-ended response", "other (please specify)"))
"""What SurveyMonkey writes below a question, whatever is answered there."""
TOTAL = "that are totals, averages or footers, and no cases"
AGAIN = "that repeat the headings"

Odd = Callable[[list[str]], str]
"""Why a row is no case; empty where it may be one."""


def further_headings(rows: list[list[str]], kinds: list[str]) -> int:
    """How many rows right below the headings are headings too, as survey tools write them.

    >>> rows = [["Response", "How likely?"], ["R_1", "10"], ["R_2", "9"], ["R_3", "9"]]
    >>> further_headings(rows, kinds_of(rows))
    1
    """
    found = 0
    while found < min(_MOST_HEADINGS, len(rows) - 1) and _is_heading(found, rows, kinds):
        found += 1
    return found


def kinds_of(rows: list[list[str]]) -> list[str]:
    """What the cells of each column are: `time`, `number`, `code` (with a digit), or empty.

    >>> kinds_of([["R_1", "2026-03-02", "5", "fine"]] * 5)
    ['code', 'time', 'number', '']
    """
    width = max(map(len, rows), default=0)
    return [_kind([row[place] for row in rows if place < len(row)]) for place in range(width)]


def odd_row(headings: list[str], kinds: list[str]) -> Odd:
    """A function that says why a row is no case."""
    times = [place for place, sort in enumerate(kinds) if sort == "time"]
    repeated = [heading.strip() for heading in headings]

    def why(row: list[str]) -> str:
        filled = [place for place, cell in enumerate(row) if cell.strip()]
        if not filled:
            return ""
        first = filled[0]
        text = row[first].strip()
        alike = all(
            place < len(repeated) and row[place].strip() == repeated[place] for place in filled
        )
        if alike and (len(filled) > 1 or len(headings) == 1):
            return AGAIN
        if len(headings) < 2 or any(place < len(row) and is_time(row[place].strip())
                                    for place in times):  # fmt: skip
            return ""
        kind = kinds[first] if first < len(kinds) else ""
        few = 2 * len(filled) <= len(headings)
        if (
            _TOTAL.fullmatch(text)
            and first < 3
            and (few or (kind and not _fits(text, kind)) or first > 0)
        ):
            return TOTAL
        alone = len(filled) == 1 and first == 0 and len(headings) > 2
        # A single cell that could be the name of a case is one that lacks all else.
        if alone and kind and (not _fits(text, kind) or len(text.split()) >= _FOOTER_WORDS):
            return TOTAL
        return ""

    return why


def suspects(columns: list[Column], heading: str) -> list[int]:
    """The places of rows that are worth a look: quickly said, for nearly all are not.

    Args:
        columns: The cells, column by column.
        heading: The heading of the first column.

    >>> suspects([Column.of(["T17", "Total", "T18"]), Column.of(["x", "", "y"])], "Id")
    [1]
    """
    import numpy as np
    import pyarrow.compute as pc

    # No digit makes a row odd, so cells that differ in their digits only are judged alike.
    shapes = columns[0].shapes
    odd = ("", Column.of([heading]).shapes.values[0])
    wanted = [shape in odd or bool(_START.match(shape)) for shape in shapes.values]
    found = np.array(wanted, dtype=bool)[shapes.codes]
    if len(columns) > 1:
        alone = pc.invert(columns[1].filled())
        for column in columns[2:]:
            if not pc.any(alone).as_py():
                break
            alone = pc.and_not(alone, column.filled())
        found |= alone.to_numpy(zero_copy_only=False)
    return [int(at) for at in np.flatnonzero(found)]


def _is_heading(place: int, rows: list[list[str]], kinds: list[str]) -> bool:
    row = rows[place]
    cells = {at: cell.strip() for at, cell in enumerate(row) if cell.strip()}
    if any(cell.startswith('{"ImportId"') for cell in cells.values()):
        return True
    if cells and all(cell.lower() in _ANSWER for cell in cells.values()):
        return True
    typed = [at for at in cells if at < len(kinds) and kinds[at]]
    if not typed or any(_fits(cells[at], kinds[at]) for at in typed):
        return False
    # Words of a heading stand in their column once.
    below = rows[place + 1 :]
    return not any(
        at < len(other) and other[at].strip() == cell for at, cell in cells.items()
        for other in below
    )  # fmt: skip


def _kind(cells: list[str]) -> str:
    filled = [text for cell in cells[:300] if (text := cell.strip())]
    if len(filled) < 2:
        return ""
    # The first rows may be headings and the last ones totals.
    for sort in ("time", "number", "code"):
        if sum(_fits(cell, sort) for cell in filled) >= max(0.75 * len(filled), len(filled) - 3):
            return sort
        if len(filled) > 12 and sum(_fits(cell, sort) for cell in filled) >= 0.9 * len(filled):
            return sort
    return ""


def _fits(text: str, sort: str) -> bool:
    if sort == "time":
        return is_time(text) or (text.isdigit() and len(text) in (5, 10, 13))
    if sort == "number":
        return number(text) is not None or number(text, comma=True) is not None
    return len(text) < 40 and any("0" <= sign <= "9" for sign in text)
