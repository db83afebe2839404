"""What one trainee has done on one exercise, folded from the records. Nothing here is stored."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from course.answers.record import PLAY, Answer, Correction, Draft, Floor, Hint, Turn, Way, Work
from course.exercises import Item, Result


class Attempt(Struct, frozen=True, kw_only=True):
    """A marked answer."""

    answer: Any
    at: str
    attempt: int
    result: Result
    variant: int = 0
    """Which of the trainee's variants it answers."""
    changed: bool = False
    """The exercise has changed since this was answered."""


class History(Struct, frozen=True, kw_only=True):
    """Everything done on one exercise in one way, oldest first."""

    attempts: tuple[Attempt, ...] = ()
    draft: Any = None
    """The last draft that was not handed in; None where there is none."""
    turns: tuple[Turn, ...] = ()
    """Lines of the conversation that is under way, or of the one just finished."""
    unplaced: tuple[Turn, ...] = ()
    """Lines typed in that conversation that were none of its choices."""
    anew: bool = False
    """A conversation was begun anew and has not been handed in since."""
    unhanded: bool = False
    """A line was said after the last answer. Clocks do not tell that: they are set back."""
    steps: tuple[Turn, ...] = ()
    """Steps of all conversations so far; whoever has seen them can go on from there."""
    hints: int = 0
    """The highest hint shown."""
    variant: int = 0
    """Which of the trainee's variants was worked on last: the one to show again."""
    corrections: tuple[Correction, ...] = ()
    """Where the trainee said that the reader was wrong, the last word on each move of each text."""

    @property
    def done(self) -> bool:
        """Whether it was answered at all."""
        return bool(self.attempts)

    @property
    def left(self) -> bool:
        """Whether what was begun was left: a conversation left out, or a road left half-way."""
        return is_left(self.draft)

    @property
    def typed(self) -> dict[str, str]:
        """By choice id: the line typed before that choice was picked, or placed at it."""
        return {turn.choice: turn.typed for turn in self.turns if turn.typed}

    @property
    def tried(self) -> dict[int, tuple[str, ...]]:
        """By the lines said before: what was typed there in this conversation and not placed."""
        found: dict[int, tuple[str, ...]] = {}
        said = 0
        for step in self.steps:
            if step.how == "anew":
                found, said = {}, 0
            elif step.choice:
                said += 1
            else:
                found[said] = (*found.get(said, ()), step.typed)
        return found


def is_left(draft: Any) -> bool:
    """Whether a draft says that what was begun was left; it can be taken up again at any time.

    >>> is_left({"moment": "opening", "typed": "", "ready": False, "left": True})
    True
    """
    return isinstance(draft, dict) and draft.get("left") is True


class Folded(Struct, frozen=True, kw_only=True):
    """The records of one exercise, in the shape from which a history is marked."""

    answers: tuple[Answer, ...] = ()
    draft: Any = None
    turns: tuple[Turn, ...] = ()
    unplaced: tuple[Turn, ...] = ()
    anew: bool = False
    unhanded: bool = False
    steps: tuple[Turn, ...] = ()
    hints: int = 0
    variant: int = 0
    corrections: tuple[Correction, ...] = ()


def fold(records: Iterable[Work], way: Way = PLAY) -> Folded:
    """What the records of one exercise come to in one way, without marking anything."""
    answers: list[Answer] = []
    draft: Any = None
    turns: list[Turn] = []
    unplaced: list[Turn] = []
    anew = unhanded = False
    hints = variant = 0
    steps: list[Turn] = []
    corrections: dict[tuple[int, int, str], Correction] = {}
    for record in records:
        if record.way != way:
            continue
        if not isinstance(record, Floor | Correction):
            # Those are no work on the variant: a floor may come to nothing, and a correction
            # may be about an earlier one.
            variant = record.variant
        if isinstance(record, Turn):
            steps.append(record)
        match record:
            case Answer():
                answers.append(record)
                draft, anew, unhanded = None, False, False
            case Draft():
                draft = record.value
            case Turn(how="anew"):
                turns, unplaced = [], []
                draft, anew, unhanded = None, True, False
            case Turn():
                unhanded = unhanded or bool(record.choice)
                (turns if record.choice else unplaced).append(record)
                draft = None
            case Hint():
                hints = max(hints, record.level)
            case Correction():
                corrections[record.attempt, record.turn, record.move] = record
    return Folded(
        answers=tuple(answers),
        draft=draft,
        turns=tuple(turns),
        unplaced=tuple(unplaced),
        anew=anew,
        unhanded=unhanded,
        steps=tuple(steps),
        hints=hints,
        variant=variant,
        corrections=tuple(corrections.values()),
    )


def left_out(item: Item, records: Iterable[Work]) -> bool:
    """Whether a conversation that warns of itself was left out, and not taken up again since.

    No other exercise can be left out, whatever a log says.
    """
    warns = item.kind.scenario is not None and bool(item.exercise.scenario.warning)
    return warns and is_left(fold(records).draft)
