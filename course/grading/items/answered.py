"""What a cohort answered, exercise by exercise: no names, and all that item analysis asks for.

Each exercise holds a column for every figure, with a place for each trainee, so that thousands
of trainees fit into memory and one can be laid beside another.
"""

from array import array
from collections.abc import Iterable, Mapping
from math import nan
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from course.exercises import Item
from course.grading.marks import ExerciseMarks, TraineeMarks
from course.kept import kept
from course.lessons import Course, Lesson
from course.progress.times import moment
from course.scenarios import Scenario

ANSWERED = "answered.json"
"""What the file is called, in a folder of results, that a notebook reads."""

# An array of doubles, in which NaN stands for what is not known. An array takes no parameter
# while it runs, before Python 3.12.
if TYPE_CHECKING:
    Column = array[float]
else:
    Column = array


class Offered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line that could be picked."""

    id: str
    text: str
    right: bool
    """It is fully right; in a conversation, it is on a best road."""
    after: str = ""
    """In a conversation: what the customer says before it."""
    place: bool = False
    """It is a place that something was given, one of many, and no line that somebody wrote."""


class Asked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An exercise, as far as item analysis asks."""

    id: str
    lesson: str
    kind: str
    title: str
    core: bool
    """It is in the core of a lesson that was assigned."""
    several: bool = False
    """More than one line can be picked."""
    options: tuple[Offered, ...] = ()
    """What could be picked; empty where an answer is made rather than picked."""
    roads: tuple[tuple[str, ...], ...] = ()
    """Of a conversation: the best plays of its test plan, as ids of lines."""


class Taken(Struct, kw_only=True):
    """One exercise as the cohort took it: a place in each column for each trainee."""

    asked: Asked
    first: Column
    """The share of the first try, 0 to 1; NaN where nothing is marked."""
    best: Column
    first_right: Column
    """1 where the first try was fully right, or a conversation that went well; else 0."""
    right: Column
    """The same of the best try."""
    at: Column
    """When the first try was handed in, in seconds since 1970 by the trainee's clock."""
    said: list[tuple[str, ...]]
    """What was picked, or said line by line, on the first try."""

    def add(
        self,
        *,
        first: float | None,
        best: float | None,
        first_right: bool | None,
        right: bool | None,
        at: float | None,
        said: tuple[str, ...],
    ) -> None:
        """Adds the next trainee; None stands for what is not known."""
        for column, value in (
            (self.first, first), (self.best, best), (self.first_right, first_right),
            (self.right, right), (self.at, at),
        ):  # fmt: skip
            column.append(nan if value is None else value)
        self.said.append(said)


class Answered(Struct, frozen=True, kw_only=True):
    """All exercises of a cohort, in the order of the course, and its groups."""

    trainees: int
    taken: tuple[Taken, ...]
    groups: dict[str, tuple[str, ...]] = {}
    """By the name of a column: the group of each trainee, empty where it is not known."""


class AnsweredTally:
    """What a cohort answered, added up one trainee at a time, so that none need be kept."""

    def __init__(self, course: Course, lessons: Iterable[str]) -> None:
        self._course, self._lessons = course, frozenset(lessons)
        self._taken: list[Taken] = []
        self._trainees: list[str] = []
        self._same: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, trainee: TraineeMarks) -> None:
        """Counts one trainee."""
        if not self._taken:
            self._taken = [empty(one) for one in asked(self._course, self._lessons)]
        self._trainees.append(trainee.trainee)
        for item, taken, one in zip(
            self._course.items(), self._taken, trainee.exercises, strict=True
        ):
            said = _said(item, taken.asked, one)
            when = moment(one.first_answered) if one.first_answered else None
            taken.add(
                first=one.first, best=one.best, first_right=one.first_right, right=one.right,
                at=when.timestamp() if when else None, said=self._same.setdefault(said, said),
            )  # fmt: skip

    def whole(self, groups: Mapping[str, Mapping[str, str]] | None = None) -> Answered:
        """All of it.

        Args:
            groups: By the name of a column: the group of each trainee, by id.
        """
        return Answered(
            trainees=len(self._trainees),
            taken=tuple(self._taken),
            groups={
                column: tuple(known.get(one, "") for one in self._trainees)
                for column, known in (groups or {}).items()
            },
        )


def asked(course: Course, lessons: frozenset[str]) -> list[Asked]:
    """The exercises of a course, in order, as the mark of some lessons counts them."""
    return [
        one for lesson in course.lessons.values() for one in of_lesson(lesson, lesson.id in lessons)
    ]


def of_lesson(lesson: Lesson, assigned: bool) -> list[Asked]:
    """The exercises of one lesson; its core counts where it was assigned."""
    return [
        _asked(item, lesson.id, assigned and item.id in lesson.core) for item in lesson.values()
    ]


def _asked(item: Item, lesson: str, core: bool) -> Asked:
    about = Asked(
        id=item.id, lesson=lesson, kind=item.kind.name, title=item.exercise.title, core=core
    )
    if item.key is None:
        return about
    if item.kind.scenario is not None:
        scenario = item.kind.scenario(item.exercise, item.key)
        return msgspec.structs.replace(
            about, several=True, options=_lines(scenario), roads=_best(scenario)
        )
    kind = item.kind
    lines = kind.placing.lines if kind.placing is not None else kind.options
    if lines is None:
        return about
    found = lines(item.exercise, item.key)
    return msgspec.structs.replace(
        about,
        several=kind.placing is not None or getattr(item.exercise, "select", "one") != "one",
        options=tuple(
            Offered(
                id=one.id,
                text=one.text,
                right=one.id in found.right,
                place=kind.placing is not None,
            )
            for one in found.listed
        ),
    )


@kept
def _best(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    most = max((play.handling[1] for play in scenario.plan), default=0.0)
    return tuple(play.choices for play in scenario.plan if play.handling[1] == most)


@kept
def _lines(scenario: Scenario) -> tuple[Offered, ...]:
    good = {line for road in _best(scenario) for line in road}
    return tuple(
        # What is said where nothing else holds is what most customers say.
        Offered(id=one.id, text=one.text, right=one.id in good, after=moment.says[-1].text)
        for moment in scenario.moments
        for one in moment.choices
    )


def empty(one: Asked) -> Taken:
    """An exercise that nobody has taken yet."""
    first, best, first_right, right, at = (array("d") for _ in range(5))
    return Taken(
        asked=one, first=first, best=best, first_right=first_right, right=right, at=at, said=[]
    )


def _said(item: Item, about: Asked, one: ExerciseMarks) -> tuple[str, ...]:
    return picked(item, one.first_answer) if about.options and one.first_answer else ()


def picked(item: Item, answer: Any) -> tuple[str, ...]:
    """The lines that an answer to something with lines takes, by their ids."""
    placing = item.kind.placing
    return tuple(answer) if placing is None else placing.taken(answer)


def encode(answered: Answered) -> bytes:
    """A cohort's answers as JSON, for a notebook to read later."""
    return msgspec.json.encode(answered, enc_hook=_plain) + b"\n"


def decode(raw: bytes) -> Answered:
    """The same read back.

    Raises:
        msgspec.MsgspecError: where it is something else.
    """
    return msgspec.json.decode(raw, type=Answered, dec_hook=_column)


def _plain(column: Any) -> list[float | None]:
    # NaN is not in JSON.
    return [None if value != value else value for value in column]


def _column(_: type, values: list[float | None]) -> Column:
    return array("d", (nan if value is None else value for value in values))
