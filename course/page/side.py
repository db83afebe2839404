"""The page's side of a widget, sent to the page once for all widgets of its sort.

A lesson has some forty widgets, and the module and styles of each are a hundred thousand letters.
So they travel in models of their own, and every widget carries only the ids of those models and
the few lines that fetch them. Nothing else is needed than what all widgets need.
"""

from functools import cache
from hashlib import sha256

import traitlets
from ipywidgets import Widget

from course.page.modules import asset


class Carrier(Widget):  # type: ignore[misc]
    """A text for the page, for as long as the kernel runs."""

    name = traitlets.Unicode().tag(sync=True)
    """Differs where the text does: two courses may share a page."""
    text = traitlets.Unicode().tag(sync=True)

    def close(self) -> None:
        """Puts it away; whoever needs it next gets another."""
        carrier.cache_clear()
        super().close()


@cache
def carrier(text: str) -> Carrier:
    """The one that carries this text."""
    return Carrier(name=sha256(text.encode()).hexdigest()[:16], text=text)


@cache
def fetching() -> str:
    """The module of every widget: it fetches the page's side, and has that draw."""
    return asset("page/static/fetch.js")
