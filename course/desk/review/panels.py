"""What stands above and below the exercise of a review."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace

from course.desk.source import styles, tool
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message


class TopView(Message, frozen=True):
    """Where somebody is in the sitting."""

    title: str
    """Such as 'Exercise 2 of 6'; empty where there is no exercise."""
    said: str


class OnwardView(Message, frozen=True):
    """The way on."""

    exercise: str
    """The exercise above; empty where there is none any more."""
    answered: bool
    last: bool
    outcomes: tuple[str, ...]
    """What came of the sitting, once it is over."""
    home: str
    """The way home, as an address."""
    saving: bool
    moved: bool = False
    """Whether it has just come, with what stands above it: then that takes the focus."""


class Top(Answering):
    """Says where somebody is in a sitting.

    Args:
        view: What is said first.
        left: Is called when it is on no page any more. It stays while exercises come and go.
    """

    def __init__(self, view: TopView, left: Callable[[], None]) -> None:
        self._left = left
        super().__init__(tool("review"), view, css=styles())

    def close(self) -> None:
        """Puts the head away, and all that it is the head of."""
        super().close()
        self._left()

    def show(self, view: TopView) -> None:
        """Says something else."""
        self._show(view)


class Onward(Answering):
    """Leads to the next exercise, and says in the end what came of all.

    It goes with its exercise: a box of widgets puts away all that follows one that is replaced.

    Args:
        look: Says how things stand.
        go: Goes on from the exercise of that name.
        moved: Whether somebody goes on to it from the exercise before.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "next": str}

    def __init__(
        self, look: Callable[[], OnwardView], go: Callable[[str], None], *, moved: bool
    ) -> None:
        self._look, self._go = look, go
        super().__init__(tool("onward"), replace(look(), moved=moved), css=styles())

    def _on_look(self, _: None) -> Done:
        return self._show(self._look())

    def _on_next(self, exercise: str) -> Done:
        self._go(exercise)
        return self._on_look(None)
