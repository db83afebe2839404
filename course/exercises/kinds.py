"""The one place where kinds of exercise are registered.

To add one, write its file beside this one and put its `KIND` in `KINDS`. Every room then reads,
checks, marks and reports it. For a widget of its own, add `course/page/views/NAME.py`,
`course/page/static/NAME.js` and their line in `course/page/source.py`; without one the page says
in a sentence that it has nothing to answer it with.
"""

from random import Random
from typing import Any

import msgspec

from course.exercises import choice, dialogue, number, rank, reply, sort
from course.exercises.base import Exercise, Item, Kind, Specimen, seed
from course.exercises.result import Invalid, NotAttempted, Recorded, Result

KINDS: dict[str, Kind[Any, Any]] = {
    one.name: one
    for one in (
        choice.KIND,
        sort.KIND,
        rank.KIND,
        number.KIND,
        reply.KIND,
        dialogue.KIND,
    )
}
"""By name. A kind that is added here is known to every room."""


def kind(name: str) -> Kind[Any, Any]:
    """The kind of that name.

    Raises:
        KeyError: where there is none; the message lists those there are.

    >>> kind("choice").noun
    'A question with options'
    """
    if name not in KINDS:
        raise KeyError(f"there is no kind of exercise called '{name}'; use {', '.join(KINDS)}")
    return KINDS[name]


def check(item: Item, answer: Any) -> Result:
    """Validates and marks an answer: the one way in for widgets, tests and graders.

    `Recorded` where the key is not here, `NotAttempted` for None.
    """
    if answer is None:
        return NotAttempted()
    refused: Invalid | None = item.kind.validate(item.exercise, answer)
    if refused:
        return refused
    if item.key is None:
        return Recorded()
    return item.kind.score(item.exercise, item.key, answer)


def specimens(item: Item) -> list[Specimen]:
    """Answers made from the key with what each must come to."""
    return item.kind.specimens(item.exercise, item.key)


def best(item: Item) -> Any:
    """The best answer there is to an exercise whose key is here."""
    if item.kind.best is not None:
        return item.kind.best(item.exercise, item.key)
    return next(one.answer for one in specimens(item) if one.name == "right")


def guess(item: Item, dice: Random) -> Any:
    """A valid answer by chance; the key plays no part in it."""
    return item.kind.guess(item.exercise, dice)


def vary(item: Item, drawn: int) -> Item:
    """The variant of an exercise that a seed draws; the same exercise where it has none."""
    if item.kind.vary is None:
        return item
    exercise, key = item.kind.vary(item.exercise, item.key, drawn)
    if exercise is item.exercise:
        return item
    return msgspec.structs.replace(item, exercise=exercise, key=key)


def variant(item: Item, trainee: str, number: int = 0) -> Item:
    """The variant of that number of one trainee.

    Where there is a pool, the first is the exercise as it is written. After that each trainee
    begins elsewhere in the pool, and meets one after the other.
    """
    if item.kind.vary is None:
        return item
    drawn = seed(trainee, item.id, 0 if item.kind.pool else number)
    if item.kind.pool:
        drawn = number and 1 + (drawn + number - 1) % item.kind.pool
    return vary(item, drawn)


def public(item: Item) -> Exercise:
    """What a trainee may see before answering."""
    found: Exercise = item.exercise
    return found
