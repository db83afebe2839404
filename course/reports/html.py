"""Building HTML from Python so that no text can ever become markup by accident."""

from functools import lru_cache
from html import escape


class Html(str):
    """Markup. Any other string is text, and is escaped wherever it is put."""

    __slots__ = ()


Node = Html | str | int | float | None

_VOID = frozenset({"br", "hr", "meta", "link", "col"})


def tag(name: str, /, *inside: Node, **attributes: str | int | None) -> Html:
    """One element; attributes that are None are left out, and a final underscore is dropped.

    >>> tag("p", "a < b", tag("br"), class_="note")
    '<p class="note">a &lt; b<br></p>'
    """
    given = _attributes(tuple(attributes.items())) if attributes else ""
    if name in _VOID:
        return Html(f"<{name}{given}>")
    # All in one step: what is inside may be a whole page, and each step copies it.
    return Html("".join(["<", name, given, ">", *_each(inside), "</", name, ">"]))


def join(*inside: Node) -> Html:
    """Nodes side by side; None adds nothing.

    >>> join("1 < 2", None, tag("b", "so"))
    '1 &lt; 2<b>so</b>'
    """
    return Html("".join(_each(inside)))


def _each(inside: tuple[Node, ...]) -> list[str]:
    return [
        node if type(node) is Html else _escaped(str(node)) for node in inside if node is not None
    ]


# Pages for a cohort hold the same texts and attributes over and over.
@lru_cache(maxsize=16_384)
def _escaped(text: str) -> str:
    return escape(_clean(text), quote=False)


@lru_cache(maxsize=1024)
def _attributes(given: tuple[tuple[str, str | int | None], ...]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_clean(str(value)))}"'
        for key, value in given
        if value is not None
    )


def _clean(text: str) -> str:
    """Without characters that no page may hold: lone surrogates and controls but for new lines."""
    if text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(one for one in whole if one in "\n\t" or one.isprintable())
