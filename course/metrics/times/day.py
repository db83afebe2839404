"""A day of a queue: agents for each interval of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from course.metrics.arguments import fraction, number, shown
from course.metrics.errors import MetricsError
from course.metrics.tabular import Tabular
from course.metrics.times.abandonment import agents_needed_with_patience
from course.metrics.times.staffing import agents_needed, with_shrinkage

MOST = 2000
"""So many intervals, a week by five minutes, are more than a day has."""


@dataclass(frozen=True)
class Interval:
    """One interval: its calls, the agents it needs, the people to plan, and what they achieve."""

    interval: Any
    calls: float
    agents: int
    people: int
    service_level: float
    asa: float
    occupancy: float


@dataclass(frozen=True)
class Day(Tabular):
    """All intervals in order, and the day as a whole.

    ``service_level`` is the fraction of all calls of the day that are answered in time, and
    ``agent_hours`` the hours of work that the agents of all intervals come to.
    """

    intervals: tuple[Interval, ...]
    service_level: float
    agent_hours: float
    convention: str

    @property
    def most(self) -> Interval:
        """The interval that needs the most agents, the first of several."""
        return max(self.intervals, key=lambda one: one.agents)

    def rows(self) -> list[dict[str, Any]]:
        """A row an interval."""
        return [vars(one) for one in self.intervals]

    def caption(self) -> str:
        """What the rows are."""
        return f"Agents by interval, {self.convention}"

    def footnotes(self) -> tuple[str, ...]:
        """The day as a whole."""
        return (str(self),)

    def __str__(self) -> str:
        """One line for people."""
        return (
            f"{len(self.intervals)} intervals, up to {self.most.agents:,} agents "
            f"({self.most.interval}), {self.agent_hours:,.1f} agent hours, "
            f"{self.service_level:.1%} of the day's calls answered in time"
        )


def staff_day(
    calls: Any,
    *,
    period: float,
    aht: float,
    target: float = 20.0,
    service_level: float = 0.8,
    patience: float | None = None,
    shrinkage: float = 0.0,
) -> Day:
    """Find the agents for each interval of a day.

    Each interval is worked out by itself as if the queue had settled (Green, Kolesar and Soares
    2001 call it 'stationary independent period by period'). That is good where a call is short
    beside the interval and calls do not jump from one to the next; after a peak it plans too few.

    Args:
        calls: Calls that arrive in each interval: a mapping from the interval's name, or a list.
            An interval without calls needs nobody.
        period: Length of each interval in seconds.
        aht: Average handle time of a call in seconds.
        target: Seconds within which a call should be answered.
        service_level: Fraction of calls of each interval to be answered in time.
        patience: Average time after which callers hang up, in seconds: Erlang A; without it nobody
            does: Erlang C.
        shrinkage: Fraction of paid time away from the queue, for the people to plan.

    Raises:
        MetricsError: If there is no interval, or an argument makes no sense.

    >>> day = staff_day({"9:00": 60, "9:30": 100, "10:00": 0}, period=1800, aht=180)
    >>> [one.agents for one in day.intervals]
    [9, 14, 0]
    """
    if isinstance(calls, Mapping):
        named = dict(calls)
    else:
        try:
            if isinstance(calls, (str, bytes)):
                raise TypeError
            named = dict(enumerate(islice(calls, MOST + 1), 1))
        except TypeError:
            raise MetricsError(
                f"calls are the calls of each interval, a list or a mapping, not {shown(calls)}."
            ) from None
    if len(named) > MOST:
        raise MetricsError(f"At most {MOST:,} intervals at once: give the calls of a day.")
    if not named:
        raise MetricsError("There is no interval: give the calls of each.")
    number(period, "period", "a number of seconds above 0")
    number(aht, "aht", "a number of seconds above 0")
    number(target, "target", "a number of seconds of at least 0", least=True)
    fraction(service_level, "service_level", 0.8)
    fraction(shrinkage, "shrinkage", 0.3, zero=True)
    intervals = []
    for name, many in named.items():
        arriving = number(many, f"calls of {name!r}", "a number of at least 0", least=True)
        if not arriving:
            intervals.append(Interval(name, 0.0, 0, 0, 1.0, 0.0, 0.0))
            continue
        found: Any = (
            agents_needed(arriving, period, aht, target, service_level)
            if patience is None
            else agents_needed_with_patience(arriving, period, aht, patience, target, service_level)
        )
        people = with_shrinkage(found.agents, shrinkage)
        intervals.append(
            Interval(
                name, arriving, found.agents, people, found.service_level, found.asa,
                found.occupancy,
            )
        )  # fmt: skip
    everything = sum(one.calls for one in intervals)
    if not everything:
        raise MetricsError("No interval has any calls.")
    formula = (
        "Erlang C, nobody hangs up" if patience is None else f"Erlang A, patience {patience:g} s"
    )
    return Day(
        intervals=tuple(intervals),
        service_level=sum(one.calls * one.service_level for one in intervals) / everything,
        agent_hours=sum(one.agents for one in intervals) * period / 3600,
        convention=f"{formula}; {service_level:.0%} within {target:g} s in each interval",
    )
