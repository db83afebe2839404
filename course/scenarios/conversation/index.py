"""A scenario laid out for looking things up by id. Built once for each scenario."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from course.language import ACTS, MOVES, Act, Move
from course.scenarios.coefficients import Coefficients
from course.scenarios.conversation.state import MOST_TIMES
from course.scenarios.definition import (
    Ending,
    Fact,
    Moment,
    Opening,
    Promise,
    Remedy,
    Scenario,
    When,
)


@dataclass(frozen=True, slots=True)
class Index:
    """The parts of a scenario by id, with what the model asks for at every turn."""

    scenario: Scenario
    k: Coefficients
    moves: Mapping[str, Move]
    """The table of moves, with the rows that these coefficients put in place of its own."""
    acts: Mapping[str, Act]
    place: Mapping[str, int]
    """Where a state counts each move."""
    moments: dict[str, Moment]
    endings: dict[str, Ending]
    remedies: dict[str, Remedy]
    promises: dict[str, Promise]
    facts: dict[str, Fact]
    wanted: tuple[str, ...]
    """Facts that earn marks: hidden until asked for."""
    fatal: frozenset[str]
    limited: bool
    """Is there a remedy that only a lead may grant?"""
    ruled: bool
    """Is there a line that breaks a house rule?"""
    opening: Opening
    patience: int
    gain: float
    loss: float
    """How hard losses land on this customer, before who is watching."""
    cap: float
    aloud: bool
    watched: bool
    terms: tuple[str, ...]
    counted: tuple[int, ...]
    """How far each move needs counting here; further would only tell equal states apart."""


@lru_cache(maxsize=64)
def index_of(scenario: Scenario, k: Coefficients) -> Index:
    """Look-up tables for a scenario under these coefficients."""
    customer, rubric = scenario.customer, scenario.rubric
    moves = {**MOVES, **{row.name: row for row in k.moves}}
    return Index(
        scenario=scenario,
        k=k,
        moves=moves,
        acts={**ACTS, **{row.name: row for row in k.acts}},
        place={move: at for at, move in enumerate(moves)},
        moments={moment.id: moment for moment in scenario.moments},
        endings={ending.id: ending for ending in scenario.endings},
        remedies={remedy.id: remedy for remedy in scenario.remedies},
        promises={promise.id: promise for promise in scenario.promises},
        facts={fact.id: fact for fact in scenario.facts},
        wanted=tuple(fact.id for fact in scenario.facts if fact.counts and not fact.known),
        fatal=frozenset(rule.id for rule in scenario.rules if rule.fatal),
        limited=any(remedy.authority == "lead" for remedy in scenario.remedies),
        ruled=any(c.breaches for moment in scenario.moments for c in moment.choices),
        opening=customer.opening or (rubric.opening if rubric else "acknowledge"),
        patience=customer.patience or k.patience_of(customer.temperament),
        gain=k.gain_of(customer.temperament),
        loss=k.loss_of(customer.temperament),
        cap=k.cap_of(scenario.channel),
        aloud=scenario.channel in ("phone", "counter"),
        watched=scenario.channel in ("counter", "social"),
        terms=tuple(term.casefold() for term in scenario.problem_terms),
        counted=tuple(_counted(scenario, moves)),
    )


def _counted(scenario: Scenario, moves: Mapping[str, Move]) -> Iterator[int]:
    """Until it gains what its last time does, as often as a slight counts, and where asked for."""
    asked = {what for when in conditions_of(scenario) for what in (*when.done, *when.not_done)}
    for row in moves.values():
        most = int(row.name in asked)
        if row.gain is not None:
            most = max(most, len(row.gain.points) - 1, int(row.gain.treatment != 0))
        if row.slight is not None and (row.slight.treatment or row.slight.conduct):
            most = MOST_TIMES
        yield min(most, MOST_TIMES)


def conditions_of(scenario: Scenario) -> Iterator[When]:
    """Every condition that the file states."""
    for moment in scenario.moments:
        for line in (*moment.says, *moment.unplaced):
            yield from _given(line.when)
        for choice in moment.choices:
            yield from _given(choice.when)
            for line in choice.reply:
                yield from _given(line.when)
            if not isinstance(choice.next, str):
                for route in choice.next:
                    yield from _given(route.when)
    for ending in scenario.endings:
        for line in ending.says:
            yield from _given(line.when)
    for promise in scenario.promises:
        yield from _given(promise.kept_when)


def _given(when: When | None) -> Iterator[When]:
    if when is not None:
        yield when
