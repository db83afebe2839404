"""Building HTML from Python so that no text can ever become markup by accident."""

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
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{join(*inside)}</{name}>")


def join(*inside: Node) -> Html:
    """Nodes side by side; None adds nothing.

    >>> join("1 < 2", None, tag("b", "so"))
    '1 &lt; 2<b>so</b>'
    """
    return Html("".join(_one(node) for node in inside))


def _one(node: Node) -> str:
    if node is None:
        return ""
    if isinstance(node, Html):
        return node
    return escape(_clean(str(node)), quote=False)


def _clean(text: str) -> str:
    """Without characters that no page may hold: lone surrogates and controls but for new lines."""
    if text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(one for one in whole if one in "\n\t" or one.isprintable())
