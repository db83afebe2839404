"""The lines of the best roads: what a conversation teaches as right."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import ChoiceError
from course.scenarios.conversation.trail import reached
from course.scenarios.definition import Scenario
from course.scenarios.exploration.explore import explore
from course.scenarios.exploration.outlook import outlook_of

FULL = 95
"""Marks from which a road counts as one with full marks; where none earns as many, the best do."""


class BestLines(NamedTuple):
    """Ids of all that is said on a best road."""

    choices: frozenset[str]
    moments: frozenset[str]
    """Moments and endings: what the customer says there."""


@lru_cache(maxsize=64)
def best_lines(scenario: Scenario) -> BestLines:
    """What is said on a best road.

    One with full marks, the best to a best ending, or what the test plan gives the highest mark.

    >>> from course.scenarios import SMALL
    >>> sorted(best_lines(SMALL).choices), sorted(best_lines(SMALL).moments)
    (['new-mug', 'own-it'], ['mended', 'mending', 'opening'])
    """
    outlook = outlook_of(scenario, DEFAULT)
    graph, marks = outlook.graph, outlook.marks
    least = min(FULL, max((mark for mark in marks if mark is not None), default=0.0))
    good = [mark is not None and mark >= least for mark in marks]
    choices = {name for edges in graph.edges for name, to in edges if good[to]}
    moments = {state.at for state, kept in zip(graph.states, good, strict=True) if kept}
    for road in _named(scenario):
        choices.update(road)
        moments.update(_moments(scenario, road))
    return BestLines(frozenset(choices), frozenset(moments))


def _named(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    yield from (one.best_path for one in explore(scenario).endings if one.best and one.ways)
    best = max((play.handling[1] for play in scenario.plan), default=0.0)
    yield from (play.choices for play in scenario.plan if play.handling[1] == best)


def _moments(scenario: Scenario, road: tuple[str, ...]) -> Iterator[str]:
    """Where a road leads; nothing where it cannot be taken any more."""
    try:
        yield from (reached(scenario, road[:at]).at for at in range(len(road) + 1))
    except ChoiceError:
        return
