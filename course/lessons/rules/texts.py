"""Walking through the texts of content files."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

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


_WHOLE = Text("", "", "", False)


def texts(data: Any, own_words: frozenset[str] = frozenset(), at: Text = _WHOLE) -> Iterator[Text]:
    """Every text in a file's data, with its place.

    Args:
        data: What the file holds.
        own_words: Fields of this file in the course's own voice, beside `OWN`.
        at: Where in the file the data stands.

    >>> [text.place for text in texts({"hints": ["one", "two"]})]
    ['hints[0]', 'hints[1]']
    """
    if isinstance(data, str):
        yield at._replace(text=data)
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{at.place}.{name}" if at.place else str(name)
            own = at.own or name in OWN or name in own_words
            yield from texts(value, own_words, Text(inner, str(name), "", own))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, own_words, at._replace(place=f"{at.place}[{number}]"))


def unquoted(text: str) -> str:
    """A text without what somebody is quoted as saying.

    >>> unquoted("She wrote 'It's here!' and left.")
    'She wrote  and left.'
    """
    return QUOTED.sub("", text)
