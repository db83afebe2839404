"""Queues in which people hang up: the Erlang A formula."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import exp, log
from typing import Any

from course.metrics.arguments import fraction, number, whole_number
from course.metrics.errors import MetricsError
from course.metrics.tabular import Single
from course.metrics.times.staffing import MOST, check_queue

LONGEST = 1e12
"""More patience than this, in seconds, is the same as never hanging up."""
TINY = 1e-12
"""States of the queue that are rarer than this are left away."""


@dataclass(frozen=True)
class Abandonment(Single):
    """What a number of agents achieves when some callers hang up.

    Attributes:
        service_level: Fraction of all calls answered within the target; who hangs up is not.
        abandoned: Fraction of all calls that hang up.
        asa: Average wait of those answered, in seconds.
        wait: Average wait of all, those who hang up included, in seconds.
        occupancy: Fraction of their time in which agents are busy.
        wait_probability: Fraction of calls that wait at all.
        agents: Agents at work, shrinkage not included.
        load: Work offered, in erlangs.
        target: Seconds within which a call should be answered.
        patience: Average time after which a waiting caller hangs up, in seconds.
    """

    service_level: float
    abandoned: float
    asa: float
    wait: float
    occupancy: float
    wait_probability: float
    agents: int
    load: float
    target: float
    patience: float

    def rows(self) -> list[dict[str, Any]]:
        """One row; shares are fractions and waits are in seconds."""
        return [asdict(self)]

    def caption(self) -> str:
        """What it is."""
        return "What so many agents achieve when callers hang up"

    def __str__(self) -> str:
        """One line for people."""
        agents = "1 agent" if self.agents == 1 else f"{self.agents:,} agents"
        return (
            f"{agents}: {self.service_level:.1%} answered within {self.target:g} s, "
            f"{self.abandoned:.1%} hang up, average wait {self.asa:,.1f} s of those answered, "
            f"busy {self.occupancy:.1%} of the time"
        )


def erlang_a(
    calls: float, period: float, aht: float, agents: int, patience: float, target: float = 20.0
) -> Abandonment:
    """Work out a queue whose callers hang up, by Erlang A (Palm 1957; Garnett et al. 2002).

    Each waiting caller has a patience of their own, exponential with the mean ``patience``. The
    queue then never grows without end, so it holds for fewer agents than the load as well.
    Beside it ``erlang_c`` assumes that nobody hangs up: it shows longer waits for the same
    agents, and the two meet as patience grows.

    With ``k`` callers ahead in the queue, the wait that is offered is a sum of exponential
    times, ``-patience * log(B)`` with ``B`` from a beta distribution; all figures are averages
    of that over the states of the queue.

    Args:
        calls: Calls that arrive in the period.
        period: Its length in seconds.
        aht: Average handle time of a call in seconds, with the work after it.
        agents: Agents at work at the same time.
        patience: Average time after which a waiting caller hangs up, in seconds. It is not the
            average wait of those who did: see ``patience_from``.
        target: Seconds within which a call should be answered.

    Raises:
        MetricsError: If an argument makes no sense.

    >>> print(erlang_a(calls=100, period=1800, aht=180, agents=10, patience=120))
    10 agents: 64.0% answered within 20 s, 13.7% hang up, average wait 14.6 s of those answered, \
busy 86.3% of the time
    """
    import numpy as np
    from scipy.special import betainc, digamma

    check_queue(calls=calls, period=period, aht=aht, target=target)
    agents = whole_number(agents, "agents", least=1, most=10 * MOST)
    words = "a number above 0 (seconds until callers hang up)"
    patience = min(number(patience, "patience", words), LONGEST)
    load = calls * aht / period
    below, queue = _states(load, agents, aht / patience)
    waiting = sum(queue)
    # ``a`` counts the services that end while one caller loses patience, on average.
    a = agents * patience / aht
    soon = exp(-target / patience)
    ahead, share = np.arange(len(queue)), np.array(queue)
    served = share * a / (a + ahead + 1)
    in_time = below + float((served * (1 - betainc(a + 1, ahead + 1, soon))).sum())
    answered = below + float(served.sum())
    waited = patience * float((served * (digamma(a + ahead + 2) - digamma(a + 1))).sum())
    abandoned = max(0.0, 1 - answered)
    return Abandonment(
        service_level=in_time,
        abandoned=abandoned,
        asa=waited / answered,
        wait=abandoned * patience,
        occupancy=load * answered / agents,
        wait_probability=waiting,
        agents=agents,
        load=load,
        target=target,
        patience=patience,
    )


def patience_from(abandoned: float, wait: float) -> float:
    """Average patience from what a call centre measures, in seconds.

    In Erlang A the fraction that hangs up is the average wait of all calls over the patience
    (Mandelbaum and Zeltyn 2007), so patience is the one over the other.

    Args:
        abandoned: Fraction of all calls that hung up.
        wait: Average wait of all calls, those that hung up included, in seconds.

    >>> patience_from(abandoned=0.05, wait=9)
    180.0
    """
    share = fraction(abandoned, "abandoned", 0.05)
    return round(number(wait, "wait", "a number of seconds above 0") / share, 9)


def agents_needed_with_patience(
    calls: float,
    period: float,
    aht: float,
    patience: float,
    target: float = 20.0,
    service_level: float = 0.8,
) -> Abandonment:
    """Find the fewest agents that answer the wanted fraction of all calls within the target.

    Arguments are those of ``erlang_a``; ``service_level`` is a fraction between 0 and 1.

    >>> agents_needed_with_patience(100, 1800, 180, patience=120).agents
    12
    """
    fraction(service_level, "service_level", 0.8)
    check_queue(calls=calls, period=period, aht=aht, target=target)
    # No more calls are answered than the agents have hands for.
    few = int(service_level * calls * aht / period)
    many = few + 1
    while erlang_a(calls, period, aht, many, patience, target).service_level < service_level:
        few, many = many, many + max(1, many // 8)
    while many - few > 1:
        middle = (few + many) // 2
        found = erlang_a(calls, period, aht, middle, patience, target)
        few, many = (few, middle) if found.service_level >= service_level else (middle, many)
    return erlang_a(calls, period, aht, many, patience, target)


def _states(load: float, agents: int, impatience: float) -> tuple[float, list[float]]:
    """Probability that somebody is free, and that an arrival finds so many waiting ahead.

    Steady state of the birth and death process, on the scale of logarithms: with many agents the
    terms are too small and too great for numbers.
    """
    log_load = log(max(load, 1e-300))
    logs = [0.0]
    for busy in range(1, agents + 1):
        logs.append(logs[-1] + log_load - log(busy))
    top = max(logs)
    ahead, last = 1, logs[-1]
    while True:
        last += log_load - log(agents + ahead * impatience)
        logs.append(last)
        top = max(top, last)
        # Terms fall faster and faster once they fall, so the rest is below the last few.
        if agents + ahead * impatience > load and last < top + log(TINY) - log(len(logs)):
            break
        ahead += 1
        if ahead > 500_000:
            raise MetricsError(
                "Callers this patient with so few agents make a queue without end: use more "
                "agents, or erlang_c, which says how many are needed."
            )
    weights = [exp(one - top) for one in logs]
    total = sum(weights)
    return sum(weights[:agents]) / total, [one / total for one in weights[agents:]]
