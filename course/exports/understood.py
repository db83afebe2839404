"""An export as it was understood, before anything is computed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from course.exports.cases import RATINGS, Cases, build
from course.exports.columns.fields import Product, Unit, fields, product_of
from course.exports.columns.headings import plain
from course.exports.columns.mapping import EXAMPLE, Mapping, load_mapping
from course.exports.errors import ExportError
from course.exports.files.cells import blanks, clean
from course.exports.files.plain_text import TextFile
from course.exports.files.rows import LeftOut, collect
from course.exports.files.sources import Sheet, open_sheet
from course.exports.questions import Ask
from course.exports.recognition.profile import Profile, profile
from course.exports.recognition.recognise import Recognised, recognise
from course.exports.words import counted

_ENOUGH = ("opened", "resolved", "closed", "cause", "in_time", *RATINGS)
"""With none of these there is nothing to measure."""


class Understood(Struct):
    """What an export holds."""

    name: str
    """The file's name, without its folder."""
    product: str
    """The help desk it comes from; empty where that is not known."""
    told: tuple[str, ...]
    """How it was read, a phrase each."""
    readings: tuple[Recognised, ...]
    """What every column was taken for."""
    rows: int
    """Rows below the headings."""
    left_out: dict[str, LeftOut]
    cases: Cases
    mapping: Mapping

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each role that a column was taken for."""
        return {one.role: one.heading for one in self.readings if one.role}

    @property
    def frame(self) -> Any:
        """One row a case, as a pandas frame; columns are named by what they are."""
        return self.cases.frame

    def __repr__(self) -> str:
        lost = sum(one.rows for one in self.left_out.values())
        return (
            f"<Understood {self.name}: {self.rows:,} rows, {lost:,} left out, "
            f"{len(self.frame):,} cases, {len(self.headings)} of {len(self.readings)} columns used>"
        )


def understand(
    path: Path,
    *,
    mapping: Path | None = None,
    ask: Ask | None = None,
    zone: str | None = None,
    day_first: bool | None = None,
) -> Understood:
    """Read an export and say what is in it; nothing is measured yet.

    Args:
        path: A CSV file or other text, an Excel workbook (.xlsx) or a Parquet file.
        mapping: A YAML file that says what the columns are, where headings do not.
        ask: Answers questions that the cells leave open; without it a doubt that matters is an
            error.
        zone: The zone in which times without one were written, such as ``"Europe/London"``.
        day_first: Whether 03/04/2026 is in April; ``None`` where the cells must tell.

    Raises:
        ExportError: If the file is missing, empty, no table, or has no column that can be measured.
        Doubt: If a date or a zone is open, and nobody can be asked.
    """
    told_by = load_mapping(mapping) if mapping else Mapping()
    sheet = open_sheet(path, told_by.sheet)
    blank = blanks(told_by.missing)
    separator = _separator(sheet)
    profiles = [
        profile(heading, _column(sheet, place, blank), separator)
        for place, heading in enumerate(sheet.headings)
    ]
    product = product_of(sheet.headings)
    readings = recognise(profiles, product, told_by)
    headings = {one.role: one.heading for one in readings if one.role}
    if not any(role in headings for role in _ENOUGH):
        raise ExportError(_nothing(path.name, sheet.headings))
    rows = collect(sheet.rows(), profiles, list(headings.values()), blank)
    if day_first is None and told_by.dates:
        day_first = told_by.dates == "day-first"
    cases = build(
        rows, headings, mapping=told_by, units=_units(headings, product) | told_by.units,
        serial=_serial(headings, profiles), separator=separator, day_first=day_first,
        zone=zone or told_by.zone, ask=ask,
    )  # fmt: skip
    if not len(cases.frame):
        raise ExportError(
            f"{path.name}: none of {rows.read:,} rows can be used. "
            + " ".join(f"{one.rows:,} {why}." for why, one in rows.left_out.items())
        )
    return Understood(
        name=path.name,
        product=product.name if product else "",
        told=(*sheet.told, *cases.told, *_opening(told_by)),
        readings=readings,
        rows=rows.read,
        left_out=rows.left_out,
        cases=cases,
        mapping=told_by,
    )


def _column(sheet: Sheet, place: int, blank: frozenset[str]) -> list[str]:
    return [clean(row[place], blank) if place < len(row) else "" for row in sheet.sample]


def _units(headings: dict[str, str], product: Product | None) -> dict[str, Unit]:
    """The units that the product gives its own lengths of time, by role."""
    known = product.units if product else {}
    return {
        role: known[plain(heading)] for role, heading in headings.items() if plain(heading) in known
    }


def _serial(headings: dict[str, str], profiles: list[Profile]) -> list[str]:
    """The roles whose dates are numbers."""
    numbers = {one.heading for one in profiles if one.serial}
    return [
        role for role, heading in headings.items()
        if fields()[role].kind == "time" and heading in numbers
    ]  # fmt: skip


def _opening(mapping: Mapping) -> list[str]:
    if not mapping.opening:
        return []
    hours = ", ".join(f"{days} {span}" for days, span in mapping.opening.items())
    closed = f"; closed on {counted(len(mapping.holidays), 'date')}" if mapping.holidays else ""
    return [f"opening hours, from your mapping file: {hours}{closed}"]


def _separator(sheet: Sheet) -> str:
    return (sheet.source.separator or ",") if isinstance(sheet.source, TextFile) else ","


def _nothing(name: str, headings: list[str]) -> str:
    shown = ", ".join(repr(heading[:40]) for heading in headings[:12])
    more = f" and {len(headings) - 12} more" if len(headings) > 12 else ""
    known = ", ".join(fields())
    return (
        f"{name}: no column was recognised that can be measured. The headings are {shown}{more}. "
        f"Say with --mapping FILE what they are; a column can be: {known}. "
        f"A mapping file looks like this:\n{EXAMPLE}"
    )
