"""What comes back: objectives that were missed, or whose card is due."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from course.answers import Session
from course.progress.done import done
from course.progress.memory import recall
from course.progress.times import moment
from course.progress.tries import Try


class Due(Struct, frozen=True, kw_only=True):
    """An objective that comes back."""

    objective: str
    missed: int
    """First tries that were not right and have been followed by no right one on a later day."""
    since: datetime
    """When its card was due, in UTC; of one that was missed it may lie ahead."""
    chance: float
    """How likely it is kept in mind now, by the model of `memory`. It orders and is not shown."""


def due(session: Session, now: datetime) -> tuple[Due, ...]:
    """The objectives that come back at `now`: those missed most often first, then the shakiest.

    One comes back on the day on which its card is due, a day being one of `now`'s time zone. What
    was missed comes back on the next day, also where other exercises of it went well after that.

    Args:
        session: Whose first tries are looked at.
        now: With its time zone.
    """
    by_objective = _in_order(session)
    found = (_due(objective, tries, now) for objective, tries in by_objective.items())
    back = [one for one in found if one is not None]
    return tuple(sorted(back, key=lambda one: (-one.missed, one.chance, one.objective)))


def back_on(session: Session, now: datetime) -> dict[str, date]:
    """The day on which each objective that was tried comes back, or was to come back.

    Args:
        session: Whose first tries are looked at.
        now: With its time zone.
    """
    found = {}
    for objective, tries in _in_order(session).items():
        if times := _times(tries):
            after = [one + timedelta(days=1) for one in _missed(times, now)[-1:]]
            found[objective] = min([day_of(recall(times, now).due, now), *after])
    return found


def day_of(at: datetime, now: datetime) -> date:
    """The day of a moment where the clock says `now`."""
    return at.astimezone(now.tzinfo).date()


def _in_order(session: Session) -> dict[str, list[Try]]:
    """First tries by objective, in the order in which they were made."""
    known = session.course.objectives
    found: dict[str, list[Try]] = {}
    firsts = [one for there in done(session).values() for one in there.firsts]
    for one in sorted(firsts, key=lambda one: one.number):
        for objective in one.covers:
            if objective in known:
                found.setdefault(objective, []).append(one)
    return found


def _due(objective: str, tries: Sequence[Try], now: datetime) -> Due | None:
    times = _times(tries)
    if not times:
        return None
    card = recall(times, now)
    today = day_of(now, now)
    missed = sum(day < today for day in _missed(times, now))
    if not missed and day_of(card.due, now) > today:
        return None
    return Due(objective=objective, missed=missed, since=card.due, chance=card.chance)


def _times(tries: Sequence[Try]) -> list[tuple[datetime, bool]]:
    return [(at, bool(one.right)) for one in tries if (at := moment(one.at)) is not None]


def _missed(times: Sequence[tuple[datetime, bool]], now: datetime) -> list[date]:
    """The days of the misses that no right try has followed on a later day."""
    days = [(day_of(at, now), right) for at, right in times]
    righted = max((day for day, right in days if right), default=date.min)
    return [day for day, right in days if not right and righted <= day]
