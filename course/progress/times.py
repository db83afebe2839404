"""Times of the log, and how long somebody has worked by them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from course.answers import Session

PAUSE = timedelta(minutes=10)
"""A longer gap between two records is a pause."""
YEARS = range(2020, 2200)
"""Years in which the course can have been taken, far from where the calendar of Python ends."""
CONVENTION = (
    "Counted from one thing you did to the next, where there are at most 10 minutes between them. "
    "A longer gap is a pause and does not count."
)


class Hours(Struct, frozen=True, kw_only=True):
    """How long somebody has worked by the log. It is a floor: long reading leaves no trace."""

    minutes: int
    days: dict[str, int]
    """Minutes by day, oldest first; a day is one of UTC, as in the log."""
    convention: str = CONVENTION


def moment(at: str) -> datetime | None:
    """A time of the log; None where it is none, or one at which nobody can have taken the course.

    >>> moment("2026-11-23T09:05:00.000000Z")
    datetime.datetime(2026, 11, 23, 9, 5, tzinfo=datetime.timezone.utc)
    >>> moment("about nine") is None
    True
    """
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        return None
    if read.year not in YEARS:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


def day(at: str) -> date | None:
    """The day of a time of the log, in UTC; None where it is none."""
    read = moment(at)
    return read.date() if read else None


def hours(session: Session) -> Hours:
    """How long the trainee has worked, by the log and the convention that it names."""
    days: dict[date, timedelta] = {}
    for began, worked in _worked(one.at for one in session.reading.records):
        days[began] = days.get(began, timedelta()) + worked
    total = sum(days.values(), timedelta())
    return Hours(
        minutes=_minutes(total), days={one.isoformat(): _minutes(days[one]) for one in days}
    )


def _worked(times: Iterable[str]) -> Iterator[tuple[date, timedelta]]:
    """By the day on which it began: each time between two records that is no pause."""
    # Two computers may have written at once, and neither clock need be right: in order of time.
    known = sorted(read for at in times if (read := moment(at)) is not None)
    for one, next_one in pairwise(known):
        yield one.date(), next_one - one if next_one - one <= PAUSE else timedelta()
    if known:
        yield known[-1].date(), timedelta()


def _minutes(worked: timedelta) -> int:
    return round(worked.total_seconds() / 60)
