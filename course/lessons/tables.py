"""The tables that exercises show, filled from the company's records."""

import csv
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from course.exercises.calculator import SENSELESS, Table
from course.exercises.grouped import Grouped, grouped
from course.exercises.records import Reader
from course.exercises.stayed import Stayed, stayed
from course.lessons.decode import Source, is_file
from course.lessons.places import is_inside

Cell = str | int | float | None
S = TypeVar("S", bound=Struct)


class Rows(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Rows of a file of the records, as they stand there."""

    file: str
    """A file of the records, such as `orders.csv`."""
    columns: tuple[str, ...] = ()
    """All of them, where none is named."""
    where: dict[str, Any] = {}
    """Values by column."""
    caption: str = ""
    """What stands above the table."""
    headings: dict[str, str] = {}
    """By column: the words to show above it."""


def shown_table(
    source: Source, wanted: dict[str, Any], folder: Path, reader: Reader
) -> dict[str, Any]:
    """A table as an exercise shows it.

    `file` asks for rows as they stand in the records, `records` for one row a group, and `stayed`
    for who of each group was still there. Any other table is written out in the exercise and stays
    as it is.

    Raises:
        ContentError: where what is asked for is not in the records.
    """
    if "file" in wanted:
        return _as_they_stand(source, folder, wanted)
    if "records" in wanted:
        return _worked_out(source, wanted, Grouped, lambda asked: grouped(asked, reader))
    if "stayed" in wanted:
        return _worked_out(source, wanted, Stayed, lambda asked: stayed(asked, reader))
    return wanted


def _worked_out(
    source: Source, wanted: dict[str, Any], shape: type[S], work: Callable[[S], Table]
) -> dict[str, Any]:
    asked = source.convert(wanted, shape, "table")
    try:
        made: dict[str, Any] = msgspec.to_builtins(work(asked))
    except SENSELESS as error:
        problem = f"no table comes of it: {error.args[0] if error.args else error}"
        raise source.error("table", problem, "check names and days") from None
    return made


def _as_they_stand(source: Source, folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Rows of a records file that match `where`, with the columns asked for."""
    asked = source.convert(wanted, Rows, "table")
    path = folder / asked.file
    plain = Path(asked.file).name == asked.file and path.suffix == ".csv"
    if not (plain and is_file(path) and is_inside(folder, path)):
        problem = f"there are no records '{asked.file:.60}'"
        raise source.error("table.file", problem, "name a table of the records, such as orders.csv")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, restval="")
            header = list(reader.fieldnames or ())
            columns = asked.columns or tuple(header)
            for name in (*columns, *asked.where):
                if name not in header:
                    problem = f"{path.name} has no column '{name}'"
                    raise source.error("table", problem, "check the name")
            kept = [
                [_cell(row[name]) for name in columns]
                for row in reader
                # Of most rows only this is looked at: a file may have a hundred thousand.
                if all(_cell(row[name]) in _several(one) for name, one in asked.where.items())
            ]
    except (OSError, UnicodeDecodeError, csv.Error):
        problem, mend = f"{path.name} is no table of text", "save it as CSV in UTF-8"
        raise source.error("table.file", problem, mend) from None
    return {
        "columns": list(columns), "rows": kept, "caption": asked.caption, "headings": asked.headings
    }  # fmt: skip


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _cell(text: str) -> Cell:
    if text == "":
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text
