"""What each state of a conversation can still come to, worked out once for a scenario."""

from functools import lru_cache
from typing import NamedTuple

from course.scenarios.coefficients import Coefficients
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Scenario
from course.scenarios.exploration.graph import MOST_STATES, Graph, best_from, walk
from course.scenarios.handling.shares import mark_of
from course.scenarios.survey.feelings import Felt, felt_of

KEPT = 4
"""Scenarios whose walks are kept: a large one holds some 10 MB."""


class Outlook(NamedTuple):
    """A scenario's states with the best that each can still come to."""

    graph: Graph
    marks: list[float | None]
    """The highest handling mark."""
    points: list[float | None]
    """The most satisfied customer, 0 to 100."""
    best: list[float | None]
    """1 where one of the best endings is in reach, else 0."""

    def mark(self, state: State) -> float:
        """The highest handling mark in reach; 0 where no ending is."""
        return self.marks[self.graph.number[state]] or 0.0

    def felt(self, state: State) -> float:
        """The highest satisfaction in reach, 0 to 100."""
        return self.points[self.graph.number[state]] or 0.0

    def can_be_best(self, state: State) -> bool:
        """Is one of the best endings in reach?"""
        return bool(self.best[self.graph.number[state]])

    def knows(self, state: State) -> bool:
        """Was this state reached by the walk?"""
        return state in self.graph.number


@lru_cache(maxsize=KEPT)
def graph_of(scenario: Scenario, coefficients: Coefficients, limit: int) -> Graph:
    """The walk from the opening, kept for whoever asks next. Not to be changed."""
    return walk(index_of(scenario, coefficients), limit=limit)


class End(NamedTuple):
    """What a state in which the conversation is over comes to."""

    mark: float
    """The handling mark, 0 to 100."""
    felt: Felt


@lru_cache(maxsize=KEPT)
def ends_of(scenario: Scenario, coefficients: Coefficients, limit: int) -> dict[State, End]:
    """What every ending that the walk reached comes to, in its order. Not to be changed."""
    index = index_of(scenario, coefficients)
    graph = graph_of(scenario, coefficients, limit)
    ended = (graph.states[at] for at in graph.endings())
    return {state: End(mark_of(index, state), felt_of(index, state)) for state in ended}


def outlook_of(scenario: Scenario, coefficients: Coefficients, limit: int = MOST_STATES) -> Outlook:
    """Exact look-ahead from every state of the scenario, kept as the walk is."""
    return _outlook(scenario, coefficients, limit)


@lru_cache(maxsize=KEPT)
def _outlook(scenario: Scenario, coefficients: Coefficients, limit: int) -> Outlook:
    index = index_of(scenario, coefficients)
    graph = graph_of(scenario, coefficients, limit)
    ends = ends_of(scenario, coefficients, limit)
    return Outlook(
        graph=graph,
        marks=best_from(graph, lambda state: ends[state].mark),
        points=best_from(graph, lambda state: ends[state].felt.points),
        best=best_from(graph, lambda state: float(index.endings[state.at].best)),
    )
