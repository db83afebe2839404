"""The welcome card: what to call the trainee, and who sees what."""

from datetime import datetime
from typing import Any

from course.answers import Session
from course.widgets.panel import Panel

SEEN = (
    "You see your own answers and what they came to. Your instructor sees this name and your "
    "answers once you hand them in, and nothing before."
)


class Hello(Panel):
    """Asks for a name once and keeps it in the session; it can be changed at any time."""

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__("hello", self._view())

    def __repr__(self) -> str:
        return f"<Hello: {'known by name' if self.session.name else 'no name yet'}>"

    def _view(self) -> dict[str, Any]:
        return {"name": self.session.name, "seen": SEEN, "saving": self.session.saved}

    def _do(self, what: str, value: Any) -> dict[str, Any]:
        if what != "name":
            return super()._do(what, value)
        self.session.profile(str(value))
        self.view = self._view()
        return {"saved": f"{datetime.now():%H:%M}" if self.session.saved else None}
