"""Exercises that come back in a later lesson: the same trainees' first tries, then and now."""

import statistics
from collections.abc import Iterable, Sequence

from msgspec import Struct

from course.grading.marks import ExerciseMarks, TraineeMarks


class ReturnReport(Struct, frozen=True, kw_only=True):
    """What the first tries of those who answered both exercises say."""

    id: str
    """The exercise that comes back to the earlier one."""
    title: str
    lesson: str
    earlier: str
    earlier_title: str
    n: int
    """Trainees with a marked first try at both."""
    then: float | None
    """Mean share of their first tries at the earlier one, 0 to 1; None where nobody has both."""
    now: float | None
    better: int
    """How many did better on the later one."""
    worse: int


class ReturnTally:
    """First tries at exercises that come back, added up one trainee at a time."""

    def __init__(self) -> None:
        self._shown: list[tuple[ExerciseMarks, ExerciseMarks]] = []
        self._pairs: list[list[tuple[float, float]]] = []

    def add(self, trainee: TraineeMarks) -> None:
        """Counts one trainee."""
        by_id = {one.id: one for one in trainee.exercises}
        both = [(by_id[one.returns], one) for one in trainee.exercises if one.returns in by_id]
        if not self._shown:
            self._shown, self._pairs = both, [[] for _ in both]
        for pairs, (then, now) in zip(self._pairs, both, strict=True):
            if then.first is not None and now.first is not None:
                pairs.append((then.first, now.first))

    def reports(self) -> list[ReturnReport]:
        """A report on every exercise that comes back, in the order of the course."""
        return [_report(*both, pairs) for both, pairs in zip(self._shown, self._pairs, strict=True)]


def returns(cohort: Iterable[TraineeMarks]) -> list[ReturnReport]:
    """A report on every exercise that comes back to an earlier one, in the order of the course."""
    tally = ReturnTally()
    for trainee in cohort:
        tally.add(trainee)
    return tally.reports()


def _report(
    earlier: ExerciseMarks, later: ExerciseMarks, pairs: Sequence[tuple[float, float]]
) -> ReturnReport:
    # Shares are sums of floats; less than this is no difference.
    steps = [now - then for then, now in pairs if abs(now - then) > 0.005]
    return ReturnReport(
        id=later.id,
        title=later.title,
        lesson=later.lesson,
        earlier=earlier.id,
        earlier_title=earlier.title,
        n=len(pairs),
        then=statistics.fmean(then for then, _ in pairs) if pairs else None,
        now=statistics.fmean(now for _, now in pairs) if pairs else None,
        better=sum(step > 0 for step in steps),
        worse=sum(step < 0 for step in steps),
    )
