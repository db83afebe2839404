"""Rows of text into cases: times read, answers read, one row a case, with all losses counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.exports.cases.ends import ended_or_open
from course.exports.cases.once import all_different, kept, near_copies, one_row_a_case
from course.exports.cases.readers import Doubtful, Units, read_column
from course.exports.columns.fields import fields
from course.exports.columns.mapping import Answers
from course.exports.columns.mapping import Mapping as Told
from course.exports.files.rows import Rows
from course.exports.questions import Ask
from course.exports.values.clocks import Clock, settle_clock
from course.exports.values.column import Column, let_go
from course.exports.values.instants import instants, no_date
from course.exports.values.serials import as_date
from course.exports.values.states import OPEN, VOID, stands
from course.exports.values.surveys import SurveyColumn, survey
from course.exports.words import counted

if TYPE_CHECKING:
    import pandas as pd

RATINGS = ("satisfaction", "recommend", "effort")
_NO_MORE = ("place", "places", "written", "case", "agent", "updated")
"""Columns that tell cases apart, and say nothing of a case that is measured."""


class Cases(Struct):
    """One row a case, the columns named by what they are, and how that came about."""

    frame: Any
    """A pandas frame; `stands` is 'open' or 'ended' where a status says so. Where times have
    zones, `day` is the date on the wall when the case was opened; see `days`."""
    clock: Clock
    surveys: dict[str, SurveyColumn]
    told: list[str]
    events: int
    """Rows of an event log that were put together; 0 where a row was a case all along."""
    unread: dict[str, str]
    """Columns that could not be used after all, by what they were taken for, and why."""


def days(frame: Any) -> pd.Series:
    """The date on the wall when each case was opened."""
    found: pd.Series = frame["day"] if "day" in frame else frame["opened"].dt.normalize()
    return found


class Reading(Struct, frozen=True):
    """How the cells are to be read."""

    mapping: Told
    units: Units = {}
    """The unit of lengths of time whose headings name none, by role."""
    serial: Collection[str] = ()
    """Roles whose dates a spreadsheet left behind as numbers."""
    questions: Mapping[str, str] = {}
    """What a further heading says, by heading."""
    separator: str = ","
    day_first: bool | None = None
    zone: str | None = None
    ask: Ask | None = None


def build(rows: Rows, headings: dict[str, str], how: Reading) -> Cases:
    """Turn rows into cases.

    Args:
        rows: Cells by heading; rows left out here are counted in it.
        headings: The heading of each role.
        how: How cells are read.

    Raises:
        Doubt: If a date or a zone is open, and nobody can be asked.
    """
    import numpy as np
    import pandas as pd

    # What was read is let go of, column by column.
    cells = {role: rows.cells.pop(heading) for role, heading in headings.items()}
    if "case" in cells and all_different(cells["case"]):
        del cells["case"]  # there is nothing to put together
    if "case" not in cells:
        # Who worked on it only tells rows of one case apart.
        cells.pop("agent", None)
        if "customer" in cells:
            # First, for nothing else takes so much room while it is done.
            let_go()
            cells["customer"] = cells["customer"].apart()
            let_go()
    elif "customer" in cells:
        cells["customer"] = Column(cells["customer"].text)
    kinds = {role: fields()[role].kind for role in cells}
    numbers = [_serial(cells[role], headings[role]) for role in how.serial]
    for role in how.serial:
        cells[role] = _dates(cells[role])
    dated = {role: cells[role] for role in cells if kinds[role] == "time"}
    clock = settle_clock(
        dated, {role: headings[role] for role in dated}, day_first=how.day_first, zone=how.zone,
        ask=how.ask, wall=bool(how.mapping.opening),
    )  # fmt: skip
    told = [*filter(None, numbers), *clock.told]
    frame = pd.DataFrame({"place": rows.places})
    lost = np.zeros(len(frame), dtype=bool)
    going_on = _going_on(cells["status"], how.mapping) if "status" in cells else lost
    for role in list(dated):
        cells.pop(role)
        column = dated.pop(role)
        read = instants(column, clock, headings[role])
        frame[role] = read.times
        let_go()
        if role == "opened" and clock.zoned:
            frame["day"] = read.walls.dt.normalize()
        if role != "updated":
            for why, where in read.lost:
                if role != "opened" and (none := no_date(column, where & going_on)).any():
                    # Not yet, written as a date: the status says so too.
                    where = where & ~none
                    told.append(
                        f"{headings[role]!r}: {counted(int(none.sum()), 'cell')} of open cases "
                        "with a date that stands for none, such as 1970-01-01, counted as blank"
                    )
                lost = _leave(rows, why, where, lost)
    surveys = _surveys(cells, headings, how, told)
    unread: dict[str, str] = {}
    for role in list(cells):
        column = cells.pop(role)
        if role in surveys:
            answers = surveys[role].answers
            small = all(-100 <= one <= 100 for one in answers.values())
            frame[role] = column.looked_up(answers, "Int8" if small else "Int64")
            continue
        try:
            frame[role] = read_column(column, role, headings[role], how.mapping, how.units,
                                      how.separator, how.ask, told)  # fmt: skip
        except Doubtful as doubt:
            unread[role] = str(doubt)
            told.append(str(doubt))
        if role == "status":
            frame["stands"] = _stands(column, headings[role], how.mapping, told)
        del column
        let_go()
    if rows.texts is not None:
        frame["written"] = pd.Series(rows.texts, copy=False)
        rows.texts = None
    if "case" in frame and "opened" in frame:
        empty = (frame["case"].isna() & frame["opened"].isna()).to_numpy()
        lost = _leave(rows, "with neither a case nor a date, such as a line of totals", empty, lost)
    if lost.any():
        frame = kept(frame, ~lost)
    frame, events = one_row_a_case(frame, rows, told)
    frame, gone = _without_voids(frame, rows, headings, events)
    events -= gone
    let_go()
    told += near_copies(frame)
    let_go()
    frame = frame.drop(columns=[*_NO_MORE], errors="ignore")
    return Cases(
        ended_or_open(frame, headings, how.mapping, told), clock, surveys, told, events, unread
    )


def _stands(column: Column, heading: str, mapping: Told, told: list[str]) -> pd.Series:
    """Where each case stands; words that are not known are named."""
    words = mapping.states()
    unknown = [cell for cell in column.counts() if not stands(cell, words)]
    if unknown:
        shown = ", ".join(repr(cell[:30]) for cell in unknown[:3])
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        told.append(
            f"{heading!r}: whether {shown}{more} means open or ended is not known; a mapping file "
            f"with 'status: {{words: {{{unknown[0][:30]}: open}}}}' says it"
        )
    return column.read(lambda cell: stands(cell, words) or None, "category")


def _going_on(column: Column, mapping: Told) -> Any:
    """Which rows are open by their status."""
    words = mapping.states()
    return (
        column.read(lambda cell: stands(cell, words) == OPEN, "boolean")
        .fillna(False)
        .to_numpy(dtype=bool)
    )


def _leave(rows: Rows, why: str, where: Any, lost: Any) -> Any:
    """Count rows that are left out, each for its first reason; all that are lost by then."""
    rows.leave(why, rows.places[where & ~lost])
    return lost | where


def _dates(column: Column) -> Column:
    import pyarrow as pa

    read = pa.array([as_date(cell) or cell for cell in column.values], pa.string())
    return Column(read.take(pa.array(column.codes)))


def _serial(column: Column, heading: str) -> str:
    """How the numbers in a column of dates were read, by its first one."""
    one = next((cell for cell in column.values if as_date(cell)), "")
    return one and (
        f"numbers in {heading!r} are days as Excel counts them (1900 system): {one} is "
        f"{as_date(one)}"
    )


def _surveys(
    cells: dict[str, Column], headings: dict[str, str], how: Reading, told: list[str]
) -> dict[str, SurveyColumn]:
    found = {}
    for role in RATINGS:
        if role in cells:
            given: Answers = getattr(how.mapping, role)
            heading = headings[role]
            asked = " ".join(filter(None, (heading, how.questions.get(heading, ""))))
            found[role] = survey(
                cells[role].counts(), asked, role, given=given, separator=how.separator,
                ask=how.ask,
            )  # fmt: skip
            told += found[role].told
    return found


def _without_voids(
    frame: pd.DataFrame, rows: Rows, headings: dict[str, str], events: int
) -> tuple[pd.DataFrame, int]:
    """Without rows that say themselves that they are no cases; how many events went with them."""
    import numpy as np
    import pandas as pd

    marks = [role for role in headings if fields()[role].kind == "void" and role in frame]
    if not marks and not ("stands" in frame and frame["stands"].isin(list(VOID)).any()):
        return frame, 0
    why = pd.Series("", index=frame.index, dtype=object)
    for role in marks:
        marked = frame[role].fillna(False).astype(bool) & (why == "")
        why[marked] = f"marked as {role} in {headings[role]!r}"
    if "stands" in frame:
        for name in VOID:
            marked = (frame["stands"] == name) & (why == "")
            why[marked] = f"that are {name} by {headings['status']!r}"
    gone = 0
    for reason in why[why != ""].unique():
        marked = why == reason
        if events:
            places = np.concatenate(frame.loc[marked, "places"].to_list())
            gone += len(places)
        else:
            places = frame.loc[marked, "place"].to_numpy()
        rows.leave(str(reason), np.sort(places))
    return kept(frame, (why == "").to_numpy()), gone
