"""Whether the right option can be told without reading it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from course.codes import rule
from course.exercises import Options
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.drafts import Draft, ExerciseDraft, LessonDraft

UNLIKELY = 0.05
"""How rarely chance alone may bring about what is called a pattern."""
MUCH_LONGER = 1.4


class Question(NamedTuple):
    """An exercise that has options to pick, and those options."""

    draft: ExerciseDraft
    options: Options


class Group(NamedTuple):
    """Questions that are judged together: those of one lesson, or of the whole course."""

    questions: list[Options]
    at: Callable[[str, str, str], Diagnostic]
    """Makes a finding of a code, a problem and a mend."""


def _groups(draft: Draft) -> Iterator[Group]:
    """Every lesson, and all of them: what a lesson is too short to show, a course may."""
    every: list[Options] = []
    for lesson in draft.lessons:
        questions = [one.options for one in _questions(draft, lesson)]
        every += questions
        yield Group(questions, partial(_in_lesson, lesson))
    yield Group(every, partial(_in_course, draft))


def _in_lesson(lesson: LessonDraft, code: str, problem: str, mend: str) -> Diagnostic:
    return lesson.at(code, 1, problem, mend)


def _in_course(draft: Draft, code: str, problem: str, mend: str) -> Diagnostic:
    return Diagnostic(
        code=code, file=draft.course.folder.name, line=1,
        problem=f"over all lessons, {problem}", mend=mend,
    )  # fmt: skip


def _questions(draft: Draft, lesson: LessonDraft) -> Iterator[Question]:
    """The questions of a lesson that fit their key, with enough options to make a pattern."""
    for one in draft.exercises:
        item = one.item
        if one.lesson == lesson.lesson.id and item.kind.options and item.key is not None:
            options = item.kind.options(item.exercise, item.key)
            known = {option.id for option in options.listed}
            # A right one that is not there is found elsewhere, and makes no pattern.
            if len(options.listed) >= 3 and options.right <= known:
                yield Question(one, options)


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


@rule("CC040")
def longest_is_right(draft: Draft) -> Iterator[Diagnostic]:
    """Over a lesson or the course, the longest or shortest option is right too often."""
    for questions, at in _groups(draft):
        chances = [len(one.right) / len(one.listed) for one in questions]
        for word, extreme in (("longest", max), ("shortest", min)):
            hits = sum(
                extreme(one.listed, key=lambda option: len(option.text)).id in one.right
                for one in questions
            )
            if chance_of(chances, hits) < UNLIKELY:
                yield at(
                    "CC040",
                    f"the {word} option is right in {hits} of {len(questions)} questions",
                    "even out the lengths until they tell nothing",
                )


@rule("CC041")
def much_longer(draft: Draft) -> Iterator[Diagnostic]:
    """One right option is much longer than every wrong one."""
    for lesson in draft.lessons:
        for one, (place, options, right) in _questions(draft, lesson):
            wrong = [len(option.text) for option in options if option.id not in right]
            for option in options:
                if option.id in right and wrong and len(option.text) > MUCH_LONGER * max(wrong):
                    yield one.at(
                        "CC041", f"{place}.{option.id}",
                        f"the right option '{option.id}' has {len(option.text)} letters, the "
                        f"longest wrong one {max(wrong)}",
                        "make another as long, or this one shorter",
                    )  # fmt: skip


@rule("CC042")
def same_place(draft: Draft) -> Iterator[Diagnostic]:
    """Over a lesson or the course, the right option stands at the same place too often."""
    for questions, at in _groups(draft):
        judged = [one for one in questions if len(one.right) == 1]
        for name, is_there in PLACES.items():
            hits = sum(is_there(*_place(one)) for one in judged)
            chances = [_chance(is_there, len(one.listed)) for one in judged]
            # Every place is looked at, so each gets its part of what may come by chance.
            if chance_of(chances, hits) < UNLIKELY / len(PLACES):
                yield at(
                    "CC042", f"the right option is {name} in {hits} of {len(judged)} questions",
                    "move it about; not every reader sees options shuffled",
                )  # fmt: skip


@rule("CC059")
def order_tells(draft: Draft) -> Iterator[Diagnostic]:
    """The items of a sort stand in an order that says where they belong."""
    for one in draft.exercises:
        item = one.item
        if item.kind.places and item.key is not None:
            pattern = pattern_of(item.kind.places(item.exercise, item.key))
            if pattern:
                yield one.at(
                    "CC059", "items", f"the items {pattern}", "mix them, as cards are mixed"
                )


FEW = 5
"""Items in a pattern below which it says nothing."""


def pattern_of(belongs: Sequence[int]) -> str:
    """The pattern in which items follow each other, said of them; empty where there is none.

    Args:
        belongs: For each item, in its order, the number of its heading, from 0.

    >>> pattern_of([0, 1, 2, 2, 0])
    'begin with one for each heading, in the order of the headings'
    >>> pattern_of([1, 0, 1, 0, 1, 1]), pattern_of([1, 1, 0, 2, 0, 1])
    ('take turns: each 2 headings come round again', '')
    """
    count = len(set(belongs))
    if count > 2 and list(belongs[:count]) == list(range(count)):
        return "begin with one for each heading, in the order of the headings"
    if len(belongs) > max(count, FEW - 1) and list(belongs) == sorted(belongs):
        return "stand heading by heading"
    for round_of in range(2, count + 1):
        run = round_of
        while run < len(belongs) and belongs[run] == belongs[run - round_of]:
            run += 1
        if len(set(belongs[:round_of])) == round_of and run >= max(FEW, round_of + 2):
            return f"take turns: each {round_of} headings come round again"
    return ""


PLACES: dict[str, Callable[[int, int], bool]] = {
    "the first": lambda place, count: place == 0,
    "the second": lambda place, count: place == 1,
    "the third": lambda place, count: place == 2,
    "the last": lambda place, count: place == count - 1,
    "first or last": lambda place, count: place in (0, count - 1),
    "neither first nor last": lambda place, count: 0 < place < count - 1,
}
"""Where a right option may stand, told from its place, counted from 0, and how many there are."""


def _place(one: Options) -> tuple[int, int]:
    at = next(n for n, option in enumerate(one.listed) if option.id in one.right)
    return at, len(one.listed)


def _chance(is_there: Callable[[int, int], bool], count: int) -> float:
    return sum(is_there(place, count) for place in range(count)) / count
