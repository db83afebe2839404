"""A plain greeting, with the day."""

from datetime import date, datetime

NOON, EVENING = 12, 18
"""Hours at which the greeting changes."""


def greeting(name: str | None, now: datetime) -> str:
    """What is said first.

    >>> greeting("Sam", datetime(2026, 11, 23, 9)), greeting(None, datetime(2026, 11, 23, 19))
    ('Good morning, Sam', 'Good evening')
    """
    time = "morning" if now.hour < NOON else "afternoon" if now.hour < EVENING else "evening"
    return f"Good {time}, {name}" if name else f"Good {time}"


def day(at: date) -> str:
    """A day as it is said.

    >>> day(datetime(2026, 11, 3))
    'Tuesday 3 November'
    """
    return f"{at:%A} {at.day} {at:%B}"
