"""Tails of the laws behind limits by week, without the whole of `scipy.stats`.

Importing that takes as long as reading half a million rows does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOTHING = 1e-16


def student_reach(tail: float, freedom: float) -> float:
    """The deviations beyond which a fraction of Student's law lies, on one side.

    >>> round(student_reach(0.025, 9), 4)
    2.2622
    """
    from scipy.special import stdtrit

    return float(-stdtrit(freedom, tail))


def normal_two_sided(apart: Any) -> Any:
    """How often a normal law lies so many standard deviations from its middle, or more."""
    from scipy.special import ndtr

    return 2 * ndtr(-abs(apart))


def hits_at(part: float, of: float, share: float) -> int:
    """The fewest hits that a binomial law does not exceed with at least this chance.

    >>> hits_at(0.5, 10, 0.3)
    3
    """
    from math import ceil

    from scipy.special import bdtr, bdtrik

    if share <= 0 or share >= 1:
        return 0 if share <= 0 else int(of)
    whole = int(of)
    hits = max(0, ceil(float(bdtrik(part, whole, share)) - 1e-9) - 1)
    while bdtr(hits, whole, share) < part:
        hits += 1
    return hits


def share_changed(hits: Any, drawn: Any, good: float, total: float) -> NDArray[np.float64]:
    """How often chance alone sets two parts of the same answers so far apart, both sides counted.

    Twice the smaller tail of the hypergeometric law, as in the exact test of Fisher (1935).

    Args:
        hits: Good answers in the first part, for each way to part them.
        drawn: Answers in the first part.
        good: Good answers in all.
        total: Answers in all.

    >>> share_changed([1], [10], 11, 20).round(5).tolist()
    [0.00012]
    """
    import numpy as np
    from scipy.special import gammaln

    hits, drawn = np.asarray(hits, dtype=float), np.asarray(drawn, dtype=float)
    below = hits <= drawn * good / total
    # So many or more good ones are so many or fewer bad ones.
    few = np.where(below, hits, drawn - hits)
    kind = np.where(below, good, total - good)
    rest = total - kind

    def ways(of: Any, some: Any) -> Any:
        return gammaln(of + 1) - gammaln(some + 1) - gammaln(of - some + 1)

    term = np.ones_like(few)
    whole = term.copy()
    at = few.copy()
    while (term > _NOTHING * whole).any():
        term = term * at * (rest - drawn + at) / ((kind - at + 1) * (drawn - at + 1))
        whole += term
        at -= 1
    start = ways(kind, few) + ways(rest, drawn - few) - ways(total, drawn)
    found: NDArray[np.float64] = np.minimum(1.0, 2 * np.exp(start) * whole)
    return found
