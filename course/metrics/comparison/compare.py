"""Is the difference of two scores more than chance?"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.score import FEW, Score
from course.metrics.tabular import Single


@dataclass(frozen=True)
class Difference(Single):
    """The second score less the first, with its interval and a plain verdict.

    Attributes:
        value, low, high: The difference and its interval, in the unit of the scores; for rates
            these are percentage points.
        first, second: The scores compared.
    """

    value: float
    low: float
    high: float
    first: Score
    second: Score

    def rows(self) -> list[dict[str, Any]]:
        """One row: the difference, the two scores, and the verdict."""
        return [
            {
                "metric": self.first.metric,
                "first": self.first.value,
                "second": self.second.value,
                "difference": self.value,
                "low": self.low,
                "high": self.high,
                "verdict": self.verdict,
            }
        ]

    def caption(self) -> str:
        """What was compared."""
        return f"Difference of {self.first.caption()}"

    @property
    def beyond_chance(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    @property
    def verdict(self) -> str:
        """What can be said, in a few words."""
        if min(self.first.n, self.second.n) < FEW:
            return f"too few to tell (under {FEW})"
        if not self.beyond_chance:
            return "could be chance"
        return "higher, more than chance" if self.value > 0 else "lower, more than chance"

    def __str__(self) -> str:
        """One line for people."""
        digits = self.first.decimals
        unit = " points" if self.first.unit == " %" else self.first.unit
        value, low, high = (f"{x:+z,.{digits}f}" for x in (self.value, self.low, self.high))
        return f"{self.first.metric} {value}{unit} ({low} to {high}): {self.verdict}"


def difference(first: Score, second: Score) -> Difference:
    """Compare two groups or two periods that have no answer in common.

    The interval is built from the two intervals by 'squaring and adding' (Newcombe 1998 for
    rates; Zou and Donner 2008 in general), so it keeps what is good in them: it is not
    symmetric near the ends of a scale and has a width even if all answers are alike.

    Raises:
        MetricsError: If the two are different metrics, or were made under different conventions or
            confidences: their difference would mean nothing.

    >>> from course.metrics import csat, Histogram
    >>> march, april = Histogram({5: 60, 1: 40}), Histogram({5: 66, 1: 34})
    >>> print(difference(csat(march), csat(april)))
    CSAT +6.0 points (-7.3 to +19.0): could be chance
    """
    for score in (first, second):
        if not isinstance(score, Score):
            raise MetricsError(f"Give two scores, such as csat(march), not {shown(score)}.")
    for what, one, other in (
        ("metrics", first.metric, second.metric),
        ("conventions", first.convention, second.convention),
        ("confidences", first.confidence, second.confidence),
    ):
        if one != other:
            raise MetricsError(
                f"These scores cannot be compared, their {what} differ: {one!r} and {other!r}. "
                "Work both out in the same way first."
            )
    value = second.value - first.value
    return Difference(
        value=value,
        low=value - hypot(second.value - second.low, first.high - first.value),
        high=value + hypot(second.high - second.value, first.value - first.low),
        first=first,
        second=second,
    )
