"""A score week by week: limits that fit the number of answers, and lasting shifts.

Two things are looked for. A week stands out if chance alone would give its answers less than
once in so many weeks (exact binomial for a share, as on a p chart). A shift is a week from which
on the answers differ from those before by more than chance does (exact test of two shares).
Both are so strict that a file in which nothing happened shows a sign in about 2 of 100.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.exports.figures.tails import (
    hits_at,
    normal_two_sided,
    share_changed,
)
from course.exports.words import figure, spoken
from course.metrics.intervals import normal_quantile

if TYPE_CHECKING:
    from course.metrics import Histogram, Score

FEWEST_ANSWERS, FEWEST_OTHERS = 10, 20
"""A week with fewer answers has no limits and no sign; twice as many for what is no share."""
FEWEST_WEEKS = 8
MANY = 300
"""From so many answers a week on, weeks differ by more than chance: limits are Laney's."""
_SPREAD = 1.3
"""So many times the spread of chance is more than chance, whatever the answers."""
_WEEK, _SHIFT = 0.02, 0.08
"""How often a quiet file would show a week outside, and a shift, if all tests were apart. Those of
a shift share nearly all of their answers, so it is seen in about 2 files of 100."""
_MEAN_RANGE = 1.128
"""The mean range of two draws, in standard deviations."""


class ScoreWeek(Struct, frozen=True):
    """One week from Monday; no limits where too few answered."""

    start: date
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    signal: str = ""
    """`above` or `below` the limits, `shift` from a lasting change on, or empty."""


class Level(Struct, frozen=True):
    """Weeks that chance alone sets apart, and their score together."""

    start: date
    value: float
    n: int


class ScoreWeeks(Struct, frozen=True):
    """All weeks with answers."""

    metric: str
    unit: str
    decimals: int
    points: tuple[ScoreWeek, ...]
    levels: tuple[Level, ...]
    """One, or one more for each lasting shift."""
    limits: str
    """How the limits were made."""

    @property
    def centre(self) -> float:
        """The score of the latest level."""
        return self.levels[-1].value

    @property
    def signals(self) -> tuple[ScoreWeek, ...]:
        """The weeks that stand out."""
        return tuple(point for point in self.points if point.signal)

    def __str__(self) -> str:
        """One line for people."""
        shown = [f"{figure(one.value, self.decimals)}{self.unit}" for one in self.levels]
        judged = sum(point.low is not None for point in self.points)
        said = [
            f"from the week of {spoken(level.start)} on {after}, before that {before}"
            for level, (before, after) in zip(self.levels[1:], pairwise(shown), strict=True)
        ]
        out = [point for point in self.points if point.signal in ("above", "below")]
        if out:
            weeks = ", ".join(
                f"{spoken(one.start)} ({figure(one.value, self.decimals)}, {one.signal})"
                for one in out[:4]
            )
            more = f" and {len(out) - 4} more" if len(out) > 4 else ""
            said.append(f"outside the limits: {weeks}{more}")
        around = f"{self.metric} around {shown[0]} over {judged} weeks"
        if not said:
            return f"{around}: nothing that chance would not do"
        return f"{self.metric} over {judged} weeks: {'; '.join(said)}"


def score_weeks(
    weeks: Mapping[date, Histogram],
    metric: Callable[[Histogram], Score],
    top: tuple[int, int] | None = None,
) -> ScoreWeeks | None:
    """Find weeks outside the limits and lasting shifts; None where too few weeks have answers.

    Args:
        weeks: The answers of each week, by its Monday.
        metric: How answers are scored.
        top: The lowest and the highest answer that count, where the score is their share.

    >>> from datetime import timedelta
    >>> from course.metrics import Histogram, csat
    >>> days = [date(2026, 1, 5) + timedelta(weeks=one) for one in range(16)]
    >>> good, bad = Histogram({5: 80, 1: 20}), Histogram({5: 60, 1: 40})
    >>> print(score_weeks(dict(zip(days, [good] * 12 + [bad] * 4)), csat, (4, 5)))
    CSAT over 16 weeks: from the week of 30 March 2026 on 60.0 %, before that 80.0 %
    """
    there = {day: found for day, found in sorted(weeks.items()) if found.n}
    fewest = FEWEST_ANSWERS if top else FEWEST_OTHERS
    judged = [day for day, found in there.items() if found.n >= fewest]
    if len(judged) < FEWEST_WEEKS:
        return None
    answers = [there[day] for day in judged]
    scores = {day: metric(found) for day, found in there.items()}
    chart = _Chart(answers, [scores[day] for day in judged], top)
    starts = _levels(chart, 0, len(judged))
    limits: dict[date, tuple[float, float, str]] = {}
    levels = []
    for first, last in pairwise([*starts, len(judged)]):
        whole = metric(_sum(answers[first:last]))
        levels.append(Level(judged[first], whole.value, whole.n))
        for place in range(first, last):
            low, high = chart.limits(place, first, last)
            value = scores[judged[place]].value
            signal = "above" if value > high else "below" if value < low else ""
            limits[judged[place]] = low, high, signal or ("shift" if first else "")
    one = scores[judged[0]]
    points = [
        ScoreWeek(day, score.value, score.n, *limits.get(day, ())) for day, score in scores.items()
    ]
    return ScoreWeeks(one.metric, one.unit, one.decimals, tuple(points), tuple(levels), chart.said)


