"""All that a cohort's answers say about its exercises, put together."""

import math
import statistics
from datetime import UTC, tzinfo

from msgspec import Struct

from course.grading.items.alpha import Alpha, alpha
from course.grading.items.answered import Answered, Asked, Column, Taken
from course.grading.items.first_tries import ENOUGH
from course.grading.items.gain import Gain, gain
from course.grading.items.groups import GroupStudy, groups
from course.grading.items.lines import WORDS, LineTaken, lines_taken
from course.grading.items.roads import Roads, roads
from course.grading.items.strong import Strength
from course.grading.items.when import Effect, effects
from course.metrics.intervals import correlation_interval, mean_interval, wilson
from course.scenarios.quote import short

Interval = tuple[float, float]


class ItemStudy(Struct, frozen=True, kw_only=True):
    """What a cohort's answers say about one exercise."""

    asked: Asked
    n: int
    """Trainees who answered it and whose try a rule can call right or not."""
    right: int
    """How many had it right."""
    mean: float | None
    """Mean share of the mark, 0 to 1; None where nothing is marked."""
    mean_interval: Interval | None
    """Its interval by Student's t; None below two trainees."""
    tells_apart: float | None
    """Correlation with the trainee's other exercises, -1 to 1; None below ten trainees."""
    tells_apart_interval: Interval | None
    gain: Gain | None
    lines: tuple[LineTaken, ...]
    roads: Roads | None

    @property
    def right_interval(self) -> Interval | None:
        """The interval of the share that had it right, by Wilson, as fractions."""
        return wilson(self.right, self.n) if self.n else None

    @property
    def findings(self) -> tuple[str, ...]:
        """What somebody should know, in plain words, a sentence each; nothing about few."""
        if self.n < ENOUGH:
            return ()
        said = [one.sentence for one in self.lines if one.tempts_best]
        ends = self.tells_apart_interval
        if ends is not None and ends[1] < 0.1:
            said.append("Those who do well elsewhere do no better here, and that is not chance.")
        if self.roads is not None and self.roads.stayed < self.roads.n:
            said.append(self.roads.sentence)
        idle = [one for one in self.lines if one.idle]
        if idle:
            listed = "; ".join(f"‘{short(one.text, WORDS)}’" for one in idle)
            said.append(f"Nobody of {idle[0].n} took {listed}.")
        return tuple(said)

    @property
    def odd(self) -> bool:
        """Whether the key or the wording should be looked at."""
        ends = self.tells_apart_interval
        low = ends is not None and ends[1] < 0.1
        return self.n >= ENOUGH and (low or any(one.tempts_best for one in self.lines))

    def sentence(self, tries: str = "at first") -> str:
        """How many had it right, in plain words.

        Args:
            tries: Which tries were looked at, in words.
        """
        ends = self.right_interval
        if ends is None:
            return "Nobody has answered it, or a person marks it."
        said = f"{self.right} of {self.n} had it right {tries}"
        if self.n < ENOUGH:
            return f"{said}: too few to say more."
        return f"{said} ({100 * ends[0]:.0f} to {100 * ends[1]:.0f} in 100)."


class Study(Struct, frozen=True, kw_only=True):
    """What a cohort's answers say about its exercises."""

    trainees: int
    best: bool
    """Best tries were looked at instead of first ones; lines and times are those of first tries."""
    alpha: Alpha | None
    items: tuple[ItemStudy, ...]
    effects: tuple[Effect, ...]
    groups: tuple[GroupStudy, ...]

    @property
    def together(self) -> str:
        """How steady the exercises measure, in plain words."""
        if self.alpha is None:
            return (
                "How steadily these exercises measure: too few to say. It takes ten trainees who "
                "answered the same three exercises or more."
            )
        return self.alpha.sentence


def study(answered: Answered, *, best: bool = False, zone: tzinfo | None = UTC) -> Study:
    """All that a cohort's answers say.

    Args:
        answered: What was answered, or a part of it.
        best: Whether best tries are looked at instead of first ones.
        zone: The clock by which it is evening; None for this computer's.
    """
    strength = Strength(answered)
    columns = [_column(one, best) for one in answered.taken]
    sums = [math.fsum(v for v in row if v == v) for row in zip(*columns, strict=True)]
    counts = [sum(v == v for v in row) for row in zip(*columns, strict=True)]
    return Study(
        trainees=answered.trainees,
        best=best,
        alpha=alpha(answered, best=best),
        items=tuple(_item(one, strength, sums, counts, best) for one in answered.taken),
        effects=effects(answered, zone),
        groups=groups(answered, best=best),
    )


def _column(taken: Taken, best: bool) -> Column:
    return taken.best if best else taken.first


def _item(
    taken: Taken, strength: Strength, sums: list[float], counts: list[int], best: bool
) -> ItemStudy:
    known = [one for one in (taken.right if best else taken.first_right) if one == one]
    shares = [one for one in _column(taken, best) if one == one]
    told = _tells_apart(_column(taken, best), sums, counts)
    strong = strength.best(taken) if taken.asked.options else frozenset()
    return ItemStudy(
        asked=taken.asked,
        n=len(known),
        right=int(math.fsum(known)),
        mean=statistics.fmean(shares) if shares else None,
        mean_interval=_interval(shares),
        tells_apart=None if told is None else told[0],
        tells_apart_interval=None if told is None else correlation_interval(*told),
        gain=gain(taken),
        lines=lines_taken(taken, strong),
        roads=roads(taken, strong),
    )


def _interval(shares: list[float]) -> Interval | None:
    if len(shares) < 2:
        return None
    low, high = mean_interval(len(shares), math.fsum(shares), math.fsum(x * x for x in shares))
    return max(0.0, low), min(1.0, high)


def _tells_apart(column: Column, sums: list[float], counts: list[int]) -> tuple[float, int] | None:
    """The correlation with the mean of the same trainees' other exercises, and of how many."""
    pairs = [
        # Rounded, so that equal means are equal though what was taken away differs.
        (share, round((total - share) / (count - 1), 12))
        for share, total, count in zip(column, sums, counts, strict=True)
        if share == share and count > 1
    ]
    here, elsewhere = [one for one, _ in pairs], [other for _, other in pairs]
    if len(pairs) < ENOUGH or len(set(here)) == 1 or len(set(elsewhere)) == 1:
        return None
    return statistics.correlation(here, elsewhere), len(pairs)
