"""A file of rows with its headings found, and a first look at what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from course.exports.errors import ExportError
from course.exports.files.odd_rows import further_headings, kinds_of, odd_row

HEAD = 5000
"""Rows that are looked at to recognise the columns."""


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
        self.held: object = None
        """What must stay until all is read, such as an unpacked file."""
        head = list(islice(source.rows(), HEAD + 20))
        self.skipped = _heading_row(head)
        self.headings = _unique(head[self.skipped]) if head else []
        if not any(self.headings):
            raise ExportError(f"{name} is empty: there is nothing in it to measure.")
        below = head[self.skipped + 1 :]
        # A row that is too wide, or is no case, must not blur what a column holds.
        even = [row for row in below if not any(row[len(self.headings) :])]
        kinds = kinds_of(even)
        self.further = further_headings(below, kinds)
        self.below = self.skipped + 1 + self.further
        """Rows above the first one that may be a case."""
        self.first = below[self.further :]
        """The first rows, as they are in the file."""
        self.questions = _questions(below[: self.further], len(self.headings))
        self.odd = odd_row(self.headings, kinds)
        self.sample = [row for row in even[self.further :] if not self.odd(row)][:HEAD]
        if not self.sample:
            raise ExportError(
                f"{name} has headings ({', '.join(self.headings[:6])}) and no row below them."
            )

    @property
    def told(self) -> tuple[str, ...]:
        """How the file was read, for people."""
        said = list(self.source.told)
        if self.skipped:
            lines = "1 line" if self.skipped == 1 else f"{self.skipped} lines"
            said.append(f"{lines} above the headings left out")
        if self.further:
            lines = "1 row" if self.further == 1 else f"{self.further} rows"
            said.append(f"{lines} below the headings read as further headings")
        return tuple(said)

    def rows(self) -> Iterator[list[str]]:
        """The rows below the headings."""
        return islice(self.source.rows(), self.below, None)


def _heading_row(rows: list[list[str]]) -> int:
    """Where the headings are: below a title or a filter line, a row as wide as the others."""
    widths = [sum(1 for cell in row if cell.strip()) for row in rows[:20]]
    if len(widths) < 3 or widths[0] > 1:
        return 0
    usual = max(widths)
    return widths.index(next(one for one in widths if one >= max(2, usual - 1))) if usual > 1 else 0


def _questions(rows: list[list[str]], width: int) -> list[str]:
    """What further headings say of each column, codes for programs left out."""
    texts = [[" ".join(cell.split()) for cell in row] for row in rows]
    return [
        next((row[place] for row in texts
              if place < len(row) and row[place] and not row[place].startswith("{")), "")
        for place in range(width)
    ]  # fmt: skip


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
