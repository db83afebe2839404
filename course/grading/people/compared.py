"""How far two markers agree, line by line of the rubrics."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from course.exercises import Criterion
from course.exercises.agreement import kappa_with_interval
from course.grading.people.records import Mark
from course.grading.people.standing import Standings
from course.metrics.intervals import wilson

ALL = "All lines"
FEWEST = 10
"""With fewer marks the interval of kappa, which rests on large samples, would be made up."""
NO_WIDTH = 1e-6
"""An interval that is narrower has no width but for rounding."""


class LineAgreement(Struct, frozen=True, kw_only=True):
    """How two markers agree on one line of one exercise's rubric."""

    exercise: str
    """Empty for all lines together."""
    criterion: str
    text: str
    n: int
    """How often both gave it points."""
    agreed: int
    share: tuple[float, float]
    """Interval of the share of equal points, 0 to 1 (Wilson, 95 per cent)."""
    kappa: float | None
    """Cohen's kappa, each number of points a mark of its own; None where both gave the same points
    throughout."""
    low: float | None
    """The interval of kappa, 95 per cent; None where there is no kappa, where it is 1 or one of the
    two gave the same points throughout, so that nothing in the marks tells how far off it may be,
    or where there are fewer than `FEWEST`."""
    high: float | None


class Compared(Struct, frozen=True, kw_only=True):
    """How two markers agree."""

    markers: tuple[str, str]
    replies: int
    """How many both have marked."""
    whole: LineAgreement
    lines: tuple[LineAgreement, ...]


def compare(
    standings: Standings, rubrics: Mapping[str, Sequence[Criterion]]
) -> tuple[Compared, ...]:
    """Each pair of markers who marked the same replies, those with most of them first.

    Args:
        standings: All marks.
        rubrics: The rubric of each exercise, in the order of the course.
    """
    both: dict[tuple[str, str], list[tuple[Mark, Mark]]] = {}
    for reply in standings.replies:
        if reply.exercise not in rubrics:
            continue
        given = standings.given(reply)
        for at, one in enumerate(given):
            for other in list(given)[at + 1 :]:
                pair = (min(one, other), max(one, other))
                both.setdefault(pair, []).append((given[pair[0]], given[pair[1]]))
    made = [_compared(pair, marks, rubrics) for pair, marks in both.items()]
    return tuple(sorted((one for one in made if one.whole.n), key=lambda one: -one.replies))


def _compared(
    pair: tuple[str, str],
    marks: Sequence[tuple[Mark, Mark]],
    rubrics: Mapping[str, Sequence[Criterion]],
) -> Compared:
    points: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for one, other in marks:
        mine, theirs = one.points, other.points
        for criterion in mine.keys() & theirs.keys():
            line = points.setdefault((one.exercise, criterion), [])
            line.append((mine[criterion], theirs[criterion]))
    lines = [
        _line(exercise, line.id, line.text, points[exercise, line.id])
        for exercise, rubric in rubrics.items()
        for line in rubric
        if (exercise, line.id) in points
    ]
    whole = _line(
        "", "", ALL, [one for line in lines for one in points[line.exercise, line.criterion]]
    )
    return Compared(markers=pair, replies=len(marks), whole=whole, lines=tuple(lines))


def _line(
    exercise: str, criterion: str, text: str, pairs: Iterable[tuple[float, float]]
) -> LineAgreement:
    counted = Counter(pairs)
    n = counted.total()
    agreed = sum(many for (one, other), many in counted.items() if one == other)
    found = kappa_with_interval(counted) if n else None
    told = found if found and n >= FEWEST and found[2] - found[1] > NO_WIDTH else None
    return LineAgreement(
        exercise=exercise,
        criterion=criterion,
        text=text,
        n=n,
        agreed=agreed,
        share=wilson(agreed, n) if n else (0.0, 1.0),
        kappa=found[0] if found else None,
        low=told[1] if told else None,
        high=told[2] if told else None,
    )
