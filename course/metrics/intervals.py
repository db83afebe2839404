"""Confidence intervals from counts and sums alone."""

from __future__ import annotations

from functools import lru_cache
from math import atanh, sqrt, tanh

from course.metrics.arguments import fraction

_SO_MANY = 10_000
"""From so many degrees of freedom on Student's t is a short series."""


def normal_quantile(confidence: float) -> float:
    """Half-width of a two-sided normal interval in standard errors: 1.96 for 0.95.

    >>> round(normal_quantile(0.95), 4)
    1.96
    """
    return _normal(fraction(confidence, "confidence", 0.95))


@lru_cache(maxsize=32)
def _normal(confidence: float) -> float:
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(hits: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Interval of a share, as fractions, by the score method of Wilson (1927).

    It keeps its coverage where the share is near 0 or 1, where the familiar normal interval
    fails; it needs at least one answer.

    >>> [round(limit, 4) for limit in wilson(9, 10)]
    [0.5958, 0.9821]
    """
    z = normal_quantile(confidence)
    share = hits / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At 0 and at n the limit is exact; rounding must not push it past the share.
    low = 0.0 if hits == 0 else centre - half
    high = 1.0 if hits == n else centre + half
    return low, high


def net_share(up: float, down: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Interval of a difference of two shares of the same answers, as fractions from -1 to 1.

    The adjusted Wald interval of Rocks (2016, The American Statistician 70:4): three made-up
    answers are added, 3/4 up, 3/2 between and 3/4 down, so that the interval has a width even
    if all answers are alike.

    >>> [round(limit, 3) for limit in net_share(162, 54, 324)]
    [0.249, 0.411]
    """
    size = n + 3
    high_share, low_share = (up + 0.75) / size, (down + 0.75) / size
    centre = high_share - low_share
    half = normal_quantile(confidence) * sqrt((high_share + low_share - centre**2) / size)
    value = (up - down) / n
    # Clipped to what is possible, and never leaving out the value itself.
    return min(value, max(-1.0, centre - half)), max(value, min(1.0, centre + half))


def mean_interval(
    n: int, total: float, squares: float, confidence: float = 0.95
) -> tuple[float, float]:
    """Interval of a mean by Student's t, from the count, the sum and the sum of squares.

    Needs at least two answers.

    >>> [round(limit, 3) for limit in mean_interval(4, 20, 110)]
    [2.095, 7.905]
    """
    mean = total / n
    variance = max(0.0, (squares - total * total / n) / (n - 1))
    half = student_quantile(confidence, n - 1) * sqrt(variance / n)
    return mean - half, mean + half


def student_quantile(confidence: float, freedom: int) -> float:
    """Half-width of a two-sided interval by Student's t, in standard errors.

    >>> round(student_quantile(0.95, 9), 4)
    2.2622
    """
    return _student(fraction(confidence, "confidence", 0.95), freedom)


@lru_cache(maxsize=4096)
def _student(confidence: float, freedom: int) -> float:
    if freedom >= _SO_MANY:
        # Abramowitz and Stegun (1964), 26.7.5: exact to the last digit there, and scipy takes long
        # to import.
        z, v = _normal(confidence), 4 * freedom
        return z * (
            1
            + (z**2 + 1) / v
            + (5 * z**4 + 16 * z**2 + 3) / (6 * v**2)
            + (3 * z**6 + 19 * z**4 + 17 * z**2 - 15) / (6 * v**3)
        )
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + confidence) / 2))


def correlation_interval(r: float, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Interval of a correlation by the transformation of Fisher (1921), for ``n`` pairs.

    Needs at least four pairs. Where ``r`` is 1 or -1 the interval has no width.

    >>> [round(limit, 3) for limit in correlation_interval(0.5, 28)]
    [0.156, 0.736]
    """
    if abs(r) >= 1:
        return r, r
    half = normal_quantile(confidence) / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def alpha_interval(
    alpha: float, people: int, parts: int, confidence: float = 0.95
) -> tuple[float, float]:
    """Interval of Cronbach's alpha by the F distribution (Feldt, 1965, Psychometrika 30:3).

    ``people`` answered all ``parts`` of a test; at least two of each are needed.

    >>> [round(limit, 3) for limit in alpha_interval(0.8, 30, 10)]
    [0.673, 0.892]
    """
    from scipy.special import fdtri

    share = (1 - fraction(confidence, "confidence", 0.95)) / 2
    freedom = people - 1, (people - 1) * (parts - 1)
    low, high = (float(fdtri(*freedom, one)) for one in (1 - share, share))
    return 1 - (1 - alpha) * low, 1 - (1 - alpha) * high
