"""The one place where kinds of exercise are registered."""

from functools import cache
from importlib import import_module
from typing import Any

from course.exercises.base import Exercise, Item, Kind, Specimen
from course.exercises.result import Invalid, NotAttempted, Recorded, Result

NAMES = ("choice", "sort", "rank", "number", "reply", "dialogue")


@cache
def kind(name: str) -> Kind[Any, Any]:
    """The kind of that name, imported when first asked for.

    >>> kind("choice").name
    'choice'
    """
    if name not in NAMES:
        raise KeyError(f"there is no kind of exercise called '{name}'; use {', '.join(NAMES)}")
    found: Kind[Any, Any] = import_module(f"course.exercises.{name}").KIND
    return found


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


def vary(item: Item, seed: int) -> Item:
    """The variant of an exercise that a seed draws; the same exercise where it has none."""
    if item.kind.vary is None:
        return item
    exercise, key = item.kind.vary(item.exercise, item.key, seed)
    return Item(kind=item.kind, exercise=exercise, key=key, file=item.file)


def public(item: Item) -> Exercise:
    """What a trainee may see before answering."""
    found: Exercise = item.exercise
    return found
