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


_HOURS = 1.5
"""From so many hours on, a length is given in hours."""


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


def length(time: float, unit: str) -> str:
    """A length of time for people: minutes where hours would be small fractions.

    >>> length(0.5, "hours"), length(0.001, "hours"), length(18, "hours"), length(2, "days")
    ('30 minutes', '4 seconds', '18.0 hours', '2.0 days')
    """
    if unit == "hours" and 0 < time < _HOURS:
        if time * 60 < 1:
            return f"{figure(time * 3600, 0)} seconds"
        return f"{figure(time * 60, 0 if time * 60 >= 10 else 1)} minutes"
    return f"{figure(time)} {unit}"


def named(name: object) -> str:
    """The name of a cause or a group for people; a bare number is a code.

    >>> named("Returns"), named("3")
    ('Returns', 'code 3')
    """
    text = str(name)
    return f"code {text}" if text.replace(".", "", 1).isdigit() else text
