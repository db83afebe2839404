"""Headings found by their words, whatever their order and whatever stands beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct, convert

from course.exports.columns.fields import fields
from course.exports.columns.headings import plain

_BUSINESS = frozenset(("in", "business", "hours"))


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """wording.yaml."""

    beside: frozenset[str]
    """Words that change nothing about a date, a length of time or the number of a case."""
    kinds: dict[str, frozenset[str]]
    """Further ones, or those of another kind, by kind."""
    never: dict[str, frozenset[str]]
    """Words, or some in a row, with which a question, or a heading of fixed words, asks for
    something else or for the contrary."""


@cache
def wording() -> Wording:
    """What may stand beside the words of a heading."""
    from course.yaml_text import parse

    told, _ = parse((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
    return convert(told, Wording)


def said_by(heading: str, role: str) -> bool:
    """Whether the words of a heading say that its column is this.

    >>> said_by("Resolved Date", "resolved"), said_by("Date of Purchase", "opened")
    (True, False)
    >>> said_by("How satisfied are you with our service?", "satisfaction")
    True
    >>> said_by("Reason for your satisfaction score", "satisfaction")
    False
    >>> said_by("Not reopened", "reopens"), said_by("Employee satisfaction", "satisfaction")
    (False, False)
    """
    there = _words(heading)
    field = fields()[role]
    business = role.endswith("_business")
    if field.kind == "length" and business != (there >= _BUSINESS):
        return False
    known = [one for one in _sets(role) if one <= there]
    if not known:
        return False
    if field.kind in wording().never:
        return not any(_says(heading, one) for one in wording().never[field.kind])
    beside = _beside(field.kind) | (_BUSINESS if business else frozenset())
    return any(there - one <= beside for one in known)


def hinted_by(heading: str, role: str) -> bool:
    """Whether a heading has the words of this, among words that nobody knows.

    >>> hinted_by("Warranty claim resolved date", "resolved")
    True
    """
    return any(one <= _words(heading) for one in _sets(role))


def _says(heading: str, words: str) -> bool:
    return f" {words} " in f" {plain(heading)} "


def _beside(kind: str) -> frozenset[str]:
    own = wording().kinds.get(kind, frozenset())
    return own | wording().beside if kind in ("id", "time", "length") else own


@cache
def _sets(role: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one.split()) for one in fields()[role].words)


@cache
def _words(heading: str) -> frozenset[str]:
    return frozenset(plain(heading).split())
