"""Columns of dates into one kind of time: the order of day and month, and the zone, settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from course.company.exports import moments
from course.company.exports.errors import Doubt
from course.company.exports.moments import Evidence, Order, Written
from course.company.exports.questions import Ask, Question, settle

if TYPE_CHECKING:
    import pandas as pd

OLDEST = 1990
"""A date before this year is a sign for no date."""


class Clock(Struct, frozen=True):
    """How the dates of an export are read."""

    order: Order | None
    zoned: bool
    """Whether any time says how far it is from UTC."""
    zone: str | None
    told: tuple[str, ...]


def settle_clock(
    columns: Mapping[str, list[str]],
    headings: Mapping[str, str],
    *,
    day_first: bool | None,
    zone: str | None,
    ask: Ask | None,
) -> Clock:
    """Decide how the dates are to be read; asks where the cells leave it open.

    Parameters
    ----------
    columns
        Cells of each column of dates, by what the column is.
    headings
        What those columns are called in the export.
    day_first, zone
        What is known already.
    ask
        Puts a question to the owner of the data; without it a doubt is an error.

    Raises
    ------
    Doubt
        If the order of day and month or the zone is open, and nobody can be asked.

    >>> settle_clock({"opened": ["13/01/2026 09:00"]}, {"opened": "Created"},
    ...              day_first=None, zone=None, ask=None).order
    'day'
    """
    told: list[str] = []
    if zone:
        _check_zone(zone)
    order = _order(columns, headings, day_first, ask, told)
    seen = {role: _offsets(cells, order) for role, cells in columns.items()}
    # A heading may name the zone for all its cells.
    for role, heading in headings.items():
        if _says_utc(heading) and role in seen:
            seen[role] = (seen[role][0] + seen[role][1], 0)
    zoned = any(with_offset for with_offset, _ in seen.values())
    bare = [headings[role] for role, (_, without) in seen.items() if without]
    if not columns:
        return Clock(None, False, zone, ())
    if zoned and bare and zone is None:
        zone = settle(
            Question(
                f"Some times say how far they are from UTC; those in {_listed(bare)} do not. In "
                "which zone were these written, such as Europe/London?",
                (),
                "Say it with --zone Europe/London, or with 'zone: Europe/London' in a mapping "
                "file.",
            ),
            ask,
        )
        _check_zone(zone)
    elif not zoned and zone is None:
        zone = _ask_bare(columns, ask)
    if zoned:
        told.append("times carry their distance from UTC"
                    + (f"; those without it are read in {zone}" if bare else ""))  # fmt: skip
    elif zone:
        told.append(f"times are read in {zone}")
    elif _with_hours(columns):
        told.append("times have no zone and are read as one clock; --zone says which it was")
    return Clock(order, zoned, zone, tuple(told))


def _ask_bare(columns: Mapping[str, list[str]], ask: Ask | None) -> str | None:
    if ask is None or not _with_hours(columns):
        # One clock throughout is a fair reading; it is said beside the figures.
        return None
    question = Question(
        "The times name no zone. In which were they written, such as Europe/London? Leave it "
        "empty if you do not know: they are then read as one clock.",
        (),
        "",
    )
    zone = settle(question, ask)
    if not zone:
        return None
    _check_zone(zone)
    return zone


def _with_hours(columns: Mapping[str, list[str]]) -> bool:
    return any(":" in cell for cells in columns.values() for cell in cells[:200])


def _order(
    columns: Mapping[str, list[str]],
    headings: Mapping[str, str],
    day_first: bool | None,
    ask: Ask | None,
    told: list[str],
) -> Order | None:
    # One program writes all dates of an export in one way.
    found = sum((moments.evidence(set(cells)) for cells in columns.values()), Evidence())
    if not (found.day or found.month or found.either):
        return None
    if day_first is not None:
        order: Order = "day" if day_first else "month"
        told.append(f"dates such as 03/04/2026 have the {order} first, as you said")
        return order
    if bool(found.day) != bool(found.month):
        order = "day" if found.day else "month"
        sure = found.day or found.month
        told.append(
            f"dates such as 03/04/2026 have the {order} first: {sure:,} different ones allow "
            "nothing else"
        )
        return order
    example, heading = _example(columns, headings)
    both = " Both orders occur." if found.day else ""
    question = Question(
        f"Does {example!r} in {heading!r} begin with the day or with the month?{both}",
        (("d", "the day"), ("m", "the month")),
        "Say it with --day-first or --month-first, or with 'dates: day-first' in a mapping file.",
    )
    order = "day" if settle(question, ask) == "d" else "month"
    told.append(f"dates such as 03/04/2026 have the {order} first, as you said")
    return order


def _example(columns: Mapping[str, list[str]], headings: Mapping[str, str]) -> tuple[str, str]:
    for role, cells in columns.items():
        for cell in cells:
            one = moments.evidence([cell])
            if one.either or one.day or one.month:
                return cell, headings[role]
    raise AssertionError("there is evidence, so there is a cell")


def _offsets(cells: list[str], order: Order | None) -> tuple[int, int]:
    """How many different times say their distance from UTC, and how many do not."""
    found = [moments.read(cell, order or "day", epoch=True) for cell in set(cells) if cell]
    with_offset = sum(one is not None and one.offset is not None for one in found)
    return with_offset, sum(one is not None and one.offset is None for one in found)


def _says_utc(heading: str) -> bool:
    return "(utc)" in heading.lower() or "(gmt)" in heading.lower()


def _listed(names: list[str]) -> str:
    return " and ".join(map(repr, names)) if len(names) < 3 else ", ".join(map(repr, names))


def _check_zone(zone: str) -> None:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(zone)
    except (ValueError, OSError, LookupError):
        raise Doubt(f"{zone!r} is no time zone; give a name such as Europe/London.") from None


def times(
    cells: list[str], clock: Clock, heading: str
) -> tuple[pd.Series, pd.Series, list[bool], list[bool]]:
    """A column of dates as times.

    Returns
    -------
    tuple
        The times, in UTC where any column has a zone, else as one clock; what the clock on the
        wall showed; which filled cells are no date; and which show an hour that the clock
        showed twice or never.
    """
    import pandas as pd

    known: dict[str, Written | None] = {
        cell: _recent(moments.read(cell, clock.order, epoch=True)) for cell in set(cells)
    }
    found = [known[cell] for cell in cells]
    bad = [bool(cell) and one is None for cell, one in zip(cells, found, strict=True)]
    walls = pd.Series([one.wall if one else None for one in found], dtype="datetime64[us]")
    if not clock.zoned:
        return walls, walls, bad, [False] * len(cells)
    utc = 0 if _says_utc(heading) else None
    offsets = pd.Series(
        [None if one is None else one.offset if one.offset is not None else utc for one in found],
        dtype="Float64",
    ).astype("float64")
    shifted = walls - pd.to_timedelta(offsets, unit="min").astype("timedelta64[us]")
    told = shifted.dt.tz_localize("UTC")
    if clock.zone is None:
        return told, walls, bad, [False] * len(cells)
    local = walls.dt.tz_localize(clock.zone, ambiguous="NaT", nonexistent="NaT")
    moments_in_utc = told.where(offsets.notna(), local.dt.tz_convert("UTC"))
    unclear = (walls.notna() & moments_in_utc.isna()).tolist()
    here = moments_in_utc.dt.tz_convert(clock.zone).dt.tz_localize(None)
    return moments_in_utc, here, bad, unclear


def _recent(one: Written | None) -> Written | None:
    return one if one is not None and one.wall.year >= OLDEST else None
