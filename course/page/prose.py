"""A little Markdown as data: paragraphs, lists, bold and italic, and nothing that runs."""

import re
from typing import Any

Block = dict[str, Any]

_BULLET = re.compile(r"^\s*[-*]\s+")
_NUMBER = re.compile(r"^\s*\d+[.)]\s+")
_RUN = re.compile(r"\*\*(?P<b>[^*\s](?:[^*]*[^*\s])?)\*\*|\*(?P<i>[^*\s](?:[^*]*[^*\s])?)\*")


def runs(text: str) -> list[str | dict[str, str]]:
    """Text split where bold and italic begin and end.

    >>> runs("Ring **today**, not *soon*.")
    ['Ring ', {'b': 'today'}, ', not ', {'i': 'soon'}, '.']
    >>> runs("2 * 3 * 4")
    ['2 * 3 * 4']
    """
    made: list[str | dict[str, str]] = []
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            made.append(text[end : found.start()])
        made.append({name: value for name, value in found.groupdict().items() if value})
        end = found.end()
    if end < len(text):
        made.append(text[end:])
    return made


def blocks(text: str) -> list[Block]:
    """The paragraphs (``p``) and lists (``ul``, ``ol``) of a text; blank lines part them.

    >>> blocks("She waits.\\n\\n- Ring\\n- Write")
    [{'p': ['She waits.']}, {'ul': [['Ring'], ['Write']]}]
    >>> blocks("one\\ntwo")
    [{'p': ['one two']}]
    """
    made: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        part: list[str] = []
        name = "p"
        for line in chunk.splitlines():
            kind = "ul" if _BULLET.match(line) else "ol" if _NUMBER.match(line) else ""
            if kind:
                if part and name != kind:
                    made.append(_block(name, part))
                    part = []
                name = kind
                part.append((_BULLET if kind == "ul" else _NUMBER).sub("", line).strip())
            elif name != "p" and part:
                part[-1] += " " + line.strip()
            else:
                part.append(line.strip())
        if part and any(part):
            made.append(_block(name, part))
    return made


def _block(name: str, part: list[str]) -> Block:
    return {name: runs(" ".join(part))} if name == "p" else {name: [runs(one) for one in part]}