class _Chart:
    """The weeks with enough answers: sizes, and either hits or a score with its spread."""

    def __init__(
        self, answers: list[Histogram], scores: list[Score], top: tuple[int, int] | None
    ) -> None:
        import numpy as np

        self.weeks = len(answers)
        self.n = np.array([one.n for one in answers], dtype=float)
        self.values = np.array([one.value for one in scores])
        self.hits = np.array([one.between(*top) for one in answers]) if top else None
        # Spread within the weeks; between them it would hide what is looked for.
        squares = [one.n * (one.spread or 0.0) ** 2 for one in scores]
        self.spread = sqrt(sum(squares) / (self.n - 1).sum())
        self.more = self._more()
        kind = "are exact binomial ones" if top else "come from the spread of single answers"
        if self.more > 1:
            kind = f"are Laney's, {self.more:.1f} times as wide as chance alone would make them"
        self.said = (
            f"weeks from Monday; limits {kind}, for {self.weeks} weeks at once; no limits under "
            f"{FEWEST_ANSWERS if top else FEWEST_OTHERS} answers"
        )

    def _more(self) -> float:
        """How many times as much as chance the weeks differ, from one to the next."""
        import numpy as np

        if not self.spread:
            return 1.0
        deviations = (self.values - self._pooled(0, self.weeks)) / (self.spread / np.sqrt(self.n))
        found = float(np.abs(np.diff(deviations)).mean() / _MEAN_RANGE)
        return found if found > 1 and (self.n.mean() >= MANY or found > _SPREAD) else 1.0

    def _pooled(self, first: int, last: int) -> Any:
        n = self.n[first:last]
        return (n * self.values[first:last]).sum() / n.sum()

    def limits(self, place: int, first: int, last: int) -> tuple[float, float]:
        """Within what chance alone keeps one week, about the level that it belongs to."""
        tail = _WEEK / self.weeks / 2
        n, centre = self.n[place], self._pooled(first, last)
        if self.hits is not None and self.more == 1:
            low, high = (hits_at(part, n, centre / 100) / n * 100 for part in (tail, 1 - tail))
            return float(low), float(high)
        reach = normal_quantile(1 - 2 * tail) * self.more * self.spread / sqrt(n)
        return float(centre - reach), float(centre + reach)

    def split(self, first: int, last: int) -> int | None:
        """The week from which on the level is another one; None where chance may do it."""
        import numpy as np

        if last - first < 2:
            return None
        before = np.cumsum(self.n[first:last])[:-1]
        after = self.n[first:last].sum() - before
        if self.hits is not None and self.more == 1:
            hits = np.cumsum(self.hits[first:last])
            chance = share_changed(hits[:-1], before, hits[-1], self.n[first:last].sum())
        else:
            sums = np.cumsum(self.n[first:last] * self.values[first:last])
            apart = sums[:-1] / before - (sums[-1] - sums[:-1]) / after
            error = self.more * max(self.spread, 1e-9) * np.sqrt(1 / before + 1 / after)
            chance = normal_two_sided(apart / error)
        best = int(np.argmin(chance))
        return first + best + 1 if chance[best] < _SHIFT / (self.weeks - 1) else None


def _levels(chart: _Chart, first: int, last: int) -> list[int]:
    """Where each level begins, split after split."""
    at = chart.split(first, last)
    return [first] if at is None else [*_levels(chart, first, at), *_levels(chart, at, last)]


def _sum(answers: list[Histogram]) -> Histogram:
    whole = answers[0]
    for one in answers[1:]:
        whole = whole + one
    return whole
