"""The zone of the times of an export: as cells and headings tell it, else as its owner says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from course.exports.columns.headings import zone_in
from course.exports.errors import Doubt
from course.exports.questions import Ask, Question, settle
from course.exports.values import moments
from course.exports.values.column import Column
from course.exports.values.moments import Order
from course.exports.values.zone_names import AHEAD, SEVERAL, distance

_MANY, _SOME, _FIRST = 500, 20, 10_000


class _Zones(Struct, frozen=True):
    """What the cells of one column say about their zone."""

    told: bool
    """Whether any says how far it is from UTC, or names a zone."""
    bare: bool
    """Whether any says nothing."""
    names: frozenset[str]


def settle_zone(
    columns: Mapping[str, Column],
    headings: Mapping[str, str],
    order: Order | None,
    *,
    zone: str | None,
    ask: Ask | None,
    wall: bool,
) -> tuple[bool, str | None, list[str]]:
    """Decide in which zone the times are; parameters as for `settle_clock`.

    Returns:
        Whether any time has a zone of its own; the zone of the others and of the clock on the
        wall; and how that came about, for people.

    >>> settle_zone({"opened": Column.of(["2026-03-02 09:00 CET"])}, {"opened": "Created"},
    ...             None, zone=None, ask=None, wall=False)[2][0]
    'CET is read as UTC+01:00'
    """
    if zone:
        _check_zone(zone)
    seen = {role: _zones(cells, order) for role, cells in columns.items()}
    there = [role for role, one in seen.items() if one.told or one.bare]
    own = {role: named for role in there if (named := zone_in(headings[role]))}
    left = {headings[role]: seen[role] for role in there if role not in own}
    zoned = bool(own) or any(one.told for one in left.values())
    bare = [heading for heading, one in left.items() if one.bare]
    zone = zone or _named(left, ask)
    if zone is None and zoned and bare:
        zone = _ask_zone(
            f"Some times say how far they are from UTC; those in {_listed(bare)} do not. In "
            "which zone were these written, such as Europe/London?",
            ask,
            bare,
        )
    elif zone is None and not zoned:
        zone = _ask_bare(columns, ask, list(headings.values()))
    zone = zone or own.get("opened") or next(iter(own.values()), None)
    if zone is None and zoned and wall:
        zone = _ask_zone(
            "Opening hours are by the clock on the wall, and the times of this file only say how "
            "far they are from UTC. In which zone is the desk, such as Europe/London?",
            ask,
            list(headings.values()),
        )
    told = _names_told(seen.values(), zone)
    if own:
        told.append(f"times are in the zone that their heading names: {_zones_listed(own)}")
    if any(one.told for one in left.values()):
        told.append("times carry their distance from UTC"
                    + (f"; those without it are read in {zone}" if bare else ""))  # fmt: skip
    elif bare and zone:
        told.append(f"times are read in {zone}")
    elif bare and _with_hours(columns):
        told.append("times have no zone and are read as one clock; --zone says which it was")
    return zoned, zone, told


def _named(left: Mapping[str, _Zones], ask: Ask | None) -> str | None:
    """The zone of times that end in a name such as CST; None where there are none."""
    unsure = [heading for heading, one in left.items() if one.names & SEVERAL.keys()]
    if not unsure:
        return None
    names = frozenset().union(*(left[heading].names for heading in unsure)) & SEVERAL.keys()
    means = "; ".join(f"{name} is {SEVERAL[name]}" for name in sorted(names))
    return _ask_zone(
        f"Times in {_listed(unsure)} end in a name that several zones go by: {means}. In which "
        "zone were they written, such as Europe/London?",
        ask,
        unsure,
    )


def _names_told(seen: Iterable[_Zones], zone: str | None) -> list[str]:
    names = sorted(frozenset().union(*(one.names for one in seen)))
    fixed = [f"{name} is read as {distance(AHEAD[name])}" for name in names if name in AHEAD]
    asked = [f"{name} is read as the time of {zone}" for name in names if name in SEVERAL]
    return [", ".join([*fixed, *asked])] if names else []


def _ask_zone(text: str, ask: Ask | None, about: list[str]) -> str:
    question = Question(
        text,
        (),
        "Say it with --zone Europe/London, or with 'zone: Europe/London' in a mapping file.",
        tuple(about),
    )
    zone = settle(question, ask)
    _check_zone(zone)
    return zone


def _ask_bare(columns: Mapping[str, Column], ask: Ask | None, about: list[str]) -> str | None:
    if ask is None or not _with_hours(columns):
        # One clock throughout is a fair reading; it is said beside the figures.
        return None
    question = Question(
        "The times name no zone. In which were they written, such as Europe/London? Leave it "
        "empty if you do not know: they are then read as one clock.",
        (),
        "",
        tuple(about),
    )
    zone = settle(question, ask)
    if not zone:
        return None
    _check_zone(zone)
    return zone


def _with_hours(columns: Mapping[str, Column]) -> bool:
    return any(":" in cell for one in columns.values() for cell in one.shapes.values)


def _zones(column: Column, order: Order | None) -> _Zones:
    found = [moments.read_moment(cell, order or "day", epoch=True) for cell in _examples(column)]
    read = [one for one in found if one is not None]
    return _Zones(
        told=any(one.offset is not None or one.name for one in read),
        bare=any(one.offset is None and not one.name for one in read),
        names=frozenset(one.name for one in read if one.name),
    )


def _examples(column: Column) -> list[str]:
    """A few cells of each shape: what they say of their zone, they say alike."""
    import numpy as np

    shapes = column.shapes
    if len(shapes.values) > _MANY:
        return [cell for cell in column.values if cell]
    found: list[str] = []
    for code, shape in enumerate(shapes.values):
        if shape:
            # The first rows tell nearly always.
            for rows in (shapes.codes[:_FIRST], shapes.codes):
                where = np.flatnonzero(rows == code)[:_SOME]
                if len(where) == _SOME:
                    break
            found += column.only(where).values
    return found


def _listed(names: list[str]) -> str:
    return " and ".join(map(repr, names)) if len(names) < 3 else ", ".join(map(repr, names))


def _zones_listed(own: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(own.values()))


def _check_zone(zone: str) -> None:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(zone)
    except (ValueError, OSError, LookupError):
        raise Doubt(f"{zone!r} is no time zone; give a name such as Europe/London.") from None
