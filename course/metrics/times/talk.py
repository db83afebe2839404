"""Hours of talk that orders bring with them, where some callers have to ring again."""

from __future__ import annotations

from course.metrics.errors import MetricsError


def calls_in_all(first: float, again: float) -> float:
    """Calls that so many first calls come to, where a share of all callers rings again each time.

    It is the sum of a geometric series: ``first`` + ``first`` times ``again``, and so on.

    Args:
        first: First calls.
        again: Fraction of calls after which the caller has to ring once more, from 0 and below 1.

    Raises:
        MetricsError: where a number makes no sense.

    >>> calls_in_all(80, 0.2)
    100.0
    """
    if first < 0 or not 0 <= again < 1:
        raise MetricsError(
            f"first is 0 or more and again a fraction from 0 and below 1, not {first!r} and "
            f"{again!r}."
        )
    return first / (1 - again)


def hours_of_talk(first: float, again: float, minutes: float) -> float:
    """Hours on the phone for so many first calls.

    Args:
        first: First calls.
        again: Fraction of calls after which the caller has to ring once more.
        minutes: Minutes a call.

    Raises:
        MetricsError: where a number makes no sense.

    >>> hours_of_talk(80, 0.2, 6)
    10.0
    """
    if minutes < 0:
        raise MetricsError(f"minutes is 0 or more, not {minutes!r}.")
    return calls_in_all(first, again) * minutes / 60
