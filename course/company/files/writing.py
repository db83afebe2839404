"""All records of the company into a folder, some thousand customers at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from course.company.columns import length
from course.company.errors import CompanyError
from course.company.files.csv_file import CsvFile
from course.company.files.describe import datapackage, readme
from course.company.files.dictionary import dictionary
from course.company.files.parquet_file import ParquetFile, needs_pyarrow
from course.company.generator.chunk import chunk, fixed
from course.company.generator.world import World, world

if TYPE_CHECKING:
    from course.company.columns import Table

MOST = 9_999_999
"""More customers than this are refused: their numbers have seven digits at most."""
_AT_A_TIME = 10_000


@dataclass(frozen=True)
class Written:
    """What was written: the folder, the rows of each table, and the bytes of all files."""

    folder: Path
    rows: dict[str, int]
    size: int

    def __str__(self) -> str:
        """One line for people."""
        rows = ", ".join(f"{count:,} {name}" for name, count in self.rows.items())
        return f"{self.folder}: {rows}; {self.size / 1e6:.1f} MB"


def write_records(
    folder: Path, customers: int, seed: int | None, suffix: Literal["csv", "parquet"], replace: bool
) -> Written:
    """See `course.company.write`."""
    if not 1 <= customers <= MOST:
        raise CompanyError(f"customers is a number from 1 to {MOST:,}, not {customers:,}.")
    if suffix not in ("csv", "parquet"):
        raise CompanyError(f"format is 'csv' or 'parquet', not {suffix!r}.")
    if suffix == "parquet":
        needs_pyarrow()
    files = {name: folder / f"{name}.{suffix}" for name in dictionary()}
    there = [path.name for path in files.values() if path.exists()]
    if there and not replace:
        raise CompanyError(
            f"{folder} already holds {there[0]}"
            + (f" and {len(there) - 1} more of these files" if len(there) > 1 else "")
            + ". Choose an empty folder, or say that they may be replaced."
        )
    folder.mkdir(parents=True, exist_ok=True)
    rows = _write_tables(world(seed), files, customers, suffix)
    described = [
        _describe(folder / "datapackage.json", datapackage, suffix),
        _describe(folder / "README.md", readme, suffix),
    ]
    size = sum(path.stat().st_size for path in [*files.values(), *described])
    return Written(folder, rows, size)


def _write_tables(
    here: World, files: dict[str, Path], customers: int, suffix: str
) -> dict[str, int]:
    """Into files of another name first, so that a broken run leaves no half of a table behind."""
    kind = CsvFile if suffix == "csv" else ParquetFile
    parts = {name: path.with_name(path.name + ".part") for name, path in files.items()}
    sinks: dict[str, CsvFile | ParquetFile] = {}
    rows = dict.fromkeys(files, 0)
    try:
        for name, path in parts.items():
            sinks[name] = kind(path, dictionary()[name])
        for tables in _chunks(here, customers):
            for name, table in tables.items():
                sinks[name].add(table)
                rows[name] += length(table)
        while sinks:
            sinks.popitem()[1].close()
        for name, path in files.items():
            os.replace(parts[name], path)
    finally:
        for sink in sinks.values():
            sink.close()
        for path in parts.values():
            path.unlink(missing_ok=True)
    return rows


def _chunks(here: World, customers: int) -> Iterator[dict[str, Table]]:
    yield fixed(here)
    for first in range(1, customers + 1, _AT_A_TIME):
        yield chunk(here, first, min(first + _AT_A_TIME - 1, customers))


def _describe(path: Path, text: Callable[[str, str], str], suffix: str) -> Path:
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(text(kept, suffix), encoding="utf-8", newline="\n")
    return path
