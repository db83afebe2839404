"""When things were answered: late in a lesson, late in a sitting, in the evening.

The trainee is the unit: each is compared with themselves, on exercises whose own difficulty is
taken away where others did them at another time.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from course.grading.items.answered import Answered
from course.grading.items.first_tries import ENOUGH
from course.metrics.intervals import mean_interval

PAUSE = 30 * 60
"""Seconds between two first tries after which another sitting begins."""
EARLY, LATE = 20 * 60, 45 * 60
"""Up to so many seconds it is early in a sitting; from so many on, late."""
EVENING = range(18, 24)
"""Hours of the evening, by the clock that is asked for."""
EACH = 3
"""First tries that a trainee needs on either side to be compared with themselves."""

LESSON, SITTING, DAY = "lesson", "sitting", "evening"


class Effect(Struct, frozen=True, kw_only=True):
    """How much first tries differ between two times, in parts of the mark."""

    kind: str
    """`lesson`, `sitting` or `evening`."""
    n: int
    """Trainees who have enough first tries at both times."""
    value: float = 0.0
    """The later time less the earlier, -1 to 1."""
    low: float = 0.0
    high: float = 0.0

    @property
    def enough(self) -> bool:
        """Whether there are enough trainees to say anything."""
        return self.n >= ENOUGH

    @property
    def sentence(self) -> str:
        """The finding in plain words."""
        when, caution = SAID[self.kind]
        if not self.enough:
            return f"{when}: too few to say ({self.n} trainees have first tries at both times)."
        points, low, high = (100 * one for one in (self.value, self.low, self.high))
        if low <= 0 <= high:
            said = "no difference that is more than chance"
        else:
            said = (
                f"first tries were {abs(points):.0f} points {'better' if points > 0 else 'worse'}"
            )
        return f"{when}: {said} ({low:+.0f} to {high:+.0f} of 100, {self.n} trainees). {caution}"


SAID = {
    LESSON: (
        "In the last third of a lesson, against its first third",
        "Later exercises are other exercises: this is what came late, not lateness alone.",
    ),
    SITTING: (
        "After 45 minutes in one sitting, against the first 20",
        "Each exercise is compared with how others did on it.",
    ),
    DAY: (
        "From 18:00, against earlier in the day",
        "People choose their hours: this says who works when as much as what it does.",
    ),
}


class FirstTry(NamedTuple):
    """One trainee's first try at one exercise."""

    at: float
    share: float
    beyond: float
    """How much better it was than the others' mean at the same exercise."""
    third: int
    """In which third of its lesson the exercise stands: 0, 1 or 2."""


def effects(answered: Answered, zone: tzinfo | None = UTC) -> tuple[Effect, ...]:
    """What the place in the lesson, the time in a sitting and the time of day go with.

    Args:
        answered: What the cohort answered.
        zone: The clock by which it is evening; None for this computer's.
    """
    each = _first_tries(answered)
    return (
        _effect(LESSON, each, _late_in_lesson, lambda one: one.share),
        _effect(SITTING, each, _late_in_sitting, lambda one: one.beyond),
        _effect(DAY, each, lambda tries: _in_the_evening(tries, zone), lambda one: one.beyond),
    )


def _first_tries(answered: Answered) -> list[list[FirstTry]]:
    """The first tries of each trainee, by time."""
    each: list[list[FirstTry]] = [[] for _ in range(answered.trainees)]
    of_lesson: dict[str, int] = {}
    for taken in answered.taken:
        of_lesson[taken.asked.lesson] = of_lesson.get(taken.asked.lesson, 0) + 1
    place: dict[str, int] = {}
    for taken in answered.taken:
        lesson = taken.asked.lesson
        third = 3 * place.get(lesson, 0) // of_lesson[lesson]
        place[lesson] = place.get(lesson, 0) + 1
        known = [one for one in taken.first if one == one]
        total = math.fsum(known)
        for at, (share, when) in enumerate(zip(taken.first, taken.at, strict=True)):
            if share == share and when == when and len(known) > 1:
                others = (total - share) / (len(known) - 1)
                each[at].append(FirstTry(when, share, share - others, third))
    return [sorted(tries) for tries in each]


def _effect(
    kind: str,
    each: Iterable[Sequence[FirstTry]],
    late: Callable[[Sequence[FirstTry]], list[bool | None]],
    of: Callable[[FirstTry], float],
) -> Effect:
    steps: list[float] = []
    for tries in each:
        sides: dict[bool, list[float]] = {True: [], False: []}
        for one, is_late in zip(tries, late(tries), strict=True):
            if is_late is not None:
                sides[is_late].append(of(one))
        if min(map(len, sides.values())) >= EACH:
            steps.append(_mean(sides[True]) - _mean(sides[False]))
    if len(steps) < ENOUGH:
        return Effect(kind=kind, n=len(steps))
    total = math.fsum(steps)
    low, high = mean_interval(len(steps), total, math.fsum(one * one for one in steps))
    return Effect(kind=kind, n=len(steps), value=total / len(steps), low=low, high=high)


def _late_in_lesson(tries: Sequence[FirstTry]) -> list[bool | None]:
    return [{0: False, 2: True}.get(one.third) for one in tries]


def _late_in_sitting(tries: Sequence[FirstTry]) -> list[bool | None]:
    found: list[bool | None] = []
    began = tries[0].at if tries else 0.0
    for before, one in pairwise((*tries[:1], *tries)):
        if one.at - before.at > PAUSE:
            began = one.at
        since = one.at - began
        found.append(True if since >= LATE else False if since <= EARLY else None)
    return found


def _in_the_evening(tries: Sequence[FirstTry], zone: tzinfo | None) -> list[bool | None]:
    return [datetime.fromtimestamp(one.at, UTC).astimezone(zone).hour in EVENING for one in tries]


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
