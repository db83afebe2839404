"""A widget that answers every message its page sends, whatever happens."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import anywidget
import traitlets

from course.page.source import styles

Clock = Callable[[], datetime]
KEPT_HERE = "What you entered is still on this page."


class Answering(anywidget.AnyWidget):
    """The channel between page and Python.

    The page sends ``{re, do, value}``; the method ``_on_<do>`` does it, and the page hears
    ``{re, saved, error?}``: `saved` is the time of day at which the disk had it, or None; `error`
    a plain sentence. What is to be drawn travels in `view`.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self, source: str, view: dict[str, Any], clock: Clock = datetime.now, css: str = ""
    ) -> None:
        self._clock = clock
        super().__init__(_esm=source, _css=css or styles(), view=view)
        self.on_msg(self._heard)

    def _heard(self, _: object, message: Any, __: object = None) -> None:
        asked = message if isinstance(message, dict) else {}
        reply: dict[str, Any] = {"re": asked.get("re"), "saved": None}
        try:
            reply |= self._do(str(asked.get("do")), asked.get("value"))
        except OSError as error:
            self.log.exception("the disk refused what the page sent to %r", self)
            reply["error"] = f"The disk refused it: {error.strerror or error}. {KEPT_HERE}"
        except Exception as error:
            # An exception in a handler is shown nowhere, so the page is told in a sentence.
            self.log.exception("could not do what the page asked of %r", self)
            reply["error"] = f"The course made a mistake ({type(error).__name__}). {KEPT_HERE}"
        self.send(reply)

    def _do(self, what: str, value: Any) -> dict[str, Any]:
        handler = getattr(self, f"_on_{what}", None)
        if handler is None:
            raise ValueError(f"the page asked for {what!r}")
        made: dict[str, Any] = handler(value)
        return made

    def _on_ping(self, _: Any) -> dict[str, Any]:
        """Proves that somebody is here."""
        return {}

    def _now(self) -> str:
        return f"{self._clock():%H:%M}"
