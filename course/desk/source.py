"""The page's side of the dashboard, the bench and the sliders."""

from functools import cache

from course.page.source import SHARED, asset, join
from course.page.source import styles as page_styles

_ROOM = "course.desk"
_STYLES = ("desk.css", "bench.css", "asking.css")


@cache
def tool(name: str, *files: str) -> str:
    """The ES module that draws one of the desk's tools, with its own files."""
    own = "\n".join(asset(one, _ROOM) for one in ("desk.js", *files, f"{name}.js"))
    return join(*SHARED, ends=name, more=own)


@cache
def styles() -> str:
    """The page's styles and the desk's own."""
    return "\n".join([page_styles(), *(asset(one, _ROOM) for one in _STYLES)])
