"""From the first try to the best: what practice with feedback brought."""

import math

from msgspec import Struct

from course.grading.items.answered import Taken
from course.grading.items.first_tries import ENOUGH
from course.metrics.intervals import mean_interval, wilson


class Gain(Struct, frozen=True, kw_only=True):
    """First and best tries of the same trainees at one exercise."""

    n: int
    """Trainees with both."""
    mean: float
    """By how much of the mark the best try lies above the first, 0 to 1."""
    low: float
    high: float
    """Its interval, by Student's t for pairs."""
    missed: int
    """Who did not get it right at first."""
    mended: int
    """How many of these did in the end."""

    @property
    def mended_interval(self) -> tuple[float, float] | None:
        """The interval of the share that got it right in the end; None where nobody missed it."""
        return wilson(self.mended, self.missed) if self.missed else None

    @property
    def sentence(self) -> str:
        """The same in plain words; empty where nobody missed it."""
        if not self.missed:
            return ""
        ends = self.mended_interval
        assert ends is not None
        few = " That is too few to say more." if self.missed < ENOUGH else _between(ends)
        return f"Of the {self.missed} who missed it at first, {self.mended} had it in the end.{few}"


def gain(taken: Taken) -> Gain | None:
    """What the best tries brought; None where fewer than two trainees have both."""
    steps = [
        best - first
        for first, best in zip(taken.first, taken.best, strict=True)
        if first == first and best == best
    ]
    if len(steps) < 2:
        return None
    total = math.fsum(steps)
    low, high = mean_interval(len(steps), total, math.fsum(one * one for one in steps))
    missed = [right for first, right in zip(taken.first_right, taken.right, strict=True)
              if first == 0]  # fmt: skip
    return Gain(
        n=len(steps),
        mean=total / len(steps),
        low=max(-1.0, low),
        high=min(1.0, high),
        missed=len(missed),
        mended=sum(one == 1 for one in missed),
    )


def _between(ends: tuple[float, float]) -> str:
    low, high = ends
    return f" With other trainees it could be {100 * low:.0f} to {100 * high:.0f} in 100."
