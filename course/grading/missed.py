"""What a cohort missed most on first tries: what there is to talk about when all meet again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from course.exercises import Item, Scored
from course.grading.marks import ExerciseMarks, TraineeMarks
from course.grading.quoted import IN_LIST, quoted
from course.lessons import Objective
from course.progress import FirstTries

MOST = 3
"""Objectives that are named: as many as one meeting has time for."""
MOST_TEXTS = 3
"""Texts quoted for each."""
MOST_KEPT = 200
"""Different texts of one exercise that are counted; those after them are not looked at."""

How = Literal["chose", "said", "left out", "went wrong with"]


class Tempting(Struct, frozen=True, kw_only=True):
    """What cost marks most often at one exercise."""

    how: How
    text: str
    reason: str
    """What the course says to it."""
    times: int
    """So many trainees did it on their first try."""


class Wrote(Struct, frozen=True, kw_only=True):
    """Words of trainees. Nobody is named."""

    text: str
    times: int
    """So many wrote just this."""


class Missed(Struct, frozen=True, kw_only=True):
    """One objective that a cohort missed, and the exercise where it did most."""

    objective: str
    text: str
    tries: FirstTries
    """Of all trainees, at all assigned exercises that train it."""
    exercise: str
    title: str
    lesson: str
    missed: int
    """Trainees whose first try at the exercise was not right."""
    answered: int
    """Trainees whose first try at it was marked."""
    tempting: Tempting | None
    """None where nothing tells more than that it was not right."""
    wrote: tuple[Wrote, ...] = ()
    """Where the first try was not right, or a person reads it: the commonest first."""
    wrote_in: str = ""
    """The title of the exercise they were written in; empty where there are none."""


class MissedTally:
    """First tries at what was assigned, added up one trainee at a time, so that none need be kept.

    Args:
        found: The exercises by their ids, with keys.
        objectives: What the course teaches, by id; empty where it does not say.
    """

    def __init__(self, found: Mapping[str, Item], objectives: Mapping[str, Objective]) -> None:
        self._found, self._objectives = found, objectives
        self._seen: dict[str, _Seen] = {}

    def add(self, trainee: TraineeMarks) -> None:
        """Counts one trainee."""
        for one in trainee.assigned:
            if one.attempts:
                seen = self._seen.setdefault(one.id, _Seen(one, self._found[one.id]))
                seen.add(one)

    def most(self) -> tuple[Missed, ...]:
        """The objectives missed most, the weakest first; one that was always right is none.

        One miss in one try says less than three in three: see `FirstTries.sureness`. No exercise
        is named twice: who talks about it once has talked about it.
        """
        by_objective: dict[str, list[_Seen]] = {}
        for seen in self._seen.values():
            for name in seen.item.exercise.covers:
                by_objective.setdefault(name, []).append(seen)
        made = [
            _missed(self._objectives[name], several)
            for name, several in by_objective.items()
            if name in self._objectives and any(one.missed for one in several)
        ]
        weakest: dict[str, Missed] = {}
        for one in sorted(made, key=lambda one: one.tries.sureness):
            weakest.setdefault(one.exercise, one)
        return tuple(weakest.values())[:MOST]


class _Seen:
    """The first tries of all trainees at one exercise."""

    def __init__(self, about: ExerciseMarks, item: Item) -> None:
        self.item, self.title, self.lesson = item, about.title, about.lesson
        self.right = self.missed = 0
        self.lost: Counter[tuple[How, str]] = Counter()
        self.reasons: dict[str, str] = {}
        self.lines: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        """Lines said in conversations that went well, and in those that did not."""
        self.wrote: Counter[str] = Counter()

    @property
    def tries(self) -> FirstTries:
        return FirstTries(right=self.right, tried=self.right + self.missed)

    def add(self, one: ExerciseMarks) -> None:
        right = one.first_right
        self.right += right is True
        self.missed += right is False
        if right is not None and self.item.kind.scenario is not None:
            self.lines[right].update(set(one.first_answer))
        elif right is False:
            self._lose(one.first_result)
        if right is False:
            self._write([line.line for line in one.first_typed])
        elif right is None and self.item.kind.reviewed:
            self._write([one.first_answer])

    def tempting(self) -> Tempting | None:
        if self.item.kind.scenario is not None:
            return self._line()
        (how, text), times = min(
            self.lost.items(), key=lambda pair: (-pair[1], pair[0]), default=(("chose", ""), 0)
        )
        if not times:
            return None
        return Tempting(how=how, text=text, reason=self.reasons[text], times=times)

    def texts(self) -> tuple[Wrote, ...]:
        return tuple(Wrote(text=text, times=n) for text, n in self.wrote.most_common(MOST_TEXTS))

    def _lose(self, result: Any) -> None:
        if not isinstance(result, Scored):
            return
        lost = {}
        for part in result.parts:
            if part.earned < part.total or part.earned < 0:
                text = part.label if part.missed else part.slip or part.label
                lost[self._how(missed=part.missed), text] = part.reason
        self.lost.update(lost.keys())
        for (_, text), reason in lost.items():
            self.reasons.setdefault(text, reason)

    def _how(self, *, missed: bool) -> How:
        if missed:
            return "left out"
        return "chose" if self.item.kind.options is not None else "went wrong with"

    def _line(self) -> Tempting | None:
        """The line that tells conversations that went badly from those that went well."""
        well, badly = self.lines[True], self.lines[False]

        def tells(choice: str) -> float:
            return badly[choice] / self.missed - well[choice] / max(self.right, 1)

        choice = max(sorted(badly), key=tells, default=None)
        if choice is None or tells(choice) <= 0:
            return None
        assert self.item.kind.scenario is not None
        scenario = self.item.kind.scenario(self.item.exercise, self.item.key)
        said = {one.id: one for moment in scenario.moments for one in moment.choices}
        if choice not in said:
            return None
        note = said[choice].note
        reason = f"{note.heard} {note.why}" if note else ""
        times = badly[choice] + well[choice]
        return Tempting(how="said", text=said[choice].text, reason=reason, times=times)

    def _write(self, texts: Sequence[str]) -> None:
        for text in texts:
            words = quoted(" ".join(text.split()), IN_LIST)
            if words and (words in self.wrote or len(self.wrote) < MOST_KEPT):
                self.wrote[words] += 1


def _missed(objective: Objective, several: Sequence[_Seen]) -> Missed:
    tries = [one.tries for one in several]
    worst = min((one for one in several if one.missed), key=lambda one: one.tries.sureness)
    # Words from the exercise itself say most; else from another that trains the same.
    wrote = next((one for one in (worst, *several) if one.wrote), None)
    return Missed(
        objective=objective.id,
        text=objective.text,
        tries=FirstTries(
            right=sum(one.right for one in tries), tried=sum(one.tried for one in tries)
        ),
        exercise=worst.item.id,
        title=worst.title,
        lesson=worst.lesson,
        missed=worst.missed,
        answered=worst.tries.tried,
        tempting=worst.tempting(),
        wrote=wrote.texts() if wrote else (),
        wrote_in=wrote.title if wrote else "",
    )
