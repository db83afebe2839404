"""What the small panels share: they answer every message and say when something went wrong."""

from typing import Any

import anywidget
import traitlets

from course.widgets.source import panel, styles


class Panel(anywidget.AnyWidget):
    """A widget that is no exercise. Its page sends ``{re, do, value}`` like an exercise's."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, name: str, view: dict[str, Any]) -> None:
        super().__init__(_esm=panel(name), _css=styles(), view=view)
        self.on_msg(self._heard)

    def _heard(self, _: object, message: Any, __: object = None) -> None:
        asked = message if isinstance(message, dict) else {}
        reply: dict[str, Any] = {"re": asked.get("re"), "saved": None}
        try:
            reply |= self._do(str(asked.get("do")), asked.get("value"))
        except OSError as error:
            self.log.exception("the disk refused what a panel asked for")
            reply["error"] = f"The disk refused it: {error.strerror or error}."
        except Exception as error:
            self.log.exception("a panel could not do what the page asked for")
            reply["error"] = f"The course made a mistake ({type(error).__name__})."
        self.send(reply)

    def _do(self, what: str, value: Any) -> dict[str, Any]:
        raise ValueError(f"the page asked for {what!r}")
