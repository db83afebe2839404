"""Days and minutes as whole numbers, and the clock on a British wall.

A day is its number since 1 January 1970; a moment is a number of minutes since then, in UTC or,
where a name says so, as the clock on the wall shows it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from course.company.columns import BLANK

if TYPE_CHECKING:
    from course.company.columns import Ints, Texts

DAY = 1440
"""Minutes in a day."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""The months in English, whatever the language of the machine."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week."""
_EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Days from 1 January 1970.

    >>> day_number(date(1970, 2, 1))
    31
    """
    return day.toordinal() - _EPOCH


def day_named(number: int) -> date:
    """The date of a day number."""
    return date.fromordinal(number + _EPOCH)


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month.

    >>> last_sunday(2026, 3).isoformat()
    '2026-03-29'
    """
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() + 1) % 7)


@cache
def _changes() -> tuple[int, ...]:
    # Clocks change at 01:00 UTC on both days (in force since 1996); enough years either side.
    return tuple(
        day_number(last_sunday(year, month)) * DAY + 60
        for year in range(2015, 2036)
        for month in (3, 10)
    )


def offset(utc: Ints) -> Ints:
    """Minutes that British clocks are ahead of UTC: 60 in summer, 0 in winter."""
    import numpy as np

    passed = np.searchsorted(np.array(_changes(), dtype=np.int64), utc, side="right")
    return (passed.astype(np.int64) % 2) * 60


def to_local(utc: Ints) -> Ints:
    """What a clock on a British wall shows."""
    return utc + offset(utc)


def to_utc(local: Ints) -> Ints:
    """The moment of a British wall clock; the first of two where it showed a time twice."""
    return local - offset(local - 60)


def weekday(days: Ints) -> Ints:
    """0 for Monday to 6 for Sunday."""
    return (days + 3) % 7


def iso_minutes(utc: Ints) -> Texts:
    """Moments in writing, by British clocks, with the offset; blanks stay empty.

    >>> import numpy as np
    >>> iso_minutes(np.array([day_number(date(2026, 7, 1)) * 1440 + 500, BLANK])).tolist()
    ['2026-07-01T09:20+01:00', '']
    """
    import numpy as np

    blank = utc == BLANK
    known = np.where(blank, 0, utc)
    ahead = offset(known)
    dates = np.datetime_as_string((known + ahead).astype("M8[m]"), unit="m").astype(object)
    written: Texts = dates + np.array(["+00:00", "+01:00"], dtype=object)[ahead // 60]
    written[blank] = ""
    return written


def iso_days(days: Ints) -> Texts:
    """Dates in writing; blanks stay empty."""
    import numpy as np

    blank = days == BLANK
    written = np.datetime_as_string(np.where(blank, 0, days).astype("M8[D]"), unit="D")
    texts = written.astype(object)
    texts[blank] = ""
    return texts
