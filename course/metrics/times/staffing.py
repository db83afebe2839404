"""How many people a queue needs: the Erlang C formula."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, isfinite

from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Staffing:
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
    _check(calls=calls, period=period, aht=aht, target=target)
    if isinstance(agents, bool) or not isinstance(agents, int) or agents < 1:
        raise MetricsError(f"agents is a whole number of at least 1, not {agents!r}.", value=agents)
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
    _check(calls=calls, period=period, aht=aht, target=target)
    if not 0 < service_level < 1:
        raise MetricsError(
            f"service_level is a fraction between 0 and 1, such as 0.8, not {service_level!r}."
        )
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
    if not 0 <= shrinkage < 1:
        raise MetricsError(
            f"shrinkage is a fraction from 0 to less than 1, such as 0.3, not {shrinkage!r}."
        )
    # Without the rounding, 14 / 0.7 comes out a hair above 20.
    return ceil(round(agents / (1 - shrinkage), 9))


def _wait_probability(load: float, agents: int) -> float:
    # Erlang B by its recursion: no factorial, so no overflow however many agents there are.
    blocked = 1.0
    for servers in range(1, agents + 1):
        blocked = load * blocked / (servers + load * blocked)
    busy = load / agents
    return blocked / (1 - busy * (1 - blocked))


def _fewest(load: float) -> int:
    return int(load) + 1


def _check(**amounts: float) -> None:
    for name, amount in amounts.items():
        number = isinstance(amount, (int, float)) and not isinstance(amount, bool)
        if not number or not isfinite(amount) or amount < 0 or (name != "target" and amount == 0):
            raise MetricsError(
                f"{name} is a number above 0 ({_MEANING[name]}), not {amount!r}.", value=amount
            )


_MEANING = {
    "calls": "calls in the period",
    "period": "seconds",
    "aht": "seconds a call takes",
    "target": "seconds to answer in; 0 is allowed",
}
