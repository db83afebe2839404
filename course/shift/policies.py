"""Ways of working a day: what known groups of people do, and tricks that should not win."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Scenario
from course.scenarios.exploration import policies as talk
from course.scenarios.exploration.graph import Graph
from course.scenarios.handling.shares import shares_of
from course.shift.action import Action
from course.shift.day import Contact, Day, Desk, Standing
from course.shift.engine import actions, advance, begin, lines, mood_of
from course.shift.roads import roads_of
from course.shift.rules import FOLLOW_UP

Order = Callable[[Day, Contact, Standing], float]
"""Whoever has the lowest is served first."""
Says = Callable[[Day, Contact, list[Choice]], Choice | None]
"""The line to say; None to hand over."""

SOON = 20
"""Minutes before a promise falls due in which it is seen to."""
LAST_MOMENT = 8
"""Minutes before somebody leaves in which those who plan promise them a call back: what the next
line takes at most, and the promise itself."""


class Player(NamedTuple):
    """Somebody at the desk: whom they serve, what they say, and what they see to besides."""

    order: Order
    says: Says
    plans: bool = False
    """Calls back those who would leave meanwhile."""
    follows: bool = True
    """Does what was promised in conversations."""
    leaves_out: frozenset[str] = frozenset()
    """Contacts that are not served."""
    asks: frozenset[str] = frozenset()
    """Contacts about whom the lead is asked before the first line."""
    dawdles: int = 0
    """So many times 'wait' after each conversation."""


def play(desk: Desk, player: Player | None) -> tuple[Day, tuple[Action, ...]]:
    """A whole day, and its log. Nobody at the desk is a day of doing nothing."""
    day, log, rest = begin(desk), list[Action](), 0
    while not day.over:
        if player is None or rest:
            action, rest = Action("wait"), max(rest - 1, 0)
        else:
            action = choose(day, player)
        before, day = day, advance(day, action)
        if (
            player
            and action.do in ("say", "hand_over")
            and len(day.those("open")) < len(before.those("open"))
        ):
            rest = player.dawdles
        log.append(action)
    return day, tuple(log)


def choose(day: Day, player: Player) -> Action:
    """What this player does next: whoever would leave, those in front, promises, then the queue."""
    possible = actions(day)
    queue = sorted(
        (
            pair
            for pair in day.those("waiting", "held", "promised")
            if pair[0].id not in player.leaves_out
        ),
        key=lambda pair: (player.order(day, *pair), pair[0].arrives, pair[0].id),
    )
    first = next((c for c, _ in queue if Action("pick", c.id) in possible), None)
    if player.plans:
        for contact, one in queue:
            soon = one.leaves is not None and one.leaves - day.clock <= LAST_MOMENT
            call = Action("call_back", contact.id)
            if soon and contact is not first and call in possible:
                return call
    for contact, one in sorted(day.those("open"), key=lambda pair: pair[1].since):
        ask = Action("ask_lead", contact.id)
        if contact.id in player.asks and not one.said and ask in possible:
            return ask
        if one.since <= day.clock:
            line = player.says(day, contact, lines(day, contact))
            if line is None:
                return Action("hand_over", contact.id)
            return Action("say", contact.id, line.id)
    if player.follows:
        owed = [one for one in possible if one.do == "follow_up"]
        due = min(owed, key=lambda one: _due(day, one), default=None)
        if due is not None and (first is None or _due(day, due) - day.clock <= FOLLOW_UP + SOON):
            return due
    return Action("pick", first.id) if first else Action("wait")


def _due(day: Day, action: Action) -> int:
    tasks = day.of(action.contact).tasks
    return next(task.due for task in tasks if task.promise == action.what)


# Whom to serve.


def oldest(_: Day, __: Contact, one: Standing) -> float:
    """Whoever has waited longest."""
    return one.since


def angriest(day: Day, contact: Contact, __: Standing) -> float:
    """Whoever is in the worst mood."""
    return mood_of(day, contact)


def earliest_to_leave(day: Day, _: Contact, one: Standing) -> float:
    """Whoever would leave, or has been promised a call, first; who never leaves comes last."""
    deadline = one.call_by if one.status == "promised" else one.leaves
    return day.desk.rules.minutes if deadline is None else deadline


# What to say.


def by(policy: talk.Policy) -> Says:
    """A way of talking that needs no look ahead; of lines that it likes equally, the first by name.

    Where nothing can be said within the budgets, it hands over.
    """

    @lru_cache(maxsize=8192)
    def liked(scenario: Scenario, now: State, here: tuple[Choice, ...]) -> Choice:
        """The same days are gone on with again and again, so much is asked for more than once."""
        view = talk.View(Graph(index_of(scenario, DEFAULT)), now, here)
        return min(policy(view), key=lambda line: line.id)

    def says(day: Day, contact: Contact, here: list[Choice]) -> Choice | None:
        return liked(contact.scenario, day.of(contact.id).talk, tuple(here)) if here else None

    return says


def on_roads(roads: Mapping[str, Sequence[str]]) -> Says:
    """What was planned for each contact, line by line; then, or where it cannot be, hand over."""

    def says(day: Day, contact: Contact, here: list[Choice]) -> Choice | None:
        road, said = roads.get(contact.id, ()), day.of(contact.id).said
        following = road[len(said)] if len(said) < len(road) else None
        return next((line for line in here if line.id == following), None)

    return says


def hand_over(_: Day, __: Contact, ___: list[Choice]) -> Choice | None:
    """Nothing: somebody else may."""
    return None


def briefest(day: Day, contact: Contact, here: list[Choice]) -> Choice | None:
    """The fewest minutes to any ending that costs no pound."""
    free = [one for one in roads_of(contact) if not one.spend and not one.hands_over]
    road = min(free, key=lambda one: one.minutes, default=None)
    return on_roads({contact.id: road.lines if road else ()})(day, contact, here)


KIND_STEPS = frozenset({"listen", "acknowledge", "apologise", "own", "order", "facts", "follow_up"})
"""What a mark is given for that somebody cold sees no use in."""


def curt(view: talk.View) -> Sequence[Choice]:
    """Correct and cold: what the rules ask for and what solves it, with no word besides.

    Nothing forbidden is said, nothing is guessed and nobody is sent away; but nobody is heard
    either, and what can be left unsaid is.
    """
    index, now = view.laid_out, view.state

    def worth(line: Choice) -> float:
        after = view.graph.after(now, line)
        slips = (
            (len(after.guessed) > len(now.guessed))
            + (len(after.overreached) > len(now.overreached))
            + (len(after.breaches) > len(now.breaches))
            + 3 * (after.stalled and not now.stalled)
        )
        gained = sum(
            one.weight * one.share for one in shares_of(index, after) if one.id not in KIND_STEPS
        )
        if after.ended and index.endings[after.at].outcome == "abandoned":
            gained -= 100
        kind = sum(index.moves[move].slight is None for move in line.moves)
        return round(gained - 15 * slips - 3 * kind, 9)

    return talk.most(view, worth)


GOOD = by(talk.best_practice)

PEOPLE: dict[str, Player | None] = {
    "first come, first served": Player(oldest, GOOD),
    "cheapest": Player(oldest, briefest, follows=False),
    "nothing": None,
    "good and slow": Player(oldest, GOOD, dawdles=3),
    "fast and cold": Player(oldest, by(curt)),
    "generous and careless": Player(oldest, by(talk.always_remedy), follows=False),
    "fair and planful": Player(earliest_to_leave, GOOD, plans=True),
}
"""People who may sit at the desk, by what is said of them. None: nobody does."""

TRICKS: dict[str, Player | None] = {
    "always the oldest": Player(oldest, GOOD),
    "always the angriest": Player(angriest, GOOD),
    "always refund": Player(oldest, by(talk.always_remedy)),
    "always hand over": Player(oldest, hand_over),
}
"""One rule for everything."""
