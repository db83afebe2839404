"""A little Markdown as data: paragraphs, lists, tables, bold and italic; nothing that runs."""

import re
from typing import Literal

from msgspec import Struct

_BULLET = re.compile(r"^\s*[-*]\s+")
_NUMBER = re.compile(r"^\s*\d+[.)]\s+")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
"""The line below the heads of a table."""
_RUN = re.compile(
    r"\*\*(?P<bold>[^*\s](?:[^*]*[^*\s])?)\*\*|\*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*"
)


class Run(Struct, frozen=True):
    """Words in one weight."""

    text: str
    weight: Literal["", "bold", "italic"] = ""


class Block(Struct, frozen=True):
    """A paragraph, which is one line; a list, a line for each item; or a table, one for each cell.

    A table's cells stand row by row, its heads first.
    """

    kind: Literal["text", "bullets", "numbers", "table"]
    lines: tuple[tuple[Run, ...], ...]
    columns: int = 0
    """How many a table has; 0 for anything else."""


def runs(text: str) -> tuple[Run, ...]:
    """Text split where bold and italic begin and end.

    >>> [(one.text, one.weight) for one in runs("Ring **today**, not *soon*.")]
    [('Ring ', ''), ('today', 'bold'), (', not ', ''), ('soon', 'italic'), ('.', '')]
    >>> [one.text for one in runs("2 * 3 * 4")]
    ['2 * 3 * 4']
    """
    made: list[Run] = []
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            made.append(Run(text[end : found.start()]))
        bold, italic = found["bold"], found["italic"]
        made.append(Run(bold, "bold") if bold else Run(italic, "italic"))
        end = found.end()
    if end < len(text):
        made.append(Run(text[end:]))
    return tuple(made)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, lists and tables of a text; blank lines part them.

    >>> [(one.kind, len(one.lines)) for one in blocks("She waits.\\n\\n- Ring\\n- Write")]
    [('text', 1), ('bullets', 2)]
    >>> blocks("one\\ntwo")[0].lines[0][0].text
    'one two'
    >>> (made,) = blocks("| day | calls |\\n|---|---|\\n| Monday | 4 |")
    >>> made.columns, [line[0].text for line in made.lines]
    (2, ['day', 'calls', 'Monday', '4'])
    """
    return tuple(block for chunk in re.split(r"\n\s*\n", text.strip()) for block in _chunk(chunk))


def _table(chunk: str) -> Block | None:
    """A table whose rows are all as long as its heads; None where the lines are none."""
    rows = [line.strip() for line in chunk.splitlines()]
    if len(rows) < 3 or not _RULE.fullmatch(rows[1]):
        return None
    cells = [
        [cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")]
        for row in (rows[0], *rows[2:])
    ]
    if {len(row) for row in cells} != {len(cells[0])}:
        return None
    return Block("table", tuple(runs(cell) for row in cells for cell in row), len(cells[0]))


def _chunk(chunk: str) -> list[Block]:
    """The blocks of lines that no blank one parts: a list may follow on a paragraph."""
    if table := _table(chunk):
        return [table]
    made: list[tuple[Literal["text", "bullets", "numbers"], list[str]]] = []
    for line in map(str.strip, chunk.splitlines()):
        mark = _BULLET if _BULLET.match(line) else _NUMBER if _NUMBER.match(line) else None
        if mark is None:
            if made:
                made[-1][1][-1] += f" {line}"
            elif line:
                made.append(("text", [line]))
            continue
        kind: Literal["bullets", "numbers"] = "bullets" if mark is _BULLET else "numbers"
        if made and made[-1][0] == kind:
            made[-1][1].append(mark.sub("", line))
        else:
            made.append((kind, [mark.sub("", line)]))
    return [Block(kind, tuple(map(runs, lines))) for kind, lines in made]
