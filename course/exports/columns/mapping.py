"""The small file in which the owner of an export says what its columns are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct, ValidationError, convert

from course.exports.columns.fields import Unit, fields
from course.exports.columns.opening_hours import opening_hours
from course.exports.errors import ExportError

High = Literal["easy", "effort"]
"""What a high answer to a question about effort means."""

EXAMPLE = """columns:
  opened: Eingang
  resolved: Erledigt
  satisfaction: Note
dates: day-first
zone: Europe/Berlin
satisfaction: {scale: [1, 5]}
opening: {mon-fri: 09:00-17:30, sat: 10:00-14:00}
holidays: [2026-12-25, 2026-12-26]
"""
"""What a mapping file looks like."""


class Answers(Struct, frozen=True, forbid_unknown_fields=True):
    """How a survey question was asked."""

    scale: tuple[int, int] | None = None
    """Lowest and highest possible answer."""
    words: dict[str, int] = {}
    """The number that each answer in words stands for."""
    high: High | None = None
    """For a question about effort: what a high answer means."""


class Mapping(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be said about an export; all of it is optional."""

    columns: dict[str, str] = {}
    """What a column is, and its heading."""
    ignore: tuple[str, ...] = ()
    """Headings of columns to leave alone."""
    dates: Literal["day-first", "month-first"] | None = None
    zone: str | None = None
    missing: tuple[str, ...] = ()
    """Further signs for no value."""
    sheet: str | None = None
    """The sheet of a workbook."""
    units: dict[str, Unit] = {}
    """The unit of a column with lengths of time, by what the column is."""
    window: str = "7d"
    """How soon another contact counts as a repeat."""
    opening: dict[str, str] = {}
    """When the desk is open: hours such as 09:00-17:30, by day or by days in a row (mon-fri)."""
    holidays: tuple[date, ...] = ()
    """Dates on which the desk was closed."""
    satisfaction: Answers = Answers()
    effort: Answers = Answers()


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        ExportError: If it is not there, is no YAML, or says something that nobody knows or that
            cannot be; with the place.
    """
    from course.yaml_text import YamlProblem, parse

    try:
        told, _ = parse(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ExportError(f"The mapping file {path} cannot be read: {error.strerror}.") from None
    except (YamlProblem, UnicodeDecodeError) as error:
        where = f", line {error.line}" if isinstance(error, YamlProblem) else ""
        raise ExportError(f"{path.name}{where}: this is not YAML. It looks like this:\n{EXAMPLE}"
                          ) from None  # fmt: skip
    try:
        found = convert(told or {}, Mapping)
    except ValidationError as error:
        raise ExportError(f"{path.name}: {_plain(error)}. It looks like this:\n{EXAMPLE}") from None
    unknown = [name for name in (*found.columns, *found.units) if name not in fields()]
    if unknown:
        raise ExportError(
            f"{path.name}: nothing is called {unknown[0]!r}. A column can be: "
            f"{', '.join(fields())}."
        )
    try:
        opening_hours(found.opening, found.holidays)
    except ExportError as error:
        raise ExportError(f"{path.name}: {error}") from None
    return found


def _plain(error: ValidationError) -> str:
    """What msgspec found, with the place written as in the file.

    >>> _plain(ValidationError("Object contains unknown field `zon` - at `$.satisfaction`"))
    'unknown field `zon`, in satisfaction'
    """
    text, _, place = str(error).partition(" - at ")
    where = place.strip("`$.")
    text = text.replace("Object contains unknown field", "unknown field")
    return f"{text}, in {where}" if where else text
