"""The ways through one conversation that are worth taking where time is short.

A mark hangs on what is said, never on the mood. So each scenario is walked once with a customer
whom nothing moves: states are few then, and the roads hold for every person who may come.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from course.scenarios.coefficients import Coefficients
from course.scenarios.conversation.engine import advance, find_choice
from course.scenarios.conversation.index import Index, conditions_of, index_of
from course.scenarios.definition import Scenario
from course.scenarios.exploration.graph import Graph, best_from, walk
from course.scenarios.handling.shares import mark_of, spend_of
from course.shift.day import Contact
from course.shift.endings import HANDED, broken, ended_by
from course.shift.rules import ASK_LEAD, FOLLOW_UP, PACES

UNMOVED = Coefficients(
    solution=0, goodwill=(0.0,), promise_kept=0, past_patience=0, trust_kept=0, trust_broken=0,
    gain_calm=0, gain_anxious=0, gain_impatient=0, gain_angry=0,
    loss_calm=0, loss_anxious=0, loss_impatient=0, loss_angry=0,
)  # fmt: skip
"""What no word, good or bad, moves: the model of a customer for whom only marks matter."""


class Road(NamedTuple):
    """One way through a conversation, and what it takes at least."""

    minutes: int
    """Of your time, with those for promises that fall due after it."""
    mark: float
    """The handling mark, 0 to 100."""
    spend: float
    """Pounds."""
    lines: tuple[str, ...]
    keeps: bool = True
    """Whether what was promised is done afterwards."""
    hands_over: bool = False
    """Whether a colleague takes it from there."""
    asks: bool = False
    """Whether the lead is asked first."""


ASK = "ask_lead"


def roads_of(contact: Contact) -> tuple[Road, ...]:
    """The roads that no other beats in minutes, mark and pounds at once; the shortest first.

    Handing over costs no minutes here, as it does not at closing: what is worked out from roads is
    never too low.
    """
    return _roads(contact.written, contact.index.patience)


def unmoved(scenario: Scenario, patience: int) -> Scenario:
    """The scenario as it is walked: of the person who comes, only the patience shows in a mark."""
    return replace(scenario, customer=replace(scenario.customer, patience=patience))


class Slip(NamedTuple):
    """A line after which less could be reached than before it."""

    turn: int
    """From 0."""
    lost: float
    """Handling marks that were in reach of this contact before the line and not after it."""
    instead: str
    """The line that would have lost none."""


def slips(contact: Contact, said: Sequence[str]) -> Iterator[Slip]:
    """What each line of a conversation put out of reach. Exact, as no luck comes into it.

    None are found from where the lead has been asked outside of the conversation.
    """
    graph = _graph(contact.written, contact.index.patience)
    index, state = graph.index, graph.states[0]
    marks = best_from(graph, lambda end: mark_of(index, end))
    for turn, line in enumerate(said):
        edges = dict(graph.edges[graph.number[state]])
        if line not in edges:
            return
        reach = {name: marks[to] or 0.0 for name, to in edges.items()}
        instead = max(reach, key=reach.__getitem__)
        if reach[instead] > reach[line]:
            yield Slip(turn, reach[instead] - reach[line], instead)
        state = graph.states[edges[line]]


@lru_cache(maxsize=16)
def _graph(scenario: Scenario, patience: int) -> Graph:
    return walk(index_of(unmoved(scenario, patience), UNMOVED))


@lru_cache(maxsize=256)
def _roads(scenario: Scenario, patience: int) -> tuple[Road, ...]:
    graph = _graph(scenario, patience)
    index, opening = graph.index, graph.states[0]
    ways = [_all(graph, 0)]
    if _lead_matters(index):
        asked = replace(opening, acts=(ASK,))
        ways.append(_all(walk(index, [asked]), ASK_LEAD))
    return _best(chain.from_iterable(ways))


def _lead_matters(index: Index) -> bool:
    """Is anything else in this conversation once the lead has been asked?"""
    rubric = index.scenario.rubric
    named = any(ASK in (*when.done, *when.not_done) for when in conditions_of(index.scenario))
    return index.limited or named or (rubric is not None and ASK in rubric.acts)


def _best(roads: Iterable[Road]) -> tuple[Road, ...]:
    """Those that none beats, from the shortest and cheapest on."""
    kept = list[Road]()
    for road in sorted(roads, key=lambda one: (one.minutes, -one.mark, one.spend, one.hands_over)):
        if not any(one.mark >= road.mark and one.spend <= road.spend for one in kept):
            kept.append(road)
    return tuple(kept)


def _all(graph: Graph, before: int) -> Iterator[Road]:
    index, asks = graph.index, before > 0
    line = PACES[index.scenario.channel].line
    for at, state in enumerate(graph.states):
        lines = graph.path_to(at)
        minutes = before + line * len(lines)
        spend = spend_of(index, state)
        if not state.ended:
            mark = mark_of(index, ended_by(index, state, HANDED))
            yield Road(minutes, mark, spend, lines, hands_over=True, asks=asks)
            continue
        owed = _owed(graph, at)
        kept = minutes + FOLLOW_UP * len(owed)
        yield Road(kept, mark_of(index, state), spend, lines, asks=asks)
        for promise in owed:
            state = broken(index, state, promise)
        if owed:
            yield Road(minutes, mark_of(index, state), spend, lines, keeps=False, asks=asks)


def _owed(graph: Graph, at: int) -> tuple[str, ...]:
    """What falls due only after the end: all else was settled in the conversation itself."""
    came = graph.came[at]
    if came is None:
        return ()
    before = graph.states[came[0]]
    if not graph.states[at].kept:
        return ()
    turn = advance(graph.index, before, find_choice(graph.index, before, came[1]))
    return tuple(one for one in turn.heard.pending if one in turn.after.kept)
