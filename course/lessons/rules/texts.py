"""Walking through the texts of content files."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from course.exercises import KINDS

OWN = frozenset({"title", "prompt", "hints", "summary"})
"""Fields in which the course speaks in its own voice, beside those that a kind names."""
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)")


class Text(NamedTuple):
    """A text in a file."""

    place: str
    field: str
    """The named field that it stands in, however deep."""
    text: str
    own: bool
    """Whether it is in the course's own voice."""


def texts(data: Any) -> Iterator[Text]:
    """Every text in a file's data, with its place.

    >>> [text.place for text in texts({"hints": ["one", "two"]})]
    ['hints[0]', 'hints[1]']
    """
    yield from _texts(
        data, Text("", "", "", False), OWN.union(*(k.own_words for k in KINDS.values()))
    )


def _texts(data: Any, at: Text, own: frozenset[str]) -> Iterator[Text]:
    if isinstance(data, str):
        yield at._replace(text=data)
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{at.place}.{name}" if at.place else str(name)
            yield from _texts(value, Text(inner, str(name), "", at.own or name in own), own)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, at._replace(place=f"{at.place}[{number}]"), own)


def unquoted(text: str) -> str:
    """A text without what somebody is quoted as saying.

    >>> unquoted("She wrote 'It's here!' and left.")
    'She wrote  and left.'
    """
    return QUOTED.sub("", text)
