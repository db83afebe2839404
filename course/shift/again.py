"""A day that was kept, played again: as far as its desk still allows, and saying where it stops."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from course.shift.action import Action, ActionError
from course.shift.day import Day, Desk
from course.shift.engine import advance, begin


class Again(NamedTuple):
    """As much of a log as can be played."""

    days: tuple[Day, ...]
    """The day at its opening, and after each action."""
    log: tuple[Action, ...]
    """What could be played."""
    stopped: Action | None = None
    """The first action that cannot be done any more: the course has changed since. None where all
    could be played."""

    @property
    def day(self) -> Day:
        """The day as it stands."""
        return self.days[-1]


def play_again(desk: Desk, log: Iterable[Action]) -> Again:
    """Plays a log; unlike `replay` it stops at what cannot be done, and nothing is refused."""
    days, done = [begin(desk)], list[Action]()
    for action in log:
        try:
            days.append(advance(days[-1], action))
        except ActionError:
            return Again(tuple(days), tuple(done), action)
        done.append(action)
    return Again(tuple(days), tuple(done))


def desk_hash(desk: Desk) -> str:
    """The hash of a desk: another one where other people come, or say or may grant other things."""
    contacts = [
        (one.id, one.name, one.person, one.arrives, one.scenario) for one in desk.contacts
    ]  # fmt: skip
    raw = msgspec.json.encode((desk.seed, desk.rules, contacts), order="sorted")
    return hashlib.sha256(raw).hexdigest()[:16]
