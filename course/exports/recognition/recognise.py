"""Which column is what: by its heading and by its cells, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from course.exports.columns.fields import Field, Product, fields
from course.exports.columns.headings import plain
from course.exports.columns.mapping import Mapping
from course.exports.errors import ExportError
from course.exports.recognition.profile import Profile
from course.exports.values import ratings
from course.exports.values.serials import says_when

_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


class Recognised(Struct, frozen=True):
    """What one column was taken for."""

    heading: str
    role: str
    """An id of fields.yaml; empty where the column is not used."""
    because: str
    filled: int
    examples: tuple[str, ...]
    """A few cells; none of columns that may name or quote people."""


def recognise(
    profiles: list[Profile], product: Product | None = None, mapping: Mapping | None = None
) -> tuple[Recognised, ...]:
    """Say of every column what it is, and why.

    Raises:
        ExportError: If the mapping file names a column that is not there, or that cannot be what it
            says.
    """
    chosen = _mapped(profiles, mapping or Mapping())
    ignored = set((mapping or Mapping()).ignore)
    free = [one for one in profiles if one.heading not in ignored]
    notes: dict[str, str] = {}
    _by_name(free, product, chosen, notes)
    _by_content(free, chosen, notes)
    role_of = {heading: role for role, (heading, _) in chosen.items()}
    readings = []
    for one in profiles:
        role = role_of.get(one.heading, "")
        if role:
            because = chosen[role][1]
        elif one.heading in ignored:
            because = "your mapping file leaves it out"
        else:
            because = notes.get(one.heading) or _rest(one)
        readings.append(Recognised(one.heading, role, because, one.filled, _examples(one, role)))
    return tuple(readings)


def _mapped(profiles: list[Profile], mapping: Mapping) -> dict[str, tuple[str, str]]:
    there = {one.heading: one for one in profiles}
    chosen = {}
    for role, heading in mapping.columns.items():
        if heading not in there:
            raise ExportError(
                f"The mapping file says that {role!r} is the column {heading!r}, but there is "
                f"none. The columns are: {', '.join(there)}."
            )
        field = fields()[role]
        given = role in mapping.units or getattr(getattr(mapping, role, None), "words", None)
        given = given or (field.kind == "time" and there[heading].serial)
        # A column that is blank at first may be filled further down.
        trusted = given or not there[heading].filled
        if misfit := "" if trusted else _misfit(there[heading], field):
            raise ExportError(
                f"The mapping file says that {heading!r} is {field.means}, but it {misfit}."
            )
        chosen[role] = (heading, "your mapping file says so")
    return chosen


def _by_name(
    profiles: list[Profile],
    product: Product | None,
    chosen: dict[str, tuple[str, str]],
    notes: dict[str, str],
) -> None:
    taken = {heading for heading, _ in chosen.values()}
    for role in fields():
        if role in chosen:
            continue
        # Nameless ties go to the column that stands further left.
        for _, _, one, why in sorted(_candidates(role, profiles, product), key=lambda c: c[:2]):
            if one.heading in taken:
                continue
            field = fields()[role]
            unit = bool(product and plain(one.heading) in product.units)
            if misfit := _misfit(one, field, unit):
                notes.setdefault(one.heading, f"named like {field.means}, but it {misfit}")
            elif role in chosen:
                notes.setdefault(one.heading, f"not needed: {chosen[role][0]!r} says {field.means}")
            else:
                chosen[role] = (one.heading, why)
                taken.add(one.heading)
                notes.pop(one.heading, None)
    for one in profiles:
        if product and product.columns.get(plain(one.heading)) == "" and one.heading not in taken:
            notes[one.heading] = product.why[plain(one.heading)]


def _candidates(
    role: str, profiles: list[Profile], product: Product | None
) -> Iterator[tuple[int, int, Profile, str]]:
    names = fields()[role].names
    for place, one in enumerate(profiles):
        name = re.sub(r" \d+$", "", plain(one.heading))
        own = product.columns.get(name) if product else None
        if own == role and product:
            yield -1, place, one, f"heading as in {product.name}, and cells"
        elif own is None and name in names:
            yield names.index(name), place, one, "heading and cells"


def _by_content(
    profiles: list[Profile], chosen: dict[str, tuple[str, str]], notes: dict[str, str]
) -> None:
    def free() -> list[Profile]:
        taken = {heading for heading, _ in chosen.values()}
        return [one for one in profiles if one.heading not in taken and one.filled]

    def take(role: str, found: list[Profile], why: str) -> None:
        # Two that look alike are no answer.
        if role not in chosen and len(found) == 1:
            chosen[role] = (found[0].heading, why)
            notes.pop(found[0].heading, None)

    dates = [one for one in free() if one.times >= 0.95 and one.whole]
    if not any(role in chosen for role in ("opened", "resolved", "closed")):
        take("opened", dates, "cells: the only column of dates")
    if "customer" not in chosen:
        take("customer", [one for one in free() if one.emails >= 0.9], "cells: e-mail addresses")
    answers = [one for one in free() if _in_words(one)]
    take("satisfaction", answers, "cells: answers such as good and bad")
    words = [one for one in free() if one.distinct <= 12 and one.length < 25]
    take("channel", [one for one in words if one.channels >= 0.9], "cells: names of channels")
    if chosen.get("opened", ("", ""))[1].startswith("cells") and "responded" in chosen:
        # Beside the date of a survey, 'answered' is the customer's doing.
        heading, why = chosen["responded"]
        if why == "heading and cells":
            del chosen["responded"]
            notes[heading] = "a date, but of whose answer is not certain"
    take("status", [one for one in words if one.statuses >= 0.95 and one.distinct > 1],
         "cells: names of states")  # fmt: skip


def _in_words(one: Profile) -> bool:
    return one.rated >= 0.9 and one.numbers < 0.1 and ratings.words(one.values) is not None


def _misfit(one: Profile, field: Field, unit: bool = False) -> str:
    """Why a column cannot be this; empty where it can. `unit` tells of a known unit of time."""
    if not one.filled:
        return "is blank"
    few = one.distinct <= max(60, 0.2 * one.filled)
    holds = f"holds {one.holds}"
    if field.kind == "id":
        fits = one.whole and one.length <= 64 and one.times < 0.5
        if fits and one.distinct < max(1, 0.02 * one.filled):
            return "repeats the same few values"
    elif field.kind == "person":
        fits = one.length <= 80 and one.times < 0.5
    elif field.kind == "time":
        fits = one.times >= 0.9 or all(_EPOCH.fullmatch(cell) for cell in one.values)
        fits = fits or (one.serial and says_when(one.heading))
    elif field.kind == "length":
        fits = one.lengths >= 0.9 or (unit and one.numbers >= 0.9)
        if not fits and one.numbers >= 0.9:
            return "names no unit: give it in a mapping file"
    elif field.kind == "status":
        fits, holds = one.statuses >= 0.6 and one.distinct <= 60, "holds no names of states"
    elif field.kind == "words":
        fits = one.length <= 80 and one.times < 0.5 and few
        if one.length <= 80 and not few:
            return "hardly ever holds the same text twice"
    elif field.kind == "rating":
        fits = one.rated >= 0.9 and one.distinct <= 15
        holds = "does not hold whole numbers from 0 to 10, or known words"
    elif field.kind == "count":
        fits = one.numbers >= 0.95 and one.lowest >= 0
    else:
        fits = one.truths >= 0.9 and one.distinct <= 6
    return "" if fits else holds


def _rest(one: Profile) -> str:
    if not one.filled:
        return "blank in every row looked at"
    if one.length > 60:
        return "long texts: not read"
    return f"{one.holds} that no figure here needs"


def _examples(one: Profile, role: str) -> tuple[str, ...]:
    hidden = (role and fields()[role].kind == "person") or one.emails > 0.1
    if hidden or (not role and one.numbers < 0.9 and one.times < 0.9):
        return ()
    return tuple(" ".join(cell.split())[:24] for cell in one.values[:3])
