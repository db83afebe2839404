"""The page's side of the dashboard, the bench and the sliders."""

from functools import cache

from course.page.modules import asset, bundle
from course.page.source import styles as page_styles

_STYLES = ("desk.css", "bench.css", "sliders.css", "home.css", "ending.css",
           "preview.css", "asked.css", "marking.css", "items.css", "shift.css")  # fmt: skip


def tool(name: str) -> str:
    """The ES module that draws one of the desk's tools."""
    return bundle(f"desk/static/{name}.js")


@cache
def styles() -> str:
    """The page's styles and the desk's own."""
    return "\n".join([page_styles(), *(asset(f"desk/static/{one}") for one in _STYLES)])
