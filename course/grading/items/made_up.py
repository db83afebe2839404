"""A small simulated cohort, to look at before anybody has handed in."""

import random
from typing import Any

from course.exercises import Item, Scored, best, check, guess, variant
from course.grading.items.answered import Answered, Taken, empty, of_lesson, picked
from course.lessons import Course
from course.progress.right import is_right

LEARNERS = 24
LESSONS = 2
"""So many lessons are answered: enough to look at, and there at once."""
BEGAN = 1_767_603_600.0
"""9 o'clock on 5 January 2026, UTC."""
EACH = 120.0
"""Seconds from one exercise to the next."""
TEAMS = ("Early shift", "Late shift")


def made_up(course: Course, learners: int = LEARNERS, lessons: int = LESSONS) -> Answered:
    """Simulated learners who differ in what they know, in the first lessons that have exercises.

    Each takes the best answer as often as they are able, and else a guess; their second try is
    abler. The same every time.

    Args:
        course: The content with its keys.
        learners: How many there are.
        lessons: In how many lessons they answer.
    """
    dice = random.Random(5)
    able = [0.35 + 0.6 * dice.random() for _ in range(learners)]
    named = [one for one in course.lessons.values() if len(one)][:lessons]
    taken = [empty(one) for lesson in named for one in of_lesson(lesson, True)]
    items = [item for lesson in named for item in lesson.values()]
    for place, (one, item) in enumerate(zip(taken, items, strict=True)):
        for person, how in enumerate(able):
            at = BEGAN + 3600 * (person % 10) + EACH * place
            _take(one, variant(item, f"made-up-{person}"), how, at, dice)
    return Answered(
        trainees=learners,
        taken=tuple(taken),
        groups={"Team": tuple(TEAMS[person % 2] for person in range(learners))},
    )


def _take(taken: Taken, item: Item, able: float, at: float, dice: random.Random) -> None:
    if item.kind.reviewed:
        # A person marks it, and nobody has.
        taken.add(first=None, best=None, first_right=None, right=None, at=None, said=())
        return
    tries = [_answer(taken, item, able, dice), _answer(taken, item, (1 + able) / 2, dice)]
    results = [check(item, one) for one in tries]
    shares = [one.share if isinstance(one, Scored) else None for one in results]
    rights = [is_right(item, *both) for both in zip(tries, results, strict=True)]
    known = [one for one in shares if one is not None]
    taken.add(
        first=shares[0], best=max(known, default=None), first_right=rights[0],
        right=None if None in rights else any(rights), at=at,
        said=picked(item, tries[0]) if taken.asked.options else (),
    )  # fmt: skip


def _answer(taken: Taken, item: Item, able: float, dice: random.Random) -> Any:
    if dice.random() >= able:
        return guess(item, dice)
    # The best play of a test plan is there without a walk through the whole conversation.
    return list(taken.asked.roads[0]) if taken.asked.roads else best(item)
