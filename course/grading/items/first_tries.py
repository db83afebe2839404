"""How each exercise did: how hard it was, whether it tells trainees apart, what went wrong most."""

import math
import statistics
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

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


class Column:
    """The first and best tries of a cohort at one exercise."""

    def __init__(self, about: ExerciseMarks) -> None:
        self.about = about
        self.answered = 0
        self.firsts, self.bests = array("d"), array("d")
        self.slips: Counter[str] = Counter()
        self.here, self.elsewhere = array("d"), array("d")
        """First tries here, and the mean of the same trainees' first tries elsewhere."""

    def add(self, one: ExerciseMarks, elsewhere: float | None) -> None:
        """Counts one trainee, with the mean of the first tries at all other exercises."""
        if one.attempts:
            self.answered += 1
            self.slips.update(set(lost(one)))
            if one.best is not None:
                self.bests.append(one.best)
        if one.first is not None:
            self.firsts.append(one.first)
            if elsewhere is not None:
                self.here.append(one.first)
                self.elsewhere.append(elsewhere)

    def report(self) -> ItemReport:
        """What they say about the exercise."""
        slip, count = min(self.slips.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
        first = statistics.fmean(self.firsts) if self.firsts else None
        told_apart = _discrimination(self.here, self.elsewhere)
        return ItemReport(
            id=self.about.id,
            lesson=self.about.lesson,
            kind=self.about.kind,
            title=self.about.title,
            n=self.answered,
            first=first,
            best=statistics.fmean(self.bests) if self.bests else None,
            discrimination=told_apart,
            slip=slip,
            slips=count,
            remarks=tuple(_remarks(len(self.firsts), first, told_apart)),
        )


class ItemTally:
    """How each exercise did, added up one trainee at a time, so that none need be kept."""

    def __init__(self) -> None:
        self._columns: list[Column] = []

    def add(self, trainee: TraineeMarks) -> None:
        """Counts one trainee."""
        if not self._columns:
            self._columns = [Column(one) for one in trainee.exercises]
        firsts = [one.first for one in trainee.exercises if one.first is not None]
        total, others = math.fsum(firsts), len(firsts) - 1
        for column, one in zip(self._columns, trainee.exercises, strict=True):
            # Rounded, so that equal means are equal though what was taken away differs.
            mean = round((total - (one.first or 0.0)) / others, 12) if others > 0 else None
            column.add(one, mean)

    def reports(self) -> list[ItemReport]:
        """A report on every exercise, in the order of the course."""
        return [column.report() for column in self._columns]


def items(cohort: Iterable[TraineeMarks]) -> list[ItemReport]:
    """A report on every exercise, in the order of the course."""
    tally = ItemTally()
    for trainee in cohort:
        tally.add(trainee)
    return tally.reports()


def lost(one: ExerciseMarks) -> list[str]:
    """What cost marks on the first try, in words that two trainees share if they erred alike."""
    result = one.first_result
    if not isinstance(result, Scored):
        return []
    return [part.slip or part.label for part in result.parts if part.earned < part.total]


def _discrimination(here: Sequence[float], elsewhere: Sequence[float]) -> float | None:
    if len(here) < ENOUGH or len(set(here)) == 1 or len(set(elsewhere)) == 1:
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
