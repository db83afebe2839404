"""Walking through the texts of content files."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

OWN = frozenset(
    {
        "title", "prompt", "hints", "because", "slips", "summary", "brief", "agent_sees", "about",
        "scene", "later", "heard", "why", "caption", "headings", "unit",
    }
)  # fmt: skip
"""Fields in which the course speaks in its own voice; elsewhere people do."""
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)")


class Text(NamedTuple):
    """A text in a file."""

    place: str
    field: str
    """The named field that it stands in, however deep."""
    text: str
    own: bool
    """Whether it is in the course's own voice."""


def texts(data: Any, place: str = "", field: str = "", own: bool = False) -> Iterator[Text]:
    """Every text in a file's data, with its place.

    >>> [text.place for text in texts({"hints": ["one", "two"]})]
    ['hints[0]', 'hints[1]']
    """
    if isinstance(data, str):
        yield Text(place, field, data, own)
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{place}.{name}" if place else str(name)
            yield from texts(value, inner, str(name), own or name in OWN)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, f"{place}[{number}]", field, own)


def unquoted(text: str) -> str:
    """A text without what somebody is quoted as saying.

    >>> unquoted("She wrote 'It's here!' and left.")
    'She wrote  and left.'
    """
    return QUOTED.sub("", text)
