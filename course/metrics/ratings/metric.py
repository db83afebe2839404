"""A rating metric that the caller hands over."""

from __future__ import annotations

from typing import Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.ratings.histogram import Histogram
from course.metrics.score import Score

_WORDS = "metric is a rating metric such as nps, or functools.partial(ces, high='easy')"


def score_by(metric: Any, answers: Histogram) -> Score:
    """Call a metric, and make sure that a score comes of it.

    Raises:
        MetricsError: As the metric does, or if it is none.
    """
    if not callable(metric):
        raise MetricsError(f"{_WORDS}, not {shown(metric)}.")
    try:
        score = metric(answers)
    except MetricsError:
        raise
    except (TypeError, ValueError, AttributeError) as error:
        raise MetricsError(f"{_WORDS}; calling {shown(metric)} failed: {error}.") from None
    if not isinstance(score, Score):
        raise MetricsError(f"{_WORDS}; {shown(metric)} made no score.")
    return score
