"""A column of dates as points in time, once order and zone are settled.

Cells that differ in their digits only are read together: where the year stands in one of them,
it stands in all.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from course.exports.columns.headings import zone_in
from course.exports.values import moments
from course.exports.values.clocks import Clock
from course.exports.values.column import Column
from course.exports.values.moments import Order, Written
from course.exports.values.written_times import WrittenTimes
from course.exports.values.zone_names import AHEAD, SEVERAL

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

OLDEST = 1990
"""A date before this year is a sign for no date."""
_NONE = re.compile(
    r"(?:0000-00-00|0001-01-01|1899-12-3[01]|1900-01-0[01]|1970-01-01|(?:0?0/){2}0000"
    r"|(?:0?1/){2}(?:0001|1900|1970)|01\.01\.(?:0001|1900|1970)|00\.00\.0000)(?:[ T].*)?"
)
_MANY = 500
"""From so many shapes on, cells are read one by one."""


class Instants(Struct, frozen=True):
    """A column of dates, in step with its cells."""

    times: pd.Series
    """In UTC where any column has a zone, else as one clock."""
    walls: pd.Series
    """What the clock on the wall showed."""
    lost: list[tuple[str, Any]]
    """Why filled cells give no time, each with a mask of the rows."""


def instants(column: Column, clock: Clock, heading: str) -> Instants:
    """Read a column of dates.

    >>> clock = Clock(None, False, None, ())
    >>> found = instants(Column.of(["2026-03-02 09:00", "soon"]), clock, "Created")
    >>> [(why, rows.tolist()) for why, rows in found.lost]
    [("with no date in 'Created'", [False, True])]
    """
    import numpy as np
    import pandas as pd

    zone = zone_in(heading) or clock.zone
    walls, offsets, odd = _read(column, clock.order, zone)
    filled = _filled(column)
    lost = [(f"with no date in {heading!r}", filled & np.isnat(walls) & (odd == 0))]
    lost += [
        (f"with {name} in {heading!r}, no name of {zone}", odd == place)
        for place, name in enumerate(SEVERAL, 1)
        if (odd == place).any()
    ]
    wall = pd.Series(walls, copy=False)
    if not clock.zoned:
        return Instants(wall, wall, lost)
    ahead = pd.Series(pd.to_timedelta(offsets, unit="min")).astype("timedelta64[us]")
    times = (wall - ahead).dt.tz_localize("UTC")
    if zone is not None and (bare := np.isnan(offsets) & ~np.isnat(walls)).any():
        local = wall[bare].dt.tz_localize(zone, ambiguous="NaT", nonexistent="NaT")
        times[bare] = local.dt.tz_convert("UTC")
    unclear = (wall.notna() & times.isna()).to_numpy()
    lost.append((f"at an hour in {heading!r} that the clock showed twice or never", unclear))
    if clock.zone is None:
        return Instants(times, wall, lost)
    return Instants(times, times.dt.tz_convert(clock.zone).dt.tz_localize(None), lost)


def no_date(column: Column, rows: Any) -> NDArray[np.bool_]:
    """Which of some rows have a date that programs write for none, such as 1 January 1970.

    >>> rows = [True, True, False]
    >>> no_date(Column.of(["0000-00-00 00:00:00", "soon", "1970-01-01"]), rows).tolist()
    [True, False, False]
    """
    import numpy as np

    found = np.array(rows)
    if found.any():
        cells = column.only(found).text.to_pylist()
        found[found] = [bool(_NONE.fullmatch(cell)) for cell in cells]
    return found


def _filled(column: Column) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = column.filled().to_numpy(zero_copy_only=False)
    return found


def _read(
    column: Column, order: Order | None, zone: str | None
) -> tuple[NDArray[np.datetime64], NDArray[np.float64], NDArray[np.int8]]:
    """Walls, minutes ahead of UTC, and which name of SEVERAL contradicts the zone, from 1."""
    import numpy as np

    rows = len(column)
    if isinstance(column, WrittenTimes):
        walls = column.walls()
        old = walls < np.datetime64(f"{OLDEST}-01-01")
        if old.any():
            walls = np.where(old, np.datetime64("NaT"), walls)
        # None says how far it is from UTC, and none has a name.
        return walls, np.broadcast_to(np.nan, rows), np.broadcast_to(np.int8(0), rows)
    walls = np.full(rows, "NaT", dtype="datetime64[us]")
    offsets = np.full(rows, np.nan)
    odd = np.zeros(rows, dtype=np.int8)
    shapes = column.shapes
    if len(shapes.values) > _MANY:
        _one_by_one(column, None, order, zone, walls, offsets, odd)
        return walls, offsets, odd
    for code, shape in enumerate(shapes.values):
        if not shape:
            continue
        whole = len(shapes.values) == 1
        where = slice(None) if whole else np.flatnonzero(shapes.codes == code)
        part = column if whole else column.only(where)
        match = moments.matched(shape)
        if match is None or _called(match) in SEVERAL or not shape.isascii():
            _one_by_one(part, where, order, zone, walls, offsets, odd)
            continue
        walls[where], offsets[where] = _together(part, match, order)
    return walls, offsets, odd


def _one_by_one(
    column: Column, where: Any, order: Order | None, zone: str | None, walls: Any, offsets: Any,
    odd: Any,
) -> None:  # fmt: skip
    import numpy as np

    names = list(SEVERAL)
    known: list[tuple[Any, float, int]] = []
    for cell in column.values:
        one = moments.read_moment(cell, order, epoch=True)
        wrong = 0
        if one is not None and one.name and one.offset is None and zone is not None:
            settled = in_zone(one, zone)
            wrong = 0 if settled else names.index(one.name) + 1
            one = settled
        if one is None or one.wall.year < OLDEST:
            known.append(("NaT", np.nan, wrong))
        else:
            known.append((one.wall, np.nan if one.offset is None else one.offset, wrong))
    rows = slice(None) if where is None else where
    read = (np.array(part) for part in zip(*known, strict=True))
    moment, ahead, wrongs = read
    walls[rows] = moment.astype("datetime64[us]")[column.codes]
    offsets[rows] = ahead.astype(float)[column.codes]
    odd[rows] = wrongs.astype(np.int8)[column.codes]


def _together(
    column: Column, match: re.Match[str], order: Order | None
) -> tuple[NDArray[np.datetime64], Any]:
    """Cells of one shape, all of one length."""
    import numpy as np

    text = column.text
    length = len(match.string)
    _, ends, data = text.buffers()
    first = np.frombuffer(ends, dtype=np.int32)[text.offset]
    signs = np.frombuffer(data, dtype=np.uint8, count=len(text) * length, offset=first)
    signs = signs.reshape(len(text), length)

    def number(name: str, otherwise: int = 0) -> Any:
        if name not in match.re.groupindex or match[name] is None:
            return otherwise
        return _whole(signs, *match.span(name))

    year = number("year")
    if len(match["year"]) == 2:
        year = year + 2000
    if "one" in match.re.groupindex:
        day, month, sure = _ordered(number("one"), number("two"), match, order)
    else:
        day, month, sure = number("day"), number("month"), True
        if match.groupdict().get("name"):
            month = np.full(len(text), moments.MONTHS.get(match["name"].lower(), 0))
    hour = number("hour")
    if half := (match["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = number("minute"), number("second")
    fine = sure & (month >= 1) & (month <= 12) & (hour < 24) & (minute < 60) & (second < 60)
    fine &= (year >= OLDEST) & (day >= 1)
    months = (np.where(fine, year, 1970) - 1970) * 12 + np.where(fine, month, 1) - 1
    starts = months.astype("datetime64[M]")
    days = starts.astype("datetime64[D]") + (np.where(fine, day, 1) - 1)
    # 31 April is no date.
    fine &= days.astype("datetime64[M]") == starts
    size = (hour * 3600 + minute * 60 + second) * 1_000_000
    walls = days.astype("datetime64[us]") + np.asarray(size, dtype="timedelta64[us]")
    walls[~fine] = np.datetime64("NaT")
    return walls, _ahead(signs, match)


def _whole(signs: Any, start: int, end: int) -> Any:
    import numpy as np

    found = np.zeros(len(signs), dtype=np.int64)
    for place in range(start, end):
        found = found * 10 + (signs[:, place] - 48)
    return found


def _ordered(one: Any, two: Any, match: re.Match[str], order: Order | None) -> tuple[Any, Any, Any]:
    """Day, month, and where that is certain."""
    import numpy as np

    if moments.dotted(match):
        order = "day"
    if order is not None:
        return (one, two, True) if order == "day" else (two, one, True)
    month_first = two > 12
    sure = month_first | (one > 12) | (one == two)
    return np.where(month_first, two, one), np.where(month_first, one, two), sure


def _ahead(signs: Any, match: re.Match[str]) -> Any:
    """Minutes ahead of UTC; not a number where the cells do not say."""
    import numpy as np

    zone = match["zone"]
    if not zone:
        return np.nan
    if name := _called(match):
        return AHEAD[name]
    found = moments.DISTANCE.search(zone)
    if not found:
        return 0
    start = match.start("zone")
    hours = _whole(signs, start + found.start(2), start + found.end(2))
    minutes = _whole(signs, start + found.start(3), start + found.end(3)) if found[3] else 0
    return (hours * 60 + minutes) * (-1 if found[1] == "-" else 1)


def _called(match: re.Match[str]) -> str:
    return (match["called"] or "").upper()


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
