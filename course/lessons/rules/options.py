"""Whether the right option can be told without reading it."""

from collections.abc import Iterator, Sequence

from course.exercises.choice import Choice, ChoiceKey
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.drafts import Draft, ExerciseDraft, LessonDraft

UNLIKELY = 0.05
"""How rarely chance alone may bring about what is called a pattern."""
MUCH_LONGER = 1.4


def _choices(draft: Draft, lesson: LessonDraft) -> list[ExerciseDraft]:
    return [
        one
        for one in draft.exercises
        if one.lesson == lesson.lesson.id
        and isinstance(one.item.exercise, Choice)
        and isinstance(one.item.key, ChoiceKey)
        and len(one.item.exercise.options) >= 3
    ]


def _right(one: ExerciseDraft) -> set[str]:
    return {name for name, worth in one.item.key.worth.items() if worth >= 1}


def chance_of(chances: Sequence[float], at_least: int) -> float:
    """How likely that many of several independent things are, each with a chance of its own.

    >>> round(chance_of([0.5, 0.5], 2), 3)
    0.25
    """
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[n] if n < len(spread) else 0) * (1 - chance)
            + (spread[n - 1] * chance if n else 0)
            for n in range(len(spread) + 1)
        ]
    return sum(spread[at_least:])


def longest_is_right(draft: Draft) -> Iterator[Diagnostic]:
    """CC040: over a lesson, the longest option is right, or the shortest, more than by chance."""
    for lesson in draft.lessons:
        judged = _choices(draft, lesson)
        chances = [len(_right(one)) / len(one.item.exercise.options) for one in judged]
        for word, extreme in (("longest", max), ("shortest", min)):
            hits = sum(
                extreme(one.item.exercise.options, key=lambda option: len(option.text)).id
                in _right(one)
                for one in judged
            )
            if judged and chance_of(chances, hits) < UNLIKELY:
                yield lesson.at(
                    "CC040", "exercises",
                    f"the {word} option is right in {hits} of {len(judged)} questions",
                    "even out the lengths until they tell nothing", "warning",
                )  # fmt: skip


def much_longer(draft: Draft) -> Iterator[Diagnostic]:
    """CC041: one right option is much longer than every wrong one."""
    for lesson in draft.lessons:
        for one in _choices(draft, lesson):
            right = _right(one)
            options = one.item.exercise.options
            wrong = [len(option.text) for option in options if option.id not in right]
            for option in options:
                if option.id in right and wrong and len(option.text) > MUCH_LONGER * max(wrong):
                    yield one.at(
                        "CC041", f"options.{option.id}",
                        f"the right option '{option.id}' has {len(option.text)} letters, the "
                        f"longest wrong one {max(wrong)}",
                        "make another as long, or this one shorter", "warning",
                    )  # fmt: skip


def same_place(draft: Draft) -> Iterator[Diagnostic]:
    """CC042: over a lesson, the right option stands at the same place more than by chance."""
    for lesson in draft.lessons:
        judged = [one for one in _choices(draft, lesson) if len(_right(one)) == 1]
        places = [
            next(
                n for n, option in enumerate(one.item.exercise.options) if option.id in _right(one)
            )
            for one in judged
        ]
        for place in sorted(set(places)):
            chances = [
                1 / len(one.item.exercise.options)
                for one in judged
                if place < len(one.item.exercise.options)
            ]
            # Every place is looked at, so each gets its part of what may come by chance.
            if chance_of(chances, places.count(place)) < UNLIKELY / 4:
                yield lesson.at(
                    "CC042", "exercises",
                    f"the right option is number {place + 1} in {places.count(place)} of "
                    f"{len(judged)} questions",
                    "move it about; not every reader sees options shuffled", "warning",
                )  # fmt: skip
