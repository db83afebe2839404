"""Every line that somebody may say: those of scenarios, and the options of exercises."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from course.exercises import Item
from course.scenarios import Scenario
from course.scenarios.definition import Choice, Moment
from course.scenarios.variants import texts_of

CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
"""A word with a capital that does not begin a sentence: mostly a name."""
NO_NAMES = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("January", "February", "March", "April", "June", "July", "August", "September"),
    *("October", "November", "December", "Mrs", "Marlow", "Finch"),
}


class Place(NamedTuple):
    """A line that somebody may say, and all there is to know of where it stands."""

    where: str
    words: str
    context: str
    """What the customer said, or what the exercise asks."""
    helpers: frozenset[str]
    """Names that stand around it, less the customer's own: whom it may name as the one to help."""
    answers: bool = True
    """Whether it is said to somebody who has just spoken."""
    case: Scenario | None = None
    moment: Moment | None = None
    choice: Choice | None = None


class Picked(NamedTuple):
    """An option of an exercise that a key scores, and that exercise."""

    place: Place
    item: Item
    option: str


def said_in(case: Scenario) -> Iterator[Place]:
    """Every line of a scenario."""
    helpers = _names(texts_of(case)) - set(case.customer.name.split())
    for moment in case.moments:
        says = " ".join(line.text for line in moment.says)
        for choice in moment.choices:
            where = f"{case.id} / {moment.id} / {choice.id}"
            yield Place(where, choice.text, says, helpers, True, case, moment, choice)


def picked_in(items: Iterable[Item], kinds: Iterable[str]) -> Iterator[Picked]:
    """Every option of the exercises of these kinds."""
    for item in items:
        exercise: Any = item.exercise
        if item.key is None or item.kind.name not in kinds:
            continue
        says, options = getattr(exercise, "says", ""), getattr(exercise, "options", ())
        options = options or exercise.items
        asked = f"{exercise.prompt} {says}"
        helpers = _names([asked, *(option.text for option in options)])
        helpers -= set(CAPITAL.findall(getattr(exercise, "said_by", "")))
        for option in options:
            place = Place(f"{item.id} / {option.id}", option.text, asked, helpers, bool(says))
            yield Picked(place, item, option.id)


def _names(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in WITHIN.findall(text)) - NO_NAMES
