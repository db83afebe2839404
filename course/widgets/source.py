"""The page's side of each widget, put together from small files without a build chain."""

from functools import cache
from importlib.resources import files

_SHARED = ("dom.js", "say.js", "parts.js", "sheet.js", "frame.js", "bubble.js")
_KINDS = {
    "choice": ("choice.js",),
    "sort": ("sort.js",),
    "rank": ("rank.js",),
    "number": ("number.js",),
    "reply": ("clock.js", "reply.js"),
    "dialogue": ("gauge.js", "talk.js", "debrief.js", "dialogue.js"),
}
_STYLES = (
    "tokens.css", "frame.css", "choice.css", "sort.css", "number.css", "reply.css",
    "dialogue.css", "debrief.css", "panels.css", "desk.css", "bench.css",
    "asking.css",
)  # fmt: skip


@cache
def read(name: str) -> str:
    """One file of the page's sources, as text."""
    return files("course.widgets").joinpath("static", name).read_text(encoding="utf-8")


@cache
def module(kind: str) -> str:
    """The ES module that draws one kind of exercise.

    >>> module("choice").rstrip().endswith("export default { render: exercise(choice) };")
    True
    """
    return join(*_SHARED, *_KINDS[kind], ends=f"exercise({kind})")


@cache
def panel(name: str) -> str:
    """The ES module that draws one of the small panels."""
    return join(*_SHARED, "panel.js", f"{name}.js", ends=name)


@cache
def tool(name: str, *files: str) -> str:
    """The ES module that draws the dashboard, the bench or the sliders, with its own files."""
    return join(*_SHARED, "desk.js", *files, f"{name}.js", ends=name)


def join(*names: str, ends: str) -> str:
    """Files put one after the other, ending in what the module renders with."""
    body = "\n".join(read(name) for name in names)
    return f"{body}\nexport default {{ render: {ends} }};\n"


@cache
def styles() -> str:
    """All the widgets' styles, tokens first."""
    return "\n".join(read(name) for name in _STYLES)
