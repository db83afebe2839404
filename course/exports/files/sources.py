"""From a path to rows of text, whatever kind of file it is; kinds are told by content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

from course.exports.errors import ExportError
from course.exports.files.parquet import ParquetTable
from course.exports.files.plain_text import TextFile
from course.exports.files.workbook import Workbook

HEAD = 5000
"""Rows that are looked at to recognise the columns."""
_NO_TABLE = {
    b"%PDF": "a PDF: export the table itself, as CSV or Excel",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls), or one with a password: save it as .xlsx",
    b"\x89PNG": "a picture: export the table itself, as CSV or Excel",
    b"\xff\xd8\xff": "a picture: export the table itself, as CSV or Excel",
    b"\x1f\x8b": "a compressed file: unpack it first",
}


class Source(Protocol):
    """A file of rows."""

    @property
    def told(self) -> tuple[str, ...]:
        """How the file was read, for people."""
        ...

    def rows(self) -> Iterator[list[str]]:
        """All rows, blank ones left out."""
        ...


class Sheet:
    """A source with its heading found: the names of its columns, and the rows below them."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        head = list(islice(source.rows(), HEAD + 20))
        self.skipped = _heading_row(head)
        self.headings = _unique(head[self.skipped]) if head else []
        if not any(self.headings):
            raise ExportError(f"{name} is empty: there is nothing in it to measure.")
        self.sample = head[self.skipped + 1 :][:HEAD]
        if not self.sample:
            raise ExportError(
                f"{name} has headings ({', '.join(self.headings[:6])}) and no row below them."
            )
        self.whole = len(head) < HEAD + 20

    @property
    def told(self) -> tuple[str, ...]:
        """How the file was read, for people."""
        said = list(self.source.told)
        if self.skipped:
            lines = "1 line" if self.skipped == 1 else f"{self.skipped} lines"
            said.append(f"{lines} above the headings left out")
        return tuple(said)

    def rows(self) -> Iterator[list[str]]:
        """The rows below the headings."""
        return islice(self.source.rows(), self.skipped + 1, None)


def open_sheet(path: Path, sheet: str | None = None) -> Sheet:
    """Open an export: CSV or other text, Excel or Parquet.

    Raises:
        ExportError: If there is no such file, it is empty, or it is not a table.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder. Name one file in it.")
    if not path.is_file():
        raise ExportError(f"There is no file called {path}.")
    with path.open("rb") as file:
        head = file.read(512)
    if not head:
        raise ExportError(f"{path.name} is empty: there is nothing in it to measure.")
    for mark, what in _NO_TABLE.items():
        if head.startswith(mark):
            raise ExportError(f"{path.name} is {what}.")
    if head.startswith(b"PAR1"):
        return Sheet(ParquetTable(path), path.name)
    if head.startswith(b"PK\x03\x04"):
        return Sheet(Workbook(path, sheet), path.name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if start.startswith((b"<!doc", b"<html", b"<?xml")):
        raise ExportError(
            f"{path.name} is a web page or XML, not a table. A sign-in page saved by mistake looks "
            "like that. Export it again, as CSV or Excel."
        )
    if start.startswith((b"{", b"[{", b"[\n", b"[ ")):
        raise ExportError(f"{path.name} is JSON, not a table. Export it as CSV, Excel or Parquet.")
    return Sheet(TextFile(path), path.name)


def _heading_row(rows: list[list[str]]) -> int:
    """Where the headings are: below a title or a filter line, a row as wide as the others."""
    widths = [sum(1 for cell in row if cell.strip()) for row in rows[:20]]
    if len(widths) < 3 or widths[0] > 1:
        return 0
    usual = max(widths)
    return widths.index(next(one for one in widths if one >= max(2, usual - 1))) if usual > 1 else 0


def _unique(cells: list[str]) -> list[str]:
    """The headings; a second one of the same name gets a number, a missing one a letter.

    >>> _unique(["Key", "Comment", "Comment", ""])
    ['Key', 'Comment', 'Comment (2)', 'column 4']
    """
    seen: dict[str, int] = {}
    names = []
    for place, cell in enumerate(cells, 1):
        name = " ".join(cell.strip(" \t\r\n\u00a0\ufeff").split()) or f"column {place}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names
