"""The panel at the end of a lesson: what is open, and the file to hand in, as a download."""

import base64
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from course.answers import Session
from course.page.answering import Answering, Clock
from course.page.messages import Done, Download, Hears, Message
from course.page.source import panel
from course.progress import StationStanding, answered, standing


class OpenStation(Message, frozen=True):
    """A core station in which something is not answered yet."""

    lesson: str
    station: str
    title: str
    left: int
    """How many of its exercises."""


class OpenLesson(Message, frozen=True):
    """A lesson in which something is not answered yet."""

    title: str
    stations: tuple[OpenStation, ...]


class HandInView(Message, frozen=True):
    """How far along, what is open, where the answers are, and the file once it is made."""

    done: int
    total: int
    open: tuple[OpenLesson, ...]
    where: str
    counted: bool
    """Whether the page has asked for the counts: all lessons are gone into for them."""
    made: str
    """Where the file is; empty until it is made."""
    at: str
    """The time of day at which it was made."""
    saving: bool


class HandIn(Answering):
    """Says what of the core is open, makes the file when asked, and gives it to the browser.

    Args:
        session: Whose answers they are.
        folder: Where the answers are; None where they are in memory only.
        make: Writes the submission and returns its path.
        clock: Gives the time of day that the page calls the file made at.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "make": None}

    def __init__(
        self,
        session: Session,
        folder: Path | None,
        make: Callable[[], Path],
        clock: Clock = datetime.now,
    ) -> None:
        self.session, self.folder, self.make = session, folder, make
        self._made = self._at = ""
        super().__init__(panel("handin"), self._uncounted(), clock)

    def __repr__(self) -> str:
        return f"<HandIn: {answered(self.session)} answered>"

    def _uncounted(self) -> HandInView:
        """What is known before the page has come to it."""
        return HandInView(
            done=0,
            total=0,
            open=(),
            where=str(self.folder) if self.folder else "",
            counted=False,
            made="",
            at="",
            saving=self.session.saved,
        )

    def _view(self) -> HandInView:
        lessons = standing(self.session)
        core = [one for lesson in lessons for one in lesson.stations if one.core]
        total = sum(len(one.exercises) for one in core)
        found = ((one.title, tuple(map(_open, filter(_left, one.stations)))) for one in lessons)
        return HandInView(
            done=total - sum(map(_left, core)),
            total=total,
            open=tuple(OpenLesson(title, stations) for title, stations in found if stations),
            where=str(self.folder) if self.folder else "",
            counted=True,
            made=self._made,
            at=self._at,
            saving=self.session.saved,
        )

    def _on_make(self, _: None) -> Done:
        path = self.make()
        data = base64.b64encode(path.read_bytes()).decode()
        self._made, self._at = str(path), self._now()
        self._show(self._view())
        return Done(file=Download(name=path.name, data=data))

    def _on_look(self, _: None) -> Done:
        return self._show(self._view())


def _left(station: StationStanding) -> int:
    """How many exercises of a core station are not answered; none of more practice count."""
    return sum(one.state == "open" for one in station.exercises) if station.core else 0


def _open(station: StationStanding) -> OpenStation:
    return OpenStation(station.lesson, station.id, station.title, _left(station))
