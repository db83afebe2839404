"""How a conversation goes on: a state, a line, the next state. Pure, and the same every time."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec.structs import replace

from course.language import CHAIN, Act, Move, Step
from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.conditions import holds
from course.scenarios.conversation.effects import (
    Change,
    asks_again,
    changes_of,
    gives_up,
    hangs_up,
    lands,
    solves,
    spoils,
)
from course.scenarios.conversation.index import Index, Spoken, index_of
from course.scenarios.conversation.state import MOST_TIMES, MOST_TURNS, REMEMBERED, State
from course.scenarios.definition import Choice, Remedy, Route, Scenario


class ChoiceError(ValueError):
    """A line was chosen that cannot be said here."""

    def __init__(self, turn: int, choice: str, available: tuple[str, ...]) -> None:
        self.turn = turn
        self.choice = choice
        self.available = available
        where = (
            f"what can be said there is {', '.join(available)}"
            if available
            else "the conversation was over by then"
        )
        super().__init__(f"turn {turn}: {choice!r} cannot be said; {where}")


class Advance(NamedTuple):
    """One turn worked out: the reply, what caused it, and what fell due after it."""

    heard: State
    """Just after the line, before any time passes."""
    after: State
    changes: list[Change]
    due: list[Change]
    """Promises kept and broken, settled on the way to the next moment or at the end."""


def start(scenario: Scenario) -> State:
    """The state in which the conversation opens.

    >>> from course.scenarios import SMALL
    >>> start(SMALL).at, start(SMALL).points
    ('opening', 40.0)
    """
    mood = 100 * min(max(scenario.customer.mood, 0), 100)
    return State(
        at=scenario.moments[0].id,
        mood=mood,
        worst=mood,
        trust=min(max(scenario.customer.trust, 0), 100),
        knows=tuple(sorted(fact.id for fact in scenario.facts if fact.known)),
    )


def choices(scenario: Scenario, state: State) -> tuple[Choice, ...]:
    """The lines that can be said now, in the order of the file; none once it has ended.

    >>> from course.scenarios import SMALL
    >>> [choice.id for choice in choices(SMALL, start(SMALL))]
    ['own-it', 'sorry-only', 'coupon', 'ask-courier']
    """
    return open_choices(index_of(scenario, DEFAULT), state)


def step(
    scenario: Scenario, state: State, choice_id: str, coefficients: Coefficients = DEFAULT
) -> State:
    """The state after saying one of the lines that are open.

    Raises `ChoiceError`, a `ValueError` that names the turn and what could be said.

    >>> from course.scenarios import SMALL
    >>> step(SMALL, start(SMALL), "own-it").points
    66.0
    """
    index = index_of(scenario, coefficients)
    return advance(index, state, find_choice(index, state, choice_id)).after


def open_choices(index: Index, state: State) -> tuple[Choice, ...]:
    """`choices` for a scenario already laid out."""
    if state.ended:
        return ()
    here = index.moments[state.at].choices
    return tuple([c for c in here if c.when is None or holds(c.when, state, index)])


def find_choice(index: Index, state: State, choice_id: str, turn: int | None = None) -> Choice:
    """The open line with this id."""
    available = open_choices(index, state)
    for choice in available:
        if choice.id == choice_id:
            return choice
    raise ChoiceError(turn or state.turns + 1, choice_id, tuple(c.id for c in available))


class Heard(NamedTuple):
    """How a line is taken, by where it leads."""

    hung_up: bool
    changes: list[Change]
    mood: int
    """All of the changes, in hundredths of a point."""


class Turn(NamedTuple):
    """What a line does wherever all that this hangs on is the same: see `HANGS_ON`."""

    new: dict[str, Any]
    """Parts of the state that are other after it."""
    undoes: list[Step]
    """Steps of the chain that it is the first to take, in a way that undoes them."""
    mends: list[Step]
    """Steps that it takes as they should be."""
    heard: dict[str, Heard]


HANGS_ON = (
    "acts", "steps", "knows", "trust", "rushed", "blurted", "stalled", "offered", "guessed",
    "overreached", "pending", "kept", "broken", "warned", "repeats", "transfers",
)  # fmt: skip
"""Parts of a state that what a line does hangs on, besides how often its moves were made before,
whether the problem was acknowledged, and whether the turn is the first or beyond patience."""
_hanging_on = attrgetter(*HANGS_ON)

Known = dict[tuple[Any, ...], Turn]
"""Turns worked out already. States are many, and differ mostly in what a line does not ask for."""


def advance(index: Index, before: State, choice: Choice, known: Known | None = None) -> Advance:
    """Work out one turn, or look up what of it is known."""
    moves, turn = _turn(index, before, choice, known)
    undone = before.undone
    if turn.undoes:
        undone = _in_order({*undone, *turn.undoes})
    elif undone and turn.mends:
        undone = tuple([step for step in undone if step not in turn.mends])
    said = replace(
        before,
        turns=min(before.turns + 1, MOST_TURNS),
        moves=moves,
        breaches=_with(before.breaches, choice.breaches),
        undone=undone,
        **turn.new,
    )
    to = choice.next if isinstance(choice.next, str) else _route(index, said, choice.next)
    ending = index.endings.get(to)
    taken = turn.heard.get(to)
    if taken is None:
        hung_up = hangs_up(index, said, choice, ending)
        changes = changes_of(index, before, said, choice, hung_up=hung_up)
        taken = turn.heard[to] = Heard(hung_up, changes, _hundredths(changes))
    heard = replace(
        said,
        at=to,
        ended=ending is not None,
        hung_up=said.hung_up or taken.hung_up,
        mood=min(max(said.mood + taken.mood, 0), 10_000),
    )
    due: list[Change] = []
    after = heard
    if heard.pending and (ending is not None or index.moments[to].later):
        due, after = _settle(index, heard)
    if ending is not None and gives_up(ending):
        hope = after.points - index.k.gave_up_at_most
        if hope > 0:
            lost = Change("gave_up", -hope)
            due, after = [*due, lost], _felt(after, [lost])
    return Advance(heard, _remembered(before, heard, after), taken.changes, due)


def _turn(
    index: Index, before: State, choice: Choice, known: Known | None
) -> tuple[tuple[int, ...], Turn]:
    """How often each move has been made after this line, and what else the line does."""
    spoken = index.spoken(choice)
    landed = lands(index, before)
    counts = before.moves or (0,) * len(index.moves)
    moves = _made(counts, spoken, heard_first=spoken.acknowledges or landed)
    if known is None:
        return moves, _worked_out(index, before, choice, moves)
    key = (
        choice,
        _hanging_on(before),
        tuple([counts[at] for _, at, _ in spoken.gains]),
        landed,
        before.turns == 0,
        before.turns >= index.patience,
    )
    turn = known.get(key)
    if turn is None:
        turn = known[key] = _worked_out(index, before, choice, moves)
    return moves, turn


def _worked_out(index: Index, before: State, choice: Choice, moves: tuple[int, ...]) -> Turn:
    said = _say(index, before, choice, moves)
    steps = _taken(index, before, said, choice)
    spoilt = spoils(index, before, said, choice)
    new = {name: getattr(said, name) for name in HANGS_ON}
    new["steps"] = _in_order({*before.steps, *steps})
    return Turn(
        new={name: value for name, value in new.items() if value != getattr(before, name)},
        undoes=[step for step in steps if step not in before.steps] if spoilt else [],
        mends=[] if spoilt else steps,
        heard={},
    )


def _say(index: Index, before: State, choice: Choice, moves: tuple[int, ...]) -> State:
    """The facts of having said it, before anyone feels anything."""
    spoken = index.spoken(choice)
    heard_first = spoken.acknowledges or lands(index, before)
    again = asks_again(index, before, choice)
    said = replace(
        before,
        trust=max(before.trust - spoken.trust, 0) if spoken.trust else before.trust,
        moves=moves,
        acts=_with(before.acts, choice.acts),
        knows=_with(before.knows, choice.learns),
        blurted=before.blurted or (spoken.apologises and not heard_first),
        stalled=before.stalled
        or (before.turns == 0 and index.opening != "acknowledge" and not spoken.helps),
        repeats=min(before.repeats + again, MOST_TIMES),
        transfers=min(before.transfers + spoken.sends_away, MOST_TIMES),
    )
    remedy = index.remedies.get(choice.remedy or "")
    if remedy is not None:
        said = _offered(said, remedy, heard_first=heard_first)
    if choice.promise is not None and choice.promise not in {*before.kept, *before.broken}:
        said = replace(said, pending=_with(before.pending, (choice.promise,)))
    if "warn_early" in choice.acts:
        said = replace(said, warned=_with(before.warned, before.pending))
    return said


def _offered(said: State, remedy: Remedy, *, heard_first: bool) -> State:
    """With a remedy offered, as a guess where it needs facts that nobody knows yet."""
    guessed, overreached = said.guessed, said.overreached
    if all([fact in said.knows for fact in remedy.needs]):
        guessed = tuple([one for one in guessed if one != remedy.id])
    elif remedy.id not in said.offered:
        guessed = _with(guessed, (remedy.id,))
    if remedy.authority == "lead" and "ask_lead" not in said.acts:
        overreached = _with(overreached, (remedy.id,))
    return replace(
        said,
        offered=_with(said.offered, (remedy.id,)),
        guessed=guessed,
        overreached=overreached,
        rushed=said.rushed or not heard_first,
    )


def _made(counts: tuple[int, ...], spoken: Spoken, *, heard_first: bool) -> tuple[int, ...]:
    """How often each move has been made by now."""
    made = list(counts)
    for at, most, waits in spoken.counts:
        # A sorry that nothing was acknowledged for does not use up the one that counts.
        if made[at] < most and (heard_first or not waits):
            made[at] += 1
    return tuple(made)


def _taken(index: Index, before: State, after: State, choice: Choice) -> list[Step]:
    """The steps of the chain that this line takes.

    A line listens if it lets the customer finish, checks what was understood, asks something
    that brings a fact to light, or says one of the customer's own words back.
    """
    spoken = index.spoken(choice)
    found = [row.step for row in spoken.steps if row.step and _counts(row, index, before, after)]
    if spoken.echoes:
        found.append("listen")
    if choice.remedy is not None and solves(index, after):
        found.append("solve")
    return found


def _in_order(steps: set[Step]) -> tuple[Step, ...]:
    return tuple([step for step in CHAIN if step in steps])


def _counts(row: Move | Act, index: Index, before: State, after: State) -> bool:
    """Does making this move or act count as the step that it builds?"""
    if isinstance(row, Act) or row.gain is None:
        return True
    if row.gain.needs_news and len(after.knows) <= len(before.knows):
        return False
    return not row.waits or lands(index, after)


def _route(index: Index, said: State, routes: Sequence[Route]) -> str:
    for route in routes:
        if holds(route.when, said, index):
            return route.to
    return routes[-1].to


def _felt(state: State, changes: list[Change]) -> State:
    return replace(state, mood=min(max(state.mood + _hundredths(changes), 0), 10_000))


def _hundredths(changes: list[Change]) -> int:
    return sum([round(100 * points) for _, points, _ in changes])


def _settle(index: Index, heard: State) -> tuple[list[Change], State]:
    """Promises made so far fall due, whether the conversation goes on or ends here."""
    k, due = index.k, []
    kept, broken, trust = list(heard.kept), list(heard.broken), heard.trust
    for promise_id in heard.pending:
        promise = index.promises.get(promise_id)
        if promise is None:
            continue
        told = promise.kept_when is not None and holds(promise.kept_when, heard, index)
        if promise.kept or told:
            kept.append(promise_id)
            trust += int(k.trust_kept)
            due.append(Change("promise_kept", k.promise_kept * index.gain, promise_id))
        elif promise_id in heard.warned:
            broken.append(promise_id)
            due.append(Change("promise_warned", -k.promise_warned * index.loss, promise_id))
        else:
            broken.append(promise_id)
            trust -= int(k.trust_broken)
            due.append(Change("promise_broken", -k.promise_broken * index.loss, promise_id))
    settled = replace(
        _felt(heard, due),
        trust=min(max(trust, 0), 100),
        pending=(),
        kept=tuple(sorted(kept)),
        broken=tuple(sorted(broken)),
    )
    return due, settled


def _remembered(before: State, heard: State, after: State) -> State:
    """Add this turn's mood to what will be remembered of the conversation."""
    longer = after.turns > before.turns
    lowest = min(heard.mood, after.mood)
    return replace(
        after,
        worst=min(before.worst, lowest) if before.turns else lowest,
        mood_sum=before.mood_sum + (min(after.mood // REMEMBERED, 4) if longer else 0),
    )


def _with(there: tuple[str, ...], more: tuple[str, ...]) -> tuple:  # type: ignore[type-arg]
    if not more or all([one in there for one in more]):
        return there
    return tuple(sorted({*there, *more}))
