"""How long things last when some have not ended yet."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import Any, Literal

from course.metrics.errors import MetricsError
from course.metrics.moments import Moment
from course.metrics.words import counted


@dataclass(frozen=True)
class Survival:
    """A Kaplan-Meier curve: the share still going on after each length of time.

    Attributes:
        times: The lengths at which something ended or was last seen, rising.
        share, low, high: Share still going on just after each of them, with its interval (log-log),
            as fractions.
        n, ended: How many were followed, and how many of them came to an end; the others are
            censored: it is known only that they lasted at least so long.
        missing: How many had to be left out; ``notes`` says why.
        unit: Unit of the times.
    """

    times: tuple[float, ...]
    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    n: int
    ended: int
    missing: int = 0
    unit: str = "days"
    convention: str = "Kaplan-Meier, log-log interval"
    notes: tuple[str, ...] = ()

    @property
    def censored(self) -> int:
        """How many had not ended when they were last seen."""
        return self.n - self.ended

    def after(self, time: float) -> float:
        """Share still going on after a length of time, as a fraction.

        >>> round(kaplan_meier([1, 2, 3, 4], [True, True, False, True]).after(2), 3)
        0.5
        """
        share = 1.0
        for moment, left in zip(self.times, self.share, strict=True):
            if moment > time:
                break
            share = left
        return share

    def time_until(self, share: float) -> float | None:
        """The time by which the share still going on has fallen to ``share``.

        ``None`` if it never falls so far. Where the curve runs level exactly at ``share``, the
        middle of that stretch, so that the median of complete data is the usual one.
        """
        return _time_until(self.times, self.share, share)

    @property
    def median(self) -> float | None:
        """The time by which half have ended; ``None`` if fewer than half ever do."""
        return self.time_until(0.5)

    @property
    def median_interval(self) -> tuple[float | None, float | None]:
        """Interval of the median (Brookmeyer and Crowley 1982): where the band crosses a half."""
        return _first_below(self.times, self.low, 0.5), _first_below(self.times, self.high, 0.5)

    def __str__(self) -> str:
        """One line for people."""
        half = "not reached" if self.median is None else f"{self.median:,.1f} {self.unit}"
        parts = [
            f"Half have left after: {half}; {self.n:,} followed, {self.ended:,} left, "
            f"{self.censored:,} still there, {self.missing:,} left out",
            *self.notes,
        ]
        return "; ".join(parts)


def kaplan_meier(
    durations: Any, ended: Any, *, unit: str = "days", confidence: float = 0.95
) -> Survival:
    """Estimate the curve from how long each lasted and whether it ended.

    Args:
        durations: How long each was followed, at least 0, in ``unit``.
        ended: Whether it ended then (true) or was merely last seen then (false).
        unit: Name of the unit.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If there is nothing to follow, the two differ in length, or a duration is
            negative or no finite number.

    >>> curve = kaplan_meier([6, 6, 6, 7, 10], [True, True, False, True, False])
    >>> curve.times, [round(share, 2) for share in curve.share]
    ((6.0, 7.0, 10.0), [0.6, 0.3, 0.3])
    >>> curve.median
    7.0
    """
    import numpy as np
    from scipy.stats import CensoredData, ecdf

    lengths = np.asarray(durations, dtype=float)
    over = np.asarray(ended, dtype=bool)
    if lengths.ndim != 1 or lengths.shape != over.shape or not lengths.size:
        raise MetricsError(
            f"Give one duration and one true or false for each, and at least one: "
            f"{lengths.size:,} and {over.size:,} came."
        )
    wrong = ~np.isfinite(lengths) | (lengths < 0)
    if wrong.any():
        raise MetricsError(
            f"{int(wrong.sum()):,} of {lengths.size:,} durations are negative or no number, for "
            f"example {lengths[wrong][0]}. Leave them out, and say so.",
            value=float(lengths[wrong][0]),
            rows=int(wrong.sum()),
        )
    if not over.any():
        times = np.unique(lengths)
        share = low = high = np.ones(times.size)
    else:
        curve = ecdf(CensoredData.right_censored(lengths, ~over)).sf
        with warnings.catch_warnings():
            # scipy warns of the undefined ends that are closed below.
            warnings.simplefilter("ignore", RuntimeWarning)
            band: Any = curve.confidence_interval(confidence, method="log-log")
        times, share = curve.quantiles, curve.probabilities
        # At a share of 1 or 0 the band is undefined; there it closes on the curve.
        low = np.where(np.isnan(band.low.probabilities), share, band.low.probabilities)
        high = np.where(np.isnan(band.high.probabilities), share, band.high.probabilities)
    return Survival(
        times=tuple(times.tolist()),
        share=tuple(share.tolist()),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        n=lengths.size,
        ended=int(over.sum()),
        unit=unit,
    )


def survival(
    customers: Any,
    *,
    joined: str,
    left: str,
    customer: str | None = None,
    until: Moment | None = None,
    zone: str | None = None,
    unit: Literal["hours", "days"] = "days",
    confidence: float = 0.95,
) -> Survival:
    """Estimate how long customers stay, when many are still there (Kaplan and Meier 1958).

    A customer without a date of leaving is still there and counts as having stayed at least
    until ``until``. Averaging only those who left would make customers look short-lived.

    Args:
        customers: A frame of any engine with one row a customer.
        joined: Column with the date of joining.
        left: Column with the date of leaving, blank while the customer is there.
        customer: Column that names the customer, where one customer has several rows: the first
            joining and the last leaving count.
        until: When the records end; by default the latest date in the two columns.
        zone: Zone of times that were written without one.
        unit: Unit of the result.
        confidence: Confidence of the intervals, as a fraction.

    Raises:
        MetricsError: If a column is missing or holds no dates, or no customer is left to follow.

    >>> import pandas as pd
    >>> base = pd.DataFrame({
    ...     "joined": pd.to_datetime(["2025-01-01"] * 4),
    ...     "left": pd.to_datetime(["2025-01-11", "2025-01-31", None, None]),
    ... })
    >>> print(survival(base, joined="joined", left="left", until=pd.Timestamp("2025-03-02")))
    Half have left after: 30.0 days; 4 followed, 2 left, 2 still there, 0 left out; the times \
have no zone and are read as one clock
    """
    from course.metrics.times.following import SECONDS, follow

    if unit not in SECONDS:
        raise MetricsError(f"unit is 'hours' or 'days', not {unit!r}.")
    case = follow(customers, joined, left, name=customer, until=until, zone=zone, verb="left")
    if not case.ended.size:
        raise MetricsError(
            f"Of {counted(case.rows, 'row')} none can be followed"
            + "".join(f", {note}" for note in case.notes)
            + ". Check the columns and the period.",
            column=joined,
            rows=case.rows,
        )
    curve = kaplan_meier(
        case.seconds() / SECONDS[unit], case.ended, unit=unit, confidence=confidence
    )
    return replace(curve, missing=case.missing, notes=case.notes)


_NEARLY = 1e-9  # shares are products of fractions, so 'exactly a half' is off by rounding


def _first_below(times: tuple[float, ...], shares: tuple[float, ...], level: float) -> float | None:
    for time, share in zip(times, shares, strict=True):
        if share <= level + _NEARLY:
            return time
    return None


def _time_until(times: tuple[float, ...], shares: tuple[float, ...], level: float) -> float | None:
    first = _first_below(times, shares, level)
    if first is None:
        return None
    below = _first_below(times, shares, level - 3 * _NEARLY)
    reached = shares[times.index(first)]
    if below is None or below == first or abs(reached - level) > _NEARLY:
        return first
    return (first + below) / 2
