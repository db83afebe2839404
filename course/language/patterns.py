"""Patterns that do not tell capitals from small letters, made quickly and matched quickly.

Small letters against small letters take a third of the time that ``re.IGNORECASE`` does. To make
the patterns of all tables takes longer than most commands, and few commands read free text: each is
made when it is first used.
"""

import re
from functools import lru_cache
from typing import Any, cast

_LETTER = re.compile(r"\\.|[A-Z]")


def folded(pattern: str) -> re.Pattern[str]:
    """A pattern to match with `small` text.

    >>> folded(r"I'm\\Sx").pattern
    "i'm\\\\Sx"
    """
    return cast("re.Pattern[str]", _Unmade(pattern))


def in_small(pattern: str) -> str:
    """What is written of a pattern in small letters; an escape such as ``\\S`` is left as it is.

    >>> in_small(r"I'm\\Sx")
    "i'm\\\\Sx"
    """
    return _LETTER.sub(
        lambda one: one.group() if one.group()[0] == "\\" else one.group().lower(), pattern
    )


class _Unmade:
    """A pattern that is compiled once something is asked of it, and then answers as that does."""

    def __init__(self, pattern: str) -> None:
        self._written = pattern

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(in_small(self._written)), name)
        setattr(self, name, found)  # asked only once: after this it is found without
        return found


@lru_cache(maxsize=64)
def small(text: str) -> str:
    """The text in small letters, each letter in its place.

    >>> small("I’M İN"), len(small("İİİ"))
    ('i’m İn', 3)
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)
