"""The best day that a bounded search finds, beside what no day can go beyond."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from course.shift.action import Action
from course.shift.bound import bound
from course.shift.day import Contact, Day, Desk, Standing
from course.shift.policies import PEOPLE, TRICKS, Order, Player, on_roads, play
from course.shift.roads import Road, roads_of
from course.shift.worth import worth

PLAYS = 400
"""Days played before the search stops."""
ROUNDING = 1e-9


class Best(NamedTuple):
    """The best day found."""

    day: Day
    log: tuple[Action, ...]
    worth: float
    """Its mean handling mark."""
    bound: float
    """No day on this desk has a higher one."""

    @property
    def gap(self) -> float:
        """At most so many marks are missing to the best day there is."""
        return self.bound - self.worth


class Plan(NamedTuple):
    """A road for each contact, and whom to serve first."""

    roads: Mapping[str, Road]
    first: tuple[str, ...]
    """Contacts in the order in which they are served if they are there."""


def best_day(desk: Desk, plays: int = PLAYS) -> Best:
    """The best day found in so many plays.

    It begins with the roads that the bound takes, once served as they come and once in the order
    of the best of the people, and changes one road or one place in the queue at a time, for as
    long as that helps. What people and tricks reach is tried as well, so that none of them is ever
    better than it.
    """
    limit, roads = bound(desk)
    tried = [play(desk, player) for player in dict.fromkeys({**PEOPLE, **TRICKS}.values())]
    _, best_log = max(tried, key=_worth)
    for first in (tuple(desk.at), _served(desk, best_log)):
        tried.append(_climb(desk, Plan(roads, first), plays // 2))
    day, log = max(tried, key=_worth)
    return Best(day, log, worth(day), limit)


def _worth(played: tuple[Day, tuple[Action, ...]]) -> float:
    return worth(played[0])


def _served(desk: Desk, log: Iterable[Action]) -> tuple[str, ...]:
    """Contacts in the order in which they were served first; at the end those who never were."""
    return tuple(dict.fromkeys([*(one.contact for one in log if one.do == "pick"), *desk.at]))


def _climb(desk: Desk, plan: Plan, plays: int) -> tuple[Day, tuple[Action, ...]]:
    """From a plan to a better one near it, until none is or so many days have been played."""
    found = play(desk, player_of(plan))
    near = _near(desk, plan)
    for _ in range(plays - 1):
        other = next(near, None)
        if other is None:
            break
        made = play(desk, player_of(other))
        if worth(made[0]) > worth(found[0]) + ROUNDING:
            found, near = made, _near(desk, other)
    return found


def player_of(plan: Plan) -> Player:
    """Somebody who keeps to the plan."""
    served = {name: road for name, road in plan.roads.items() if road.lines}
    return Player(
        order=_order(plan.first),
        says=on_roads({name: road.lines for name, road in served.items()}),
        plans=True,
        leaves_out=frozenset(plan.roads) - frozenset(served),
        asks=frozenset(name for name, road in served.items() if road.asks),
    )


def _order(first: tuple[str, ...]) -> Order:
    place = {name: at for at, name in enumerate(first)}

    def order(_: Day, contact: Contact, __: Standing) -> float:
        return place[contact.id]

    return order


def _near(desk: Desk, plan: Plan) -> Iterator[Plan]:
    """Plans with one thing changed: two neighbours in the queue, or one contact's road."""
    for at in range(len(plan.first) - 1):
        names = list(plan.first)
        names[at], names[at + 1] = names[at + 1], names[at]
        yield plan._replace(first=tuple(names))
    for contact in desk.contacts:
        now = plan.roads[contact.id]
        for road in _other_roads(contact, now):
            yield plan._replace(roads={**plan.roads, contact.id: road})


def _other_roads(contact: Contact, now: Road) -> Iterator[Road]:
    """The next better, the next shorter, and none at all."""
    roads = [road for road in roads_of(contact) if road.lines]
    better = [road for road in roads if road.mark > now.mark]
    shorter = [road for road in roads if road.minutes < now.minutes]
    yield from better[:2]
    yield from sorted(shorter, key=lambda road: -road.mark)[:2]
