"""Where a trainee stands: lessons, their stations, and the exercises in them."""

from msgspec import Struct

from course.answers import Session, Visit
from course.lessons import ContentError, Lesson
from course.lessons.page import Station
from course.progress.done import Done, done
from course.progress.states import State, StationState
from course.progress.testing_out import tested_out


class ExerciseStanding(Struct, frozen=True, kw_only=True):
    """One exercise and how far it is."""

    id: str
    title: str
    kind: str
    state: State


class StationStanding(Struct, frozen=True, kw_only=True):
    """One station and how far it is."""

    lesson: str
    id: str
    title: str
    core: bool
    minutes: int
    """What it takes a careful reader."""
    state: StationState
    exercises: tuple[ExerciseStanding, ...]


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


def standing(session: Session) -> tuple[LessonStanding, ...]:
    """Where the trainee stands, in the order of the course."""
    so_far = done(session)
    visited = {
        (one.lesson, one.station) for one in session.reading.records if isinstance(one, Visit)
    }
    return tuple(
        LessonStanding(
            id=lesson.id,
            title=lesson.title,
            stations=tuple(
                _station(lesson, one, so_far, (lesson.id, one.id) in visited)
                for one in stations_of(lesson)
            ),
        )
        for lesson in session.course.lessons.values()
    )


def stations_of(lesson: Lesson) -> tuple[Station, ...]:
    """The stations of a lesson; an opening that asks for nothing is only the head of the page."""
    return tuple(one for one in lesson.page.stations if one.title or one.exercises)


def _station(
    lesson: Lesson, station: Station, so_far: dict[str, Done], visited: bool
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
        state="met" if tested_out(lesson, station, so_far) else _state(exercises, visited),
        exercises=exercises,
    )


def _state(exercises: tuple[ExerciseStanding, ...], visited: bool) -> StationState:
    if not exercises:
        # There is nothing to do but to read it.
        return "met" if visited else "open"
    states = {one.state for one in exercises}
    if states == {"met"}:
        return "met"
    return "open" if states == {"open"} else "part"


def _exercise(lesson: Lesson, exercise: str, so_far: Done | None) -> ExerciseStanding | None:
    """How far an exercise is; None where it cannot be read, so that nobody can answer it."""
    try:
        about = lesson.glance(exercise)
    except ContentError:
        return None
    return ExerciseStanding(id=exercise, title=about.title, kind=about.kind, state=state_of(so_far))


def state_of(so_far: Done | None) -> State:
    """How far an exercise is, from what was done on it."""
    if so_far is None or not (so_far.tries or so_far.half_played):
        return "open"
    return "met" if so_far.met else "tried"
