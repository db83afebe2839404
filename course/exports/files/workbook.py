"""An Excel workbook, read row by row with openpyxl."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from course.exports.errors import ExportError, why
from course.exports.files.cells import written

MOST_ROWS = 1_048_576
"""What a sheet of Excel can have."""
LARGE = 50_000_000
"""Bytes of a part, unpacked, from which on it is looked at whether it can be what it says."""
DENSEST = 200
"""So many times a sheet gets larger when it is unpacked. Real ones get 5 to 60 times larger."""


class Workbook:
    """One sheet of a workbook: the one asked for, else the one with the most rows."""

    def __init__(self, path: Path, sheet: str | None = None) -> None:
        self.path = path
        self._refuse_a_bomb()
        with self._opened() as book:
            # Charts have a sheet of their own and no cells.
            sizes = {one.title: one.max_row or 0 for one in book.worksheets}
        if sheet is not None and sheet not in sizes:
            raise ExportError(
                f"{path.name} has no sheet {sheet!r}; it has {', '.join(map(repr, sizes))}."
            )
        if not sizes:
            raise ExportError(f"{path.name} has no sheet with cells.")
        self.sheet = sheet if sheet is not None else max(sizes, key=lambda name: sizes[name])
        self.others = [name for name in sizes if name != self.sheet]

    @property
    def told(self) -> tuple[str, ...]:
        """How the file was read, for people."""
        said = f"Excel workbook, sheet {self.sheet!r}"
        if self.others:
            said += f" (not read: {', '.join(map(repr, self.others))})"
        return (said,)

    def rows(self) -> Iterator[list[str]]:
        """All rows from the top of the sheet, cells as text."""
        with self._opened() as book:
            sheet = book[self.sheet]
            # A sheet says how large it is, and one stray cell makes that millions of blank cells.
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_row=MOST_ROWS, values_only=True):
                cells = [written(cell) for cell in row]
                if any(cells):
                    yield cells

    def _refuse_a_bomb(self) -> None:
        """A small file that unpacks without end would fill the memory before its first row."""
        try:
            with zipfile.ZipFile(self.path) as packed:
                parts = packed.infolist()
        except (OSError, ValueError, zipfile.BadZipFile):
            return  # what is wrong with it is said when it is opened
        for one in parts:
            if one.file_size > max(LARGE, DENSEST * one.compress_size):
                raise ExportError(
                    f"{self.path.name} is not read: inside it, {one.filename} would unpack from "
                    f"{one.compress_size / 1e6:,.1f} to {one.file_size / 1e6:,.0f} MB, and no real "
                    "workbook does. Export it again, or save it as CSV."
                )

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        try:
            from openpyxl import load_workbook
        except ImportError:
            raise ExportError(
                "Excel files need openpyxl: pip install 'customer-care-course[excel]'. Or save "
                f"{self.path.name} as CSV."
            ) from None
        try:
            # A sheet is read while its rows are asked for, so what is wrong with it shows late.
            book = load_workbook(self.path, read_only=True, data_only=True)
            try:
                yield book
            finally:
                book.close()
        except Exception as error:
            # openpyxl lets errors of zip, XML and its own through.
            raise ExportError(
                f"{self.path.name} cannot be read as an Excel workbook ({why(error)}). Open it in "
                "Excel and save it again, or save it as CSV."
            ) from None
