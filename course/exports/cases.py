"""Rows of text into cases: times read, answers read, one row a case, with all losses counted."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.exports.columns.fields import Unit, fields
from course.exports.columns.mapping import Answers, Mapping
from course.exports.files.rows import Rows
from course.exports.questions import Ask
from course.exports.values.clocks import Clock, settle_clock
from course.exports.values.instants import instants
from course.exports.values.numbers import decimal_comma, number, seconds, unit_in
from course.exports.values.serials import as_date
from course.exports.values.surveys import SurveyColumn, survey
from course.exports.words import counted

if TYPE_CHECKING:
    import pandas as pd

Units = dict[str, Unit]
_UNITS = {"seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0}
_YES = frozenset({"true", "yes", "y", "1", "within sla", "met", "in time"})
RATINGS = ("satisfaction", "recommend", "effort")


class Cases(Struct):
    """One row a case, the columns named by what they are, and how that came about."""

    frame: Any
    """A pandas frame; `day` is the date on the wall when the case was opened."""
    clock: Clock
    surveys: dict[str, SurveyColumn]
    told: list[str]
    events: int
    """Rows of an event log that were put together; 0 where a row was a case all along."""


def build(
    rows: Rows,
    headings: dict[str, str],
    *,
    mapping: Mapping,
    units: Units | None = None,
    serial: Collection[str] = (),
    separator: str = ",",
    day_first: bool | None = None,
    zone: str | None = None,
    ask: Ask | None = None,
) -> Cases:
    """Turn rows into cases.

    Args:
        rows: Cells by heading; rows left out here are counted in it.
        headings: The heading of each role.
        units: The unit of lengths of time whose headings name none, by role.
        serial: Roles whose dates a spreadsheet left behind as numbers.
        mapping: What the owner of the data says of the columns.
        separator: What stands between the cells of a text file.
        day_first: Whether 03/04/2026 is in April; ``None`` where the cells must tell.
        zone: The zone in which times without one were written.
        ask: Answers questions that the cells leave open.

    Raises:
        Doubt: If a date or a zone is open, and nobody can be asked.
    """
    import pandas as pd

    cells = {role: rows.cells[heading] for role, heading in headings.items()}
    kinds = {role: fields()[role].kind for role in cells}
    for role in serial:
        cells[role] = [as_date(cell) or cell for cell in cells[role]]
    dated = {role: cells[role] for role in cells if kinds[role] == "time"}
    clock = settle_clock(
        dated, {role: headings[role] for role in dated}, day_first=day_first, zone=zone, ask=ask,
        wall=bool(mapping.opening),
    )  # fmt: skip
    numbers = (_serial(rows.cells[headings[role]], headings[role]) for role in serial)
    told = [*filter(None, numbers), *clock.told]
    frame = pd.DataFrame({"place": rows.places})
    lost = pd.Series("", index=frame.index, dtype=object)
    for role in dated:
        read = instants(dated[role], clock, headings[role])
        frame[role] = read.times
        if role == "opened":
            frame["day"] = read.walls.dt.normalize()
        if role != "updated":
            lost = lost.where(lost != "", pd.Series(read.lost, dtype=object))
    surveys = _surveys(cells, headings, mapping, separator, ask, told)
    for role, one in surveys.items():
        frame[role] = pd.Series(one.answers, dtype="Int64")
    for role, column in cells.items():
        if kinds[role] in ("id", "person", "words", "status"):
            frame[role] = pd.Series([cell or None for cell in column], dtype=object)
        elif kinds[role] == "truth":
            frame[role] = _truth(column)
        elif kinds[role] in ("count", "length"):
            frame[role] = _numbers(column, headings[role], role, units or {}, separator)
    if "case" in frame and "opened" in frame:
        empty = frame["case"].isna() & frame["opened"].isna() & (lost == "")
        lost[empty] = "with neither a case nor a date, such as a line of totals"
    for place, why in zip(frame["place"][lost != ""], lost[lost != ""], strict=True):
        rows.leave(str(why), int(place))
    frame = frame[lost == ""].reset_index(drop=True)
    frame, events = _one_row_a_case(frame, rows, told)
    return Cases(_derived(frame.drop(columns="place")), clock, surveys, told, events)


def _serial(cells: list[str], heading: str) -> str:
    """How the numbers in a column of dates were read, by its first one."""
    one = next((cell for cell in cells if as_date(cell)), "")
    return one and (
        f"numbers in {heading!r} are days as Excel counts them (1900 system): {one} is "
        f"{as_date(one)}"
    )


def _surveys(
    cells: dict[str, list[str]],
    headings: dict[str, str],
    mapping: Mapping,
    separator: str,
    ask: Ask | None,
    told: list[str],
) -> dict[str, SurveyColumn]:
    found = {}
    for role in RATINGS:
        if role in cells:
            given: Answers | None = getattr(mapping, role, None)
            found[role] = survey(
                cells[role], headings[role], role, given=given, separator=separator, ask=ask
            )
            told += found[role].told
    return found


def _truth(column: list[str]) -> pd.Series:
    import pandas as pd

    return pd.Series([None if not cell else cell.lower() in _YES for cell in column],
                     dtype="boolean")  # fmt: skip


def _numbers(column: list[str], heading: str, role: str, units: Units, separator: str) -> pd.Series:
    import pandas as pd

    comma = decimal_comma(set(column), separator)
    if fields()[role].kind == "count":
        return pd.Series([number(cell, comma) if cell else None for cell in column],
                         dtype="float64")  # fmt: skip
    unit = _UNITS[units[role]] if role in units else unit_in(heading)
    return pd.Series([seconds(cell, unit, comma) if cell else None for cell in column],
                     dtype="float64")  # fmt: skip


def _derived(frame: pd.DataFrame) -> pd.DataFrame:
    """Points in time that an export gives as lengths only."""
    import pandas as pd

    if "opened" not in frame:
        return frame
    for end, length in (("responded", "response_time"), ("resolved", "resolution_time")):
        ends = {end, "closed"} if end == "resolved" else {end}
        if length in frame and not any(one in frame and frame[one].notna().any() for one in ends):
            after = pd.to_timedelta(frame[length], unit="s").astype("timedelta64[us]")
            frame = frame.assign(**{end: frame["opened"] + after})
    return frame


def _one_row_a_case(frame: pd.DataFrame, rows: Rows, told: list[str]) -> tuple[pd.DataFrame, int]:
    """Put the events of a case together, or drop what is there twice."""
    if "case" not in frame or not frame["case"].duplicated().any():
        return frame, 0
    named = frame["case"].notna()
    facts = [name for name in frame if name != "place"]
    copies = frame.duplicated(subset=facts) & named
    events = named.sum() / max(frame["case"].nunique(), 1) >= 1.5
    if not events and "updated" in frame:
        states = frame[named & ~copies].groupby("case")["updated"].nunique()
        events = bool((states > 1).mean() > 0.2)
    if not events:
        for place in frame["place"][copies]:
            rows.leave("that are an exact copy of another", int(place))
        frame = frame[~copies]
        order = frame.sort_values("updated", kind="stable") if "updated" in frame else frame
        older = order["case"].duplicated(keep="last") & order["case"].notna()
        for place in sorted(order["place"][older]):
            rows.leave("about a case that has a later row", int(place))
        return order[~older].sort_index().reset_index(drop=True), 0
    order = frame.sort_values("updated", kind="stable") if "updated" in frame else frame
    together = order[order["case"].notna()].groupby("case", sort=False)
    how = {"opened": "min", "day": "min", "responded": "min", "reopens": "max", "resolved": "max"}
    merged = together.agg({name: how.get(str(name), "last") for name in facts if name != "case"})
    merged = merged.reset_index()
    merged["place"] = 0
    nameless = order[order["case"].isna()]
    for place in nameless["place"]:
        rows.leave("of an event log that name no case", int(place))
    told.append(
        f"{counted(len(frame), 'row')} are events: put together to {counted(len(merged), 'case')}, "
        "with the last word on each"
    )
    return merged, len(frame)
