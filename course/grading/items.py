"""How each exercise did: how hard it was, whether it tells trainees apart, what went wrong most."""

import statistics
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from course.exercises import Scored
from course.grading.marks import ExerciseMarks, TraineeMarks

ENOUGH = 10
"""Trainees below which nothing is said about how well an exercise works."""


class ItemReport(Struct, frozen=True, kw_only=True):
    """What the first tries of a cohort say about one exercise."""

    id: str
    lesson: str
    kind: str
    title: str
    n: int
    """Trainees who answered it."""
    first: float | None
    """Mean share of first tries, 0 to 1; None where nothing is marked."""
    best: float | None
    discrimination: float | None
    """Correlation of the first try with the trainee's other exercises, -1 to 1; None below ten."""
    slip: str
    """The commonest thing that cost marks on a first try; empty where nothing did."""
    slips: int
    """How many trainees it happened to."""
    remarks: tuple[str, ...]
    """Why somebody should look at it; empty where it works."""


def items(cohort: Sequence[TraineeMarks]) -> list[ItemReport]:
    """A report on every exercise, in the order of the course."""
    if not cohort:
        return []
    columns = zip(*(trainee.exercises for trainee in cohort), strict=True)
    return [_item(list(column), cohort) for column in columns]


def _item(column: list[ExerciseMarks], cohort: Sequence[TraineeMarks]) -> ItemReport:
    answered = [one for one in column if one.attempts]
    firsts = [one.first for one in answered if one.first is not None]
    bests = [one.best for one in answered if one.best is not None]
    slips = Counter(slip for one in answered for slip in set(lost(one)))
    slip, count = min(slips.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    first = statistics.fmean(firsts) if firsts else None
    told_apart = _discrimination(column, cohort)
    return ItemReport(
        id=column[0].id,
        lesson=column[0].lesson,
        kind=column[0].kind,
        title=column[0].title,
        n=len(answered),
        first=first,
        best=statistics.fmean(bests) if bests else None,
        discrimination=told_apart,
        slip=slip,
        slips=count,
        remarks=tuple(_remarks(len(firsts), first, told_apart)),
    )


def lost(one: ExerciseMarks) -> list[str]:
    """What cost marks on the first try, in words that two trainees share if they erred alike."""
    result = one.first_result
    if not isinstance(result, Scored):
        return []
    return [part.slip or part.label for part in result.parts if part.earned < part.total]


def _discrimination(column: list[ExerciseMarks], cohort: Sequence[TraineeMarks]) -> float | None:
    pairs: list[tuple[float, float]] = []
    for one, trainee in zip(column, cohort, strict=True):
        rest = [
            other.first for other in trainee.exercises
            if other.id != one.id and other.first is not None
        ]  # fmt: skip
        if one.first is not None and rest:
            pairs.append((one.first, statistics.fmean(rest)))
    if len(pairs) < ENOUGH:
        return None
    here, elsewhere = zip(*pairs, strict=True)
    if len(set(here)) == 1 or len(set(elsewhere)) == 1:
        return None
    return statistics.correlation(here, elsewhere)


def _remarks(n: int, first: float | None, told_apart: float | None) -> list[str]:
    if n < ENOUGH or first is None:
        return []
    said: list[str] = []
    if first > 0.95:
        said.append("Nearly everyone has it right at once. It may be too easy to teach anything.")
    if first < 0.25:
        said.append("Few have it right at first. Check the key, then the wording.")
    if told_apart is not None and told_apart < 0.1:
        said.append("Those who do well elsewhere do no better here. Check what it asks.")
    return said
