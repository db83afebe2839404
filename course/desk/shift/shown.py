"""All that the page of a day shows, from the log alone."""

from course.answers import PLAY, Way
from course.desk.shift.beside import Beside, beside
from course.desk.shift.ended import did, end
from course.desk.shift.happened import happened
from course.desk.shift.messages import End, Known, Road, ShiftView
from course.desk.shift.queue import doing, queue, strip
from course.desk.shift.sitting import Place, Sitting, Stand
from course.desk.shift.talking import opened
from course.desk.shift.words import at
from course.shift import Action, rules
from course.shift.worth import worth

CHANGED = (
    "The course has changed since you began this day, so some words may be other ones than you "
    "read then. What you did is kept."
)
STOPPED = (
    "The course has changed since you began this day. What you did after {at} cannot be done in it "
    "any more. It is kept, and the day goes on from {at}."
)


def known(place: Place | None) -> Known:
    """Where the page is."""
    if place is None:
        return Known(done=0)
    return Known(attempt=place.way.attempt, turn=place.way.turn, done=place.done)


def place_of(said: Known) -> Place | None:
    """The same, as it comes back from the page; None before the day is begun.

    Raises:
        ValueError: where it is no place.
    """
    if not said.done and not said.attempt:
        return None
    way = PLAY
    if said.attempt or said.turn:
        way = Way(occasion="road", attempt=said.attempt, turn=said.turn)
    return Place(way, said.done)


def shown(sitting: Sitting, look: bool = False) -> ShiftView:
    """The day as it stands.

    Args:
        sitting: Whose day it is.
        look: Whether other days are to be worked out, where this one is over.
    """
    now, limits = sitting.stand(), sitting.desk.rules
    phase = "card" if now is None else "end" if now.day.over else "day"
    playing = now is not None and not now.day.over
    return ShiftView(
        name=sitting.name,
        phase=phase,  # type: ignore[arg-type]
        opens=rules.clock(limits, 0),
        closes=rules.clock(limits, limits.minutes),
        contacts=len(sitting.desk.contacts),
        saving=sitting.session.saved,
        known=known(now.place if now else None),
        changed=_changed(now) if now else "",
        road=_road(sitting, now) if now else None,
        strip=strip(now.day) if now else None,
        queue=queue(now.day) if now and playing else (),
        open=opened(now.again, len(sitting.history.of(now.place.way))) if now and playing else (),
        waits=doing(None, Action("wait")) if playing else None,
        happened=happened(now.again) if now else (),
        end=_end(sitting, now, look) if now and not playing else None,
    )


def _changed(now: Stand) -> str:
    if now.again.stopped:
        return STOPPED.format(at=at(now.day, now.day.clock))
    return CHANGED if now.changed else ""


def _road(sitting: Sitting, now: Stand) -> Road | None:
    way = now.place.way
    if not way.attempt:
        return None
    left = sitting.of_play(way.attempt)
    if left is None or len(left.log) < way.turn:
        return Road("", "")
    before = left.days[way.turn - 1]
    return Road(at(before, before.clock), did(sitting.desk, left.log[way.turn - 1]))


def _end(sitting: Sitting, now: Stand, look: bool) -> End:
    around: Beside = beside(sitting.content, sitting.desk)
    if look:
        around.ask(now.again.log)
    number = len(sitting.history.attempts)
    return end(now.again, now.place, around, number, _before(sitting, now))


def _before(sitting: Sitting, now: Stand) -> str:
    """What other days of this trainee came to."""
    numbers = range(1, len(sitting.history.attempts) + 1)
    last = numbers[-1] if numbers and now.place.way == PLAY else 0
    others = [(n, sitting.of_play(n)) for n in numbers if n != last]
    said = [
        f"day {n}: {worth(one.day):.0f}" for n, one in others if one is not None and one.day.over
    ]
    return f"Handling marks of your other days on this desk: {', '.join(said)}." if said else ""
