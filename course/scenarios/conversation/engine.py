"""How a conversation goes on: a state, a line, the next state. Pure, and the same every time."""

from typing import NamedTuple

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
    slights_of,
    solves,
    spoils,
)
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.state import MOST_TIMES, MOST_TURNS, REMEMBERED, State
from course.scenarios.definition import Choice, Ending, Scenario


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
    return tuple(c for c in index.moments[state.at].choices if holds(c.when, state, index))


def find_choice(index: Index, state: State, choice_id: str, turn: int | None = None) -> Choice:
    """The open line with this id."""
    available = open_choices(index, state)
    for choice in available:
        if choice.id == choice_id:
            return choice
    raise ChoiceError(turn or state.turns + 1, choice_id, tuple(c.id for c in available))


def advance(index: Index, before: State, choice: Choice) -> Advance:
    """Work out one turn."""
    said = _say(index, before, choice)
    to = _route(index, said, choice)
    ending = index.endings.get(to)
    said = _at(said, to, ending, hung_up=said.hung_up or hangs_up(index, said, choice, ending))
    changes = changes_of(index, before, said, choice, ending)
    heard = _felt(said, changes)
    due: list[Change] = []
    after = heard
    if heard.pending and (ending is not None or index.moments[to].later):
        due, after = _settle(index, heard)
    hope = after.points - index.k.gave_up_at_most
    if ending is not None and gives_up(ending) and hope > 0:
        lost = Change("gave_up", -hope)
        due, after = [*due, lost], _felt(after, [lost])
    return Advance(heard, _remembered(before, heard, after), changes, due)


def _say(index: Index, before: State, choice: Choice) -> State:
    """The facts of having said it, before anyone feels anything."""
    remedy = index.remedies.get(choice.remedy or "")
    heard_first = "acknowledge" in choice.moves or lands(index, before)
    moves = _made(index, before, choice, heard_first=heard_first)
    acts = _with(before.acts, choice.acts)
    knows = _with(before.knows, choice.learns)
    offered, guessed, overreached = before.offered, before.guessed, before.overreached
    rushed = before.rushed
    if remedy is not None:
        offered = _with(offered, (remedy.id,))
        if set(remedy.needs) <= set(knows):
            guessed = _without(guessed, remedy.id)
        elif remedy.id not in before.offered:
            guessed = _with(guessed, (remedy.id,))
        allowed = remedy.authority != "lead" or "ask_lead" in acts
        if not allowed:
            overreached = _with(overreached, (remedy.id,))
        rushed = rushed or not heard_first
    pending = before.pending
    if choice.promise is not None and choice.promise not in {*before.kept, *before.broken}:
        pending = _with(pending, (choice.promise,))
    warned = before.warned
    if "warn_early" in choice.acts:
        warned = _with(warned, before.pending)
    trust = before.trust
    sent_away = False
    for _, slight in slights_of(index, choice):
        trust -= int(slight.trust)
        sent_away = sent_away or slight.unless is not None
    helping = any(row.helps for row in _rows(index, choice))
    said = State(
        at=before.at,
        mood=before.mood,
        worst=before.worst,
        trust=max(trust, 0),
        mood_sum=before.mood_sum,
        turns=min(before.turns + 1, MOST_TURNS),
        moves=moves,
        acts=acts,
        steps=before.steps,
        undone=before.undone,
        knows=knows,
        rushed=rushed,
        blurted=before.blurted or ("apologise" in choice.moves and not heard_first),
        stalled=before.stalled
        or (before.turns == 0 and index.opening != "acknowledge" and not helping),
        offered=offered,
        guessed=guessed,
        overreached=overreached,
        pending=pending,
        kept=before.kept,
        broken=before.broken,
        warned=warned,
        breaches=_with(before.breaches, choice.breaches),
        repeats=min(before.repeats + asks_again(index, before, choice), MOST_TIMES),
        transfers=min(before.transfers + sent_away, MOST_TIMES),
        hung_up=before.hung_up,
    )
    taken = steps_of(index, before, said, choice)
    steps, undone = {*before.steps, *taken}, set(before.undone)
    if spoils(index, before, said, choice):
        undone |= taken.difference(before.steps)
    else:
        undone -= taken
    if steps == set(before.steps) and undone == set(before.undone):
        return said
    return replace(said, steps=_in_order(steps), undone=_in_order(undone))


def _made(index: Index, before: State, choice: Choice, *, heard_first: bool) -> tuple[int, ...]:
    """How often each move has been made by now."""
    counts = list(before.moves or (0,) * len(index.moves))
    for move in set(choice.moves):
        at = index.place[move]
        # A sorry that nothing was acknowledged for does not use up the one that counts.
        if counts[at] < index.counted[at] and (heard_first or not index.moves[move].waits):
            counts[at] += 1
    return tuple(counts)


def steps_of(index: Index, before: State, after: State, choice: Choice) -> set[Step]:
    """The steps of the chain that this line takes.

    A line listens if it lets the customer finish, checks what was understood, asks something
    that brings a fact to light, or says one of the customer's own words back.
    """
    found = {
        row.step for row in _rows(index, choice) if row.step and _counts(row, index, before, after)
    }
    if "acknowledge" in choice.moves and _echoes(index, choice.text):
        found.add("listen")
    if choice.remedy is not None and solves(index, after):
        found.add("solve")
    return found


def _in_order(steps: set[Step]) -> tuple[Step, ...]:
    return tuple(step for step in CHAIN if step in steps)


def _counts(row: Move | Act, index: Index, before: State, after: State) -> bool:
    """Does making this move or act count as the step that it builds?"""
    if isinstance(row, Act) or row.gain is None:
        return True
    if row.gain.needs_news and len(after.knows) <= len(before.knows):
        return False
    return not row.waits or lands(index, after)


def _rows(index: Index, choice: Choice) -> list[Move | Act]:
    """What a line does, each with its row."""
    return [
        *(index.moves[move] for move in choice.moves),
        *(index.acts[act] for act in choice.acts),
    ]


def _echoes(index: Index, text: str) -> bool:
    text = text.casefold()
    return any(term in text for term in index.terms)


def _route(index: Index, said: State, choice: Choice) -> str:
    if isinstance(choice.next, str):
        return choice.next
    for route in choice.next:
        if holds(route.when, said, index):
            return route.to
    return choice.next[-1].to


def _at(said: State, to: str, ending: Ending | None, *, hung_up: bool) -> State:
    return replace(said, at=to, ended=ending is not None, hung_up=hung_up)


def _felt(state: State, changes: list[Change]) -> State:
    if not changes:
        return state
    mood = state.mood + sum([round(100 * points) for _, points, _ in changes])
    return replace(state, mood=min(max(mood, 0), 10_000))


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
    if not more or set(more) <= set(there):
        return there
    return tuple(sorted({*there, *more}))


def _without(there: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(item for item in there if item != one)
