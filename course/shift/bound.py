"""What no day on this desk can go beyond: an upper bound of the mean handling mark."""

from collections.abc import Sequence

from course.scenarios.conversation.trail import reached
from course.scenarios.handling.shares import mark_of
from course.shift.day import Contact, Desk
from course.shift.roads import Road, roads_of
from course.shift.rules import PACES
from course.shift.time import soundly

NOT_SERVED = Road(0, 0.0, 0.0, ())
OVER_TIME = max(pace.line for pace in PACES.values()) - 1
"""A line begun before closing is finished after it: so many minutes more at most."""


def bound(desk: Desk) -> tuple[float, dict[str, Road]]:
    """The bound, and for each contact the road that it takes.

    Everybody's road is chosen at once so that the marks are highest, where nobody loses patience,
    no budget ends, and only time is short: those who come in the last hour must fit into that
    hour. What a day can do is harder, so none comes out higher. Exact for that easier day, by
    dynamic programming over the minutes that are left.
    """
    closing = desk.rules.minutes + OVER_TIME
    totals = [0.0] * (closing + 1)
    taken = list[list[Road]]()
    latest_first = sorted(desk.contacts, key=lambda one: (-one.arrives, one.id))
    for contact in latest_first:
        room = closing - contact.arrives
        totals, roads = _with(totals, _ways(desk, contact), room)
        taken.append(roads)
    left = closing
    chosen = dict[str, Road]()
    for contact, roads in zip(reversed(latest_first), reversed(taken), strict=True):
        road = roads[left]
        chosen[contact.id] = road
        left = min(left, closing - contact.arrives) - road.minutes
    return totals[closing] / max(len(desk.contacts), 1), chosen


def _ways(desk: Desk, contact: Contact) -> Sequence[Road]:
    ways = (NOT_SERVED, *roads_of(contact))
    if not desk.rules.colleagues:
        return ways
    scenario, lines = contact.scenario, soundly(contact.scenario)
    mark = mark_of(contact.index, reached(scenario, lines))
    return (*ways, Road(0, mark, 0.0, lines))


def _with(totals: list[float], ways: Sequence[Road], room: int) -> tuple[list[float], list[Road]]:
    """The best totals for so many minutes once this contact may be served as well."""
    made, roads = list[float](), list[Road]()
    for minutes in range(len(totals)):
        within = min(minutes, room)
        best = max(
            (road for road in ways if road.minutes <= within),
            key=lambda road: road.mark + totals[within - road.minutes],
        )
        made.append(best.mark + totals[within - best.minutes])
        roads.append(best)
    return made, roads
