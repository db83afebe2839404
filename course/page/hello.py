"""The welcome card: what to call the trainee, and who sees what."""

from typing import Any

from course.answers import Session
from course.page.answering import Answering
from course.page.source import panel

SEEN = "Any name will do, and you can change it here. Your instructor sees it when you hand in."


class Hello(Answering):
    """Asks for a name once and keeps it in the session; it can be changed at any time."""

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__(panel("hello"), self._view())

    def __repr__(self) -> str:
        return f"<Hello: {'known by name' if self.session.name else 'no name yet'}>"

    def _view(self) -> dict[str, Any]:
        return {"name": self.session.name, "seen": SEEN, "saving": self.session.saved}

    def _on_name(self, value: Any) -> dict[str, Any]:
        self.session.profile(str(value))
        self.view = self._view()
        return {"saved": self._now() if self.session.saved else None}
