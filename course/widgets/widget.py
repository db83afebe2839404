"""An exercise on the page: one class for all kinds, answering every message it hears."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import anywidget
import traitlets

from course.exercises import Invalid, Item
from course.widgets.contract import SessionLike
from course.widgets.facts import facts
from course.widgets.source import module, styles
from course.widgets.view import view

KEPT_HERE = "What you entered is still on this page."


class ExerciseWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """One exercise of one trainee, drawn from the session's history and kept in step with it.

    The page sends ``{re, do, value}`` with `do` one of ``answer, draft, turn, hint, again, chart,
    ping``; each is answered with ``{re, saved, error?}``, `saved` being the time of day at which
    the disk had it, or None.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self, item: Item, session: SessionLike, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        self.item = item
        self.session = session
        self._clock = clock
        super().__init__(_esm=module(item.kind.name), _css=styles(), view=self._view())
        self.on_msg(self._heard)

    def __repr__(self) -> str:
        return facts(self.item, self.session.history(self.item.id))

    def _view(self) -> dict[str, Any]:
        return view(
            self.item,
            self.session.history(self.item.id),
            trainee=self.session.trainee,
            saving=self.session.saved,
        )

    def _heard(self, _: object, message: Any, __: object = None) -> None:
        """Does what the page asks and answers it, whatever happens."""
        asked = message if isinstance(message, dict) else {}
        reply: dict[str, Any] = {"re": asked.get("re"), "saved": None}
        try:
            reply |= self._do(str(asked.get("do")), asked.get("value"))
        except OSError as error:
            self.log.exception("could not keep what was entered in %s", self.item.id)
            reply["error"] = f"The disk refused it: {error.strerror or error}. {KEPT_HERE}"
        except Exception as error:
            self.log.exception("could not do what the page asked in %s", self.item.id)
            reply["error"] = f"The course made a mistake ({type(error).__name__}). {KEPT_HERE}"
        self.send(reply)

    def _do(self, what: str, value: Any) -> dict[str, Any]:
        kept = getattr(self, f"_on_{what}", None)
        if kept is None:
            raise ValueError(f"the page asked for {what!r}")
        made: dict[str, Any] = kept(value)
        return made

    def _kept(self) -> dict[str, Any]:
        self.view = self._view()
        return {"saved": f"{self._clock():%H:%M}" if self.session.saved else None}

    def _on_ping(self, _: Any) -> dict[str, Any]:
        return {}

    def _on_answer(self, value: Any) -> dict[str, Any]:
        result = self.session.answer(self.item.id, value)
        if isinstance(result, Invalid):
            self.view = self._view() | {"result": {"kind": "invalid", "mark": "", "score": "", "word": result.reason}}
            return {}
        return self._kept()

    def _on_draft(self, value: Any) -> dict[str, Any]:
        self.session.draft(self.item.id, value)
        return self._kept()

    def _on_hint(self, level: Any) -> dict[str, Any]:
        self.session.hint(self.item.id, int(level))
        return self._kept()
