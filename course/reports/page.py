"""One function that makes a whole page: self-contained, accessible, light, dark and printable."""

from functools import cache
from importlib.resources import files

from course.reports.html import Html, Node, join, tag


def page(title: str, *body: Node, skip: str = "Skip to the content") -> bytes:
    """A complete HTML page in UTF-8 that needs nothing from anywhere else.

    Args:
        title: The page's title and its only first-level heading.
        body: What follows the heading.
        skip: The link by which a keyboard jumps over nothing but the heading.

    >>> page("Marks", tag("p", "Nothing yet.")).startswith(b"<!doctype html>")
    True
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        # The page may load and run nothing, whatever text ends up in it.
        tag(
            "meta",
            http_equiv="Content-Security-Policy",
            content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
        ),
        tag("title", title),
        tag("style", _style()),
    )
    main = tag("main", tag("h1", title), *body, id="content")
    whole = tag(
        "html",
        head,
        tag("body", tag("a", skip, href="#content", class_="skip"), main),
        lang="en-GB",
    )
    return join(Html("<!doctype html>\n"), whole, Html("\n")).encode("utf-8")


@cache
def _style() -> Html:
    return Html((files("course.reports") / "page.css").read_text(encoding="utf-8"))


def table(caption: str, columns: list[str], rows: list[list[Node]], numbers: set[int]) -> Html:
    """A table with a caption, headings that say what they head, and figures that line up.

    Args:
        caption: What the table shows.
        columns: The headings; the first cell of each row heads the row.
        rows: The cells.
        numbers: Which columns, from 0, hold figures.
    """
    head = tag(
        "tr",
        *(
            tag("th", text, scope="col", class_="figure" if place in numbers else None)
            for place, text in enumerate(columns)
        ),
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", head),
            tag("tbody", *(_row(row, numbers) for row in rows)),
        ),
        class_="scroll",
        tabindex=0,
        role="group",
        aria_label=caption,
    )


def _row(row: list[Node], numbers: set[int]) -> Html:
    first, *rest = row
    return tag(
        "tr",
        tag("th", first, scope="row"),
        *(
            tag("td", cell, class_="figure" if place in numbers else None)
            for place, cell in enumerate(rest, start=1)
        ),
    )
