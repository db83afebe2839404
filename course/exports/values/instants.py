"""A column of dates as points in time, once order and zone are settled."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from course.exports.columns.headings import zone_in
from course.exports.values import moments
from course.exports.values.clocks import Clock
from course.exports.values.moments import Written

if TYPE_CHECKING:
    import pandas as pd

OLDEST = 1990
"""A date before this year is a sign for no date."""


class Instants(Struct, frozen=True):
    """A column of dates, in step with its cells."""

    times: pd.Series
    """In UTC where any column has a zone, else as one clock."""
    walls: pd.Series
    """What the clock on the wall showed."""
    lost: list[str]
    """Why a filled cell gives no time; empty where it does."""


def instants(cells: list[str], clock: Clock, heading: str) -> Instants:
    """Read a column of dates.

    >>> clock = Clock(None, False, None, ())
    >>> instants(["2026-03-02 09:00", "soon"], clock, "Created").lost
    ['', "with no date in 'Created'"]
    """
    import pandas as pd

    zone = zone_in(heading) or clock.zone
    known = {cell: _read(cell, clock, zone, heading) for cell in set(cells)}
    found = [known[cell][0] for cell in cells]
    lost = [known[cell][1] for cell in cells]
    walls = pd.Series([one.wall if one else None for one in found], dtype="datetime64[us]")
    if not clock.zoned:
        return Instants(walls, walls, lost)
    offsets = pd.Series([one.offset if one else None for one in found], dtype="Float64")
    ahead = pd.to_timedelta(offsets.astype("float64"), unit="min").astype("timedelta64[us]")
    times = (walls - ahead).dt.tz_localize("UTC")
    if zone is not None:
        local = walls.dt.tz_localize(zone, ambiguous="NaT", nonexistent="NaT")
        times = times.where(offsets.notna(), local.dt.tz_convert("UTC"))
    why = f"at an hour in {heading!r} that the clock showed twice or never"
    unclear = (walls.notna() & times.isna()).tolist()
    lost = [why if one else other for one, other in zip(unclear, lost, strict=True)]
    if clock.zone is None:
        return Instants(times, walls, lost)
    return Instants(times, times.dt.tz_convert(clock.zone).dt.tz_localize(None), lost)


def _read(cell: str, clock: Clock, zone: str | None, heading: str) -> tuple[Written | None, str]:
    """The time in a cell; else why there is none."""
    one = moments.read_moment(cell, clock.order, epoch=True)
    if one is None or one.wall.year < OLDEST:
        return None, f"with no date in {heading!r}" if cell else ""
    if not one.name or one.offset is not None or zone is None:
        return one, ""
    settled = in_zone(one, zone)
    return settled, "" if settled else f"with {one.name} in {heading!r}, no name of {zone}"


def in_zone(one: Written, zone: str) -> Written | None:
    """A time whose name only a zone can settle, with its distance from UTC.

    None where the zone does not go by that name in that year: cell and zone contradict each
    other. Like names with one meaning, a name holds all year.

    >>> in_zone(moments.read_moment("2026-07-01 09:00 BST"), "Europe/London").offset
    60
    >>> in_zone(moments.read_moment("2026-07-01 09:00 CST"), "Europe/London") is None
    True
    """
    here = ZoneInfo(zone)
    moment = one.wall.replace(tzinfo=here)
    year = [datetime(one.wall.year, month, 1, tzinfo=here) for month in range(1, 13)]
    for there in (moment, *year):
        # Some zones have a number in place of a name; they cannot contradict.
        if there.tzname() == one.name or (there is moment and not str(there.tzname()).isalpha()):
            return replace(one, offset=(there.utcoffset() or timedelta()) // timedelta(minutes=1))
    return None
