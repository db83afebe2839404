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
    # Put together in one step: inside one another, each of these would copy the whole page.
    return join(
        Html('<!doctype html>\n<html lang="en-GB">'),
        head,
        Html("<body>"),
        tag("a", skip, href="#content", class_="skip"),
        Html('<main id="content">'),
        tag("h1", title),
        *body,
        Html("</main></body></html>\n"),
    ).encode("utf-8")


@cache
def _style() -> Html:
    return Html((files("course.reports") / "page.css").read_text(encoding="utf-8"))


def folded(title: str, said: str, *inside: Node) -> Html:
    """Something to open: its heading is seen, and read as a heading, while it is closed.

    Args:
        title: Its heading, of the third level.
        said: A line on what is in it.
        inside: What is seen once it is open.
    """
    head = tag("summary", tag("h3", title), tag("span", said, class_="quiet"))
    return tag("details", head, *inside, class_="lesson")


WIDE = 4
"""From so many columns on, a row becomes a list of its cells on a phone: no column is lost."""


def table(
    caption: str,
    columns: list[str],
    rows: list[list[Node]],
    numbers: set[int],
    *,
    prose: bool = False,
) -> Html:
    """A table with a caption, headings that say what they head, and figures that line up.

    Args:
        caption: What the table shows.
        columns: The headings; the first cell of each row heads the row.
        rows: The cells.
        numbers: Which columns, from 0, hold figures.
        prose: A cell holds sentences, which want the width of a phone for themselves.
    """
    # A phone shows a wide table as lists, for which styles take its roles away: they are said here.
    wide = prose or len(columns) >= WIDE
    role = {name: name if wide else None for name in ("table", "row", "cell", "columnheader")}
    head = tag(
        "tr",
        *(
            tag("th", text, scope="col", role=role["columnheader"],
                class_="figure" if place in numbers else None)
            for place, text in enumerate(columns)
        ),
        role=role["row"],
    )  # fmt: skip
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", head, role="rowgroup" if wide else None),
            tag(
                "tbody",
                *(_row(row, numbers, columns if wide else []) for row in rows),
                role="rowgroup" if wide else None,
            ),
            role=role["table"],
            class_="wide" if wide else None,
        ),
        class_="scroll",
        tabindex=0,
        role="group",
        aria_label=caption,
    )


def _row(row: list[Node], numbers: set[int], labels: list[str]) -> Html:
    """A row; with labels, each cell says which column it belongs to, and what it is."""
    first, *rest = row
    return tag(
        "tr",
        tag("th", first, scope="row", role="rowheader" if labels else None),
        *(
            tag(
                "td",
                cell,
                class_="figure" if place in numbers else None,
                role="cell" if labels else None,
                data_label=labels[place] if labels else None,
            )
            for place, cell in enumerate(rest, start=1)
        ),
        role="row" if labels else None,
    )
