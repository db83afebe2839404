"""The page's side of each widget: its module, with all that it imports, and the styles."""

from functools import cache

from course.page.modules import asset, bundle, is_there
from course.page.views.kinds import KINDS


def module(kind: str) -> str:
    """The ES module that draws one kind of exercise."""
    return bundle(f"page/static/{kind if kind in KINDS else 'plain'}.js")


def panel(name: str) -> str:
    """The ES module that draws one of the small panels."""
    return bundle(f"page/static/{name}.js")


@cache
def styles() -> str:
    """The styles that all widgets share, tokens first."""
    names = ("tokens", "frame", "fields", *KINDS, "debrief", "roads", "panels")
    paths = [f"page/static/{name}.css" for name in names]
    return "\n".join(asset(path) for path in paths if is_there(path))
