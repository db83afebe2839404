"""The scale of a question: its lowest and its highest answer."""

from __future__ import annotations

from course.metrics.arguments import is_whole, shown
from course.metrics.errors import MetricsError


def checked_scale(scale: tuple[int, int]) -> tuple[int, int]:
    """Refuse what is no lowest and highest answer."""
    try:
        lowest, highest = scale
    except (TypeError, ValueError):
        raise MetricsError(
            f"A scale is two whole numbers such as (1, 5), not {shown(scale)}."
        ) from None
    if not is_whole(lowest) or not is_whole(highest) or lowest >= highest:
        raise MetricsError(
            f"A scale is the lowest and the highest answer, such as (1, 5), not {shown(scale)}."
        )
    return int(lowest), int(highest)
