"""`sort`: put items under headings. The answer maps each item id to a heading id."""

from random import Random
from sys import intern
from typing import Any

from msgspec import Struct

from course.exercises.agreement import Agreement, agreement
from course.exercises.base import (
    Exercise,
    Kind,
    Option,
    Options,
    Placing,
    Specimen,
    unknown,
    wrong_shape,
)
from course.exercises.result import Invalid, Part, Scored


class Sort(Exercise, frozen=True, kw_only=True, tag="sort", tag_field="kind"):
    """Items and the headings to put them under."""

    items: tuple[Option, ...]
    """What is to be placed."""
    headings: tuple[Option, ...]
    """Where it can go: two at least, and something belongs under each."""
    raters: bool = False
    """The headings are marks, so the answer is compared with the key as two raters are."""


class SortKey(Struct, frozen=True, forbid_unknown_fields=True):
    """Where each item belongs (several headings where two are defensible), and why."""

    belongs: dict[str, str | tuple[str, ...]]
    """By item: the heading that it belongs under, or a list of those that can be defended."""
    because: dict[str, str]
    """By item: why it belongs there."""


def _allowed(key: SortKey, item: str) -> tuple[str, ...]:
    given = key.belongs[item]
    return (given,) if isinstance(given, str) else given


def validate(exercise: Sort, answer: Any) -> Invalid | None:
    """Whether `answer` places every item under a heading of this exercise."""
    if not isinstance(answer, dict) or not all(
        isinstance(one, str) for pair in answer.items() for one in pair
    ):
        return wrong_shape(answer, "a heading id for each item id")
    items = [item.id for item in exercise.items]
    bad = unknown(list(answer), items, "item") or unknown(
        list(answer.values()), [heading.id for heading in exercise.headings], "heading"
    )
    if bad:
        return bad
    left = len(items) - len(answer)
    if left:
        return Invalid(f"{left} of {len(items)} {'is' if left == 1 else 'are'} not placed yet.")
    return None


def score(exercise: Sort, key: SortKey, answer: Any) -> Scored:
    """One point for each item under a heading where it belongs."""
    headings = {heading.id: heading.text for heading in exercise.headings}
    parts = tuple(
        Part(
            id=item.id,
            label=f"{item.text} → {headings[answer[item.id]]}",
            earned=float(answer[item.id] in _allowed(key, item.id)),
            total=1.0,
            reason=key.because[item.id],
        )
        for item in exercise.items
    )
    earned = sum(part.earned for part in parts)
    compared = (raters(exercise, key, answer).sentence,) if exercise.raters else ()
    return Scored(
        earned=earned,
        total=float(len(parts)),
        parts=parts,
        feedback=(*compared, *(part.reason for part in parts if not part.earned)),
    )


def raters(exercise: Sort, key: SortKey, answer: dict[str, str]) -> Agreement:
    """How far the trainee's marks agree with the key's; of several allowed, the one given."""
    pairs = []
    for item in exercise.items:
        mine, allowed = answer[item.id], _allowed(key, item.id)
        pairs.append((mine, mine if mine in allowed else allowed[0]))
    return agreement([heading.id for heading in exercise.headings], pairs)


def guess(exercise: Sort, dice: Random) -> dict[str, str]:
    """Each item under a heading by chance."""
    headings = [heading.id for heading in exercise.headings]
    return {item.id: dice.choice(headings) for item in exercise.items}


def specimens(exercise: Sort, key: SortKey) -> list[Specimen]:
    """A right, a partly right, a wrong and an invalid answer."""
    headings = [heading.id for heading in exercise.headings]
    right = {item.id: _allowed(key, item.id)[0] for item in exercise.items}
    wrong = {
        item: next((one for one in headings if one not in _allowed(key, item)), place)
        for item, place in right.items()
    }
    first = next(iter(right))
    partly = {**wrong, first: right[first]}
    anywhere = sum(wrong[item] == right[item] for item in right) / len(right)
    return [
        Specimen(name="right", answer=right, result="scored", low=1.0),
        Specimen(name="partly", answer=partly, result="scored", low=0.01, high=0.99),
        Specimen(name="wrong", answer=wrong, result="scored", high=anywhere),
        Specimen(name="invalid", answer={first: right[first]}, result="invalid"),
    ]


def problems(exercise: Sort, key: SortKey | None) -> list[tuple[str, str, str]]:
    """Items without a place or reason, headings that nothing belongs under."""
    items = [item.id for item in exercise.items]
    headings = [heading.id for heading in exercise.headings]
    found: list[tuple[str, str, str]] = []
    for place, ids in (("items", items), ("headings", headings)):
        if len(set(ids)) != len(ids):
            found.append((place, "two share an id", "give each its own id"))
        if len(ids) < 2:
            found.append((place, "there are fewer than two", "add another"))
    if key is None:
        return found
    for place, given in (("key.belongs", set(key.belongs)), ("key.because", set(key.because))):
        found += [
            (place, f"item '{one}' is missing", f"add '{one}:'")
            for one in items
            if one not in given
        ]
        found += [
            (f"{place}.{one}", f"there is no item '{one}'", f"use one of {', '.join(items)}")
            for one in given
            if one not in items
        ]
    used = {heading for item in key.belongs for heading in _allowed(key, item)}
    found += [
        ("key.belongs", f"there is no heading '{one}'", f"use one of {', '.join(headings)}")
        for one in sorted(used - set(headings))
    ]
    found += [
        ("headings", f"nothing belongs under '{one}'", "add an item for it or take it out")
        for one in headings
        if one not in used
    ]
    return found


def places(exercise: Sort, key: SortKey) -> tuple[int, ...]:
    """The number of each item's heading, from 0; what is not there is found elsewhere."""
    headings = [heading.id for heading in exercise.headings]
    first = (_allowed(key, item.id)[0] for item in exercise.items if key.belongs.get(item.id))
    return tuple(headings.index(one) for one in first if one in headings)


def under(exercise: Sort, key: SortKey) -> Options:
    """Each item under each heading."""
    listed = tuple(
        Option(id=f"{item.id}:{heading.id}", text=f"{item.text} → {heading.text}")
        for item in exercise.items
        for heading in exercise.headings
    )
    right = frozenset(f"{item}:{one}" for item in key.belongs for one in _allowed(key, item))
    return Options("items", listed, right)


def put(answer: dict[str, str]) -> tuple[str, ...]:
    """Which item was put under which heading."""
    # Kept of thousands of trainees: one text for all of them.
    return tuple(intern(f"{item}:{heading}") for item, heading in answer.items())


KIND = Kind(
    name="sort",
    noun="Sorting",
    definition=Sort,
    key=SortKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    guess=guess,
    lead="You put:",
    amiss="belongs elsewhere",
    thinking=lambda exercise: 7 * len(exercise.items),
    own_words=frozenset({"because", "headings"}),
    placing=Placing(under, put),
    places=places,
)
