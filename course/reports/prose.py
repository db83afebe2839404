"""The little Markdown of exercises as HTML: paragraphs, lists, tables, bold and italic."""

from course.exercises.prose import Block, Run, blocks, runs
from course.kept import kept
from course.reports.html import Html, join, tag

WEIGHTS = {"bold": "strong", "italic": "em"}


@kept
def prose(text: str) -> Html:
    """The blocks of a text.

    >>> prose("Ring **today**.\\n\\n- one\\n- two <b>")
    '<p>Ring <strong>today</strong>.</p><ul><li>one</li><li>two &lt;b&gt;</li></ul>'
    """
    return join(*map(_block, blocks(text)))


def inline(text: str) -> Html:
    """A text that stands inside a line, with its bold and italic words.

    >>> inline("not *soon*")
    'not <em>soon</em>'
    """
    return join(*map(_run, runs(text)))


def _run(one: Run) -> Html:
    return tag(WEIGHTS[one.weight], one.text) if one.weight else join(one.text)


def _block(one: Block) -> Html:
    lines = [join(*map(_run, line)) for line in one.lines]
    match one.kind:
        case "bullets":
            return tag("ul", *(tag("li", line) for line in lines))
        case "numbers":
            return tag("ol", *(tag("li", line) for line in lines))
        case "table":
            return _table(lines, one.columns)
        case _:
            return join(*(tag("p", line) for line in lines))


def _table(cells: list[Html], columns: int) -> Html:
    heads, *rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    return tag(
        "div",
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", one, scope="col") for one in heads))),
            tag("tbody", *(_row(row) for row in rows)),
        ),
        class_="scroll",
        tabindex=0,
        role="group",
        aria_label=f"A table of {len(rows)} rows",
    )


def _row(cells: list[Html]) -> Html:
    first, *rest = cells
    return tag("tr", tag("th", first, scope="row"), *(tag("td", one) for one in rest))
