"""Every state that a conversation can reach, and what each can still come to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from course.scenarios.conversation.engine import Known, advance, open_choices, start
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice

MOST_STATES = 50_000
"""Beyond this many a walk stops and says so. The largest of the course has some 14,000."""
MOST_STEPS = 250_000
"""Lines tried from all states together; it bounds the time as the states bound the memory."""


@dataclass(slots=True)
class Graph:
    """States by number, and for each the lines open in it with the states they lead to."""

    index: Index
    states: list[State] = field(default_factory=list)
    edges: list[list[tuple[str, int]]] = field(default_factory=list)
    before: list[list[int]] = field(default_factory=list)
    """For each state, those that lead to it."""
    came: list[tuple[int, str] | None] = field(default_factory=list)
    """The state and the line by which each was first reached: a shortest way."""
    number: dict[State, int] = field(default_factory=dict)
    complete: bool = True

    def path_to(self, at: int) -> tuple[str, ...]:
        """The lines of a shortest way to this state."""
        return path_to(self.came, at)

    def after(self, state: State, choice: Choice) -> State:
        """The state after saying a line, looked up where the walk has been there."""
        at = self.number.get(state)
        for name, to in () if at is None else self.edges[at]:
            if name == choice.id:
                return self.states[to]
        return advance(self.index, state, choice).after

    def endings(self) -> list[int]:
        """The numbers of the states in which the conversation is over."""
        return [at for at, state in enumerate(self.states) if state.ended]


Came = tuple[int, str] | None
"""The state that another was first reached from, and by which line; None for a first one."""


def path_to(came: Mapping[int, Came] | Sequence[Came], at: int) -> tuple[str, ...]:
    """The lines by which a state was first reached."""
    path, step = list[str](), came[at]
    while step is not None:
        at, choice = step
        path.append(choice)
        step = came[at]
    return tuple(reversed(path))


def walk(index: Index, roots: Iterable[State] = (), limit: int = MOST_STATES) -> Graph:
    """All states reachable from these, or from the opening, nearest first."""
    graph, known = Graph(index), Known()

    def add(state: State, came: tuple[int, str] | None) -> int:
        at = graph.number.get(state)
        if at is None:
            at = graph.number[state] = len(graph.states)
            graph.states.append(state)
            graph.edges.append([])
            graph.before.append([])
            graph.came.append(came)
        return at

    for root in roots or (start(index.scenario),):
        add(root, None)
    at = steps = 0
    while at < len(graph.states):
        if len(graph.states) > limit or steps > MOST_STEPS:
            graph.complete = False
            break
        state = graph.states[at]
        for choice in open_choices(index, state):
            to = add(advance(index, state, choice, known).after, (at, choice.id))
            graph.edges[at].append((choice.id, to))
            graph.before[to].append(at)
        steps += len(graph.edges[at])
        at += 1
    return graph


def best_from(
    graph: Graph, value: Callable[[State], float], *, lowest: bool = False
) -> list[float | None]:
    """The best that each state can still come to; None where it can come to no end at all.

    Exact, loops included: ends are taken from the best down, and each state keeps the first
    it is reached from.
    """
    found: list[float | None] = [None] * len(graph.states)
    worths = {at: value(graph.states[at]) for at in graph.endings()}
    for end in sorted(worths, key=worths.__getitem__, reverse=not lowest):
        worth, reached = worths[end], [end]
        while reached:
            at = reached.pop()
            if found[at] is None:
                found[at] = worth
                reached.extend(graph.before[at])
    return found
