"""What grading finds out about one trainee. Shares run from 0 to 1, marks from 0 to 100."""

from typing import Any, Literal

from msgspec import Struct

from course.answers import Feedback
from course.exercises import NeedsReview, Result
from course.grading.days import DayMarks
from course.grading.own_words import Corrected, Unplaced
from course.scenarios import Handling, Survey, Transcript

State = Literal["not answered", "left out", "scored", "awaiting review", "reviewed", "no key here"]


class Typed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line that a trainee typed, and the choice picked after it."""

    choice: str
    line: str
    placed: bool = False
    """The trainee said that the line is this choice."""
    turn: int = 0
    """Which line of the conversation, from 1; of one that is no choice, the line it came before."""


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


class Reply(Struct, frozen=True, kw_only=True):
    """A reply in a trainee's own words, and the points that a person gave for it, if any."""

    answered: str
    """When it was handed in, in UTC."""
    answer: Any
    result: NeedsReview
    own: str = ""
    """How the trainee sees it beside the model reply, in words; empty before they say."""
    review: tuple[ReviewedLine, ...] = ()


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
    assigned: bool = True
    """It is in the core of a lesson that was assigned, so the mark is made over it."""
    state: State
    attempts: int = 0
    first: float | None = None
    """Share of the first try; None where nothing is marked."""
    best: float | None = None
    first_right: bool | None = None
    """Whether the first try was fully right, or a conversation that went well; None where only a
    person can tell, or nothing was answered."""
    right: bool | None = None
    """The same of the best try."""
    first_answer: Any = None
    """The answer of the first try."""
    first_answered: str = ""
    """When that was, in UTC; empty where there is no answer."""
    first_result: Result | None = None
    first_typed: tuple[Typed, ...] = ()
    """What was typed in the conversation that `first_answer` finished, the choices or not."""
    result: Result | None = None
    """Of the best try, the earliest of equals; of replies, the best with points, else the last."""
    answer: Any = None
    """The answer that `result` belongs to."""
    answered: str = ""
    """When that was, in UTC; empty where there is no answer."""
    number: int = 0
    """Which try that was, from 1; 0 where there is no answer."""
    variant: int = 0
    """Which of the trainee's variants that was."""
    hints: int = 0
    typed: tuple[Typed, ...] = ()
    """Lines typed during the conversation that `answer` finished."""
    tried: tuple[Typed, ...] = ()
    """Lines typed in that conversation that were none of the choices."""
    unplaced: tuple[Unplaced, ...] = ()
    """The same of every conversation, for those who write scenarios."""
    corrected: tuple[Corrected, ...] = ()
    """What the trainee said of their own words."""
    conversation: Conversation | None = None
    review: tuple[ReviewedLine, ...] = ()
    replies: tuple[Reply, ...] = ()
    """Every reply handed in, oldest first; empty where no person reads them."""
    in_review: int = 0
    """Answers given when it came up again in a review."""
    on_roads: int = 0
    """Conversations played to an end on another road, after a line was taken back."""

    @property
    def counts(self) -> bool:
        """Whether it is in the mark: not while a person has yet to read it, nor if left out."""
        return self.assigned and self.state in ("not answered", "scored", "reviewed")

    @property
    def awaits(self) -> bool:
        """Whether a person has yet to read the last reply."""
        return bool(self.replies) and not self.replies[-1].review


class Remark(Struct, frozen=True, kw_only=True):
    """Something an instructor should know about what was handed in."""

    text: str
    refused: bool = False
    """Something could not be marked, as opposed to being merely odd."""
    about: str = ""
    """Id of the exercise that it is about, until the same is said once of several."""


class TraineeMarks(Struct, frozen=True, kw_only=True):
    """One trainee's marks."""

    trainee: str
    name: str
    files: tuple[str, ...]
    exercises: tuple[ExerciseMarks, ...]
    remarks: tuple[Remark, ...] = ()
    said: tuple[Feedback, ...] = ()
    """What they said about the course itself."""
    days: tuple[DayMarks, ...] = ()
    """Their days at the desk. They have a mark of their own and do not enter the one here."""
    claimed: bool = False
    """Somebody else's file claims to be the same trainee, and is marked apart."""

    @property
    def mark(self) -> float | None:
        """Best tries over the assigned core, weighted by points; one not answered counts 0.

        None where nothing counts. Whatever else was done neither raises nor lowers it.

        >>> TraineeMarks(trainee="t", name="", files=(), exercises=()).mark is None
        True
        """
        return weighted(self.exercises)

    @property
    def first_tries(self) -> float | None:
        """The same from first tries alone."""
        return weighted(self.exercises, first=True)

    @property
    def assigned(self) -> tuple[ExerciseMarks, ...]:
        """The exercises that the mark is made over."""
        return tuple(one for one in self.exercises if one.assigned)

    @property
    def more(self) -> tuple[ExerciseMarks, ...]:
        """Exercises answered besides: more practice, and lessons that were not assigned."""
        return tuple(one for one in self.exercises if not one.assigned and one.attempts)

    @property
    def answered(self) -> int:
        """How many of the assigned exercises were answered."""
        return sum(one.attempts > 0 for one in self.assigned)

    @property
    def awaiting(self) -> int:
        """To how many assigned exercises a person has yet to read the last reply."""
        return sum(one.awaits for one in self.assigned)

    @property
    def hints(self) -> int:
        """How many hints were shown on assigned exercises."""
        return sum(one.hints for one in self.assigned)

    @property
    def in_review(self) -> int:
        """How many answers were given in reviews."""
        return sum(one.in_review for one in self.exercises)

    @property
    def on_roads(self) -> int:
        """How many conversations were played to an end after a line was taken back."""
        return sum(one.on_roads for one in self.exercises)


class Standing(Struct, frozen=True, kw_only=True):
    """One trainee's marks in short: what is kept of each where there are thousands."""

    trainee: str
    name: str
    answered: int
    assigned: int
    mark: float | None
    first_tries: float | None
    awaiting: int
    hints: int
    more: int
    in_review: int
    on_roads: int
    remarks: tuple[Remark, ...]
    files: tuple[str, ...] = ()
    claimed: bool = False


def standing(one: TraineeMarks) -> Standing:
    """The short of one trainee's marks."""
    return Standing(
        trainee=one.trainee,
        name=one.name,
        answered=one.answered,
        assigned=len(one.assigned),
        mark=one.mark,
        first_tries=one.first_tries,
        awaiting=one.awaiting,
        hints=one.hints,
        more=len(one.more),
        in_review=one.in_review,
        on_roads=one.on_roads,
        remarks=one.remarks,
        files=one.files,
        claimed=one.claimed,
    )


def weighted(exercises: tuple[ExerciseMarks, ...], *, first: bool = False) -> float | None:
    """The mark of some exercises, 0 to 100, weighted by their points; None where none counts."""
    counted = [one for one in exercises if one.counts]
    whole = sum(one.points for one in counted)
    if not whole:
        return None
    earned = sum(one.points * ((one.first if first else one.best) or 0.0) for one in counted)
    return 100 * earned / whole
