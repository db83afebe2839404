"""Where a trainee was, and where to go on."""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from course.answers import Session, Visit, Work
from course.lessons import Lesson
from course.progress.done import SoFar, done
from course.progress.standing import StationStanding, lesson_standing, state_of, stations_of


class Place(Struct, frozen=True, kw_only=True):
    """A place in the course."""

    lesson: str
    station: str
    exercise: str = ""
    """Empty: the head of the station."""


def where(session: Session, lesson: str | None = None) -> Place:
    """Where to open the course, or one lesson: where the trainee was.

    A half-played conversation comes first, else what was touched last (a draft, an answer, a hint,
    a line of a conversation, a visit), else the first exercise that is open.

    Args:
        session: Whose place it is.
        lesson: The lesson to open; None for the course.

    Raises:
        KeyError: where there is no such lesson, or none at all.
    """
    lessons = session.course.lessons
    if not lessons:
        raise KeyError("there is no lesson in this course")
    if lesson is not None and lesson not in lessons:
        raise KeyError(f"there is no lesson '{lesson}' in this course")
    looked = [lessons[lesson]] if lesson is not None else list(lessons.values())
    so_far = done(session)
    by_exercise = {exercise: place for one in looked for exercise, place in _places(one)}
    half = [
        (so_far[exercise].numbers[-1], exercise)
        for exercise in so_far.conversations()
        if exercise in by_exercise and so_far[exercise].half_played
    ]
    if half:
        return by_exercise[max(half)[1]]
    return (
        _touched(session, looked, by_exercise, so_far)
        or _first_open(by_exercise.values(), so_far)
        or _head(looked[0])
    )


def next_station(session: Session, lesson: str, station: str) -> StationStanding | None:
    """The station to go to after this one; None at the end of the course.

    The next core station of the page that is not met, else the next of the page, else the
    first of the next lesson, one of its core that is not met before others.

    Raises:
        KeyError: where there is no such lesson, or it has no such station.
    """
    here = lesson_standing(session, lesson)
    ids = [one.id for one in here.stations]
    if station not in ids:
        raise KeyError(f"{lesson} has no station '{station}'; there are: {', '.join(ids)}")
    names = list(session.course.lessons)
    later = (lesson_standing(session, one).stations for one in names[names.index(lesson) + 1 :])
    for stations in chain((here.stations[ids.index(station) + 1 :],), later):
        if stations:
            return next((one for one in stations if one.core and one.state != "met"), stations[0])
    return None


def first_open(station: StationStanding) -> Place:
    """The first open exercise of a station; its head where there is none."""
    exercise = next((one.id for one in station.exercises if one.state == "open"), "")
    return Place(lesson=station.lesson, station=station.id, exercise=exercise)


def _places(lesson: Lesson) -> Iterator[tuple[str, Place]]:
    for station in stations_of(lesson):
        for exercise in station.exercises:
            yield exercise, Place(lesson=lesson.id, station=station.id, exercise=exercise)


def _touched(
    session: Session, looked: list[Lesson], places: dict[str, Place], so_far: SoFar
) -> Place | None:
    """The last place that was touched; of a station that was opened, what was touched in it."""
    stations = {(one.id, two.id): two for one in looked for two in stations_of(one)}
    lessons = {one.id for one in looked}
    opened: tuple[str, str] | None = None
    for record in reversed(session.reading.records):
        if isinstance(record, Visit) and opened is None:
            if (record.lesson, record.station) in stations:
                opened = record.lesson, record.station
            elif record.lesson in lessons and len(lessons) > 1:
                return where(session, record.lesson)
        if isinstance(record, Work) and record.way.occasion != "review":
            place = places.get(record.exercise)
            if place is not None and opened in (None, (place.lesson, place.station)):
                return place
    if opened is None:
        return None
    inside = (places[one] for one in stations[opened].exercises)
    return _first_open(inside, so_far) or Place(lesson=opened[0], station=opened[1])


def _first_open(places: Iterable[Place], so_far: SoFar) -> Place | None:
    return next((one for one in places if state_of(so_far.get(one.exercise)) == "open"), None)


def _head(lesson: Lesson) -> Place:
    return Place(lesson=lesson.id, station=next((one.id for one in stations_of(lesson)), ""))
