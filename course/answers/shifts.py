"""What one trainee has done in days on the desk, folded from the records. Nothing here is stored.

The actions of a day are handed to `course.shift.replay`, which alone knows what comes of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from course.answers.record import PLAY, Act, Entry, Way, Work

if TYPE_CHECKING:
    from course.shift import Action


class Shift(Struct, frozen=True, kw_only=True):
    """A day from its beginning on, as far as it was played."""

    at: str
    """When it was begun."""
    content: str
    """The hash of the desk on which it was begun (`course.shift.again.desk_hash`)."""
    acts: tuple[Act, ...] = ()
    """What was done, oldest first; the beginning itself is none of it."""

    @property
    def log(self) -> tuple[Action, ...]:
        """The same as actions: what `course.shift.replay` takes."""
        # Whoever plays no day does not need what knows of them.
        from course.shift import Action

        # `begin` is no action, and a shift holds none.
        return tuple(Action(one.do, one.contact, one.what) for one in self.acts)  # type: ignore[arg-type]


class DayHistory(Struct, frozen=True, kw_only=True):
    """Everything done in one day, whether it was begun once or more often."""

    seed: int = 0
    """It draws the day."""
    attempts: tuple[Shift, ...] = ()
    """The day as it was played, each time anew; the last one may be half played."""
    roads: Mapping[Way, tuple[Shift, ...]] = {}
    """What was played on after something was taken back, in the order in which a road was touched
    last. Each begins where `attempts[way.attempt - 1].acts[:way.turn - 1]` ends, and never enters
    a mark."""
    steps: Mapping[Way, tuple[Act, ...]] = {}
    """All records of each way; whoever has seen them can go on from there."""

    def of(self, way: Way) -> tuple[Shift, ...]:
        """The day as played on one way."""
        return self.attempts if way == PLAY else self.roads.get(way, ())


def end_of(day: str) -> str:
    """The name under which is kept that the trainee has seen a day's end.

    >>> end_of("shift-7")
    'shift-7-over'
    """
    return f"{day}-over"


def days(records: Iterable[Entry]) -> dict[str, DayHistory]:
    """The days of one trainee by their names, from the records of a log or of a submission.

    >>> done = [Act(v=4, at="", prev=str(n), exercise="shift-7", seed=7, do=do)
    ...         for n, do in enumerate(("begin", "wait", "wait", "begin"))]
    >>> [len(one.acts) for one in days(done)["shift-7"].attempts]
    [2, 0]
    """
    found: dict[str, list[Act]] = {}
    for record in records:
        if isinstance(record, Act):
            found.setdefault(record.exercise, []).append(record)
    return {name: _day(acts) for name, acts in found.items()}


def day_history(records: Iterable[Work], name: str) -> DayHistory:
    """What was done in one day; nothing where it was never begun."""
    return days(records).get(name, DayHistory())


def _day(acts: Iterable[Act]) -> DayHistory:
    steps: dict[Way, list[Act]] = {}
    for act in acts:
        # The way that was touched last comes last.
        steps[act.way] = [*steps.pop(act.way, ()), act]
    played = {way: _shifts(done) for way, done in steps.items()}
    first = next(iter(steps[PLAY]), None) if PLAY in steps else None
    return DayHistory(
        seed=first.seed if first else 0,
        attempts=played.pop(PLAY, ()),
        roads={way: one for way, one in played.items() if way.occasion == "road"},
        steps={way: tuple(done) for way, done in steps.items()},
    )


def _shifts(acts: Iterable[Act]) -> tuple[Shift, ...]:
    """Each beginning with what followed it. What stands before any beginning is no day."""
    begun: list[tuple[Act, list[Act]]] = []
    for act in acts:
        if act.do == "begin":
            begun.append((act, []))
        elif begun:
            begun[-1][1].append(act)
    return tuple(Shift(at=one.at, content=one.content, acts=tuple(done)) for one, done in begun)
