"""Rates: so many of so many, in per cent."""

from __future__ import annotations

from math import sqrt

from course.metrics.intervals import wilson
from course.metrics.score import Score


def rate(
    metric: str,
    hits: int,
    n: int,
    missing: int,
    convention: str,
    confidence: float,
    notes: tuple[str, ...] = (),
    *,
    each: tuple[str, str] = ("customer", "customers"),
    left_out: str = "left out",
) -> Score:
    """Make the score of a rate, with Wilson's interval; ``n`` is at least 1.

    >>> print(rate("Churn", 9, 60, 0, "lost of those at the start", 0.95))
    Churn 15.0 % (8.1 to 26.1), 60 customers, 0 left out
    """
    low, high = wilson(hits, n, confidence)
    share = hits / n
    return Score(
        value=100 * share,
        low=100 * low,
        high=100 * high,
        n=n,
        missing=missing,
        convention=convention,
        metric=metric,
        unit=" %",
        each=each,
        left_out=left_out,
        spread=100 * sqrt(share * (1 - share)),
        confidence=confidence,
        notes=notes,
    )
