"""An exercise on the page: one class for all kinds, answering every message it hears."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any

import anywidget
import traitlets

from course import scenarios
from course.answers import Session
from course.exercises import Invalid, Item
from course.widgets.facts import facts
from course.widgets.source import module, styles
from course.widgets.view import view
from course.widgets.views.base import verdict

KEPT_HERE = "What you entered is still on this page."


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise of one trainee, drawn from the session's history and kept in step with it.

    The page sends ``{re, do, value}`` with `do` one of ``answer, draft, turn, hint, again, chart,
    ping``; each is answered with ``{re, saved, error?}``, `saved` being the time of day at which
    the disk had it, or None.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self, item: Item, session: Session, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        self.item = item
        self.session = session
        self._clock = clock
        self._fresh = False
        self._finish()
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
            fresh=self._fresh,
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
            # It costs no attempt and is not kept, so the history does not hold it.
            self.view = self._view() | {"result": verdict(result)}
            return {}
        return self._kept()

    def _on_draft(self, value: Any) -> dict[str, Any]:
        self.session.draft(self.item.id, value)
        return self._kept()

    def _on_hint(self, level: Any) -> dict[str, Any]:
        self.session.hint(self.item.id, int(level))
        return self._kept()

    def _on_turn(self, value: Any) -> dict[str, Any]:
        """Says one line. A line sent twice, because its answer came late, is said once."""
        from course.widgets.views.dialogue import playing

        now = playing(self.item, self.session.history(self.item.id))
        if value["after"] == len(now):
            # Refused here if it cannot be said, before anything is written.
            scenarios.play(self.item.exercise.scenario, (*now, value["choice"]))
            self.session.turn(self.item.id, value["choice"], str(value.get("typed") or ""))
            self._fresh = False
            self._finish()
        return self._kept()

    def _on_again(self, _: Any) -> dict[str, Any]:
        self.session.again(self.item.id)
        self._fresh = True
        return self._kept()

    def _finish(self) -> None:
        """Hands in a conversation that is over, also one whose last line outlived the kernel."""
        if self.item.kind.name != "dialogue":
            return
        from course.widgets.views.dialogue import unhanded

        ready = unhanded(self.item, self.session.history(self.item.id))
        if ready:
            self.session.answer(self.item.id, ready)

    def _on_chart(self, value: Any) -> dict[str, Any]:
        """Draws the mood of the conversation that is shown, for this ground and width."""
        from course.charts.mood import draw
        from course.widgets.views.debrief import told
        from course.widgets.views.dialogue import played

        shown = played(self.item, self.session.history(self.item.id), fresh=self._fresh)
        picture = draw(
            told(self.item, shown.transcript),
            dark=bool(value["dark"]),
            narrow=bool(value["narrow"]),
        )
        return {"chart": "data:image/png;base64," + base64.b64encode(picture).decode()}
