"""From answers in any shape to a score, or to one a group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from course.metrics.errors import MetricsError
from course.metrics.groups import By, Groups, by_group, roles_of
from course.metrics.ratings.answer import Answer
from course.metrics.ratings.counting import count_ratings, histograms
from course.metrics.ratings.histogram import Histogram
from course.metrics.score import Score


def scored(
    ratings: Any,
    rating: str | None,
    by: By | None,
    cluster: str | None,
    weight: str | None,
    answer: Answer,
    score: Callable[[Histogram], Score],
    confidence: float,
) -> Score | Groups[Score]:
    """Score answers; the frame is counted once for all groups.

    ``score`` makes the score of answers that weigh alike and are nobody's twice; with
    ``cluster`` or ``weight`` only its checks and its notes are used.
    """
    if rating is None:
        if by is not None or cluster is not None or weight is not None:
            raise MetricsError(
                "by, cluster and weight are columns of a frame: give the frame, and say with "
                "rating= which column holds the answers."
            )
        return score(count_ratings(ratings))
    groups = roles_of(by, ratings)
    counts = histograms(ratings, rating, list(groups.values()))
    if cluster is None and weight is None:
        return by_group(by, groups, counts, score)
    from course.metrics.ratings.clusters import Sums, clustered, sums_of

    sums = sums_of(ratings, rating, groups, cluster, weight, answer)
    parts: Mapping[tuple[Any, ...], tuple[Histogram, Sums | None]] = {
        group: (counted, sums.get(group)) for group, counted in counts.items()
    }

    def clustered_score(part: tuple[Histogram, Sums | None]) -> Score:
        counted, found = part
        return clustered(score(counted), answer, found, cluster, weight, confidence)

    return by_group(by, groups, parts, clustered_score)
