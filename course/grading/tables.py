"""CSV that opens as it should in a spreadsheet, and does nothing there."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from course.grading.quoted import IN_CELL, quoted

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula."""


def safe(cell: Any) -> Any:
    """A cell that a spreadsheet shows as it stands; numbers stay numbers.

    >>> safe("=1+1"), safe("-3 degrees"), safe(-3.0), safe("Asha")
    ("'=1+1", "'-3 degrees", -3.0, 'Asha')
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def plain(cell: str) -> str:
    """A cell as it was before `safe`.

    >>> plain("'=1+1"), plain("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip(" ").startswith(FORMULA) else cell


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A CSV file in UTF-8. The mark at its start makes spreadsheets read accents rightly."""
    return codecs.BOM_UTF8 + lines([columns]) + lines(rows)


def lines(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as lines of such a file."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([_cell(one) for one in row] for row in rows)
    return out.getvalue().encode()


def _cell(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    # Programs that read tables take a bare return for the end of a row, though it is in no quotes.
    return safe(quoted(cell.replace("\r\n", "\n").replace("\r", "\n"), IN_CELL))


def per_cent(share: float | None) -> float | str:
    """A share as a percentage to one decimal; an empty cell where there is none."""
    return "" if share is None else round(100 * share, 1)


def rounded(mark: float | None) -> float | str:
    """A mark to one decimal; an empty cell where there is none."""
    return "" if mark is None else round(mark, 1)
