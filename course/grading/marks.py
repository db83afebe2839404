"""What grading finds out about one trainee. Shares run from 0 to 1, marks from 0 to 100."""

from typing import Any, Literal

from msgspec import Struct

from course.exercises import Result
from course.scenarios import Handling, Survey, Transcript

State = Literal["not answered", "scored", "awaiting review", "reviewed", "no key here"]


class Typed(Struct, frozen=True, kw_only=True):
    """A line that a trainee typed, and the choice picked after it."""

    choice: str
    line: str


class Conversation(Struct, frozen=True, kw_only=True):
    """A finished dialogue: what was said, how it was handled, and what the customer answered."""

    transcript: Transcript
    handling: Handling
    survey: Survey


class ReviewedLine(Struct, frozen=True, kw_only=True):
    """The points a person gave for one line of a rubric."""

    criterion: str
    points: float
    comment: str = ""


class ExerciseMarks(Struct, frozen=True, kw_only=True):
    """What one trainee did on one exercise."""

    id: str
    lesson: str
    kind: str
    title: str
    prompt: str
    points: float
    """Its weight in the mark."""
    returns: str = ""
    """Id of the earlier exercise that it comes back to; empty for most."""
    state: State
    attempts: int = 0
    first: float | None = None
    """Share of the first try; None where nothing is marked."""
    best: float | None = None
    first_result: Result | None = None
    result: Result | None = None
    """Of the best try, the earliest of equals; of a reply, the last."""
    answer: Any = None
    """The answer that `result` belongs to."""
    answered: str = ""
    """When that was, in UTC; empty where there is no answer."""
    hints: int = 0
    typed: tuple[Typed, ...] = ()
    """Lines typed during the conversation that `answer` finished."""
    conversation: Conversation | None = None
    review: tuple[ReviewedLine, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is in the mark: not while a person has yet to read it."""
        return self.state in ("not answered", "scored", "reviewed")


class Remark(Struct, frozen=True, kw_only=True):
    """Something an instructor should know about what was handed in."""

    text: str
    refused: bool = False
    """Something could not be marked, as opposed to being merely odd."""


class TraineeMarks(Struct, frozen=True, kw_only=True):
    """One trainee's marks."""

    trainee: str
    name: str
    files: tuple[str, ...]
    exercises: tuple[ExerciseMarks, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def mark(self) -> float | None:
        """Best tries, weighted by points; an exercise not answered counts 0. None: nothing counts.

        >>> TraineeMarks(trainee="t", name="", files=(), exercises=()).mark is None
        True
        """
        return weighted(self.exercises)

    @property
    def first_tries(self) -> float | None:
        """The same from first tries alone."""
        return weighted(self.exercises, first=True)

    @property
    def answered(self) -> int:
        """How many exercises were answered."""
        return sum(one.attempts > 0 for one in self.exercises)

    @property
    def awaiting(self) -> int:
        """How many replies a person has yet to read."""
        return sum(one.state == "awaiting review" for one in self.exercises)

    @property
    def hints(self) -> int:
        """How many hints were shown."""
        return sum(one.hints for one in self.exercises)


def weighted(exercises: tuple[ExerciseMarks, ...], *, first: bool = False) -> float | None:
    """The mark of some exercises, 0 to 100, weighted by their points; None where none counts."""
    counted = [one for one in exercises if one.counts]
    whole = sum(one.points for one in counted)
    if not whole:
        return None
    earned = sum(one.points * ((one.first if first else one.best) or 0.0) for one in counted)
    return 100 * earned / whole
