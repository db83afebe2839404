"""The decisions of a day that mattered most, each with what would have followed.

A line mattered as far as it put marks of its own contact out of reach: that is exact. Whom to
serve, and whether to wait, hold or call back, is tried the other way, and both days are gone on
with as somebody fair and planful would.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from course.shift.action import Action
from course.shift.day import Day, Desk
from course.shift.engine import actions, advance, begin
from course.shift.policies import PEOPLE, choose
from course.shift.roads import slips
from course.shift.worth import mark, worth

MOST = 3
"""Decisions that are named."""
LEAST = 0.5
"""Marks of the whole day's mean from which a decision mattered."""
GOES_ON = PEOPLE["fair and planful"]


class Turning(NamedTuple):
    """One decision, and the better one."""

    at: int
    """Its place in the log; what comes before it can be played again, and gone on from."""
    clock: int
    did: Action
    instead: Action
    lost: float
    """By so much the mean handling mark would have been higher."""
    helped: tuple[str, ...]
    """Contacts for whom more would have come of it, the most helped first."""


def turning_points(desk: Desk, log: Sequence[Action], most: int = MOST) -> tuple[Turning, ...]:
    """The decisions that cost most, the costliest first; fewer where fewer mattered.

    No contact is spoken of twice, so that three of them are about three things.
    """
    found = sorted((*_lines(desk, log), *_queue(desk, log)), key=lambda one: (-one.lost, one.at))
    kept, about = list[Turning](), set[str]()
    for one in found:
        contacts = {one.did.contact, one.instead.contact} - {""}
        if about.isdisjoint(contacts) and len(kept) < most:
            kept.append(one)
            about |= contacts
    return tuple(kept)


def _lines(desk: Desk, log: Sequence[Action]) -> Iterator[Turning]:
    """Lines that put something out of reach."""
    clocks, day = list[int](), begin(desk)
    for action in log:
        clocks.append(day.clock)
        day = advance(day, action)
    for contact, one in zip(desk.contacts, day.standings, strict=True):
        # Its lines together cannot have put more out of reach than it lacks now.
        if 100 - mark(contact, one) < LEAST * len(desk.contacts):
            continue
        places = [at for at, act in enumerate(log) if act.do == "say" and act.contact == contact.id]
        for slip in slips(contact, [log[at].what for at in places]):
            at, lost = places[slip.turn], slip.lost / len(desk.contacts)
            if lost >= LEAST:
                instead = Action("say", contact.id, slip.instead)
                yield Turning(at, clocks[at], log[at], instead, lost, (contact.id,))


def _queue(desk: Desk, log: Sequence[Action]) -> Iterator[Turning]:
    """What was done with the queue where something else would have been better."""
    day = begin(desk)
    for at, did in enumerate(log):
        after = advance(day, did)
        others = [one for one in actions(day) if one != did and one.do != "say"]
        if did.do != "say" and others:
            here = _went_on(after)
            ends = [(_went_on(advance(day, one)), one) for one in others]
            there, instead = max(ends, key=lambda end: worth(end[0]))
            lost = worth(there) - worth(here)
            if lost >= LEAST:
                yield Turning(at, day.clock, did, instead, lost, _helped(here, there))
        day = after


def _went_on(day: Day) -> Day:
    assert GOES_ON is not None
    while not day.over:
        day = advance(day, choose(day, GOES_ON))
    return day


def _helped(here: Day, there: Day) -> tuple[str, ...]:
    gains = {
        contact.id: mark(contact, two) - mark(contact, one)
        for contact, one, two in zip(
            here.desk.contacts, here.standings, there.standings, strict=True
        )
    }
    better = [name for name, gain in gains.items() if gain >= 1]
    return tuple(sorted(better, key=lambda name: -gains[name]))
