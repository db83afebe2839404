"""The guide of a lesson: where the trainee stands in it, where to open it, and where to go on.

On the page of a lesson the course view draws the station's head, the contents and the way on from
it; where there is no course view it is a plain list of the stations.
"""

from collections.abc import Sequence
from typing import ClassVar

from course.answers import Session, Visit
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message
from course.page.source import panel
from course.progress import (
    ExerciseStanding,
    LessonStanding,
    Place,
    State,
    StationStanding,
    StationState,
    hardest,
    how_far,
    lesson_standing,
    next_station,
    where,
)

WORDS: dict[str, str] = {"open": "open", "tried": "tried", "part": "in part", "met": "met"}
"""What each state is called; a sign is never shown without it."""
LEFT_OUT = "left out"
"""What is said of a conversation that was left out after its warning."""

DAYS: dict[str, str] = {
    "open": "This day is not begun yet.",
    "part": "Your day is under way. It opens where you left it.",
    "met": "You have worked this day to its end.",
}
"""What is said below a station that is a day at the desk."""


class ExerciseMark(Message, frozen=True):
    """An exercise and how far it is."""

    id: str
    title: str
    state: State
    word: str


class WayOn(Message, frozen=True):
    """The station to go to after another one."""

    lesson: str
    station: str
    title: str
    """With the title of its lesson before it, where that is another one."""
    time: str


class StationMark(Message, frozen=True):
    """A station, its exercises, and what stands below it."""

    id: str
    title: str
    core: bool
    time: str
    state: StationState
    word: str
    exercises: tuple[ExerciseMark, ...]
    known: str
    """The exercise to take first by somebody who knows all this; empty once something was tried."""
    said: str
    """What was met here, in a sentence."""
    next: WayOn | None


class LessonMark(Message, frozen=True):
    """A lesson in the list of all."""

    id: str
    title: str
    time: str
    state: StationState
    word: str


class Here(Message, frozen=True):
    """Where to open the lesson."""

    station: str
    exercise: str
    """Empty: at the head of the station."""


class GuideView(Message, frozen=True):
    """A lesson for the course view: its stations, where to open it, and the other lessons."""

    lesson: str
    title: str
    stations: tuple[StationMark, ...]
    lessons: tuple[LessonMark, ...]
    here: Here
    saving: bool
    """Whether answers go to disk."""


