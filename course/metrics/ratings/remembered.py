"""What somebody may remember of a contact: the plain average, and the peak-end rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Remembered:
    """Two guesses, on the scale of the marks.

    Attributes:
        average: The mean of all marks.
        peak_end: Halfway between the strongest moment, here the lowest mark, and the last mark.
    """

    average: float
    peak_end: float


def remembered(marks: Sequence[float]) -> Remembered:
    """What two rules of thumb guess of equally long moments, each with a mark, in their order.

    The peak-end rule is that of Kahneman, Fredrickson, Schreiber and Redelmeier (1993), for
    something unpleasant: the strongest moment is the worst one. The plain average guesses about as
    well (Alaybek and others, 2022, a meta-analysis).

    Args:
        marks: How each moment was, high marks for good ones.

    Raises:
        MetricsError: where there is no mark.

    >>> remembered([5, 4, 3, 3, 8])
    Remembered(average=4.6, peak_end=5.5)
    """
    if not marks:
        raise MetricsError("A contact has at least one moment with a mark.")
    return Remembered(
        average=sum(marks) / len(marks),
        peak_end=(min(marks) + marks[-1]) / 2,
    )
