"""The tables that exercises show, filled from the company's records."""

import csv
from pathlib import Path
from typing import Any

import msgspec

from course.exercises.grouped import Grouped, grouped
from course.exercises.records import Reader
from course.lessons.decode import Source


def shown_table(
    source: Source, wanted: dict[str, Any], folder: Path, reader: Reader
) -> dict[str, Any]:
    """A table as an exercise shows it.

    `file` asks for rows as they stand in the records, `records` for one row a group. Any other
    table is written out in the exercise and stays as it is.

    Raises:
        ContentError: where what is asked for is not in the records.
    """
    if "file" in wanted:
        return _as_they_stand(source, folder, wanted)
    if "records" in wanted:
        return _by_group(source, reader, wanted)
    return wanted


def _by_group(source: Source, reader: Reader, wanted: dict[str, Any]) -> dict[str, Any]:
    asked = source.convert(wanted, Grouped, "table")
    try:
        made: dict[str, Any] = msgspec.to_builtins(grouped(asked, reader))
    except (KeyError, ValueError) as error:
        raise source.error(
            "table", f"no table comes of it: {error.args[0]}", "check names and days"
        ) from None
    return made


def _as_they_stand(source: Source, folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Rows of a records file that match `where`, with the columns asked for."""
    path = folder / str(wanted["file"])
    if not path.is_file():
        problem = f"there are no records '{path.name}'"
        raise source.error("table.file", problem, "check the name")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(wanted.get("columns") or rows[0])
    where: dict[str, Any] = wanted.get("where") or {}
    for name in (*columns, *where):
        if name not in rows[0]:
            raise source.error("table", f"{path.name} has no column '{name}'", "check the name")
    kept = [
        [_cell(row[name]) for name in columns]
        for row in rows
        if all(_cell(row[name]) in _several(value) for name, value in where.items())
    ]
    shown: dict[str, Any] = {
        name: wanted[name] for name in ("caption", "headings") if name in wanted
    }
    return {"columns": columns, "rows": kept, **shown}


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _cell(text: str) -> str | int | float | None:
    if text == "":
        return None
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text
