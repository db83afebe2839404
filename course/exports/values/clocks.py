"""Columns of dates into one kind of time: the order of day and month, and the zone, settled."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from course.exports.questions import Ask, Question, settle
from course.exports.values import moments
from course.exports.values.column import Column
from course.exports.values.moments import Evidence, Order
from course.exports.values.zones import settle_zone


class Clock(Struct, frozen=True):
    """How the dates of an export are read."""

    order: Order | None
    zoned: bool
    """Whether any time says how far it is from UTC."""
    zone: str | None
    told: tuple[str, ...]


def settle_clock(
    columns: Mapping[str, Column],
    headings: Mapping[str, str],
    *,
    day_first: bool | None,
    zone: str | None,
    ask: Ask | None,
    wall: bool = False,
) -> Clock:
    """Decide how the dates are to be read; asks where the cells leave it open.

    Args:
        columns: Cells of each column of dates, by what the column is.
        headings: What those columns are called in the export.
        day_first: The order of day and month, if it is known already.
        zone: The zone, if it is known already.
        ask: Puts a question to the owner of the data; without it a doubt is an error.
        wall: Whether the clock on the wall is needed, as it is for opening hours.

    Raises:
        Doubt: If the order of day and month or the zone is open, and nobody can be asked.

    >>> settle_clock({"opened": Column.of(["13/01/2026 09:00"])}, {"opened": "Created"},
    ...              day_first=None, zone=None, ask=None).order
    'day'
    """
    told: list[str] = []
    order = _order(columns, headings, day_first, ask, told)
    zoned, zone, also = settle_zone(columns, headings, order, zone=zone, ask=ask, wall=wall)
    return Clock(order, zoned, zone, (*told, *also))


def _order(
    columns: Mapping[str, Column],
    headings: Mapping[str, str],
    day_first: bool | None,
    ask: Ask | None,
    told: list[str],
) -> Order | None:
    # One program writes all dates of an export in one way.
    found = sum((moments.evidence(_slashed(one)) for one in columns.values()), Evidence())
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
        tuple(headings.values()),
    )
    order = "day" if settle(question, ask) == "d" else "month"
    told.append(f"dates such as 03/04/2026 have the {order} first, as you said")
    return order


def _example(columns: Mapping[str, Column], headings: Mapping[str, str]) -> tuple[str, str]:
    for role, column in columns.items():
        for cell in _slashed(column):
            one = moments.evidence([cell])
            if one.either or one.day or one.month:
                return cell, headings[role]
    raise AssertionError("there is evidence, so there is a cell")


def _slashed(column: Column) -> list[str]:
    """The different cells of the form 03/04/2026, cut down to their dates."""
    import pyarrow.compute as pc

    shapes = column.shapes
    open_ones = [place for place, shape in enumerate(shapes.values) if moments.either_way(shape)]
    if not open_ones:
        return []
    import numpy as np

    cells = column.only(np.isin(shapes.codes, open_ones)).text
    dates = pc.extract_regex(cells, r"(?P<date>\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2}))")
    found: list[str] = pc.unique(pc.struct_field(dates, "date")).drop_null().to_pylist()
    return found
