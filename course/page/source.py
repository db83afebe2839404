"""The page's side of each widget, put together from small files without a build chain."""

from functools import cache
from importlib.resources import files

SHARED = ("dom.js", "say.js", "parts.js", "sheet.js", "frame.js", "bubble.js")
WITHOUT = "plain"
"""What draws a kind that has no widget of its own."""
_KINDS = {
    WITHOUT: ("plain.js",),
    "choice": ("choice.js",),
    "sort": ("sort.js",),
    "rank": ("rank.js",),
    "number": ("number.js",),
    "reply": ("clock.js", "reply.js"),
    "dialogue": ("gauge.js", "talk.js", "debrief.js", "dialogue.js"),
}
_STYLES = (
    "tokens.css", "frame.css", "fields.css", "choice.css", "sort.css", "number.css", "reply.css",
    "dialogue.css", "debrief.css", "panels.css",
)  # fmt: skip


@cache
def asset(name: str, room: str = "course.page") -> str:
    """One file of a room's sources for the page, as text."""
    return files(room).joinpath("static", name).read_text(encoding="utf-8")


def drawn_by(kind: str) -> str:
    """The view and widget that a kind is drawn by: its own, or the one for those without.

    >>> drawn_by("choice"), drawn_by("crossword")
    ('choice', 'plain')
    """
    return kind if kind in _KINDS else WITHOUT


@cache
def module(kind: str) -> str:
    """The ES module that draws one kind of exercise.

    >>> module("choice").rstrip().endswith("export default { render: exercise(choice) };")
    True
    """
    name = drawn_by(kind)
    return join(*SHARED, *_KINDS[name], ends=f"exercise({name})")


@cache
def panel(name: str) -> str:
    """The ES module that draws one of the small panels."""
    return join(*SHARED, "panel.js", f"{name}.js", ends=name)


def join(*names: str, ends: str, more: str = "") -> str:
    """Files put one after the other, then `more`, ending in what the module renders with."""
    body = "\n".join(asset(name) for name in names)
    return f"{body}\n{more}\nexport default {{ render: {ends} }};\n"


@cache
def styles() -> str:
    """The styles that all widgets share, tokens first."""
    return "\n".join(asset(name) for name in _STYLES)
