"""The handling mark: what the agent controlled, each criterion with its reason.

It never asks how the customer felt; that is the survey's part.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from course.kept import kept
from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.play import told
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage, trail_of
from course.scenarios.conversation.transcript import Transcript
from course.scenarios.definition import Scenario
from course.scenarios.handling.criteria import explain, in_part, title_of
from course.scenarios.handling.shares import mark_of, shares_of


class Criterion(Struct, frozen=True, kw_only=True):
    """One thing the mark looks at."""

    id: str
    title: str
    earned: float
    total: float
    reason: str
    """Why, quoting the agent's own line where there is one."""
    turn: int | None = None
    """The turn the reason is about, from 1; None for the whole conversation."""


class Handling(Struct, frozen=True, kw_only=True):
    """How a conversation was handled."""

    mark: float
    """0 to 100, to one decimal: earned points over all points, or 0 after a fatal breach."""
    criteria: tuple[Criterion, ...]
    fatal: tuple[str, ...] = ()
    """Titles of the house rules whose breach zeroed the mark."""
    finished: bool = True
    """False for a half-played conversation: the mark is what it has earned so far."""


def handling(
    scenario: Scenario, transcript: Transcript, coefficients: Coefficients = DEFAULT
) -> Handling:
    """Mark a conversation by the scenario's rubric.

    An ending that the file calls best earns the whole of 'solve', a kind refusal, a handover
    or a safe end included.

    >>> from course.scenarios import SMALL, play
    >>> handling(SMALL, play(SMALL, ["own-it", "new-mug"])).mark
    100.0
    >>> poor = handling(SMALL, play(SMALL, ["coupon", "new-mug"]))
    >>> poor.mark
    35.6
    >>> [c.reason for c in poor.criteria if c.id == "own"]
    ["No line said 'I will', so it was nobody's task."]
    """
    index = index_of(scenario, coefficients)
    return _marked(index, trail_of(index, transcript.choices), transcript.state)


def _marked(index: Index, trail: list[Passage], state: State) -> Handling:
    rules = index.scenario.rules
    broken = [rule.title for rule in rules if rule.fatal and rule.id in state.breaches]
    criteria, noted = [], ""
    for share in shares_of(index, state):
        reason, turn = explain(index, share, trail)
        note = in_part(share, turn, state) if trail else ""
        if note and not noted:
            noted, reason = note, f"{reason} {note}"
        criteria.append(
            Criterion(
                id=share.id,
                title=title_of(index, share.id),
                earned=round(share.share * share.weight, 2),
                total=share.weight,
                reason=reason,
                turn=turn,
            )
        )
    return Handling(
        mark=round(mark_of(index, state), 1),
        criteria=tuple(criteria),
        fatal=tuple(broken),
        finished=state.ended,
    )


class Handled(NamedTuple):
    """A conversation as it went, and how it was handled."""

    transcript: Transcript
    handling: Handling


def handled(scenario: Scenario, choice_ids: Sequence[str]) -> Handled:
    """Plays and marks a conversation: once, though several ask, and many take the best path.

    Raises:
        ChoiceError: where a line cannot be said.
    """
    return _player(scenario)(tuple(choice_ids))


@kept
def _player(scenario: Scenario) -> Callable[[tuple[str, ...]], Handled]:
    """What becomes of a path, worked out once for all who take it."""
    index = index_of(scenario, DEFAULT)

    @lru_cache(maxsize=128)
    def played(choice_ids: tuple[str, ...]) -> Handled:
        trail = trail_of(index, choice_ids)
        transcript = told(index, trail)
        return Handled(transcript, _marked(index, trail, transcript.state))

    return played
