"""Walk every state a scenario can reach, and report what is there."""

from collections.abc import Mapping

from msgspec import Struct

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.state import State
from course.scenarios.definition import Ending, Outcome, Scenario
from course.scenarios.exploration.graph import MOST_STATES, Graph
from course.scenarios.exploration.outlook import End, Outlook, ends_of, outlook_of


class EndingFound(Struct, frozen=True, kw_only=True):
    """One ending, and the best and the worst ways to it."""

    id: str
    outcome: Outcome
    best: bool
    ways: int
    """In how many states it can be reached."""
    best_path: tuple[str, ...] = ()
    """Ids of the lines, for the highest handling mark."""
    best_handling: float = 0.0
    worst_handling: float = 0.0
    best_satisfaction: int = 1
    """1 to 5, as the customer would feel it, asked or not."""
    worst_satisfaction: int = 1


class Lost(Struct, frozen=True, kw_only=True):
    """A moment, and how often the best endings are already out of reach in it."""

    moment: str
    states: int
    lost: int


class Exploration(Struct, frozen=True, kw_only=True):
    """What a walk through the whole of a scenario found."""

    scenario: str
    states: int
    complete: bool
    """False where the walk stopped because there were too many states."""
    best_handling: float
    """The highest mark any conversation can earn."""
    worst_handling: float
    best_path: tuple[str, ...]
    endings: tuple[EndingFound, ...]
    unreachable_moments: tuple[str, ...]
    unreachable_endings: tuple[str, ...]
    dead_ends: tuple[str, ...]
    """Moments in which some state has no line to say."""
    no_way_out: tuple[str, ...]
    """Moments in which some state has no way to any ending."""
    idle_choices: dict[str, str]
    """``moment.choice`` for lines that always do just what another does, with that other one; it
    is empty for a line that is never open."""
    lost: tuple[Lost, ...]
    """For each moment that is reached, the states from which no best ending can be had."""


def explore(
    scenario: Scenario, coefficients: Coefficients = DEFAULT, limit: int = MOST_STATES
) -> Exploration:
    """Play everything that can be played. Exact for the lines of the file.

    >>> from course.scenarios import SMALL
    >>> found = explore(SMALL)
    >>> found.states, found.best_path, found.best_handling
    (11, ('own-it', 'new-mug'), 100.0)
    >>> [(ending.id, ending.ways) for ending in found.endings]
    [('mended', 3), ('sent-away', 4)]
    """
    outlook = outlook_of(scenario, coefficients, limit)
    graph = outlook.graph
    ends = ends_of(scenario, coefficients, limit)
    marks = [end.mark for end in ends.values()]
    top = max(ends, key=lambda state: _rank(state, ends[state]), default=None)
    endings = tuple(_ending(graph, ends, ending) for ending in scenario.endings)
    seen = {state.at for state in graph.states}
    return Exploration(
        scenario=scenario.id,
        states=len(graph.states),
        complete=graph.complete,
        best_handling=round(max(marks, default=0.0), 1),
        worst_handling=round(min(marks, default=0.0), 1),
        best_path=() if top is None else graph.path_to(graph.number[top]),
        endings=endings,
        unreachable_moments=tuple(m.id for m in scenario.moments if m.id not in seen),
        unreachable_endings=tuple(e.id for e in scenario.endings if e.id not in seen),
        dead_ends=_dead_ends(graph),
        no_way_out=_no_way_out(outlook),
        idle_choices=_idle(graph),
        lost=_lost(outlook),
    )


def _rank(state: State, end: End) -> tuple[float, float, int]:
    """By mark, then by how the customer felt, then the shorter."""
    return round(end.mark, 6), end.felt.points, -state.turns


def _ending(graph: Graph, ends: Mapping[State, End], ending: Ending) -> EndingFound:
    here = [state for state in ends if state.at == ending.id]
    if not here:
        return EndingFound(id=ending.id, outcome=ending.outcome, best=ending.best, ways=0)
    top = max(here, key=lambda state: _rank(state, ends[state]))
    marks = [ends[state].mark for state in here]
    felt = [ends[state].felt.satisfaction for state in here]
    return EndingFound(
        id=ending.id,
        outcome=ending.outcome,
        best=ending.best,
        ways=len(here),
        best_path=graph.path_to(graph.number[top]),
        best_handling=round(ends[top].mark, 1),
        worst_handling=round(min(marks), 1),
        best_satisfaction=max(felt),
        worst_satisfaction=min(felt),
    )


def _dead_ends(graph: Graph) -> tuple[str, ...]:
    if not graph.complete:
        return ()
    found = (
        state.at
        for state, edges in zip(graph.states, graph.edges, strict=True)
        if not edges and not state.ended
    )
    return tuple(dict.fromkeys(found))


def _no_way_out(outlook: Outlook) -> tuple[str, ...]:
    if not outlook.graph.complete:
        return ()
    states = zip(outlook.graph.states, outlook.marks, strict=True)
    found = (state.at for state, mark in states if mark is None)
    return tuple(dict.fromkeys(found))


def _idle(graph: Graph) -> dict[str, str]:
    """Lines that no state offers, and lines that in every state lead where another leads too."""
    told_apart = set[str]()
    like: dict[str, str] = {}
    for state, edges in zip(graph.states, graph.edges, strict=True):
        for choice, to in edges:
            name = f"{state.at}.{choice}"
            others = [other for other, leads in edges if leads == to and other != choice]
            like[name] = others[0] if others else ""
            if not others:
                told_apart.add(name)
    names = (
        f"{moment.id}.{choice.id}"
        for moment in graph.index.scenario.moments
        for choice in moment.choices
    )
    reached = {state.at for state in graph.states}
    return {
        name: like.get(name, "")
        for name in names
        if name.split(".")[0] in reached
        and name not in told_apart
        and (graph.complete or name in like)
    }


def _lost(outlook: Outlook) -> tuple[Lost, ...]:
    counts: dict[str, list[int]] = {}
    for state, value in zip(outlook.graph.states, outlook.best, strict=True):
        if not state.ended:
            count = counts.setdefault(state.at, [0, 0])
            count[0] += 1
            count[1] += not value
    return tuple(
        Lost(moment=moment.id, states=counts[moment.id][0], lost=counts[moment.id][1])
        for moment in outlook.graph.index.scenario.moments
        if moment.id in counts
    )
