"""`rank`: put items in order. The answer is the list of item ids, first to last."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product
from random import Random
from sys import intern
from typing import Any

from msgspec import Struct

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

COUNTS = "How it is counted: any two of these that stand in the right order earn a point."
"""To the trainee, in one sentence."""
FIRST = "‘{}’ must come first. Where it does not, an order earns half at most."
MOST_OUT_OF_FIRST = 0.5
"""The greatest share of the mark where what must come first does not."""


class Rank(Exercise, frozen=True, kw_only=True, tag="rank", tag_field="kind"):
    """Items to put in order, and what the two ends mean."""

    items: tuple[Option, ...]
    """What is to be put in order: three at least."""
    first: str = "First"
    """What the upper end means."""
    last: str = "Last"
    """What the lower end means."""


class RankKey(Struct, frozen=True, forbid_unknown_fields=True):
    """The order (ids in one inner list may stand in any order), and why each stands there."""

    order: tuple[str | tuple[str, ...], ...]
    """The items, first to last. Those in an inner list may change places."""
    because: dict[str, str]
    """By item: why it stands where it stands."""
    must_be_first: tuple[str, ...] = ()
    """Items that nothing else may stand before: somebody is in danger, say. Where something does,
    the order earns half at most, and that is said first."""


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
    """One point for each two items that stand in the right order, neighbours or not.

    Where something stands before what must be first, half of all points at most.
    """
    place = {item: position for position, item in enumerate(answer)}
    pairs = [
        pair for upper, lower in combinations(_tiers(key), 2) for pair in product(upper, lower)
    ]
    right = [(before, after) for before, after in pairs if place[before] < place[after]]
    astray = _out_of_place([pair for pair in pairs if pair not in right])
    kept_back = [one for one in key.must_be_first if place[one] >= len(key.must_be_first)]
    earned, total = float(len(right)), float(len(pairs))
    if kept_back:
        earned = min(earned, total * MOST_OUT_OF_FIRST)
    text = {item.id: item.text for item in exercise.items}
    first = {one: FIRST.format(text[one]) for one in kept_back}
    shared = Counter(one for pair in right for one in pair)
    parts = tuple(
        Part(
            id=one,
            label=text[one],
            # A right pair is shared by its two items; a wrong one is the fault of one of them.
            earned=0.0 if one in first else shared[one] / 2,
            total=(shared[one] / 2 + astray.get(one, 0)) or float(one in first),
            reason=f"{first[one]} {key.because[one]}" if one in first else key.because[one],
            slip=f"out of place: {text[one]}",
        )
        for tier in _tiers(key)
        for one in tier
    )
    reasons = (key.because[one] for one in dict.fromkeys((*first, *astray)))
    return Scored(earned=earned, total=total, parts=parts, feedback=(*first.values(), *reasons))


def _out_of_place(lost: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The items to move, each with how many pairs that puts right; then all are right.

    One item that was put far too early turns many pairs round, and that item alone is at fault.
    Of two that changed places it is the one that stands too late.

    >>> _out_of_place([("a", "d"), ("b", "d"), ("c", "d")]), _out_of_place([("a", "b")])
    ({'d': 3}, {'a': 1})
    """
    found: dict[str, int] = {}
    while lost:
        counts = Counter([*(before for before, _ in lost), *(after for _, after in lost)])
        worst, pairs = counts.most_common(1)[0]
        found[worst] = pairs
        lost = [pair for pair in lost if worst not in pair]
    return found


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
    elif len(list(filter(None, _tiers(key)))) < 2 <= len(items):
        found.append(("key.order", "all items may change places, so every order is right",
                      "let one of them stand before the others"))  # fmt: skip
    elif () in _tiers(key):
        found.append(("key.order", "an inner list is empty", "take the empty list out"))
    found += _first_problems(key)
    found += [
        ("key.because", f"item '{one}' has no explanation", f"add '{one}:' with the reason")
        for one in items
        if one not in key.because
    ]
    return found


def _first_problems(key: RankKey) -> list[tuple[str, str, str]]:
    """What must be first and does not stand first in the order."""
    wanted, front = set(key.must_be_first), set[str]()
    if len(wanted) < len(key.must_be_first):
        return [("key.must_be_first", "an item is named twice", "name each once")]
    for tier in _tiers(key):
        if wanted <= front:
            break
        front |= set(tier)
    if wanted == front:
        return []
    return [
        (
            "key.must_be_first",
            f"the order begins with {', '.join(sorted(front))}",
            "name all that the order begins with, and nothing else",
        )
    ]


def before(exercise: Rank, key: RankKey) -> Options:
    """Each item before each other, where the order of the two is not free."""
    text = {item.id: item.text for item in exercise.items}
    right = [
        pair for upper, lower in combinations(_tiers(key), 2) for pair in product(upper, lower)
    ]
    return Options(
        "items",
        tuple(
            Option(id=f"{one}:{other}", text=f"‘{text[one]}’ before ‘{text[other]}’")
            for pair in right
            for one, other in (pair, pair[::-1])
        ),
        frozenset(f"{one}:{other}" for one, other in right),
    )


def put(answer: Sequence[str]) -> tuple[str, ...]:
    """Which item was put before which, neighbours or not."""
    return tuple(intern(f"{one}:{other}") for one, other in combinations(answer, 2))


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
    lead="In your order:",
    amiss="out of place",
    thinking=lambda exercise: 7 * len(exercise.items),
    placing=Placing(before, put),
)