class Guide(Answering):
    """Tells the page where the trainee stands, and keeps which station was opened.

    Args:
        session: Whose standing it is.
        lesson: The id of the lesson.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "visit": str}

    def __init__(self, session: Session, lesson: str) -> None:
        self.session, self.lesson = session, lesson
        super().__init__(panel("guide"), view(session, lesson))

    def __repr__(self) -> str:
        stations = lesson_standing(self.session, self.lesson).stations
        met = sum(one.state == "met" for one in stations)
        return f"<Guide {self.lesson}: {met} of {len(stations)} stations met>"

    def _on_look(self, _: None) -> Done:
        return self._show(view(self.session, self.lesson))

    def _on_visit(self, station: str) -> Done:
        """Keeps that a station was opened; once, however often the page is loaded again there."""
        visits = [one for one in self.session.reading.records if isinstance(one, Visit)]
        last = (visits[-1].lesson, visits[-1].station) if visits else ("", "")
        if last != (self.lesson, station):
            self.session.visit(self.lesson, station)
        return self._on_look(None)


def view(session: Session, lesson: str) -> GuideView:
    """The guide of one lesson as it stands.

    Raises:
        KeyError: where there is no such lesson.
    """
    here = where(session, lesson)
    mine = lesson_standing(session, lesson)
    lessons = session.course.lessons
    titles = {name: one.title for name, one in lessons.items()}
    return GuideView(
        lesson=lesson,
        title=mine.title,
        stations=tuple(_station(session, one, titles) for one in mine.stations),
        lessons=tuple(_lesson_mark(session, one) for one in lessons),
        here=Here(station=here.station, exercise=_opens(mine, here)),
        saving=session.saved,
    )


def minutes(count: int, what: str = "") -> str:
    """A time as it is said; nothing where it is not known.

    >>> minutes(12), minutes(1), minutes(40, "of core left"), minutes(0)
    ('about 12 minutes', 'about 1 minute', 'about 40 minutes of core left', '')
    """
    if not count:
        return ""
    return f"about {count} {'minute' if count == 1 else 'minutes'} {what}".strip()


def word(one: ExerciseStanding) -> str:
    """How far an exercise is, in words.

    >>> word(ExerciseStanding(id="a", title="She swears", kind="dialogue", state="open"))
    'open'
    >>> word(ExerciseStanding(
    ...     id="a", title="She swears", kind="dialogue", state="open", left_out=True
    ... ))
    'left out'
    """
    return LEFT_OUT if one.left_out else WORDS[one.state]


def met(exercises: Sequence[ExerciseStanding], state: StationState) -> str:
    """What was met in a station, in a sentence or two.

    >>> one = ExerciseStanding(id="a", title="Late again", kind="choice", state="met")
    >>> two = ExerciseStanding(id="b", title="Who waits", kind="sort", state="tried")
    >>> met([one, two], "part")
    'You have met 1 of 2 exercises here. Left for later: Who waits.'
    >>> met([one], "met"), met([two], "part")
    ('You have met the exercise here.', 'You have not met the exercise here yet. It stays open.')
    """
    done = [one for one in exercises if one.state == "met"]
    out = [one.title for one in exercises if one.left_out]
    left = [one.title for one in exercises if one.state != "met" and not one.left_out]
    many = len(exercises) != 1
    if out and not left:
        had = f"You have met {len(done)} of {len(exercises)} exercises here. " if done else ""
        return f"{had}You left out {', '.join(out)}. You can still take it up at any time."
    if not exercises:
        return "There is nothing to answer here."
    if not left:
        return f"You have met {f'all {len(done)} exercises' if many else 'the exercise'} here."
    if state == "met":
        return "You have shown that you know this. The other exercises stay open."
    if not done:
        what, they = ("any of the exercises", "They stay") if many else ("the exercise", "It stays")
        return f"You have not met {what} here yet. {they} open."
    return f"You have met {len(done)} of {len(exercises)} exercises here. " \
           f"Left for later: {', '.join(left)}."  # fmt: skip


def _opens(lesson: LessonStanding, here: Place) -> str:
    """The exercise to open at; the first open one where only the station is known."""
    station = next((one for one in lesson.stations if one.id == here.station), None)
    if here.exercise or station is None:
        return here.exercise
    return next((one.id for one in station.exercises if one.state == "open"), "")


def _station(session: Session, one: StationStanding, titles: dict[str, str]) -> StationMark:
    lesson = session.course.lessons[one.lesson]
    parsed = next(made for made in lesson.page.stations if made.id == one.id)
    after = next_station(session, one.lesson, one.id)
    return StationMark(
        id=one.id,
        title=one.title,
        core=one.core,
        time=minutes(one.minutes),
        state=one.state,
        word=WORDS[one.state],
        exercises=tuple(
            ExerciseMark(id=each.id, title=each.title, state=each.state, word=word(each))
            for each in one.exercises
        ),
        known=hardest(lesson, parsed) if one.state == "open" and len(one.exercises) > 1 else "",
        said=DAYS[one.state] if one.day and not one.exercises else met(one.exercises, one.state),
        next=_way_on(after, one.lesson, titles) if after else None,
    )


def _way_on(after: StationStanding, lesson: str, titles: dict[str, str]) -> WayOn:
    other = "" if after.lesson == lesson else titles[after.lesson].partition(":")[0]
    alone = other in ("", after.title.partition(":")[0])
    return WayOn(
        lesson=after.lesson,
        station=after.id,
        title=after.title if alone else f"{other}: {after.title}",
        time=minutes(after.minutes),
    )


def _lesson_mark(session: Session, lesson: str) -> LessonMark:
    one = how_far(session, lesson)
    return LessonMark(
        id=lesson,
        title=one.title,
        time=minutes(one.core_minutes_left, "of core left"),
        state=one.state,
        word=WORDS[one.state],
    )
