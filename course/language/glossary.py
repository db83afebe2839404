"""Words and sayings in plain words, and which of them stand in a text."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct


class Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, cache_hash=True):
    """One saying and what it means."""

    says: str
    """The word or the saying, as it stands in the text."""
    means: str
    """The same in plain words, 15 at most."""


def found(entries: Iterable[Entry], texts: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that stand in one of these texts, the longest first.

    >>> quid = Entry(says="quid", means="Pounds.")
    >>> found([quid], ["Thirty quid. Lovely."]) == (quid,), found([quid], ["A squid."])
    (True, ())
    """
    text = "\n".join(texts).casefold().replace("’", "'")
    there = (one for one in entries if _pattern(one.says).search(text))
    return tuple(sorted(there, key=lambda one: (-len(one.says), one.says)))


def told(entries: tuple[Entry, ...], text: str) -> tuple[Entry, ...]:
    """Every entry that stands in a text, in order; what stands inside a longer one is not counted.

    >>> ta, tat = Entry(says="ta", means="Thanks."), Entry(says="ta for that", means="Thanks.")
    >>> [one.says for one in told((ta, tat), "Ta for that. And ta.")]
    ['ta for that', 'ta']
    """
    any_of, named, telling = _any(entries)
    plain = text.casefold().replace("’", "'")
    # Few texts have so much as the longest word of one, and to look for all of them takes long.
    if telling.isdisjoint(["", *_WORD.findall(plain)]):
        return ()
    return tuple(named[there[0]] for there in any_of.finditer(plain))


@cache
def _any(
    entries: tuple[Entry, ...],
) -> tuple[re.Pattern[str], dict[str, Entry], frozenset[str]]:
    """What finds one of the entries, which it is, and the longest word of each."""
    named = {one.says.casefold(): one for one in sorted(entries, key=lambda one: -len(one.says))}
    every = "|".join(map(re.escape, named))
    telling = frozenset(max(_WORD.findall(one), key=len, default="") for one in named)
    return _whole(every), named, telling


_WORD = re.compile(r"\w+")


def _pattern(says: str) -> re.Pattern[str]:
    return _whole(re.escape(says.casefold()))


def _whole(pattern: str) -> re.Pattern[str]:
    """As words of their own: in quotes, but not in 'mate's', 'ta-ta' or 'squid'."""
    return re.compile(rf"(?<!\w)(?<!\w['-])(?:{pattern})(?![\w-]|'\w)")
