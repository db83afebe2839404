"""What one trainee has done on one exercise, folded from the records. Nothing here is stored."""

from typing import Any

from msgspec import Struct

from course.answers.record import Record
from course.exercises import Result


class Attempt(Struct, frozen=True, kw_only=True):
    """A marked answer."""

    answer: Any
    at: str
    attempt: int
    result: Result
    changed: bool = False
    """The exercise has changed since this was answered."""


class Turn(Struct, frozen=True, kw_only=True):
    """One line said in a conversation, and what the trainee had typed before the choices came."""

    choice: str
    typed: str
    at: str


class History(Struct, frozen=True, kw_only=True):
    """Everything done on one exercise, oldest first."""

    attempts: tuple[Attempt, ...] = ()
    draft: Any = None
    """The last draft that was not handed in; None where there is none."""
    turns: tuple[Turn, ...] = ()
    """Lines of the conversation that is under way, or of the one just finished."""
    anew: bool = False
    """A conversation was begun anew and has not been handed in since."""
    hints: int = 0
    """The highest hint shown."""

    @property
    def done(self) -> bool:
        """Whether it was answered at all."""
        return bool(self.attempts)

    @property
    def typed(self) -> dict[str, str]:
        """By choice id: the line typed before that choice was picked."""
        return {turn.choice: turn.typed for turn in self.turns if turn.typed}


class Folded(Struct, frozen=True, kw_only=True):
    """The records of one exercise, in the shape from which a history is marked."""

    answers: tuple[Record, ...] = ()
    draft: Any = None
    turns: tuple[Turn, ...] = ()
    anew: bool = False
    hints: int = 0


def fold(records: tuple[Record, ...]) -> Folded:
    """What the records of one exercise come to, without marking anything."""
    answers: list[Record] = []
    draft: Any = None
    turns: list[Turn] = []
    anew = False
    hints = 0
    for record in records:
        if record.kind == "answer":
            answers.append(record)
            draft = None
            anew = False
        elif record.kind == "draft":
            draft = record.data
        elif record.kind == "turn" and isinstance(record.data, dict):
            choice, typed = record.data.get("choice"), record.data.get("typed", "")
            if choice is None:
                turns = []
                anew = True
            elif isinstance(choice, str) and isinstance(typed, str):
                turns.append(Turn(choice=choice, typed=typed, at=record.at))
            draft = None
        elif record.kind == "hint" and isinstance(record.data, int):
            hints = max(hints, record.data)
    return Folded(answers=tuple(answers), draft=draft, turns=tuple(turns), anew=anew, hints=hints)
