"""A table into a CSV file, chunk by chunk: UTF-8, commas, newlines, blanks as empty cells."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from course.company.calendar import iso_days, iso_minutes
from course.company.columns import BLANK
from course.company.files.dictionary import HUNDREDTHS, TableTold

if TYPE_CHECKING:
    from course.company.columns import Ints, Table, Texts


class CsvFile:
    """One CSV file that is being written."""

    def __init__(self, path: Path, told: TableTold) -> None:
        self.told = told
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(told.columns)

    def add(self, table: Table) -> None:
        """Write the rows of a chunk."""
        columns = [written(table, self.told, name) for name in self.told.columns]
        self._writer.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def written(table: Table, told: TableTold, name: str) -> list[str]:
    """One column as the texts of its cells.

    >>> import numpy as np
    >>> from course.company.files.dictionary import dictionary
    >>> written({"margin": np.array([1250, -339])}, dictionary()["order-margins"], "margin")
    ['12.50', '-3.39']
    """
    column = table[told.source(name)]
    if column.dtype == object:
        texts: list[str] = column.tolist()
        return texts
    cells: list[str] = _numbers(column, told.columns[name].type).tolist()
    return cells


def _numbers(column: Ints, kind: str) -> Texts:
    import numpy as np

    if kind == "datetime":
        return iso_minutes(column)
    if kind == "date":
        return iso_days(column)
    if kind in HUNDREDTHS:
        texts = ["" if p == BLANK else _hundredths(p) for p in column.tolist()]
    else:
        texts = ["" if number == BLANK else str(number) for number in column.tolist()]
    return np.array(texts, dtype=object)


def _hundredths(number: int) -> str:
    return f"{'-' * (number < 0)}{abs(number) // 100}.{abs(number) % 100:02d}"
