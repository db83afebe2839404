"""The frozen replies: what the reader is measured on, and never made from.

They are of another hand than the rules and the training text. An id is the fingerprint of its text,
so a text that is changed no longer fits its id: add a reply rather than mend one.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from course.language import MOVES
from course.yaml_text import parse

FOLDER = Path(__file__).parent
LABELS = (*MOVES, "non_apology", "insult", "empty_promise")
"""What a reply can do: every move, and three things that only look like one."""
FILES = ("plain", "agents", "tricks", "apologies", "edges")


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A customer, in their own words."""

    id: str
    says: str
    problem_terms: tuple[str, ...]


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An answer to a customer, with what it does."""

    id: str
    text: str
    case: str
    writer: str = ""
    """Whose manner it has; in `agents`, whose trade."""
    kind: str = ""
    does: tuple[str, ...] = ()
    """Surely; complete."""
    maybe: tuple[str, ...] = ()
    """What fair readers could argue about: neither asked for nor held against a reader."""
    must_not: tuple[str, ...] = ()
    """What it looks like and is not."""
    credits_nothing: bool = False
    """No move that helps may be credited at all."""


class Blind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the second labeller sees of a reply."""

    id: str
    text: str
    customer: str


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: tuple[Case, ...]


class Replies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    replies: tuple[Reply, ...]


class Blinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    replies: tuple[Blind, ...]


class Second(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ids: tuple[str, ...]


T = TypeVar("T")


def decode(text: str, shape: type[T]) -> T:
    """A file's text as typed values.

    Raises:
        msgspec.ValidationError: where a field is missing, unknown or of the wrong type.
    """
    return msgspec.convert(parse(text)[0], shape)


def read(name: str, shape: type[T]) -> T:
    """A file of this folder by its name without `.yaml`."""
    return decode((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), shape)


@cache
def cases() -> dict[str, Case]:
    """The customers by id."""
    return {one.id: one for one in read("cases", Cases).cases}


@cache
def replies(name: str) -> tuple[Reply, ...]:
    """The replies of one of `FILES`."""
    return read(name, Replies).replies


def every() -> tuple[Reply, ...]:
    """The replies of all files, file after file."""
    return tuple(one for name in FILES for one in replies(name))


def fingerprint(text: str) -> str:
    """The id of a text.

    >>> fingerprint("Sorry.")
    'r9f7d79d'
    """
    return "r" + sha256(text.encode()).hexdigest()[:7]


def bare(text: str) -> str:
    """The words alone, so that two texts that differ in dots or capitals are one.

    >>> bare("Sorry -- it's LATE!")
    'sorry it s late'
    """
    return " ".join(re.findall(r"\w+", text.lower()))
