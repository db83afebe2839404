"""Exercises that come back in a later lesson: the same trainees' first tries, then and now."""

import statistics
from collections.abc import Sequence

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


def returns(cohort: Sequence[TraineeMarks]) -> list[ReturnReport]:
    """A report on every exercise that comes back to an earlier one, in the order of the course."""
    if not cohort:
        return []
    columns = list(zip(*(trainee.exercises for trainee in cohort), strict=True))
    by_id = {column[0].id: column for column in columns}
    return [
        _report(by_id[column[0].returns], column)
        for column in columns
        if column[0].returns in by_id
    ]


def _report(earlier: Sequence[ExerciseMarks], later: Sequence[ExerciseMarks]) -> ReturnReport:
    pairs = [
        (then.first, now.first)
        for then, now in zip(earlier, later, strict=True)
        if then.first is not None and now.first is not None
    ]
    # Shares are sums of floats; less than this is no difference.
    steps = [now - then for then, now in pairs if abs(now - then) > 0.005]
    return ReturnReport(
        id=later[0].id,
        title=later[0].title,
        lesson=later[0].lesson,
        earlier=earlier[0].id,
        earlier_title=earlier[0].title,
        n=len(pairs),
        then=statistics.fmean(then for then, _ in pairs) if pairs else None,
        now=statistics.fmean(now for _, now in pairs) if pairs else None,
        better=sum(step > 0 for step in steps),
        worse=sum(step < 0 for step in steps),
    )
