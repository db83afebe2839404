"""Walking through the texts of content files."""

import re
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


def texts(data: Any, own_words: frozenset[str] = frozenset()) -> list[Text]:
    """Every text in a file's data, with its place.

    Args:
        data: What the file holds.
        own_words: Fields of this file in the course's own voice, beside `OWN`.

    >>> [text.place for text in texts({"hints": ["one", "two"]})]
    ['hints[0]', 'hints[1]']
    """
    found: list[Text] = []
    _gather(data, "", "", OWN | own_words, own=False, found=found)
    return found


def _gather(
    data: Any, place: str, field: str, ours: frozenset[str], *, own: bool, found: list[Text]
) -> None:
    """Every rule looks through all texts: one list is made of them in half the time of a stream."""
    if isinstance(data, str):
        found.append(Text(place, field, data, own))
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{place}.{name}" if place else str(name)
            _gather(value, inner, str(name), ours, own=own or name in ours, found=found)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            _gather(value, f"{place}[{number}]", field, ours, own=own, found=found)


def unquoted(text: str) -> str:
    """A text without what somebody is quoted as saying.

    >>> unquoted("She wrote 'It's here!' and left.")
    'She wrote  and left.'
    """
    return QUOTED.sub("", text)
