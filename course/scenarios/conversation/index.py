"""A scenario laid out for looking things up by id. Built once for each scenario."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from course.language import ACTS, MOVES, Act, Gain, Move, Slight
from course.scenarios.coefficients import Coefficients
from course.scenarios.conversation.state import MOST_TIMES
from course.scenarios.definition import (
    Choice,
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
class Spoken:
    """What saying a line does, as the tables have it; the same whenever it is said."""

    steps: tuple[Move | Act, ...]
    """Rows that build a step of the chain."""
    counts: tuple[tuple[int, int, bool], ...]
    """For each move that is counted: its place, how far, and whether it waits to be heard."""
    gains: tuple[tuple[str, int, Gain], ...]
    """Moves that gain something, with their places, in the order of the table."""
    acts: tuple[Act, ...]
    """Acts that gain something here, in the order of the table."""
    slights: tuple[tuple[Move, Slight], ...]
    """Moves that hurt, less those that an act of the line excuses, in the order of the table."""
    trust: int
    """What those cost, of 100."""
    sends_away: bool
    """One of those is none with an act that this line lacks."""
    acknowledges: bool
    apologises: bool
    asks: tuple[str, ...]
    """Facts that it asks for."""
    helps: bool
    """Helps or answers at once."""
    echoes: bool
    """Acknowledges with a word of the customer's own."""


Weighed = tuple[tuple[str, float], ...]
"""Moves that count for something, with how much, in the order of the table."""


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
    solvable: bool
    """Is there a remedy that solves anything?"""
    kindnesses: Weighed
    """What each move adds to how one was treated."""
    slights: Weighed
    """What each takes off it."""
    misconduct: Weighed
    """What each takes off the mark for conduct, of 1."""
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
    lines: dict[Choice, Spoken]
    """What each line does that was asked about."""

    def spoken(self, choice: Choice) -> Spoken:
        """What a line does, looked up once."""
        found = self.lines.get(choice)
        if found is None:
            found = self.lines[choice] = _spoken(self, choice)
        return found


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
        solvable=any(not remedy.goodwill for remedy in scenario.remedies),
        kindnesses=_weighed((row.name, row.gain.treatment) for row in moves.values() if row.gain),
        slights=_weighed((row.name, row.slight.treatment) for row in moves.values() if row.slight),
        misconduct=_weighed((row.name, row.slight.conduct) for row in moves.values() if row.slight),
        opening=customer.opening or (rubric.opening if rubric else "acknowledge"),
        patience=customer.patience or k.patience_of(customer.temperament),
        gain=k.gain_of(customer.temperament),
        loss=k.loss_of(customer.temperament),
        cap=k.cap_of(scenario.channel),
        aloud=scenario.channel in ("phone", "counter"),
        watched=scenario.channel in ("counter", "social"),
        terms=tuple(term.casefold() for term in scenario.problem_terms),
        counted=tuple(_counted(scenario, moves)),
        lines={},
    )


def _weighed(rows: Iterable[tuple[str, float]]) -> Weighed:
    return tuple(one for one in rows if one[1])


def _spoken(index: Index, choice: Choice) -> Spoken:
    moves = [row for row in index.moves.values() if row.name in choice.moves]
    slights = [
        (row, row.slight)
        for row in moves
        if row.slight is not None and row.slight.unless not in choice.acts
    ]
    acts = [row for row in index.acts.values() if row.name in choice.acts]
    rows: list[Move | Act] = [*moves, *acts]
    text = choice.text.casefold()
    return Spoken(
        steps=tuple(row for row in rows if row.step),
        counts=tuple(
            (at, index.counted[at], row.waits)
            for row in moves
            if index.counted[at := index.place[row.name]]
        ),
        gains=tuple(
            (row.name, index.place[row.name], row.gain) for row in moves if row.gain is not None
        ),
        acts=tuple(row for row in acts if row.gain and (index.aloud or not row.aloud)),
        slights=tuple(slights),
        trust=sum(int(slight.trust) for _, slight in slights),
        sends_away=any(slight.unless is not None for _, slight in slights),
        acknowledges="acknowledge" in choice.moves,
        apologises="apologise" in choice.moves,
        asks=choice.learns if "clarify" in choice.moves else (),
        helps=any(row.helps for row in rows),
        echoes="acknowledge" in choice.moves and any(term in text for term in index.terms),
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
