"""Counted nouns for people."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(1200, "reply", "replies")
    ('1 row', '1,200 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
