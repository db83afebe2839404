"""When every part goes one way and the total the other (Simpson 1951)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from course.metrics.comparison.compare import Difference, difference
from course.metrics.errors import MetricsError
from course.metrics.ratings.counting import count_ratings
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.metric import score_by
from course.metrics.score import Score


@dataclass(frozen=True)
class Simpson:
    """The change of the total beside the change of each part.

    Attributes:
        total: Change of all answers together.
        groups: Change of each group that answered both times.
        same_mix: What the total would have changed by, had the shares of the groups stayed as they
            were the first time; the rest of the total's change is the mix.
        only_once: Groups that answered only one of the two times; they are part of the total.
    """

    total: Difference
    groups: Mapping[Any, Difference]
    same_mix: float
    only_once: tuple[Any, ...] = ()

    @property
    def reversed(self) -> bool:
        """Whether all groups moved one way and the total the other."""
        moves = [group.value for group in self.groups.values()]
        return (all(move > 0 for move in moves) and self.total.value < 0) or (
            all(move < 0 for move in moves) and self.total.value > 0
        )

    def __str__(self) -> str:
        """One line for people."""
        digits = self.total.first.decimals
        total = f"{self.total.value:+z,.{digits}f}"
        like = f"with the mix of the first time it would be {self.same_mix:+z,.{digits}f}"
        if not self.reversed:
            return f"The total moved by {total}; {like}"
        ways = ("up", "down") if self.total.value < 0 else ("down", "up")
        return (
            f"Every group went {ways[0]}, yet the total went {ways[1]} by {total}: the mix of "
            f"groups changed; {like}"
        )


def simpson_check(
    metric: Callable[[Histogram], Score], first: Mapping[Any, Any], second: Mapping[Any, Any]
) -> Simpson:
    """Compare two periods as a whole and group by group.

    Args:
        metric: A rating metric, such as ``nps``, or ``functools.partial(ces, high="easy")``.
        first: The ratings of each group in the first period, as ``histograms`` returns them.
        second: The same in the second period.

    Raises:
        MetricsError: If no group has answers both times.

    >>> from course.metrics import csat, Histogram
    >>> may = {"chat": Histogram({5: 80, 1: 20}), "phone": Histogram({5: 5, 1: 5})}
    >>> june = {"chat": Histogram({5: 17, 1: 3}), "phone": Histogram({5: 55, 1: 45})}
    >>> found = simpson_check(csat, may, june)
    >>> found.reversed, round(found.total.value, 1), round(found.same_mix, 1)
    (True, -17.3, 5.0)
    """
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        raise MetricsError(
            "Give the ratings of each group in each period by the group's name, as "
            "histograms(frame, 'stars', by='team') returns them."
        )
    before = {group: count_ratings(ratings) for group, ratings in first.items()}
    after = {group: count_ratings(ratings) for group, ratings in second.items()}
    empty = Histogram({})
    names = dict.fromkeys([*before, *after])
    both = [name for name in names if before.get(name, empty).n and after.get(name, empty).n]
    if not both:
        raise MetricsError("No group has answers in both periods, so nothing can be compared.")
    groups = {
        name: difference(score_by(metric, before[name]), score_by(metric, after[name]))
        for name in both
    }
    weight = sum(group.first.n for group in groups.values())
    same_mix = sum(group.first.n * group.value for group in groups.values()) / weight
    return Simpson(
        total=difference(
            score_by(metric, sum(before.values(), start=empty)),
            score_by(metric, sum(after.values(), start=empty)),
        ),
        groups=groups,
        same_mix=same_mix,
        only_once=tuple(name for name in names if name not in groups),
    )
