"""The time, as records hold it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A UTC time as records hold it.

    >>> stamp(datetime(2026, 11, 23, 9, 5, tzinfo=UTC))
    '2026-11-23T09:05:00.000000Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
