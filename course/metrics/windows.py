"""Lengths of time written for people: '7d', '48h'."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def read_window(window: str | timedelta) -> timedelta:
    """Read a length of time such as ``"7d"``, ``"48h"``, ``"30m"`` or ``"2w"``.

    >>> read_window("7d")
    datetime.timedelta(days=7)
    """
    if isinstance(window, timedelta):
        length = window
    else:
        found = re.fullmatch(r"\s*(\d+)\s*([mhdw])\s*", window if isinstance(window, str) else "")
        if not found:
            raise MetricsError(
                f"A window is a whole number with m, h, d or w, such as '7d' or '48h', not "
                f"{shown(window)}."
            )
        try:
            length = timedelta(**{_UNITS[found[2]]: int(found[1])})
        except OverflowError:
            raise MetricsError(f"A window of {shown(window)} is longer than any records.") from None
    if length <= timedelta(0):
        raise MetricsError(f"A window must be longer than nothing, not {window!r}.")
    return length


def window_text(length: timedelta) -> str:
    """Write a length of time in words.

    >>> window_text(timedelta(days=7)), window_text(timedelta(hours=36))
    ('7 days', '36 hours')
    """
    seconds = length.total_seconds()
    for size, one in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds % size == 0:
            number = int(seconds // size)
            return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
    return f"{seconds:,g} seconds"


def before(moment: datetime, length: timedelta) -> datetime:
    """The moment so long before another; the first there is where time does not reach back so far.

    >>> before(datetime(2025, 1, 8), timedelta(days=7))
    datetime.datetime(2025, 1, 1, 0, 0)
    """
    try:
        return moment - length
    except OverflowError:
        return datetime.min.replace(tzinfo=moment.tzinfo)
