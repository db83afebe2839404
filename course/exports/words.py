"""Counted nouns for people."""

from __future__ import annotations

from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(1200, "reply", "replies")
    ('1 row', '1,200 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spoken(day: date) -> str:
    """A day in words, whatever the language of the machine.

    >>> spoken(date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def figure(number: float | None, decimals: int = 1) -> str:
    """A number for a table; a dash where there is none.

    >>> figure(1234.56), figure(None), figure(-0.04)
    ('1,234.6', '–', '0.0')
    """
    return "–" if number is None or number != number else f"{number:z,.{decimals}f}"
