"""A folder of exports, such as one a month, read as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course.exports.errors import ExportError
from course.exports.words import counted

if TYPE_CHECKING:
    from course.exports.files.sheet import Sheet

KINDS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".gz", ".zip"})


class Folder:
    """The exports in a folder, in the order of their names, one below the other."""

    def __init__(self, path: Path, opened: Callable[[Path], Sheet]) -> None:
        files = sorted(one for one in path.iterdir() if one.suffix.lower() in KINDS)
        if not files:
            raise ExportError(f"{path} is a folder with no export in it.")
        self.sheets = {one.name: opened(one) for one in files}
        self.first = next(iter(self.sheets.values()))
        for name, sheet in self.sheets.items():
            if set(sheet.headings) != set(self.first.headings):
                other = set(sheet.headings) ^ set(self.first.headings)
                raise ExportError(
                    f"{path} is a folder, and its files do not go together: {name} has other "
                    f"headings than {files[0].name} ({', '.join(sorted(other)[:5])}). Measure them "
                    "one by one, or leave those that belong together."
                )

    @property
    def told(self) -> tuple[str, ...]:
        """How the files were read, for people."""
        names = list(self.sheets)
        return (f"{counted(len(names), 'file')} read as one, from {names[0]} to {names[-1]}",
                *self.first.told)  # fmt: skip

    def rows(self) -> Iterator[list[str]]:
        """The headings, then the rows of all files, cells in the order of the first."""
        yield self.first.headings
        for sheet in self.sheets.values():
            order = [sheet.headings.index(one) for one in self.first.headings]
            straight = order == list(range(len(order)))
            for row in sheet.rows():
                # A row of another width is judged where all rows are.
                yield row if straight or len(row) != len(order) else [row[at] for at in order]
