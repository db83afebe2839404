"""The panel at the end of a lesson: how much is done, where it is, and the file to hand in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from course.answers import Session
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message
from course.page.source import panel


class HandInView(Message, frozen=True):
    """How far along, where the answers are, and the file once it is made."""

    done: int
    total: int
    where: str
    made: str
    saving: bool


class HandIn(Answering):
    """Counts what is answered and makes the submission file when asked.

    Args:
        session: Whose answers they are.
        exercises: Ids of the exercises that count.
        folder: Where the answers are; None where they are in memory only.
        make: Writes the submission and returns its path.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "make": None}

    def __init__(
        self,
        session: Session,
        exercises: Sequence[str],
        folder: Path | None,
        make: Callable[[], Path],
    ) -> None:
        self.session, self.exercises, self.folder, self.make = session, exercises, folder, make
        self._made = ""
        super().__init__(panel("handin"), self._view())

    def __repr__(self) -> str:
        return f"<HandIn: {self._done()} of {len(self.exercises)} answered>"

    def _done(self) -> int:
        return sum(self.session.done(one) for one in self.exercises)

    def _view(self) -> HandInView:
        return HandInView(
            done=self._done(),
            total=len(self.exercises),
            where=str(self.folder) if self.folder else "",
            made=self._made,
            saving=self.session.saved,
        )

    def _on_make(self, _: None) -> Done:
        self._made = str(self.make())
        return self._on_look(None)

    def _on_look(self, _: None) -> Done:
        return self._show(self._view())
