"""Sayings of customers in plain words, and which of them stand in a text."""

import re
from collections.abc import Iterable

from msgspec import Struct


class Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One saying and what it means."""

    says: str
    means: str


def found(entries: Iterable[Entry], texts: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that stand in one of these texts, the longest first.

    >>> quid = Entry(says="quid", means="Pounds.")
    >>> found([quid], ["Thirty quid. Lovely."]) == (quid,), found([quid], ["A squid."])
    (True, ())
    """
    text = "\n".join(texts).casefold().replace("’", "'")
    there = (one for one in entries if _pattern(one.says).search(text))
    return tuple(sorted(there, key=lambda one: (-len(one.says), one.says)))


def _pattern(says: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w']){re.escape(says.casefold())}(?![\w'])")
