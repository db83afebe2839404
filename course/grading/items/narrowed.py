"""A part of what was answered: one lesson, one group, the core alone."""

from array import array
from collections.abc import Iterable

import msgspec

from course.grading.items.answered import Answered, Column, Taken


def narrowed(
    answered: Answered,
    *,
    lesson: str = "",
    group: tuple[str, str] | None = None,
    core: bool = False,
) -> Answered:
    """The same for one lesson, one group of trainees, or the core alone.

    Args:
        answered: All of it.
        lesson: Id of the lesson; empty for all.
        group: A column and the group in it; None for everybody.
        core: Whether only exercises count that the mark is made over.
    """
    taken: Iterable[Taken] = (
        one for one in answered.taken
        if (not lesson or one.asked.lesson == lesson) and (one.asked.core or not core)
    )  # fmt: skip
    if group is None:
        return msgspec.structs.replace(answered, taken=tuple(taken))
    column, name = group
    there = [at for at, one in enumerate(answered.groups.get(column, ())) if one == name]
    return Answered(
        trainees=len(there),
        taken=tuple(_some(one, there) for one in taken),
        groups={key: tuple(each[at] for at in there) for key, each in answered.groups.items()},
    )


def _some(one: Taken, there: list[int]) -> Taken:
    def some(column: Column) -> Column:
        return array("d", (column[at] for at in there))

    return Taken(
        asked=one.asked,
        first=some(one.first),
        best=some(one.best),
        first_right=some(one.first_right),
        right=some(one.right),
        at=some(one.at),
        said=[one.said[at] for at in there],
    )
