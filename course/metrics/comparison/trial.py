"""What a trial with a control group would show, before anybody is written to."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from course.metrics.comparison.compare import Difference, difference
from course.metrics.errors import MetricsError
from course.metrics.intervals import normal_quantile
from course.metrics.rates import rate


@dataclass(frozen=True)
class Trial:
    """A trial as it would come out on average.

    Attributes:
        found: The difference of the two shares, with its interval; percentage points.
        brought: How many of those who were written to bought because of it.
        power: The chance that such a trial shows an effect of this size, as a fraction.
    """

    found: Difference
    brought: float
    power: float


def trial(treated: int, control: int, base: float, adds: float) -> Trial:
    """What a trial would show.

    The power is that of the usual test of two shares, two-sided at 5 in 100, by its normal
    approximation (Fleiss, Levin and Paik 2003, chapter 4, without correction).

    Args:
        treated: How many are written to.
        control: How many are not.
        base: Fraction who buy without it.
        adds: Fraction who buy on top because of it.

    Raises:
        MetricsError: where a group is empty, or a fraction makes no sense.

    >>> one = trial(2000, 500, 0.05, 0.02)
    >>> round(one.found.value, 1), round(one.found.low, 1), round(one.brought), round(one.power, 2)
    (2.0, -0.5, 40, 0.35)
    """
    if min(treated, control) < 1:
        raise MetricsError("Each group of a trial has at least one customer.")
    if not 0 < base < 1 or not 0 <= adds < 1 - base:
        raise MetricsError("base and adds are fractions that stay below 1 together.")
    bought = round(control * base), round(treated * (base + adds))
    words = "bought, of all in the group"
    shares = [
        rate("Share who bought", hits, size, 0, words, 0.95)
        for hits, size in zip(bought, (control, treated), strict=True)
    ]
    return Trial(difference(*shares), treated * adds, _power(treated, control, base, adds))


def _power(treated: int, control: int, base: float, adds: float) -> float:
    with_it = base + adds
    pooled = (treated * with_it + control * base) / (treated + control)
    under_none = sqrt(pooled * (1 - pooled) * (1 / treated + 1 / control))
    under_some = sqrt(with_it * (1 - with_it) / treated + base * (1 - base) / control)
    far = normal_quantile(0.95) * under_none
    normal = NormalDist()
    return normal.cdf((adds - far) / under_some) + normal.cdf((-adds - far) / under_some)
