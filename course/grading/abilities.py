"""What one trainee can do, what slips, and what to practise, from the marks of first tries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from course.exercises import Item, Part, Scored
from course.grading.marks import ExerciseMarks
from course.lessons import Objective
from course.progress import Ability, FirstTries

MOST_CAN = 5
"""Sentences on what somebody can do that are said."""
MOST_SLIPS = 3
SURE = 0.5
"""How sure first tries must be, by `FirstTries.sureness`, to say that somebody can do it."""


class Example(Struct, frozen=True, kw_only=True):
    """The first mistake of a first try."""

    exercise: ExerciseMarks
    part: Part


class Slipping(Struct, frozen=True, kw_only=True):
    """An objective that slips."""

    ability: Ability
    example: Example | None
    """None where nothing that was answered says what went wrong."""


class Outlook(Struct, frozen=True, kw_only=True):
    """What a page for a trainee begins with."""

    can: tuple[Ability, ...]
    """The surest first."""
    slips: tuple[Slipping, ...]
    """The weakest first, three at most."""
    practise: tuple[ExerciseMarks, ...]
    """Three exercises at most: one for each that slips, then what is still to be done."""


def outlook(
    exercises: Sequence[ExerciseMarks],
    found: Mapping[str, Item],
    objectives: Mapping[str, Objective],
) -> Outlook:
    """What first tries say of a trainee, objective by objective.

    One that was always right does not slip. The weakest are found as on the trainee's own page: one
    miss in one try says less than three in three.

    Args:
        exercises: What one trainee did.
        found: The exercises by their ids.
        objectives: What the course teaches, by id; empty where it does not say.
    """
    by_objective = covering(exercises, found)
    abilities = [
        made
        for one in objectives.values()
        if (made := _ability(one, by_objective.get(one.id, ()))) is not None
    ]
    sure = [one for one in abilities if one.tries.right and one.tries.sureness > SURE]
    missed = [one for one in abilities if one.tries.right < one.tries.tried]
    weakest = sorted(missed, key=lambda one: one.tries.sureness)[:MOST_SLIPS]
    slipping = {one.objective for one in weakest}
    can = [one for one in sure if one.objective not in slipping]
    return Outlook(
        can=tuple(sorted(can, key=lambda one: one.tries.sureness, reverse=True)[:MOST_CAN]),
        slips=tuple(
            Slipping(ability=one, example=_example(by_objective[one.objective])) for one in weakest
        ),
        practise=tuple(_practise([by_objective[one.objective] for one in weakest], exercises)),
    )


def covering(
    exercises: Iterable[ExerciseMarks], found: Mapping[str, Item]
) -> dict[str, list[ExerciseMarks]]:
    """What was done on the exercises of each objective, in the order of the course."""
    made: dict[str, list[ExerciseMarks]] = {}
    for one in exercises:
        for objective in found[one.id].exercise.covers:
            made.setdefault(objective, []).append(one)
    return made


def first_mistake(one: ExerciseMarks) -> Part | None:
    """What cost marks first on the first try; None where nothing did, or no rule marks it."""
    result = one.first_result
    if not isinstance(result, Scored):
        return None
    lost = [part for part in result.parts if part.earned < part.total or part.earned < 0]
    # What was said or chosen tells more than what was left out.
    return min(lost, key=lambda part: part.missed, default=None)


def _ability(objective: Objective, exercises: Iterable[ExerciseMarks]) -> Ability | None:
    right = [one.first_right for one in exercises if one.first_right is not None]
    if not right:
        return None
    tries = FirstTries(right=sum(right), tried=len(right))
    return Ability(objective=objective.id, text=objective.text, did=objective.did, tries=tries)


def _example(exercises: Iterable[ExerciseMarks]) -> Example | None:
    for one in exercises:
        part = first_mistake(one) if one.first_right is False else None
        if part is not None:
            return Example(exercise=one, part=part)
    return None


def _practise(
    slipping: Iterable[Sequence[ExerciseMarks]], exercises: Sequence[ExerciseMarks]
) -> Iterator[ExerciseMarks]:
    chosen: set[str] = set()
    rest = [one for one in exercises if one.assigned]
    # Of each objective one exercise; then what is open or not right yet, as the course has it.
    for several in (*slipping, *([one] for one in rest)):
        best = min(several, key=_urgency)
        if best.id not in chosen and _urgency(best) < RIGHT and len(chosen) < MOST_SLIPS:
            chosen.add(best.id)
            yield best


RIGHT = 3


def _urgency(one: ExerciseMarks) -> int:
    """What is to be practised first: what is not right yet, what is open, what was right late."""
    if one.state in ("left out", "no key here") or one.awaits:
        return RIGHT
    if one.right is False:
        return 0
    if not one.attempts:
        return 1
    return 2 if one.first_right is False else RIGHT
