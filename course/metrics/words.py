"""Counted nouns for messages and notes."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun.

    >>> counted(1, "row"), counted(1200, "row"), counted(2, "country", "countries")
    ('1 row', '1,200 rows', '2 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
