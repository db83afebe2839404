"""Many groups beside each other: which differ, with the number of comparisons in mind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, erfc, sqrt
from typing import Any

from course.metrics.arguments import fraction
from course.metrics.comparison.pooled import check_alike, pool
from course.metrics.intervals import normal_quantile
from course.metrics.score import Score
from course.metrics.tabular import Tabular

INNER, OUTER = 0.95, 0.998
"""Chance keeps so many groups within the two pairs of limits, about 2 and 3 standard errors."""


@dataclass(frozen=True)
class FunnelPoint:
    """One group and the limits within which chance alone keeps a group of its size.

    Attributes:
        group, score: The group and its score.
        low, high: Limits that hold 95 of 100 groups if none differs.
        outer_low, outer_high: Limits that hold 998 of 1,000.
        p: How often chance alone would take a group so far from the centre, as a fraction.
        q: The share of chance among all findings at least as strong, as a fraction (Benjamini and
            Hochberg 1995).
        verdict: ``"higher"`` or ``"lower"`` where ``q`` is small enough, else empty.
    """

    group: Any
    score: Score
    low: float
    high: float
    outer_low: float
    outer_high: float
    p: float
    q: float
    verdict: str


@dataclass(frozen=True)
class Funnel(Tabular):
    """All groups about the score of all answers together, in the order in which they came."""

    centre: float
    points: tuple[FunnelPoint, ...]
    false_discovery: float

    @property
    def found(self) -> tuple[FunnelPoint, ...]:
        """The groups that differ from the centre."""
        return tuple(point for point in self.points if point.verdict)

    def rows(self) -> list[dict[str, Any]]:
        """A row a group: its score, its limits, p, q and the verdict."""
        return [
            {
                "group": point.group,
                "value": point.score.value,
                "n": point.score.n,
                "low": point.low,
                "high": point.high,
                "outer low": point.outer_low,
                "outer high": point.outer_high,
                "p": point.p,
                "q": point.q,
                "verdict": point.verdict,
            }
            for point in self.points
        ]

    def caption(self) -> str:
        """What the rows are."""
        return f"{self.points[0].score.caption()}, around the score of all answers together"

    def footnotes(self) -> tuple[str, ...]:
        """What the comparison says, in words."""
        return (str(self),)

    def __str__(self) -> str:
        """What can be said, in one sentence."""
        first = self.points[0].score
        around = f"{first.metric} around {self.centre:z,.{first.decimals}f}{first.unit}"
        beyond = sum(not p.low <= p.score.value <= p.high for p in self.points)
        expected = (1 - INNER) * len(self.points)
        outside = f"{beyond} of {len(self.points)} groups lie beyond the 95 % limits"
        by_chance = f"chance alone would put about {expected:.0f} there"
        if not self.found:
            return f"{around}: {outside}, {by_chance}; none can be told from chance"
        names = ", ".join(f"{point.group} ({point.verdict})" for point in self.found)
        return (
            f"{around}: {outside}, {by_chance}; look at {names}. Of findings made in this way "
            f"about {100 * self.false_discovery:g} in 100 at most are chance"
        )


def funnel(scores: Mapping[Any, Score], *, false_discovery: float = 0.05) -> Funnel:
    """Compare many groups with all of them together (a funnel plot, Spiegelhalter 2005).

    Fifty equal teams compared one by one nearly always show a 'difference'. Here a group is
    named only where it would still stand out with the number of groups in mind: the rule of
    Benjamini and Hochberg (1995) keeps the share of chance among all groups named at most at
    ``false_discovery``. Where no group differs, that is also how often any is named at all.

    The chance of a rate is exact (binomial, both tails, twice the smaller); that of other scores
    is normal. The centre includes every group, so with few groups a difference looks a little
    smaller than it is.

    Args:
        scores: One score a group, all of the same metric and convention, as ``by=`` gives them.
        false_discovery: Share of chance among the groups named, as a fraction.

    Raises:
        MetricsError: If there are fewer than two groups, or the scores cannot be compared.

    >>> from course.metrics import csat, Histogram
    >>> teams = {name: csat(Histogram({5: 80, 1: 20})) for name in "ABCD"}
    >>> teams["E"] = csat(Histogram({5: 60, 1: 40}))
    >>> [(point.group, point.verdict) for point in funnel(teams).found]
    [('E', 'lower')]
    """
    fraction(false_discovery, "false_discovery", 0.05)
    check_alike(scores, "A comparison of groups needs at least two")
    centre, spread = pool(scores.values())
    chances = [_chance(score, centre, spread) for score in scores.values()]
    points = []
    for (group, score), p, q in zip(
        scores.items(), chances, false_discovery_rates(chances), strict=True
    ):
        low, high = _limits(score, centre, spread, INNER)
        outer_low, outer_high = _limits(score, centre, spread, OUTER)
        verdict = ""
        if q <= false_discovery:
            verdict = "higher" if score.value > centre else "lower"
        points.append(FunnelPoint(group, score, low, high, outer_low, outer_high, p, q, verdict))
    return Funnel(centre, tuple(points), false_discovery)


def false_discovery_rates(chances: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg's adjusted values, in the order of the chances given.

    >>> [round(q, 3) for q in false_discovery_rates([0.01, 0.2, 0.02])]
    [0.03, 0.2, 0.03]
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place], reverse=True)
    found = [1.0] * len(chances)
    least = 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * len(chances) / rank)
        found[place] = least
    return found


def _is_count(score: Score, centre: float) -> bool:
    """Whether the score is hits of ``n``, so that the binomial distribution holds."""
    return score.unit == " %" and score.independent is None and 0 < centre < 100


def _chance(score: Score, centre: float, spread: float) -> float:
    if not _is_count(score, centre):
        error = spread / sqrt(score.weight)
        return erfc(abs(score.value - centre) / error / sqrt(2)) if error else 1.0
    from scipy.special import bdtr, bdtrc

    hits, share = round(score.value * score.n / 100), centre / 100
    at_most = float(bdtr(hits, score.n, share))
    at_least = float(bdtrc(hits - 1, score.n, share)) if hits else 1.0
    return min(1.0, 2 * min(at_most, at_least))


def _limits(score: Score, centre: float, spread: float, level: float) -> tuple[float, float]:
    if not _is_count(score, centre):
        half = normal_quantile(level) * spread / sqrt(score.weight)
        return centre - half, centre + half
    from scipy.special import bdtr, bdtrik

    tail, share = (1 - level) / 2, centre / 100
    ends = []
    for part in (tail, 1 - tail):
        # The fewest hits that a fraction ``part`` of groups does not exceed.
        hits = max(0, ceil(float(bdtrik(part, score.n, share)) - 1e-9) - 1)
        while bdtr(hits, score.n, share) < part:
            hits += 1
        ends.append(100 * hits / score.n)
    return ends[0], ends[1]
