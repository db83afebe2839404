"""A text file of rows: which encoding it is in, and what stands between its cells."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from course.exports.errors import ExportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252, because it is not UTF-8",
}
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_PIECE = 1 << 20
LONGEST_CELL = 10_000_000
"""More characters than this in one cell mean a quotation mark that is never closed."""


def looked_through(path: Path) -> tuple[str, bool]:
    """The encoding of a text file, and whether it holds zeros that are no text.

    The encoding is told by its mark, else it is UTF-8 if all of it is, else Windows-1252.

    Raises:
        ExportError: If the file holds no text.
    """
    with path.open("rb") as file:
        head = file.read(4096)
        name = next((name for mark, name in _MARKS if head.startswith(mark)), "")
        if not name and b"\0" in head:
            name = _without_mark(head)
            if not name:
                raise ExportError(f"{path.name} is not a table: it holds no text that can be read.")
        if name.startswith("utf-16"):
            return name, True
        file.seek(0)
        # What a mark says of the encoding needs no proof.
        decoder = None if name else codecs.getincrementaldecoder("utf-8")()
        zeros = False
        for piece in chain(iter(lambda: file.read(_PIECE), b""), (b"",)):
            zeros = zeros or b"\0" in piece
            # What is ASCII is seen to be so ten times as fast, unless a letter has begun.
            if decoder and (not piece.isascii() or decoder.getstate()[0]):
                try:
                    decoder.decode(piece, final=not piece)
                except UnicodeDecodeError:
                    name, decoder = "cp1252", None
    return name or "utf-8", zeros


def _without_mark(head: bytes) -> str:
    """Which UTF-16 a file begins in, if any: Latin letters have a zero in every other byte."""
    kinds = ((1, "utf-16-le"), (0, "utf-16-be"))
    return next(
        (name for first, name in kinds if head[first::2].count(0) > 0.8 * len(head[first::2])), ""
    )


def separator_of(sample: str) -> str:
    """What stands between the cells: the sign that cuts most lines into equally many cells.

    >>> separator_of("a;b;c\\n1,5;2;3\\n2,5;1;1\\n") , separator_of("score\\n4\\n5\\n")
    (';', ',')
    """
    best, found = (0.0, 0), ","
    for sign in _SEPARATORS:
        try:
            rows = list(csv.reader(sample.splitlines(keepends=True), delimiter=sign))
        except csv.Error:
            continue
        widths = [len(row) for row in rows[:200] if row]
        if not widths:
            continue
        usual = max(set(widths), key=widths.count)
        if usual > 1:
            score = (round(widths.count(usual) / len(widths), 2), usual)
            if score > best:
                best, found = score, sign
    return found


class TextFile:
    """A CSV file or the like, read row by row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding, self.zeros = looked_through(path)
        with self._open() as file:
            sample = file.read(200_000)
        if not sample.strip("\ufeff \t\r\n\0"):
            raise ExportError(f"{path.name} is empty: there is nothing in it to measure.")
        # Some spreadsheets write the separator into a line of its own.
        self.preface = sample[:6].lower().startswith("sep=")
        lines = sample.split("\n", 1)
        self.separator = lines[0][4] if self.preface and len(lines[0]) > 4 else None
        if self.separator is None:
            # The last line of the sample may be cut off.
            self.separator = separator_of(sample.rsplit("\n", 1)[0] if len(lines) > 1 else sample)

    @property
    def told(self) -> tuple[str, ...]:
        """How the file was read, for people."""
        name = _SEPARATORS.get(self.separator or "", repr(self.separator))
        return (f"text in {_NAMES[self.encoding]}, cells between {name}",)

    def rows(self) -> Iterator[list[str]]:
        """All rows from the top of the file, cells as they are written."""
        csv.field_size_limit(LONGEST_CELL)
        try:
            with self._open() as file:
                if self.preface:
                    file.readline()
                lines: Iterable[str] = file
                if self.zeros:
                    # Without the zeros that some programs leave behind.
                    lines = (line.replace("\0", "") for line in file)
                # Rows that are blank are none.
                yield from filter(any, csv.reader(lines, delimiter=self.separator or ","))
        except csv.Error as error:
            raise ExportError(
                f"{self.path.name} cannot be read as a table ({error}). A quotation mark that is "
                "opened and never closed does that. Export it again, or save it as .xlsx."
            ) from None

    def _open(self) -> TextIO:
        # Line breaks inside of cells are the csv reader's business.
        return self.path.open(encoding=self.encoding, errors="replace", newline="")
