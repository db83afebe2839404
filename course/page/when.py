"""The time of day as the page shows it."""

from datetime import UTC, datetime


def clock(at: datetime | str) -> str:
    """Hours and minutes on this machine's clock; empty where there is no time to read.

    >>> clock("not a time")
    ''
    >>> len(clock("2025-03-04T14:02:00Z"))
    5
    """
    if isinstance(at, str):
        try:
            at = datetime.fromisoformat(at)
        except ValueError:
            return ""
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return at.astimezone().strftime("%H:%M")
