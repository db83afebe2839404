"""A path through a conversation with every state it passed."""

from collections.abc import Sequence
from typing import NamedTuple

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.engine import Advance, advance, find_choice, start
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Scenario


class Passage(NamedTuple):
    """One turn of a path."""

    before: State
    choice: Choice
    result: Advance


def trail_of(index: Index, choice_ids: Sequence[str]) -> list[Passage]:
    """Every turn of the path; raises `ChoiceError` where a line cannot be said."""
    state, trail = start(index.scenario), list[Passage]()
    for number, choice_id in enumerate(choice_ids, 1):
        choice = find_choice(index, state, choice_id, number)
        result = advance(index, state, choice)
        trail.append(Passage(state, choice, result))
        state = result.after
    return trail


def reached(
    scenario: Scenario, choice_ids: Sequence[str], coefficients: Coefficients = DEFAULT
) -> State:
    """The state that a path leads to, without a word of what is said on it.

    Raises:
        ChoiceError: where a line cannot be said.

    >>> from course.scenarios import SMALL
    >>> reached(SMALL, ["own-it"]).ended, reached(SMALL, ["own-it", "new-mug"]).ended
    (False, True)
    """
    trail = trail_of(index_of(scenario, coefficients), choice_ids)
    return trail[-1].result.after if trail else start(scenario)
