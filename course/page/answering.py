"""A widget that answers every message its page sends, whatever happens."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

import anywidget
import msgspec
import traitlets

from course.page.messages import Asked, Done, Hears, Message, Refused, plain
from course.page.side import carrier, fetching
from course.page.source import styles

Clock = Callable[[], datetime]
KEPT_HERE = "What you entered is still on this page."


class Answering(anywidget.AnyWidget):
    """The channel between page and Python.

    The page sends ``{re, do, value}``; the method ``_on_<do>`` does it, and the page hears `Done`
    or `Refused` with the same ``re``. What is to be drawn travels in `view`.
    """

    hears: ClassVar[Hears] = {"ping": None}
    """What the page may ask for. What does not decode as its type is refused in a sentence."""

    _esm = traitlets.Unicode().tag(sync=True)
    module_from = traitlets.Unicode().tag(sync=True)
    styles_from = traitlets.Unicode().tag(sync=True)
    """The models that carry what draws it."""
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self, source: str, view: Message, clock: Clock = datetime.now, css: str = ""
    ) -> None:
        self._clock = clock
        self.carried = carrier(source), carrier(css or styles())
        module_from, styles_from = (one.model_id for one in self.carried)
        super().__init__(
            _esm=fetching(),
            module_from=module_from,
            styles_from=styles_from,
            view=plain(view),
        )
        self.on_msg(self._heard)

    def _show(self, view: Message) -> Done:
        """Sends what is to be drawn."""
        self.view = plain(view)
        return Done()

    def _heard(self, _: object, message: object, __: object = None) -> None:
        if isinstance(message, dict) and message.get("do") == "gone":
            # It is on no page any more, so nobody waits for an answer.
            self.layout.close()
            self.close()
            return
        re = message.get("re") if isinstance(message, dict) else None
        self.send({"re": re, **plain(self._answer(message))})

    def _answer(self, message: object) -> Message:
        try:
            asked = msgspec.convert(message, Asked)
            if asked.do not in self._hears():
                raise msgspec.ValidationError(f"nobody answers {asked.do!r}")
            value = msgspec.convert(asked.value, self._hears()[asked.do])
        except msgspec.ValidationError as error:
            self.log.warning("the page sent %r what it cannot read: %s", self, error)
            said = "The course made a mistake: it cannot read what this page sent."
            return Refused(f"{said} {KEPT_HERE} Reload the page and try again.")
        try:
            done: Message = getattr(self, f"_on_{asked.do}")(value)
        except OSError as error:
            self.log.exception("the disk refused what the page sent to %r", self)
            return Refused(f"The disk refused it: {error.strerror or error}. {KEPT_HERE}")
        except Exception as error:
            # An exception in a handler is shown nowhere, so the page is told in a sentence.
            self.log.exception("could not do what the page asked of %r", self)
            return Refused(f"The course made a mistake ({type(error).__name__}). {KEPT_HERE}")
        return done

    def _hears(self) -> Hears:
        return self.hears

    def _on_ping(self, _: None) -> Done:
        """Proves that somebody is here."""
        return Done()

    def _now(self) -> str:
        return f"{self._clock():%H:%M}"


def address(png: bytes) -> str:
    """A picture as an address that an image on the page can have."""
    return "data:image/png;base64," + base64.b64encode(png).decode()
