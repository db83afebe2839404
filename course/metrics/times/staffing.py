"""How many people a queue needs: the Erlang C formula."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import ceil, exp
from typing import Any

from course.metrics.arguments import fraction, number, whole_number
from course.metrics.errors import MetricsError
from course.metrics.tabular import Single

MOST = 100_000
"""More erlangs, or more agents at once, are a mistake of units."""


@dataclass(frozen=True)
class Staffing(Single):
    """What a number of agents achieves.

    Attributes:
        service_level: Fraction of calls answered within the target.
        asa: Average speed of answer over all calls, in seconds.
        occupancy: Fraction of their time in which agents are busy.
        wait_probability: Fraction of calls that wait at all.
        agents: Agents at work, shrinkage not included.
        load: Work coming in, in erlangs: agents that would be busy all the time.
    """

    service_level: float
    asa: float
    occupancy: float
    wait_probability: float
    agents: int
    load: float
    target: float

    def rows(self) -> list[dict[str, Any]]:
        """One row; shares are fractions and waits are in seconds."""
        return [asdict(self)]

    def caption(self) -> str:
        """What it is."""
        return "What so many agents achieve"

    def __str__(self) -> str:
        """One line for people."""
        agents = "1 agent" if self.agents == 1 else f"{self.agents:,} agents"
        return (
            f"{agents}: {self.service_level:.1%} answered within {self.target:g} s, "
            f"average wait {self.asa:,.1f} s, {self.wait_probability:.1%} wait, "
            f"busy {self.occupancy:.1%} of the time"
        )


def erlang_c(
    calls: float, period: float, aht: float, agents: int, target: float = 20.0
) -> Staffing:
    """Work out waiting and service level of a queue by Erlang C (Erlang 1917).

    The formula takes calls to arrive at random and assumes that nobody hangs up, so it is
    pessimistic where many do. The load is ``A = calls * aht / period`` erlangs; with ``N``
    agents and the probability ``Pw`` of waiting, the service level is
    ``1 - Pw * exp(-(N - A) * target / aht)`` and the average wait ``Pw * aht / (N - A)``.

    Args:
        calls: Calls that arrive in the period.
        period: Its length in seconds.
        aht: Average handle time of a call in seconds, with the work after it.
        agents: Agents at work at the same time.
        target: Seconds within which a call should be answered.

    Raises:
        MetricsError: If the agents cannot keep up (``N <= A``: the queue would grow without end),
            or an argument makes no sense.

    >>> found = erlang_c(calls=100, period=1800, aht=180, agents=14, target=20)
    >>> print(found)
    14 agents: 88.8% answered within 20 s, average wait 7.8 s, 17.4% wait, busy 71.4% of the time
    """
    check_queue(calls=calls, period=period, aht=aht, target=target)
    agents = whole_number(agents, "agents", least=1, most=10 * MOST)
    load = calls * aht / period
    if agents <= load:
        raise MetricsError(
            f"{agents:,} agents cannot keep up with {load:,.2f} erlangs of calls: the queue would "
            f"grow without end. At least {_fewest(load):,} agents are needed.",
            value=agents,
        )
    waits = _wait_probability(load, agents)
    spare = agents - load
    return Staffing(
        service_level=1 - waits * exp(-spare * target / aht),
        asa=waits * aht / spare,
        occupancy=load / agents,
        wait_probability=waits,
        agents=agents,
        load=load,
        target=target,
    )


def agents_needed(
    calls: float, period: float, aht: float, target: float = 20.0, service_level: float = 0.8
) -> Staffing:
    """Find the fewest agents that answer the wanted fraction of calls within the target.

    Arguments are those of ``erlang_c``; ``service_level`` is a fraction between 0 and 1.

    >>> agents_needed(calls=100, period=1800, aht=180, target=20, service_level=0.8).agents
    14
    """
    check_queue(calls=calls, period=period, aht=aht, target=target)
    fraction(service_level, "service_level", 0.8)
    agents = _fewest(calls * aht / period)
    while (found := erlang_c(calls, period, aht, agents, target)).service_level < service_level:
        agents += 1
    return found


def with_shrinkage(agents: int, shrinkage: float) -> int:
    """How many people to put on the rota so that ``agents`` are at work.

    ``shrinkage`` is the fraction of paid time away from the queue: leave, illness, breaks,
    training. The answer is ``N / (1 - s)``, rounded up; adding the fraction to ``N`` instead
    gives too few.

    >>> with_shrinkage(14, 0.3)
    20
    """
    away = fraction(shrinkage, "shrinkage", 0.3, zero=True)
    agents = whole_number(agents, "agents")
    # Without the rounding, 14 / 0.7 comes out a hair above 20, and more than a hair where the
    # fraction came in single precision.
    return ceil(round(agents / (1 - away), 6))


def _wait_probability(load: float, agents: int) -> float:
    # Erlang B by its recursion: no factorial, so no overflow however many agents there are.
    blocked = 1.0
    for servers in range(1, agents + 1):
        blocked = load * blocked / (servers + load * blocked)
    busy = load / agents
    return blocked / (1 - busy * (1 - blocked))


def _fewest(load: float) -> int:
    return int(load) + 1


def check_queue(**amounts: float) -> None:
    """Refuse calls, lengths and targets that make no queue."""
    for name, amount in amounts.items():
        least = name == "target"
        number(amount, name, f"a number above 0 ({_MEANING[name]})", least=least)
    if amounts["calls"] * amounts["aht"] / amounts["period"] > MOST:
        raise MetricsError(
            f"{amounts['calls']:,g} calls of {amounts['aht']:,g} s in {amounts['period']:,g} s are "
            "more than all the call centres of the world take. Check the units: all are seconds.",
            value=amounts["calls"],
        )


_MEANING = {
    "calls": "calls in the period",
    "period": "seconds",
    "aht": "seconds a call takes",
    "target": "seconds to answer in; 0 is allowed",
}
