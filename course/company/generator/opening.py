"""Opening hours of a team: from a moment and a wait to the moment when the wait is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, weekday

if TYPE_CHECKING:
    from course.company.columns import Ints
    from course.company.settings import Team


def minute_of(clock: str) -> int:
    """Minutes since midnight of a time of day.

    >>> minute_of("08:30")
    510
    """
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


@dataclass(frozen=True)
class Opening:
    """When a team works. All moments are by the clock on a British wall.

    ``lengths`` has the minutes of each day from ``start`` on, ``before`` those of all days
    before it.
    """

    start: int
    opens: int
    closes: int
    lengths: Ints
    before: Ints

    def after(self, local: Ints, wait: Ints | int) -> Ints:
        """The moment at which so many minutes of opening time have passed.

        With a wait of 0 it is the moment itself, or the next opening if the team is away.
        """
        import numpy as np

        day = np.clip(local // DAY - self.start, 0, self.lengths.size - 1)
        today = np.clip(local % DAY - self.opens, 0, self.lengths[day])
        target = self.before[day] + today + wait
        found = np.searchsorted(self.before, target, side="right").astype(np.int64) - 1
        return (found + self.start) * DAY + self.opens + target - self.before[found]

    def open_day(self, days: Ints) -> Ints:
        """The day itself, or the next on which the team works."""
        return self.after(days * DAY, 0) // DAY


def opening(team: Team, start: int, days: int, closed_on: tuple[date, ...]) -> Opening:
    """The opening hours of a team over so many days from ``start`` on."""
    import numpy as np

    opens = min(minute_of(begin) for begin, _ in team.shifts)
    closes = max(minute_of(end) for _, end in team.shifts)
    every = np.arange(start, start + days, dtype=np.int64)
    works = np.array([mark == "1" for mark in team.days])[weekday(every)]
    works &= ~np.isin(every, [day_number(day) for day in closed_on])
    lengths = works.astype(np.int64) * (closes - opens)
    before = np.cumsum(lengths, dtype=np.int64) - lengths
    return Opening(start, opens, closes, lengths, before)
