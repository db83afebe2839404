"""The welcome card: what to call the trainee, and who sees what."""

from typing import ClassVar

from course.answers import Session
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message
from course.page.source import panel

SEEN = "Any name will do, and you can change it here. Your instructor sees it when you hand in."

OTHER = (
    "Not {name}? Then close this page, and start the course in a folder of your own: "
    "course start OTHER-FOLDER"
)


class HelloView(Message, frozen=True):
    """The name that is known, and who sees it."""

    name: str
    seen: str
    saving: bool
    other: str
    """What somebody else does who finds this name here; empty where no name is known."""


class Hello(Answering):
    """Asks for a name once and keeps it in the session; it can be changed at any time."""

    hears: ClassVar[Hears] = {"ping": None, "name": str}

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__(panel("hello"), self._view())

    def __repr__(self) -> str:
        return f"<Hello: {'known by name' if self.session.name else 'no name yet'}>"

    def _view(self) -> HelloView:
        name, saving = self.session.name, self.session.saved
        other = OTHER.format(name=name) if name and saving else ""
        return HelloView(name=name, seen=SEEN, saving=saving, other=other)

    def _on_name(self, name: str) -> Done:
        self.session.profile(name)
        self._show(self._view())
        return Done(saved=self._now() if self.session.saved else None)
