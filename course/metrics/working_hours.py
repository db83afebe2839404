"""Time that passed while the desk was open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from course.metrics.errors import MetricsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class WorkingHours:
    """When the desk is open, by the clock on the wall.

    Parameters
    ----------
    opens, closes
        Times of day; the desk is open from the first to the second, every working day.
    days
        Seven marks from Monday to Sunday, ``"1"`` for a working day.
    holidays
        Dates on which the desk is closed.

    Raises
    ------
    MetricsError
        If the desk closes before it opens, or no day is a working day.

    >>> WorkingHours(time(9), time(17)).text
    '09:00-17:00 on 5 days a week'
    """

    opens: time = time(9)
    closes: time = time(17)
    days: str = "1111100"
    holidays: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise MetricsError(
                f"The desk must close after it opens: {self.opens} and {self.closes}. Split a "
                "night shift at midnight."
            )
        if len(self.days) != 7 or set(self.days) - {"0", "1"} or "1" not in self.days:
            raise MetricsError(
                f"Working days are seven marks from Monday to Sunday, such as '1111100', not "
                f"{self.days!r}."
            )

    @property
    def text(self) -> str:
        """The hours in words."""
        week = self.days.count("1")
        return f"{self.opens:%H:%M}-{self.closes:%H:%M} on {week} days a week"

    def seconds(
        self, starts: NDArray[np.datetime64], ends: NDArray[np.datetime64]
    ) -> NDArray[np.float64]:
        """Seconds of opening time from each start to each end, both as wall-clock times."""
        return self._elapsed(ends) - self._elapsed(starts)

    def _elapsed(self, moments: NDArray[np.datetime64]) -> NDArray[np.float64]:
        # Opening seconds since a fixed Monday: whole days before, then the part of the day.
        import numpy as np

        opens, closes = (
            moment.hour * 3600 + moment.minute * 60 + moment.second
            for moment in (self.opens, self.closes)
        )
        closed = np.array(self.holidays, dtype="M8[D]")
        days = moments.astype("M8[D]")
        origin = np.datetime64("1900-01-01", "D")
        before = np.busday_count(origin, days, weekmask=self.days, holidays=closed)
        of_day = (moments - days) / np.timedelta64(1, "s")
        today = np.clip(of_day - opens, 0, closes - opens)
        today[~np.is_busday(days, weekmask=self.days, holidays=closed)] = 0
        elapsed: NDArray[np.float64] = before * float(closes - opens) + today
        return elapsed
