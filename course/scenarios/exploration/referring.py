"""What lines refer to, and whether every road to them has had it.

What was known, offered, promised or said is never taken back. So it is enough to walk the states
once more without ever having it: where the line can still be said, the walk is a road that lacks
it. Nothing needs to be added to a state for that, and the answer is exact.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from course.scenarios.conversation.conditions import holds, pick
from course.scenarios.conversation.engine import advance
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.mood import at_worst
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Ending, Line, Moment, Scenario
from course.scenarios.exploration.graph import Graph, path_to

Wanted = str | tuple[str, ...]
"""An id, or several of which one is enough."""


class Referring(NamedTuple):
    """A line that refers to something, and where it stands."""

    where: str
    line: Choice | Line
    wanted: Wanted


class Unfounded(NamedTuple):
    """A line that can be said though what it refers to never came."""

    where: str
    wanted: Wanted
    road: tuple[str, ...]
    """Ids of the lines of a shortest road to it, its own among them where it is the agent's."""


class _Sought(NamedTuple):
    """What may not come on a road, by what it can be."""

    facts: frozenset[str]
    remedies: frozenset[str]
    promises: frozenset[str]
    lines: frozenset[tuple[str, str]]

    def has_come(self, state: State) -> bool:
        return not (
            (not self.facts or self.facts.isdisjoint(state.knows))
            and (not self.remedies or self.remedies.isdisjoint(state.offered))
            and (
                not self.promises
                or self.promises.isdisjoint((*state.pending, *state.kept, *state.broken))
            )
        )


def each_referring(scenario: Scenario) -> Iterator[Referring]:
    """Every line that refers to something, once for each thing."""
    for where, line in _each_line(scenario):
        for wanted in line.refers:
            yield Referring(where, line, wanted)


def names_of(scenario: Scenario) -> frozenset[str]:
    """Everything that a line can refer to."""
    lines = [(moment.id, one.id) for moment in scenario.moments for one in moment.choices]
    return frozenset(
        {
            *(fact.id for fact in scenario.facts),
            *(remedy.id for remedy in scenario.remedies),
            *(promise.id for promise in scenario.promises),
            *(line for _, line in lines),
            *(f"{moment}.{line}" for moment, line in lines),
        }
    )


def unfounded(graph: Graph) -> Iterator[Unfounded]:
    """The lines that some road reaches without what they refer to, each with such a road.

    What the file does not have is not looked for.
    """
    referring = list(each_referring(graph.index.scenario))
    for wanted in dict.fromkeys(one.wanted for one in referring):
        sought = _sought(graph.index.scenario, wanted)
        lines = {id(one.line): one.where for one in referring if one.wanted == wanted}
        for where, road in _without(graph, sought, lines).items() if any(sought) else ():
            yield Unfounded(where, wanted, road)


def _sought(scenario: Scenario, wanted: Wanted) -> _Sought:
    ids = {wanted} if isinstance(wanted, str) else {*wanted}
    return _Sought(
        facts=frozenset(fact.id for fact in scenario.facts if fact.id in ids),
        remedies=frozenset(one.id for one in scenario.remedies if one.id in ids),
        promises=frozenset(one.id for one in scenario.promises if one.id in ids),
        lines=frozenset(
            (moment.id, choice.id)
            for moment in scenario.moments
            for choice in moment.choices
            if choice.id in ids or f"{moment.id}.{choice.id}" in ids
        ),
    )


def _without(graph: Graph, sought: _Sought, lines: dict[int, str]) -> dict[str, tuple[str, ...]]:
    """The places of these lines that are reached while nothing sought has come; nearest first."""
    index, found = graph.index, dict[str, tuple[str, ...]]()
    # Most places have no line that is looked for, and need no closer look.
    places: tuple[Moment | Ending, ...] = (*index.moments.values(), *index.endings.values())
    heard_in = {
        place.id
        for place in places
        for line in (*place.says, *getattr(place, "unplaced", ()))
        if id(line) in lines
    }
    said_in = {
        (moment.id, one.id): one
        for moment in index.moments.values()
        for one in moment.choices
        if any(id(line) in lines for line in (one, *one.reply))
    }
    came: dict[int, tuple[int, str] | None] = {}
    if graph.states and not sought.has_come(graph.states[0]):
        came[0] = None
    queue = list(came)

    def find(line: object, at: int, *last: str) -> None:
        if id(line) in lines and lines[id(line)] not in found:
            found[lines[id(line)]] = (*path_to(came, at), *last)

    for at in queue:
        state = graph.states[at]
        for line in _heard_at(index, state) if state.at in heard_in else ():
            find(line, at)
        for name, to in graph.edges[at]:
            choice = said_in.get((state.at, name))
            if choice is not None:
                find(choice, at, name)
            if (state.at, name) in sought.lines:
                continue
            if choice is not None and choice.reply:
                heard = advance(index, state, choice).heard
                reply = pick(choice.reply, heard, index)
                if not sought.has_come(heard):
                    find(reply, at, name)
            if to not in came and not sought.has_come(graph.states[to]):
                came[to] = at, name
                queue.append(to)
    return found


def _heard_at(index: Index, state: State) -> Sequence[Line]:
    """What may be said to the agent in a state, before the agent says a line."""
    if state.ended:
        return (pick(index.endings[state.at].says, state, index),)
    moment = index.moments[state.at]
    unplaced = (
        line
        for line in moment.unplaced
        if (line.mood is None or at_worst(state.points, line.mood))
        and holds(line.when, state, index)
    )
    return (pick(moment.says, state, index), *unplaced)


def _each_line(scenario: Scenario) -> Iterator[tuple[str, Choice | Line]]:
    for moment in scenario.moments:
        for field, lines in (("says", moment.says), ("unplaced", moment.unplaced)):
            yield from _placed(f"moments.{moment.id}.{field}", lines)
        for choice in moment.choices:
            where = f"moments.{moment.id}.choices.{choice.id}"
            yield where, choice
            yield from _placed(f"{where}.reply", choice.reply)
    for ending in scenario.endings:
        yield from _placed(f"endings.{ending.id}.says", ending.says)


def _placed(where: str, lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    for at, line in enumerate(lines):
        yield f"{where}.{at}", line
