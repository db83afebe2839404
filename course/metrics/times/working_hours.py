"""Time that passed while the desk was open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import combinations
from typing import TYPE_CHECKING, Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.words import counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class WorkingHours:
    """When the desk is open, by the clock on the wall.

    Attributes:
        opens, closes: Times of day; the desk is open from the first to the second, every working
            day. A ``closes`` of 00:00 is the midnight that ends the day.
        days: Seven marks from Monday to Sunday, ``"1"`` for a working day.
        holidays: Dates on which the desk is closed.
        also: Further hours that are counted in: other days, or the same days at other times.

    Raises:
        MetricsError: If the desk closes before it opens, no day is a working day, or further hours
            overlap.

    >>> WorkingHours(time(9), time(17)).text
    '09:00-17:00 on 5 days a week'
    >>> saturdays = WorkingHours(time(10), time(14), "0000010")
    >>> WorkingHours(time(9), time(17), also=(saturdays,)).text
    '09:00-17:00 on 5 days a week and 10:00-14:00 on 1 day a week'
    """

    opens: time = time(9)
    closes: time = time(17)
    days: str = "1111100"
    holidays: tuple[date, ...] = ()
    also: tuple[WorkingHours, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.opens, time) or not isinstance(self.closes, time):
            raise MetricsError(
                f"opens and closes are times of day such as time(9), not {shown(self.opens)} and "
                f"{shown(self.closes)}."
            )
        if not isinstance(self.days, str):
            raise MetricsError(f"days are seven marks such as '1111100', not {shown(self.days)}.")
        _all(self.holidays, date, "holidays are dates such as date(2025, 12, 25)")
        _all(self.also, WorkingHours, "also holds further WorkingHours")
        if _seconds(self.opens) >= self._closing:
            raise MetricsError(
                f"The desk must close after it opens: {self.opens} and {self.closes}. Split a "
                "night shift at midnight."
            )
        if len(self.days) != 7 or set(self.days) - {"0", "1"} or "1" not in self.days:
            raise MetricsError(
                f"Working days are seven marks from Monday to Sunday, such as '1111100', not "
                f"{self.days!r}."
            )
        for one, other in combinations(self._parts(), 2):
            if one._overlaps(other):
                raise MetricsError(
                    f"Opening hours overlap: {one._text()} and {other._text()}. Join them."
                )

    @property
    def text(self) -> str:
        """The hours in words."""
        return " and ".join(one._text() for one in self._parts())

    def seconds(
        self, starts: NDArray[np.datetime64], ends: NDArray[np.datetime64]
    ) -> NDArray[np.float64]:
        """Seconds of opening time from each start to each end, both as wall-clock times."""
        own = self._elapsed(ends) - self._elapsed(starts)
        return sum((one.seconds(starts, ends) for one in self.also), own)

    def _parts(self) -> tuple[WorkingHours, ...]:
        return (self, *(part for one in self.also for part in one._parts()))

    def _text(self) -> str:
        closes = "24:00" if self.closes == time() else f"{self.closes:%H:%M}"
        return f"{self.opens:%H:%M}-{closes} on {counted(self.days.count('1'), 'day')} a week"

    def _overlaps(self, other: WorkingHours) -> bool:
        together = any(one == its == "1" for one, its in zip(self.days, other.days, strict=True))
        latest = max(_seconds(self.opens), _seconds(other.opens))
        return together and latest < min(self._closing, other._closing)

    @property
    def _closing(self) -> int:
        return _seconds(self.closes) or 86400

    def _elapsed(self, moments: NDArray[np.datetime64]) -> NDArray[np.float64]:
        # Opening seconds since a fixed Monday: whole days before, then the part of the day.
        import numpy as np

        opens, closes = _seconds(self.opens), self._closing
        closed = np.array(self.holidays, dtype="M8[D]")
        days = moments.astype("M8[D]")
        origin = np.datetime64("1900-01-01", "D")
        before = np.busday_count(origin, days, weekmask=self.days, holidays=closed)
        of_day = (moments - days) / np.timedelta64(1, "s")
        today = np.clip(of_day - opens, 0, closes - opens)
        today[~np.is_busday(days, weekmask=self.days, holidays=closed)] = 0
        elapsed: NDArray[np.float64] = before * float(closes - opens) + today
        return elapsed


def _all(values: Any, kind: type, words: str) -> None:
    if not isinstance(values, (tuple, list)) or not all(isinstance(one, kind) for one in values):
        raise MetricsError(f"{words}, in a tuple, not {shown(values)}.")


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
