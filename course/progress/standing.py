"""Where a trainee stands: lessons, their stations, and the exercises in them."""

from typing import NamedTuple

from msgspec import Struct

from course.answers import Act, Session, Visit, end_of
from course.lessons import ContentError, Lesson
from course.lessons.page import Station, shown
from course.progress.done import SoFar, done
from course.progress.states import State, StationState
from course.progress.testing_out import hardest, tested_out
from course.progress.tries import Done


class ExerciseStanding(Struct, frozen=True, kw_only=True):
    """One exercise and how far it is."""

    id: str
    title: str
    kind: str
    state: State
    left_out: bool = False
    """It was left out after its warning: its station does not wait for it."""


class StationStanding(Struct, frozen=True, kw_only=True):
    """One station and how far it is."""

    lesson: str
    id: str
    title: str
    core: bool
    minutes: int
    """What it takes a careful reader."""
    state: StationState
    hardest: str
    """The exercise that 'I know this' begins with; empty where a person would have to read it."""
    exercises: tuple[ExerciseStanding, ...]
    day: bool = False
    """Whether a day at the desk is worked here."""


class LessonStanding(Struct, frozen=True, kw_only=True):
    """One lesson and its stations, in the order of the page."""

    id: str
    title: str
    stations: tuple[StationStanding, ...]

    @property
    def minutes(self) -> int:
        """What the whole lesson takes a careful reader."""
        return sum(one.minutes for one in self.stations)

    @property
    def core_minutes(self) -> int:
        """What its core takes."""
        return sum(one.minutes for one in self.stations if one.core)

    @property
    def core_minutes_left(self) -> int:
        """What the core stations take that are not met."""
        return sum(one.minutes for one in self.stations if one.core and one.state != "met")

    @property
    def untouched(self) -> bool:
        """Whether nothing in it was tried."""
        return all(one.state == "open" for two in self.stations for one in two.exercises)


class LessonFar(NamedTuple):
    """How far a lesson is, where nobody asks about its stations."""

    title: str
    state: StationState
    core_minutes_left: int


def standing(session: Session) -> tuple[LessonStanding, ...]:
    """Where the trainee stands, in the order of the course."""
    return tuple(lesson_standing(session, one) for one in session.course.lessons)


def lesson_standing(session: Session, lesson: str) -> LessonStanding:
    """Where the trainee stands in one lesson, without a look at the others.

    Raises:
        KeyError: where there is no such lesson.
    """
    if lesson not in session.course.lessons:
        raise KeyError(f"there is no lesson '{lesson}' in this course")
    found, so_far = session.course.lessons[lesson], done(session)
    visited = {
        one.station
        for one in session.reading.records
        if isinstance(one, Visit) and one.lesson == lesson
    }
    return LessonStanding(
        id=lesson,
        title=found.title,
        stations=tuple(
            _station(found, one, so_far, one.id in visited, _days(session, one))
            for one in stations_of(found)
        ),
    )


def how_far(session: Session, lesson: str) -> LessonFar:
    """How far a lesson is as a whole. Of one that nobody has touched no exercise is read."""
    found = session.course.lessons[lesson]
    if _untouched(session, found):
        return LessonFar(found.title, "open", found.page.core_minutes)
    there = lesson_standing(session, lesson)
    states = {one.state for one in there.stations if one.core}
    state: StationState = "met" if states == {"met"} else "open" if states <= {"open"} else "part"
    return LessonFar(found.title, state, there.core_minutes_left)


def _untouched(session: Session, lesson: Lesson) -> bool:
    """Whether nothing in a lesson was tried, and no station of it opened."""
    tried = done(session)
    visits = (one for one in session.reading.records if isinstance(one, Visit))
    return not any(one in tried for one in lesson) and all(
        one.lesson != lesson.id for one in visits
    )


def answered(session: Session) -> int:
    """How many exercises of all cores were tried. None that nobody has touched is read."""
    so_far, lessons = done(session), session.course.lessons.values()
    tried = (state_of(so_far.get(one)) for lesson in lessons for one in lesson.core)
    return sum(one != "open" for one in tried)


def stations_of(lesson: Lesson) -> tuple[Station, ...]:
    """The stations of a lesson; an opening that asks for nothing is only the head of the page."""
    return tuple(one for one in lesson.page.stations if one.title or one.exercises)


def _days(session: Session, station: Station) -> list[StationState]:
    """How far each day at the desk is that a station has."""
    found: list[StationState] = []
    for one in shown(station.parts):
        if one.command == "shift":
            day = f"shift-{one.options.get('seed', '')}"
            begun = any(isinstance(act, Act) for act in session.reading.of(day))
            over = begun and session.left(end_of(day)) is True
            found.append("met" if over else "part" if begun else "open")
    return found


def _station(
    lesson: Lesson, station: Station, so_far: SoFar, visited: bool, days: list[StationState]
) -> StationStanding:
    exercises = tuple(
        made
        for one in station.exercises
        if (made := _exercise(lesson, one, so_far.get(one))) is not None
    )
    return StationStanding(
        lesson=lesson.id,
        id=station.id,
        title=station.title or lesson.title,
        core=station.core,
        minutes=station.minutes,
        state="met" if tested_out(lesson, station, so_far) else _state(exercises, visited, days),
        hardest=hardest(lesson, station),
        exercises=exercises,
        day=bool(days),
    )


def _state(
    exercises: tuple[ExerciseStanding, ...], visited: bool, days: list[StationState]
) -> StationState:
    if not exercises and not days:
        # There is nothing to do but to read it.
        return "met" if visited else "open"
    states: set[str] = {"met" if one.left_out else one.state for one in exercises} | set(days)
    if states == {"met"}:
        return "met"
    return "open" if states == {"open"} else "part"


def _exercise(lesson: Lesson, exercise: str, so_far: Done | None) -> ExerciseStanding | None:
    """How far an exercise is; None where it cannot be read, so that nobody can answer it."""
    try:
        about = lesson.glance(exercise)
    except ContentError:
        return None
    return ExerciseStanding(
        id=exercise,
        title=about.title,
        kind=about.kind,
        state=state_of(so_far),
        left_out=so_far is not None and so_far.left_out,
    )


def state_of(so_far: Done | None) -> State:
    """How far an exercise is, from what was done on it."""
    if so_far is None or not (so_far.tries or so_far.half_played):
        return "open"
    return "met" if so_far.met else "tried"
