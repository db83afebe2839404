"""`rank`: put items in order. The answer is the list of item ids, first to last."""

from itertools import pairwise
from random import Random
from typing import Any

from msgspec import Struct

from course.exercises.base import Exercise, Kind, Option, Specimen, unknown, wrong_shape
from course.exercises.result import Invalid, Part, Scored


class Rank(Exercise, frozen=True, kw_only=True, tag="rank", tag_field="kind"):
    """Items to put in order, and what the two ends mean."""

    items: tuple[Option, ...]
    first: str = "First"
    last: str = "Last"


class RankKey(Struct, frozen=True, forbid_unknown_fields=True):
    """The order (ids in one inner list may stand in any order), and why each stands there."""

    order: tuple[str | tuple[str, ...], ...]
    because: dict[str, str]


def _tiers(key: RankKey) -> list[tuple[str, ...]]:
    return [(tier,) if isinstance(tier, str) else tier for tier in key.order]


def validate(exercise: Rank, answer: Any) -> Invalid | None:
    """Whether `answer` names every item once."""
    if not isinstance(answer, list | tuple) or not all(isinstance(one, str) for one in answer):
        return wrong_shape(answer, "a list of item ids, first to last")
    items = [item.id for item in exercise.items]
    bad = unknown(list(answer), items, "item")
    if bad:
        return bad
    if len(set(answer)) != len(answer):
        return Invalid("The same item is named twice.")
    left = len(items) - len(answer)
    if left:
        return Invalid(f"{left} of {len(items)} {'has' if left == 1 else 'have'} no place yet.")
    return None


def score(exercise: Rank, key: RankKey, answer: Any) -> Scored:
    """One point for each neighbouring pair of the right order that the answer has in that order."""
    text = {item.id: item.text for item in exercise.items}
    label = "{} · before · {}"
    place = {item: position for position, item in enumerate(answer)}
    tiers = _tiers(key)
    parts = tuple(
        Part(
            id=f"{before}-before-{after}",
            label=label.format(text[before], text[after]),
            earned=float(place[before] < place[after]),
            total=1.0,
            reason=key.because[after] if place[before] < place[after] else key.because[before],
            slip=f"turned round: {label.format(text[before], text[after])}",
        )
        for upper, lower in pairwise(tiers)
        for before in upper
        for after in lower
    )
    return Scored(
        earned=sum(part.earned for part in parts),
        total=float(len(parts)),
        parts=parts,
        feedback=tuple(dict.fromkeys(part.reason for part in parts if not part.earned)),
    )


def guess(exercise: Rank, dice: Random) -> list[str]:
    """The items in any order."""
    return dice.sample([item.id for item in exercise.items], len(exercise.items))


def specimens(exercise: Rank, key: RankKey) -> list[Specimen]:
    """A right, a partly right, a wrong and an invalid answer."""
    right = [one for tier in _tiers(key) for one in tier]
    made = [
        Specimen(name="right", answer=right, result="scored", low=1.0),
        Specimen(name="wrong", answer=right[::-1], result="scored", high=0.0),
        Specimen(name="invalid", answer=right[:-1], result="invalid"),
    ]
    if len(_tiers(key)) > 2:
        first, last = _tiers(key)[0], _tiers(key)[-1]
        middle = [one for one in right if one not in first + last]
        swapped = [*middle, *first, *last]
        made.append(Specimen(name="partly", answer=swapped, result="scored", low=0.01, high=0.99))
    return made


def problems(exercise: Rank, key: RankKey | None) -> list[tuple[str, str, str]]:
    """Items without a place in the order or without a reason."""
    items = [item.id for item in exercise.items]
    found: list[tuple[str, str, str]] = []
    if len(set(items)) != len(items):
        found.append(("items", "two items share an id", "give each its own id"))
    if len(items) < 3:
        found.append(("items", "there are fewer than three items", "use a choice instead"))
    if key is None:
        return found
    placed = [one for tier in _tiers(key) for one in tier]
    if sorted(placed) != sorted(items):
        found.append(("key.order", "it does not name every item once", f"use {', '.join(items)}"))
    found += [
        ("key.because", f"item '{one}' has no explanation", f"add '{one}:' with the reason")
        for one in items
        if one not in key.because
    ]
    return found


KIND = Kind(
    name="rank",
    noun="Putting in order",
    definition=Rank,
    key=RankKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    guess=guess,
    lead="Your order has:",
    amiss="the other way round is better",
    thinking=lambda exercise: 7 * len(exercise.items),
)
