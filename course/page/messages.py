"""What passes between Python and the page: structs, in camel case on the page's side."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

Plain = dict[str, Any]
"""Nothing but what JSON knows."""
Hears = Mapping[str, object]
"""What a page may ask for, and the type of the value that comes with it."""
Answer = str | int | float | list[str] | dict[str, str]
"""What is entered in an exercise; each kind says which of these it takes."""


class Message(Struct, frozen=True, rename="camel"):
    """Something that is sent, one way or the other."""


class Asked(Message, frozen=True):
    """What the page asks for."""

    do: str
    value: object = None


class Ground(Message, frozen=True):
    """What a picture is drawn for."""

    dark: bool
    narrow: bool


class Download(Message, frozen=True):
    """A file for the browser to keep."""

    name: str
    data: str
    """Its bytes in base64."""


class Done(Message, frozen=True):
    """What was asked for is done."""

    saved: str | None = None
    """The time of day at which the disk had it, where it has."""
    chart: str | UnsetType = UNSET
    """The address of a picture."""
    alt: str | UnsetType = UNSET
    """What the picture shows."""
    file: Download | UnsetType = UNSET
    """A file that was asked for."""


class Refused(Message, frozen=True):
    """It was not done, and why not, in a sentence."""

    error: str
    saved: None = None
    elsewhere: bool = False
    """It has gone on in another tab, so trying again is no use."""


def plain(message: Message) -> Plain:
    """A message as plain data.

    >>> plain(Done(saved="14:02"))
    {'saved': '14:02'}
    """
    made: Plain = msgspec.json.decode(msgspec.json.encode(message))
    return made
