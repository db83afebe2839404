"""Differences between groups of a cohort, where there are enough people to say anything."""

import math
from collections.abc import Sequence

from msgspec import Struct

from course.grading.items.answered import Answered, Taken
from course.grading.items.first_tries import ENOUGH
from course.metrics import Difference, difference
from course.metrics.rates import rate

MOST_GROUPS = 12
"""A column with more groups than that tells people apart rather than groups."""


class Apart(Struct, frozen=True, kw_only=True):
    """An exercise that one group gets right more often, or more seldom, than all others."""

    exercise: str
    title: str
    group: str
    right: int
    n: int
    others_right: int
    others: int
    points: float
    """The group less the others, in percentage points."""
    low: float
    high: float
    """The interval, wide enough for all that were compared."""

    @property
    def sentence(self) -> str:
        """The same in plain words."""
        return (
            f"{self.title}: {self.right} of {self.n} in ‘{self.group}’ had it right, and "
            f"{self.others_right} of the other {self.others} ({self.low:+.0f} to {self.high:+.0f} "
            "points)."
        )


class GroupStudy(Struct, frozen=True, kw_only=True):
    """What the groups in one column differ in."""

    column: str
    sizes: dict[str, int]
    """How many trainees are in each."""
    compared: int
    """How many comparisons were made; the intervals allow for all of them."""
    apart: tuple[Apart, ...]
    """What is more than chance, the widest apart first."""

    @property
    def sentence(self) -> str:
        """The finding in plain words."""
        if not self.compared:
            return (
                f"{self.column}: too few to say. A group needs {ENOUGH} trainees, and so do all "
                "others together."
            )
        if not self.apart:
            return (
                f"{self.column}: of {self.compared} comparisons, none is further apart than chance "
                "brings."
            )
        return (
            f"{self.column}: of {self.compared} comparisons, {len(self.apart)} "
            f"{'is' if len(self.apart) == 1 else 'are'} further apart than chance brings. Ask what "
            "the group was taught, and how the exercise is worded, before you ask who they are."
        )


def groups(answered: Answered, *, best: bool = False) -> tuple[GroupStudy, ...]:
    """Each group against all others at each exercise, for every column of groups.

    The interval of a difference of two rates (Newcombe, 1998), at a confidence that allows for
    the number of comparisons (Bonferroni): with forty of them, two would stand apart by chance
    at 95 %.

    Args:
        answered: What the cohort answered.
        best: Whether best tries are looked at instead of first ones.
    """
    return tuple(_study(answered, column, best) for column in answered.groups)


def _study(answered: Answered, column: str, best: bool) -> GroupStudy:
    each = answered.groups[column]
    names = sorted({one for one in each if one})
    # Of two groups, one against the other says all.
    pairs = names[:1] if len(names) == 2 else names if len(names) <= MOST_GROUPS else []
    found = [
        (taken, name, counts)
        for taken in answered.taken
        for name in pairs
        if (counts := _counts(taken, each, name, best)) is not None
    ]
    level = 1 - 0.05 / max(1, len(found))
    apart = [
        one for taken, name, counts in found
        if (one := _apart(taken, name, counts, level)) is not None
    ]  # fmt: skip
    return GroupStudy(
        column=column,
        sizes={name: sum(one == name for one in each) for name in names},
        compared=len(found),
        apart=tuple(sorted(apart, key=lambda one: -abs(one.points))),
    )


def _counts(
    taken: Taken, each: Sequence[str], name: str, best: bool
) -> tuple[int, int, int, int] | None:
    """Right and all, in the group and outside; None where either is too small."""
    there: list[float] = []
    others: list[float] = []
    for group, right in zip(each, taken.right if best else taken.first_right, strict=True):
        if group and right == right:
            (there if group == name else others).append(right)
    if min(len(there), len(others)) < ENOUGH:
        return None
    return int(math.fsum(there)), len(there), int(math.fsum(others)), len(others)


def _apart(
    taken: Taken, name: str, counts: tuple[int, int, int, int], level: float
) -> Apart | None:
    right, n, others_right, others = counts
    found = _difference(others_right, others, right, n, level)
    if not found.beyond_chance:
        return None
    return Apart(
        exercise=taken.asked.id, title=taken.asked.title, group=name, right=right, n=n,
        others_right=others_right, others=others, points=found.value, low=found.low,
        high=found.high,
    )  # fmt: skip


def _difference(hits: int, n: int, other_hits: int, other_n: int, level: float) -> Difference:
    """The second rate less the first."""
    words = ("trainee", "trainees")
    return difference(
        rate("Right", hits, n, 0, "fully right", level, each=words),
        rate("Right", other_hits, other_n, 0, "fully right", level, each=words),
    )
