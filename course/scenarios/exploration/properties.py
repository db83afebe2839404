"""What must hold of the customer model in every scenario, checked by asking 'what if'.

Each property changes one line in one state and compares, by exact look-ahead, what could still
be had after the line as it is and after the line as it might have been.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from msgspec import Struct
from msgspec.structs import replace

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.conditions import times
from course.scenarios.conversation.engine import advance, open_choices
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Scenario, Temperament
from course.scenarios.exploration.graph import MOST_STATES, best_from, walk
from course.scenarios.exploration.outlook import graph_of
from course.scenarios.exploration.policies import policies
from course.scenarios.handling.shares import mark_of, spend_of
from course.scenarios.survey.feelings import felt_of

Property = Literal[
    "acknowledgement",
    "blame",
    "empty apology",
    "broken promise",
    "chain",
    "over-compensation",
    "giving up",
    "policies",
]
PROPERTIES: tuple[Property, ...] = get_args(Property)

SLACK = 1e-6
OPENING_MOODS = (20, 40, 60)
CLEARLY = 10.0
"""Marks by which best practice must win over play without thought."""


class Violation(Struct, frozen=True, kw_only=True):
    """One place where a property does not hold."""

    property: Property
    where: str
    """The line, as ``moment.choice``, or the scenario."""
    detail: str
    by: float
    """How far it is off, in points of the mark or of satisfaction."""


class Report(Struct, frozen=True, kw_only=True):
    """What was checked in one scenario, and what did not hold."""

    scenario: str
    checked: dict[str, int]
    """How many comparisons were made for each property."""
    violations: tuple[Violation, ...]


class _Pair(NamedTuple):
    """Two states that may follow one line: the one that must not be better, and the other."""

    property: Property
    where: str
    worse: State
    better: State


Alter = Callable[[Index, State, Choice], tuple[Choice, Choice] | None]
"""From a line in a state, the line that must not be better and the one it is compared with."""


def variations(scenario: Scenario) -> Iterator[Scenario]:
    """The same case with customers of every temperament and several opening moods.

    >>> from course.scenarios import SMALL
    >>> len(list(variations(SMALL)))
    12
    """
    for temperament in get_args(Temperament):
        for mood in OPENING_MOODS:
            customer = replace(scenario.customer, temperament=temperament, mood=mood)
            yield replace(scenario, customer=customer)


def check_properties(
    scenario: Scenario, coefficients: Coefficients = DEFAULT, *, sample: int = 300
) -> Report:
    """Check every property on one scenario; at most ``sample`` comparisons for each.

    >>> from course.scenarios import SMALL
    >>> check_properties(SMALL).violations
    ()
    """
    index = index_of(scenario, coefficients)
    graph = graph_of(scenario, coefficients, MOST_STATES)
    pairs = [
        pair
        for name, alter in _ALTERED.items()
        for pair in _thinned(list(_pairs(index, graph.states, name, alter)), sample)
    ]
    checked: dict[str, int] = dict.fromkeys(PROPERTIES, 0)
    for pair in pairs:
        checked[pair.property] += 1
    violations = list(_compared(index, pairs))
    ends = [state for state in graph.states if state.ended]
    for name, check in _WHOLE.items():
        checked[name] += 1
        violations.extend(check(index, ends))
    return Report(scenario=scenario.id, checked=checked, violations=tuple(violations))


def _without(choice: Choice, *moves: str) -> Choice:
    return replace(choice, moves=tuple(move for move in choice.moves if move not in moves))


def _skipped(index: Index, state: State, choice: Choice) -> tuple[Choice, Choice] | None:
    """Skipping an acknowledgement never helps, unless something else must come first."""
    if "acknowledge" not in choice.moves or index.opening != "acknowledge":
        return None
    return _without(choice, "acknowledge"), choice


def _blaming(index: Index, state: State, choice: Choice) -> tuple[Choice, Choice] | None:
    """Blame never helps."""
    if "blame" in choice.moves:
        return choice, _without(choice, "blame")
    return replace(choice, moves=(*choice.moves, "blame")), choice


def _emptily(index: Index, state: State, choice: Choice) -> tuple[Choice, Choice] | None:
    """A third sorry, or one before anything was acknowledged, gains nothing.

    Where those before it were undone by their own lines, it is the first that counts.
    """
    if "apologise" in choice.moves or "apologise" in state.undone:
        return None
    heard = times(index, state, "acknowledge") or "acknowledge" in choice.moves
    if times(index, state, "apologise") < 2 and (heard or index.opening != "acknowledge"):
        return None
    return replace(choice, moves=(*choice.moves, "apologise")), choice


def _unkept(index: Index, state: State, choice: Choice) -> tuple[Choice, Choice] | None:
    """An unkept promise is worse than none."""
    promise = index.promises.get(choice.promise or "")
    if promise is None or promise.kept or promise.kept_when is not None:
        return None
    return choice, replace(_without(choice, "set_time", "follow_up"), promise=None)


_ALTERED: dict[Property, Alter] = {
    "acknowledgement": _skipped,
    "blame": _blaming,
    "empty apology": _emptily,
    "broken promise": _unkept,
}


def _bottomed(worse: State, better: State) -> bool:
    """Are both at the very bottom of the mood?

    A fall is cut off at 0, and what a line gave just before it is lost with the rest, though it
    counts as said. A customer at 20 who is angry, hears the problem said back and in the same
    breath a promise that breaks at once, lands on 0 either way; only the one who has not heard
    it yet can still be given it. That is an artefact of the scale and no reason to hold back, so
    such pairs are not compared.
    """
    return worse.mood == better.mood == 0


def _pairs(index: Index, states: Sequence[State], name: Property, alter: Alter) -> Iterator[_Pair]:
    for state in states:
        for choice in open_choices(index, state):
            altered = alter(index, state, choice)
            if altered is not None:
                worse, better = (advance(index, state, line).after for line in altered)
                if name == "acknowledgement" and _bottomed(worse, better):
                    continue
                yield _Pair(name, f"{state.at}.{choice.id}", worse, better)


def _thinned(pairs: list[_Pair], most: int) -> list[_Pair]:
    """Evenly spread over the conversation, so that no part of it goes unchecked."""
    if len(pairs) <= most:
        return pairs
    return [pairs[at * len(pairs) // most] for at in range(most)]


def _compared(index: Index, pairs: list[_Pair]) -> Iterator[Violation]:
    roots = dict.fromkeys(state for pair in pairs for state in (pair.worse, pair.better))
    if not roots:
        return
    graph = walk(index, roots)
    for what, value in (
        ("mark", lambda state: mark_of(index, state)),
        ("satisfaction", lambda state: felt_of(index, state).points),
    ):
        found = best_from(graph, value)
        for pair in pairs:
            worse = found[graph.number[pair.worse]] or 0.0
            better = found[graph.number[pair.better]] or 0.0
            if worse > better + SLACK:
                yield Violation(
                    property=pair.property,
                    where=pair.where,
                    detail=f"The {what} in reach is {worse:.2f} instead of {better:.2f}.",
                    by=round(worse - better, 4),
                )


def _chain(index: Index, ends: list[State]) -> Iterator[Violation]:
    """The best path follows the chain: heard first, found out, then offered."""
    if not ends:
        return
    top = max(ends, key=lambda end: (round(mark_of(index, end), 6), felt_of(index, end).points))
    slips = [
        words
        for slipped, words in (
            (top.rushed, "offers before acknowledging"),
            (top.stalled, "does not do first what must come first"),
            (bool(top.guessed), "offers on a guess"),
            (bool(set(top.broken) - set(top.warned)), "breaks a promise"),
            (bool(top.overreached), "gives what it may not"),
        )
        if slipped
    ]
    if slips:
        yield Violation(
            property="chain",
            where=index.scenario.id,
            detail=f"The best conversation {', '.join(slips)}.",
            by=float(len(slips)),
        )


def _compensation(index: Index, ends: list[State]) -> Iterator[Violation]:
    """Giving more than the case needs earns no better mark, and contents nobody unhelped more."""
    rubric = index.scenario.rubric
    if rubric is None or rubric.budget is None:
        return
    over = [end for end in ends if spend_of(index, end) > rubric.budget]
    within = [end for end in ends if spend_of(index, end) <= rubric.budget]
    unsolved = [end for end in over if felt_of(index, end).believed != "resolved"]
    solved = [end for end in within if felt_of(index, end).believed == "resolved"]
    yield from _beaten(index, "mark", over, within, lambda end: mark_of(index, end))
    yield from _beaten(
        index, "satisfaction", unsolved, solved, lambda end: felt_of(index, end).points
    )


def _beaten(
    index: Index, what: str, over: list[State], fair: list[State], value: Callable[[State], float]
) -> Iterator[Violation]:
    if not over or not fair:
        return
    by = max(map(value, over)) - max(map(value, fair))
    if by > SLACK:
        yield Violation(
            property="over-compensation",
            where=index.scenario.id,
            detail=f"Overspending reaches {by:.2f} points more of {what}.",
            by=round(by, 4),
        )


def _giving_up(index: Index, ends: list[State]) -> Iterator[Violation]:
    """No customer is happier gone than with the problem solved or passed on."""
    gone = [e for e in ends if index.endings[e.at].outcome == "abandoned"]
    stayed = [e for e in ends if index.endings[e.at].outcome == "resolved"]
    if gone and stayed:
        by = max(felt_of(index, e).points for e in gone) - min(
            felt_of(index, e).points for e in stayed
        )
        if by > SLACK:
            yield Violation(
                property="giving up",
                where=index.scenario.id,
                detail="Someone who gave up is happier than someone who was helped.",
                by=round(by, 4),
            )


def _apart(index: Index, ends: list[State]) -> Iterator[Violation]:
    """Practice wins, coin tossing comes second, carelessness last; stuffing does not pay."""
    results = {result.name: result for result in policies(index.scenario, index.k, plays=60)}
    best = results["best practice"].handling
    for name, result in results.items():
        if name != "best practice" and result.handling > best - CLEARLY:
            yield Violation(
                property="policies",
                where=index.scenario.id,
                detail=f"'{name}' earns {result.handling:g}, best practice {best:g}.",
                by=round(result.handling - best + CLEARLY, 4),
            )


_WHOLE: dict[Property, Callable[[Index, list[State]], Iterator[Violation]]] = {
    "chain": _chain,
    "over-compensation": _compensation,
    "giving up": _giving_up,
    "policies": _apart,
}

__all__ = ["PROPERTIES", "Property", "Report", "Violation", "check_properties", "variations"]
