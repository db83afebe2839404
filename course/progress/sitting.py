"""What to do now: to carry on, or what fits into ten minutes, with a reason in one line."""

import math
from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from course.answers import Session
from course.progress.abilities import slips
from course.progress.done import done
from course.progress.places import Place, first_open, next_station, where
from course.progress.review import Pick, pick
from course.progress.standing import LessonStanding, StationStanding, lesson_standing, standing
from course.scenarios.conversation.reasons import first_name

SHORT = 10
"""Minutes that a station may take to be offered before others."""
WORTH_IT = 3
"""Exercises from which a review is offered before a station."""
EACH = 1.5
"""Minutes that an exercise of a review takes."""


class CarryOn(Struct, frozen=True, kw_only=True):
    """Where to go on."""

    place: Place
    station: StationStanding
    customer: str = ""
    """Who is waiting for an answer in a half-played conversation; empty where nobody is."""
    begun: bool
    """Whether anything was done in the course before."""


class Offer(Struct, frozen=True, kw_only=True):
    """What fits into ten minutes: a station, or the review."""

    place: Place | None = None
    """None for the review."""
    title: str
    minutes: int
    reason: str


def carry_on(session: Session) -> CarryOn | None:
    """Where to go on: where the trainee was, or the next station where that one is met.

    None where all of the course is met.
    """
    so_far, place = done(session), where(session)
    there = so_far.get(place.exercise)
    half = there is not None and there.half_played
    station = _station(lesson_standing(session, place.lesson), place)
    if station.state == "met" and not half:
        following = _following(session, station)
        if following is None:
            return None
        station, place = following, first_open(following)
    return CarryOn(
        place=place,
        station=station,
        customer=_customer(session, place.exercise) if half else "",
        begun=bool(so_far),
    )


def ten_minutes(session: Session, now: datetime) -> Offer | None:
    """What fits into ten minutes; None where all is met and nothing comes back.

    A half-played conversation comes first, else a review that is worth it, else the next station
    where it is short enough, else a smaller review, else a short station that practises what
    slips, else the shortest that is left of the lesson.

    Args:
        session: Whose ten minutes they are.
        now: With its time zone.
    """
    return next(_offers(session, pick(session, now)), None)


def _offers(session: Session, picked: tuple[Pick, ...]) -> Iterator[Offer]:
    """What could be offered, the best first."""
    on = carry_on(session)
    if on is not None and on.customer and on.station.minutes <= SHORT:
        yield _offer(on.station, on.place, f"{on.customer} is waiting for an answer.")
    if len(picked) >= WORTH_IT:
        yield _review(picked)
    if on is not None and on.station.minutes <= SHORT:
        begun = on.station.state == "part"
        yield _offer(on.station, on.place, "You have begun it." if begun else "It comes next.")
    if picked:
        yield _review(picked)
    for slip in slips(session):
        there = slip.practice
        if there.station.minutes <= SHORT:
            why = f"It practises what was not right yet. {slip.ability.sentence}"
            yield _offer(there.station, there.place, why)
    if on is not None:
        lesson = next(one for one in standing(session) if one.id == on.station.lesson)
        left = [
            one for one in lesson.stations if one.state != "met" and one.core == on.station.core
        ]
        least = min(left, key=lambda one: one.minutes, default=on.station)
        yield _offer(least, first_open(least), "It is the shortest that is left of this lesson.")


def _following(session: Session, station: StationStanding) -> StationStanding | None:
    """The next station that is not met; at the end of the course, the first that was left out."""
    later = next_station(session, station.lesson, station.id)
    while later is not None and later.state == "met":
        later = next_station(session, later.lesson, later.id)
    if later is not None:
        return later
    left = [one for lesson in standing(session) for one in lesson.stations if one.state != "met"]
    return next((one for one in left if one.core), next(iter(left), None))


def _offer(station: StationStanding, place: Place, reason: str) -> Offer:
    return Offer(place=place, title=station.title, minutes=station.minutes, reason=reason)


def _review(picked: tuple[Pick, ...]) -> Offer:
    reason = comes_back(len(picked), sum(one.missed for one in picked))
    return Offer(title="Review", minutes=math.ceil(EACH * len(picked)), reason=reason)


def comes_back(count: int, missed: int) -> str:
    """Why there is a review: so many exercises, so many of them because of a miss.

    >>> comes_back(1, 0), comes_back(1, 1)
    ('1 exercise comes back.', '1 exercise comes back, for a first try that was not right.')
    >>> comes_back(4, 1)
    '4 exercises come back, 1 of them for a first try that was not right.'
    >>> comes_back(6, 6)
    '6 exercises come back, all for first tries that were not right.'
    """
    said = "1 exercise comes back" if count == 1 else f"{count} exercises come back"
    why = "a first try that was not right" if missed == 1 else "first tries that were not right"
    of_them = "" if count == missed == 1 else "all " if count == missed else f"{missed} of them "
    return f"{said}, {of_them}for {why}." if missed else f"{said}."


def _station(lesson: LessonStanding, place: Place) -> StationStanding:
    return next(one for one in lesson.stations if one.id == place.station)


def _customer(session: Session, exercise: str) -> str:
    item = session.item(exercise, done(session)[exercise].records[-1].variant)
    if item is None or item.kind.scenario is None:
        return ""
    return first_name(item.kind.scenario(item.exercise, item.key))
