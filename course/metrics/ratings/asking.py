"""What comes of asking so many customers about a need that so many of them have."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

from course.metrics.errors import MetricsError
from course.metrics.intervals import wilson

USUAL = 0.95
"""How many of such askings `Asked.fewest` to `Asked.most` covers at least, and the interval's
confidence."""


@dataclass(frozen=True)
class Asked:
    """What comes of asking, if customers are picked at random and each says what they need.

    Attributes:
        n: How many customers are asked.
        share: How many of all customers have the need, as a fraction between 0 and 1.
        heard: How many of those asked may be expected to name it, to the nearest whole number.
        fewest, most: Between which numbers at least 95 in 100 such askings fall.
        chance: The probability that at least one names it.
        low, high: Wilson's 95 % interval of the share, as fractions, had `heard` of `n` named it.
    """

    n: int
    share: float
    heard: int
    fewest: int
    most: int
    chance: float
    low: float
    high: float

    @property
    def grasp(self) -> str:
        """How well the share is known: ``closely``, ``roughly`` or ``hardly``.

        Closely where the upper end is at most twice the lower, roughly up to four times.

        >>> [asked(n, 0.10).grasp for n in (12, 100, 400)]
        ['hardly', 'roughly', 'closely']
        """
        if self.high <= 2 * self.low:
            return "closely"
        return "roughly" if self.high <= 4 * self.low else "hardly"


def asked(n: int, share: float) -> Asked:
    """What comes of asking `n` customers about a need that a `share` of them has.

    Raises:
        MetricsError: If `n` is below 1 or `share` is not between 0 and 1.

    >>> one = asked(12, 0.10)
    >>> round(one.chance, 3), one.heard, (one.fewest, one.most)
    (0.718, 1, (0, 4))
    >>> round(one.low, 3), round(one.high, 3)
    (0.015, 0.354)
    """
    if n < 1:
        raise MetricsError(f"At least one customer has to be asked, not {n}.")
    if not 0 < share < 1:
        raise MetricsError(f"The share is a fraction between 0 and 1, such as 0.1, not {share!r}.")
    heard = int(n * share + 0.5)
    low, high = wilson(heard, n, USUAL)
    tail = (1 - USUAL) / 2
    return Asked(
        n=n,
        share=share,
        heard=heard,
        fewest=_quantile(n, share, tail),
        most=_quantile(n, share, 1 - tail),
        chance=1 - (1 - share) ** n,
        low=low,
        high=high,
    )


def _quantile(n: int, share: float, level: float) -> int:
    """The smallest number of hits that `level` of all askings do not exceed."""
    reached = 0.0
    for hits in range(n + 1):
        reached += comb(n, hits) * share**hits * (1 - share) ** (n - hits)
        if reached >= level:
            return hits
    return n
