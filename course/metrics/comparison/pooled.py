"""Scores that are compared with their common centre: made alike, and pooled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import sqrt
from typing import Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.score import Score


def check_alike(scores: Mapping[Any, Score], few: str) -> None:
    """Refuse fewer than two scores, and scores made differently; ``few`` begins the sentence."""
    if not isinstance(scores, Mapping) or not all(isinstance(s, Score) for s in scores.values()):
        raise MetricsError(
            f"Give scores by name, such as csat(frame, rating='stars', by='team'), not "
            f"{shown(scores)}."
        )
    if len(scores) < 2:
        raise MetricsError(f"{few}, not {len(scores)}.")
    for one, other in pairwise(scores.values()):
        if (one.metric, one.convention) != (other.metric, other.convention):
            raise MetricsError(
                f"All need the same metric and convention: {one.metric} ({one.convention}) and "
                f"{other.metric} ({other.convention}) do not go together."
            )


def pool(scores: Iterable[Score]) -> tuple[float, float]:
    """The score of all answers together, and the spread of one answer about it."""
    scores = list(scores)
    n = sum(score.weight for score in scores)
    centre = sum(score.weight * score.value for score in scores) / n
    squares = 0.0
    for score in scores:
        if score.spread is None:
            raise MetricsError(
                f"{score.metric} does not know the spread of a single answer, so it has no limits."
            )
        # Spread within the group, and of the group about the centre.
        squares += score.weight * (score.spread**2 + (score.value - centre) ** 2)
    return centre, sqrt(squares / n)
