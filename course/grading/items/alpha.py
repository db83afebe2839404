"""How steady the exercises measure together: Cronbach's alpha."""

import statistics
from collections.abc import Sequence

from msgspec import Struct

from course.grading.items.answered import Answered
from course.grading.items.first_tries import ENOUGH
from course.metrics.intervals import alpha_interval

FEWEST = 3
"""Exercises below which alpha says nothing."""
MOST_ANSWERED = 0.9
"""The share of trainees who must have answered an exercise for it to be counted."""


class Alpha(Struct, frozen=True, kw_only=True):
    """Cronbach's alpha of some exercises, with its interval."""

    value: float
    low: float
    high: float
    trainees: int
    """Those who answered all of them."""
    exercises: int

    @property
    def sentence(self) -> str:
        """The same in plain words."""
        if self.low >= 0.8:
            said = "The order of trainees would hardly change with other exercises like these."
        elif self.low >= 0.6:
            said = "Good enough to see who needs help; too rough to rank people by."
        elif self.high < 0.6:
            said = "These exercises do not measure one thing: look at each, not at their sum."
        else:
            said = "The interval is wide: read it as a first sign, not as a finding."
        return (
            f"Alpha is {self.value:.2f} ({self.low:.2f} to {self.high:.2f}), from "
            f"{self.trainees} trainees and {self.exercises} exercises. {said}"
        )


def alpha(answered: Answered, *, best: bool = False) -> Alpha | None:
    """Cronbach's alpha (1951, Psychometrika 16:3) of first tries, or of best ones.

    Counted are exercises that nine in ten trainees answered and that did not go alike for all, and
    trainees who answered every one of these: nobody's answer is made up. None where that leaves
    fewer than ten trainees or three exercises.

    Args:
        answered: What the cohort answered.
        best: Whether best tries are looked at instead of first ones.
    """
    columns = [one.best if best else one.first for one in answered.taken]
    enough = MOST_ANSWERED * answered.trainees
    columns = [one for one in columns if sum(value == value for value in one) >= enough]
    rows = [row for row in zip(*columns, strict=True) if all(value == value for value in row)]
    scores = [one for one in zip(*rows, strict=True) if len(set(one)) > 1]
    if len(rows) < ENOUGH or len(scores) < FEWEST:
        return None
    value = of_scores(scores)
    if value is None:
        return None
    low, high = alpha_interval(value, len(rows), len(scores))
    return Alpha(value=value, low=low, high=high, trainees=len(rows), exercises=len(scores))


def of_scores(scores: Sequence[Sequence[float]]) -> float | None:
    """Alpha of the scores at each exercise; None where all sums are alike.

    >>> round(of_scores([[1, 2, 3, 4], [2, 2, 4, 4], [1, 3, 3, 5]]) or 0, 4)
    0.9333
    """
    whole = statistics.pvariance([sum(row) for row in zip(*scores, strict=True)])
    if whole == 0:
        return None
    within = sum(statistics.pvariance(one) for one in scores)
    return float(len(scores) / (len(scores) - 1) * (1 - within / whole))
