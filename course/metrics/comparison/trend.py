"""A score over time, with the limits within which chance alone moves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from course.metrics.arguments import is_whole, shown
from course.metrics.comparison.pooled import check_alike, pool
from course.metrics.errors import MetricsError
from course.metrics.score import Score
from course.metrics.tabular import Tabular

RUN = 8
"""So many periods in a row on one side of the centre are a sign of a shift."""


@dataclass(frozen=True)
class Point:
    """One period: its score, its own control limits, and what is remarkable about it.

    ``signal`` is ``"above"`` or ``"below"`` for a score outside its limits, ``"shift"`` for
    the eighth and later of a run on one side of the centre, and empty otherwise.
    """

    period: Any
    score: Score
    low: float
    high: float
    signal: str


@dataclass(frozen=True)
class Trend(Tabular):
    """Scores in order of time about their common centre.

    ``centre`` is the score of all answers of the base periods together, and ``spread`` the
    standard deviation of one answer about it.
    """

    centre: float
    spread: float
    points: tuple[Point, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A row a period: its score, its limits and its signal."""
        return [
            {
                "period": point.period,
                "value": point.score.value,
                "n": point.score.n,
                "lower limit": point.low,
                "upper limit": point.high,
                "signal": point.signal,
            }
            for point in self.points
        ]

    def caption(self) -> str:
        """What the rows are."""
        return f"{self.points[0].score.caption()}, with limits of three standard errors"

    @property
    def signals(self) -> tuple[Point, ...]:
        """The periods that stand out."""
        return tuple(point for point in self.points if point.signal)

    def __str__(self) -> str:
        """One line for people."""
        first = self.points[0].score
        around = f"{first.metric} around {self.centre:z,.{first.decimals}f}{first.unit}"
        if not self.signals:
            return f"{around} over {len(self.points)} periods: nothing that chance would not do"
        signs = ", ".join(
            f"{point.period} ({point.score.value:z,.{first.decimals}f}, {point.signal})"
            for point in self.signals
        )
        return f"{around} over {len(self.points)} periods: look at {signs}"


def trend(scores: Mapping[Any, Score], *, base: int | None = None) -> Trend:
    """Draw control limits about a row of scores (Shewhart chart, three standard errors).

    Each period has limits of its own, wide where it has few answers. A score inside them is
    no news, however it moved from the period before.

    Args:
        scores: One score a period, in order of time, all of the same metric and convention.
        base: How many of the first periods make the centre and the limits, such as those before a
            change; by default all.

    Raises:
        MetricsError: If there are fewer than two periods, the scores cannot be compared, or they do
            not know the spread of a single answer.

    >>> from course.metrics import csat, Histogram
    >>> months = {month: csat(Histogram({5: 80, 1: 20})) for month in ("Jan", "Feb", "Mar")}
    >>> months["Apr"] = csat(Histogram({5: 60, 1: 40}))
    >>> print(trend(months, base=3))
    CSAT around 80.0 % over 4 periods: look at Apr (60.0, below)
    """
    check_alike(scores, "A trend needs at least two periods")
    if base is not None and (not is_whole(base) or not 1 <= base <= len(scores)):
        raise MetricsError(
            f"base is a number of periods from 1 to {len(scores)}, not {shown(base)}."
        )
    centre, spread = pool(list(scores.values())[:base])
    points: list[Point] = []
    run = side = 0
    for period, score in scores.items():
        reach = 3 * spread / sqrt(score.weight)
        here = (score.value > centre) - (score.value < centre)
        run = run + 1 if here and here == side else abs(here)
        side = here
        signal = ""
        if abs(score.value - centre) > reach:
            signal = "above" if here > 0 else "below"
        elif run >= RUN:
            signal = "shift"
        points.append(Point(period, score, centre - reach, centre + reach, signal))
    return Trend(centre, spread, tuple(points))
