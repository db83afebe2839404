"""An export as it was understood, before anything is computed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from course.exports.cases.build import RATINGS, Cases, Reading, build
from course.exports.columns.fields import Product, Unit, fields, product_of
from course.exports.columns.headings import plain
from course.exports.columns.mapping import EXAMPLE, Mapping, load_mapping
from course.exports.errors import ExportError
from course.exports.files.cells import blanks, clean
from course.exports.files.folder import Folder
from course.exports.files.plain_text import TextFile
from course.exports.files.rows import LeftOut, Wanted, Watch, collect
from course.exports.files.sheet import Sheet
from course.exports.files.sources import open_sheet
from course.exports.questions import Ask, Question
from course.exports.recognition.profile import Profile, profile
from course.exports.recognition.recognise import Recognised, recognise
from course.exports.recognition.summaries import why_a_summary
from course.exports.words import counted

_ENOUGH = ("opened", "resolved", "closed", "cause", "in_time", "first_contact", "reopens",
           "channel", "team", *RATINGS)  # fmt: skip
"""With none of these there is nothing to measure."""
_BESIDE = 6
"""So many cells of a column are shown beside a question about it."""


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
    watch: Watch | None = None,
) -> Understood:
    """Read an export and say what is in it; nothing is measured yet.

    Args:
        path: A CSV file or other text, an Excel workbook (.xlsx) or a Parquet file, also packed
            (.gz, .zip); or a folder of such files with the same headings, read as one.
        mapping: A YAML file that says what the columns are, where headings do not.
        ask: Answers questions that the cells leave open; without it a doubt that matters is an
            error.
        zone: The zone in which times without one were written, such as ``"Europe/London"``.
        day_first: Whether 03/04/2026 is in April; ``None`` where the cells must tell.
        watch: Is told now and then how many rows are read, and of about how many (``None`` where
            nobody can say).

    Raises:
        ExportError: If the file is missing, empty, no table, or has no column that can be measured.
        Doubt: If a date or a zone is open, and nobody can be asked.
    """
    told_by = load_mapping(mapping) if mapping else Mapping()
    sheet = open_sheet(path, told_by.sheet)
    blank = blanks(told_by.missing)
    separator = _separator(sheet)
    profiles = [
        profile(heading, _column(sheet, place, blank), separator, sheet.questions[place])
        for place, heading in enumerate(sheet.headings)
    ]
    product = product_of(sheet.headings)
    readings = recognise(profiles, product, told_by)
    headings = {one.role: one.heading for one in readings if one.role}
    if why := why_a_summary(profiles, headings):
        raise ExportError(f"{path.name}: {why}")
    if not any(role in headings for role in _ENOUGH):
        raise ExportError(_nothing(path.name, readings))
    texts = tuple(one.heading for one in profiles if _free_text(one, headings))
    rows = collect(
        sheet,
        Wanted(
            profiles, list(headings.values()), sheet.odd, blank,
            copies="case" not in headings and _tells_apart(profiles, headings, texts),
            texts=texts if set(RATINGS) & set(headings) else (),
            rated=tuple(headings[role] for role in RATINGS if role in headings),
        ),
        watch,
    )  # fmt: skip
    if day_first is None and told_by.dates:
        day_first = told_by.dates == "day-first"
    cases = build(
        rows, headings,
        Reading(
            told_by, _units(headings, product) | told_by.units, _serial(headings, profiles),
            dict(zip(sheet.headings, sheet.questions, strict=True)), separator, day_first,
            zone or told_by.zone, _with_cells(ask, profiles),
        ),
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


def _with_cells(ask: Ask | None, profiles: list[Profile]) -> Ask | None:
    """The same, shown some cells of the columns that a question is about."""
    if ask is None:
        return None
    cells = {one.heading: one.values[:_BESIDE] for one in profiles}

    def shown(question: Question) -> str:
        there = {name: cells[name] for name in question.about if name in cells}
        return ask(replace(question, cells=there))

    return shown


def _free_text(one: Profile, headings: dict[str, str]) -> bool:
    """Whether people write freely in a column, so that two cells are hardly ever alike."""
    return (
        one.heading not in headings.values()
        and one.holds in ("texts", "long texts")
        and one.emails < 0.5
        and one.distinct > max(20, 0.5 * one.filled)
    )


def _tells_apart(profiles: list[Profile], headings: dict[str, str], texts: tuple[str, ...]) -> bool:
    """Whether rows that are alike in every cell are of one case, and not of two like ones."""
    if "customer" in headings or texts:
        return True
    opened = next((one for one in profiles if one.heading == headings.get("opened")), None)
    # To the second no two people answer alike.
    return opened is not None and all(cell.count(":") >= 2 for cell in opened.values)


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
    source = sheet.source.first.source if isinstance(sheet.source, Folder) else sheet.source
    return (source.separator or ",") if isinstance(source, TextFile) else ","


def _nothing(name: str, readings: tuple[Recognised, ...]) -> str:
    shown = ", ".join(repr(one.heading[:40]) for one in readings[:12])
    more = f" and {len(readings) - 12} more" if len(readings) > 12 else ""
    known = ", ".join(fields())
    near = [one for one in readings if one.because.startswith(("looks", "named", "your"))]
    hints = "".join(f" {one.heading[:40]!r} {one.because}." for one in near[:6])
    return (
        f"{name}: no column was recognised that can be measured. The headings are {shown}{more}."
        f"{hints} "
        f"Say with --mapping FILE what they are; a column can be: {known}. "
        f"A mapping file looks like this:\n{EXAMPLE}"
    )
