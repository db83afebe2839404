"""Which column is what: by its heading and by its cells, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from course.exports.columns.fields import Field, Product, fields
from course.exports.columns.headings import plain
from course.exports.columns.mapping import Mapping
from course.exports.columns.wording import hinted_by, said_by
from course.exports.errors import ExportError
from course.exports.recognition.profile import Profile
from course.exports.values import ratings
from course.exports.values.serials import says_when

_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_WORDS = ("status", "truth", "rating", "count", "length", "void", "answerer")
"""Kinds of which the owner may have words of their own."""
_HINTED = ("time", "length", "rating", "status", "truth", "count")


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

    A column is what its heading says and its cells can be. What only its cells say is a guess:
    it is said as a hint, and nothing is worked out from it.

    Raises:
        ExportError: If the mapping file names a column that is not there, or that cannot be what it
            says.
    """
    mapping = mapping or Mapping()
    notes: dict[str, str] = {}
    chosen = _mapped(profiles, mapping, notes)
    ignored = set(mapping.ignore)
    free = [one for one in profiles if one.heading not in ignored and one.heading not in notes]
    _by_name(free, product, chosen, notes, mapping)
    _hints(free, chosen, notes)
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


def _mapped(
    profiles: list[Profile], mapping: Mapping, notes: dict[str, str]
) -> dict[str, tuple[str, str]]:
    there = {one.heading: one for one in profiles}
    chosen = {}
    for role, heading in mapping.columns.items():
        if heading not in there:
            raise ExportError(
                f"The mapping file says that {role!r} is the column {heading!r}, but there is "
                f"none. The columns are: {', '.join(there)}."
            )
        field, one = fields()[role], there[heading]
        given = role in mapping.units or role in mapping.words
        given = given or bool(getattr(getattr(mapping, role, None), "words", None))
        given = given or (field.kind == "time" and one.serial)
        # A column that is blank at first may be filled further down.
        misfit = "" if given or not one.filled else _misfit(one, field)
        if misfit and field.kind in _WORDS and one.times < 0.5:
            notes[heading] = f"your mapping file says it is {field.means}, but {_say(one, role)}"
        elif misfit:
            raise ExportError(
                f"The mapping file says that {heading!r} is {field.means}, but it {misfit}."
            )
        else:
            chosen[role] = (heading, "your mapping file says so")
    return chosen


def _say(one: Profile, role: str) -> str:
    """How a mapping file can tell what the words of a column mean."""
    if fields()[role].kind == "length":
        return "its cells are no lengths of time that are known: give 'units', or 'words' for units"
    words = ", ".join(f"{cell[:20]}: …" for cell in one.values[:3])
    return f"its words are not known: say what they mean with '{role}: {{words: {{{words}}}}}'"


def _by_name(
    profiles: list[Profile],
    product: Product | None,
    chosen: dict[str, tuple[str, str]],
    notes: dict[str, str],
    mapping: Mapping,
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
            unit = bool(product and plain(one.heading) in product.units) or role in mapping.units
            given = role in mapping.words or bool(getattr(getattr(mapping, role, None), "words", 0))
            misfit = "" if given else _misfit(one, field, unit, mapping)
            if misfit and field.kind in ("status", "truth") and one.holds == "texts":
                misfit = f"{misfit}; {_say(one, role)}"
            if misfit:
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
        elif own is None and any(said_by(text, role) for text in (one.heading, one.question)):
            # Answers come before groups that a survey tool made of them.
            later = fields()[role].kind == "rating" and one.numbers < 0.5
            yield len(names) + later, place, one, "words of the heading, and cells"


def _hints(
    profiles: list[Profile], chosen: dict[str, tuple[str, str]], notes: dict[str, str]
) -> None:
    """Say of what is left over what it looks like, where a figure waits for it."""
    taken = {heading for heading, _ in chosen.values()}
    lacking = [role for role, one in fields().items() if role not in chosen
               and one.kind in _HINTED and not role.endswith("_business")]  # fmt: skip
    for one in profiles:
        if one.heading in taken or one.heading in notes or not one.filled:
            continue
        role = next(
            (role for role in lacking
             if any(text and hinted_by(text, role) for text in (one.heading, one.question))
             and not _misfit(one, fields()[role])),
            "",
        )  # fmt: skip
        role = role or _by_cells(one, chosen)
        if role:
            notes[one.heading] = (
                f"looks like {fields()[role].means}; if so, say it in a mapping file: "
                f"'columns: {{{role}: {one.heading}}}'"
            )


def _by_cells(one: Profile, chosen: dict[str, tuple[str, str]]) -> str:
    """What a column could be by its cells alone, where nothing else is."""
    if "customer" not in chosen and one.emails >= 0.9:
        return "customer"
    few = one.distinct <= 12 and one.length < 25
    if "satisfaction" not in chosen and _in_words(one):
        return "satisfaction"
    if "channel" not in chosen and few and one.channels >= 0.9:
        return "channel"
    if "status" not in chosen and few and one.distinct > 1 and one.statuses >= 0.95:
        return "status"
    return ""


def _in_words(one: Profile) -> bool:
    return one.rated >= 0.9 and one.numbers < 0.1 and ratings.words(one.values) is not None


def _misfit(one: Profile, field: Field, unit: bool = False, mapping: Mapping | None = None) -> str:
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
        # A spreadsheet writes 27 hours as a time on the first day of 1900.
        fits = one.times >= 0.9 and one.lengths < 0.9
        fits = fits or all(_EPOCH.fullmatch(cell) for cell in one.values)
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
        fits = (one.numbers >= 0.95 and one.lowest >= 0) or one.truths >= 0.9
    elif field.kind == "answerer":
        fits = one.length <= 40 and one.times < 0.5 and (one.numbers < 0.5 or one.truths >= 0.9)
    elif field.kind == "void":
        # What is blank in most rows and names another case where not says yes by being there.
        fits = one.truths >= 0.9 or (not one.whole and one.times < 0.5 and one.length < 30)
    else:
        fits = one.truths >= 0.9 and one.distinct <= 6
    return "" if fits else holds


def _rest(one: Profile) -> str:
    if not one.filled:
        return "blank in every row looked at"
    if one.length > 60:
        return "long texts: not read"
    if one.holds == "dates":
        return "dates, and the heading does not say that they are any that a figure needs"
    return f"{one.holds} that no figure here needs"


def _examples(one: Profile, role: str) -> tuple[str, ...]:
    hidden = (role and fields()[role].kind in ("person", "answerer")) or one.emails > 0.1
    if hidden or (not role and one.numbers < 0.9 and one.times < 0.9):
        return ()
    return tuple(" ".join(cell.split())[:24] for cell in one.values[:3])
