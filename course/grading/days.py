"""Days at the desk in what was handed in: the handling mark of the first whole try of each.

The mark is made of what the trainee did. What customers felt, waits and pounds are shown beside it
and never marked. What was played on after a step back is not looked at.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from course.answers import Shift, days
from course.answers.record import Entry
from course.lessons import Course
from course.lessons.conversations import Conversations
from course.metrics import Times
from course.shift import Day, Desk, day_for
from course.shift.again import desk_hash, play_again
from course.shift.fair import NoDay
from course.shift.measure import Figure, measured
from course.shift.policies import PEOPLE, play
from course.shift.rules import clock
from course.shift.worth import worth

NAME = re.compile(r"shift-(-?\d{1,9})")
MOST_DAYS = 50
"""Days of one trainee that are looked at: each is played again."""
MARK = "Handling mark"
BESIDE = ("first come, first served", "fair and planful")
"""Ways of working that stand beside those of a team, for comparison."""
CHANGED = "The course has changed since the day was begun. It is played as the course is now."


class DayMarks(Struct, frozen=True, kw_only=True):
    """One day of one trainee."""

    trainee: str
    name: str
    seed: int
    attempt: int
    """Which try it is, from 1: the first that was played to its end, else the last."""
    attempts: int
    """How many there were."""
    contacts: int = 0
    """How many got in touch; 0 where there is no such day."""
    mark: float | None = None
    """The mean handling mark, 0 to 100; None where no try was played to its end."""
    figures: dict[str, float | None] = {}
    """The dashboard of that day by name: shown, not marked. None for what cannot be worked out."""
    remark: str = ""
    """What stands in the way, and whether the course has changed."""


class DayBook:
    """Marks days. Each desk is drawn once for all trainees."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._desks: dict[int, Desk | str] = {}

    def of(self, trainee: str, name: str, records: Iterable[Entry]) -> Iterator[DayMarks]:
        """The days of one trainee, by seed."""
        found = {
            int(match[1]): history.attempts
            for day, history in days(records).items()
            if (match := NAME.fullmatch(day)) and history.attempts
        }
        for seed in sorted(found)[:MOST_DAYS]:
            tries, desk = found[seed], self._desk(seed)
            one = DayMarks(
                trainee=trainee, name=name, seed=seed, attempt=len(tries), attempts=len(tries)
            )
            yield replace(one, remark=desk) if isinstance(desk, str) else _first(one, desk, tries)

    def beside(self, seed: int) -> tuple[DayMarks, ...]:
        """The same day as others would have worked it."""
        desk = self._desk(seed)
        if isinstance(desk, str):
            return ()
        return tuple(
            _whole(
                DayMarks(trainee="", name=who, seed=seed, attempt=1, attempts=1),
                play(desk, PEOPLE[who])[0],
            )
            for who in BESIDE
        )

    def _desk(self, seed: int) -> Desk | str:
        """The desk of a seed, or why there is none."""
        if seed not in self._desks:
            known = Conversations(self._course)
            try:
                self._desks[seed] = day_for(seed, known.names, known)
            except NoDay as error:
                self._desks[seed] = str(error)
        return self._desks[seed]


def _first(one: DayMarks, desk: Desk, tries: tuple[Shift, ...]) -> DayMarks:
    """The first whole try; where there is none, what is to be said of the last."""
    unfinished = one
    for number, tried in enumerate(tries, 1):
        again = play_again(desk, tried.log)
        said = [CHANGED] if tried.content != desk_hash(desk) else []
        if again.day.over and again.stopped is None:
            return _whole(replace(one, attempt=number, remark=" ".join(said)), again.day)
        at = clock(desk.rules, again.day.clock)
        said.append(
            f"It stops at {at}, where what was done next cannot be done any more."
            if again.stopped
            else f"It was left at {at}."
        )
        unfinished = replace(
            one, attempt=number, contacts=len(desk.contacts), remark=" ".join(said)
        )
    return unfinished


def _whole(one: DayMarks, day: Day) -> DayMarks:
    figures = {figure.name: _value(figure) for figure in measured(day) if figure.name != MARK}
    return replace(one, contacts=len(day.standings), mark=worth(day), figures=figures)


def _value(figure: Figure) -> float | None:
    """The number alone: a day is too short for its interval to be compared."""
    if isinstance(figure.score, Times):
        return figure.score.median_with_open
    return None if figure.score is None else figure.score.value
