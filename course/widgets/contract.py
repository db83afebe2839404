"""What a widget asks of the session it is given."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from course.exercises import Result


class AttemptLike(Protocol):
    """One answer that was given, and what it came to."""

    @property
    def answer(self) -> Any:
        """As it was given."""

    @property
    def at(self) -> datetime | str:
        """When, in UTC."""

    @property
    def result(self) -> Result:
        """What it came to."""


class TurnLike(Protocol):
    """One line chosen in a conversation."""

    @property
    def choice(self) -> str:
        """The id of the line."""

    @property
    def typed(self) -> str:
        """What the trainee wrote before the lines appeared."""

    @property
    def at(self) -> datetime | str:
        """When, in UTC."""


class HistoryLike(Protocol):
    """All that is known of one trainee's work on one exercise."""

    @property
    def attempts(self) -> Sequence[AttemptLike]:
        """Answers given, oldest first."""

    @property
    def draft(self) -> Any:
        """What was entered last and not yet handed over; None where there is none."""

    @property
    def turns(self) -> Sequence[TurnLike]:
        """Lines of a conversation that is not over."""

    @property
    def hints(self) -> int:
        """How many hints were shown."""

    @property
    def typed(self) -> Mapping[str, str]:
        """By choice id: the trainee's own line in the last conversation."""


class SessionLike(Protocol):
    """One trainee's session. Its methods raise `OSError` when the disk refuses."""

    @property
    def trainee(self) -> str:
        """The trainee's random id."""

    @property
    def saved(self) -> bool:
        """Whether answers go to a folder; False where they live in memory only."""

    def answer(self, exercise_id: str, value: Any) -> Result:
        """Marks an answer and keeps it."""

    def draft(self, exercise_id: str, value: Any) -> None:
        """Keeps an answer that is not finished."""

    def turn(self, exercise_id: str, choice_id: str, typed: str = "") -> None:
        """Keeps one line of a conversation."""

    def hint(self, exercise_id: str, level: int) -> None:
        """Keeps that a hint was shown."""

    def again(self, exercise_id: str) -> None:
        """Begins a conversation anew."""

    def history(self, exercise_id: str) -> HistoryLike:
        """All that is known of one exercise."""
