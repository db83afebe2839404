"""What the page needs to show the exercises of a cohort. Pure data, and words."""

from collections.abc import Iterator
from typing import Literal

from course.desk.messages import Mark, Named, NamedGroup
from course.grading import Answered, Study, narrowed, study
from course.grading.items import ItemStudy, LineTaken
from course.page.messages import Message
from course.reports.items import besides

ENOUGH = 10
"""Trainees below which no interval is drawn."""
Order = Literal["course", "hardest", "look"]


class ItemFilters(Message, frozen=True, kw_only=True):
    """What is looked at. Empty text means: all of it."""

    lesson: str = ""
    group: str = ""
    """A column and a group in it, as ``Team:Leeds``."""
    core: bool = False
    """Whether only the core of the lessons assigned is shown."""
    best: bool = False
    """Whether best tries are looked at instead of first ones."""
    order: Order = "course"


class LineShown(Message, frozen=True):
    """A line to choose, and who took it."""

    text: str
    right: bool
    said: str
    """Who took it, in words."""


class LeavingShown(Message, frozen=True):
    """A line by which the best road was left."""

    after: str
    said: str
    better: str
    trainees: str


class ItemShown(Message, frozen=True):
    """One exercise."""

    id: str
    title: str
    right: str
    """Who had it right, in a few words."""
    mark: Mark | None
    """The share that had it right, in per cent, with its interval; None where there are too few."""
    odd: bool
    """Whether it is worth a second look."""
    said: tuple[str, ...]
    """What there is to say, a sentence each."""
    lines: tuple[LineShown, ...]
    leaving: tuple[LeavingShown, ...]


class CohortView(Message, frozen=True):
    """The filters as they were understood, and what they leave."""

    source: str
    """Whose answers these are."""
    lessons: tuple[Named, ...]
    groups: tuple[NamedGroup, ...]
    filters: ItemFilters
    summary: str
    together: str
    items: tuple[ItemShown, ...]
    besides: tuple[str, ...]
    """What goes with time and with groups."""


def view(
    answered: Answered, source: str, titles: dict[str, str], filters: ItemFilters
) -> CohortView:
    """What is shown for these filters; one that fits nothing there is is set back.

    Args:
        answered: All that the cohort answered.
        source: Whose answers these are, in a sentence.
        titles: Titles of the lessons by their ids.
        filters: What is looked at.
    """
    lessons = dict.fromkeys(one.asked.lesson for one in answered.taken)
    groups = {
        column: sorted({one for one in each if one}) for column, each in answered.groups.items()
    }
    column, _, name = filters.group.partition(":")
    known = name in groups.get(column, ())
    filters = ItemFilters(
        lesson=filters.lesson if filters.lesson in lessons else "",
        group=filters.group if known else "",
        core=filters.core,
        best=filters.best,
        order=filters.order,
    )
    part = narrowed(
        answered,
        lesson=filters.lesson,
        group=(column, name) if known else None,
        core=filters.core,
    )
    made = study(part, best=filters.best, zone=None)
    there = [one for one in made.items if one.n or one.roads or one.lines]
    answered_ones = [one for one in there if one.n]
    return CohortView(
        source=source,
        lessons=tuple(Named(one, titles.get(one, one)) for one in lessons),
        groups=tuple(
            NamedGroup(column, tuple(Named(f"{column}:{one}", one) for one in names))
            for column, names in groups.items()
        ),
        filters=filters,
        summary=_summary(made, answered_ones, filters),
        together=made.together,
        items=tuple(_item(one, filters) for one in _in_order(answered_ones, filters.order)),
        besides=tuple(besides(made)),
    )


def _summary(made: Study, there: list[ItemStudy], filters: ItemFilters) -> str:
    odd = sum(one.odd for one in there)
    tries = "best tries" if filters.best else "first tries"
    look = "none stands out" if not odd else f"{odd} worth a second look"
    return f"{made.trainees} trainees, {len(there)} exercises, {tries}: {look}."


def _in_order(there: list[ItemStudy], order: Order) -> list[ItemStudy]:
    match order:
        case "hardest":
            return sorted(there, key=lambda one: one.right / one.n)
        case "look":
            return sorted(there, key=lambda one: (not one.odd, not one.findings))
        case _:
            return there


def _item(one: ItemStudy, filters: ItemFilters) -> ItemShown:
    ends = one.right_interval
    mark = (
        Mark(100 * one.right / one.n, 100 * ends[0], 100 * ends[1])
        if ends is not None and one.n >= ENOUGH
        else None
    )
    played, left_it = (one.roads.n, one.roads.left) if one.roads else (0, ())
    return ItemShown(
        id=one.asked.id,
        title=one.asked.title,
        right=f"{one.right} of {one.n}",
        mark=mark,
        odd=one.odd,
        said=tuple(_said(one, filters)),
        lines=tuple(
            LineShown(line.text, line.right, _who(line))
            for line in one.lines
            # Of all places that something can be given, most are given by nobody.
            if line.taken or not line.place
        ),
        leaving=tuple(
            LeavingShown(left.after, left.line, left.best_line, f"{left.n} of {played}")
            for left in left_it
        ),
    )


def _said(one: ItemStudy, filters: ItemFilters) -> Iterator[str]:
    yield one.sentence("in the end" if filters.best else "at first")
    if one.gain is not None and one.gain.sentence and not filters.best:
        yield one.gain.sentence
    told, ends = one.tells_apart, one.tells_apart_interval
    if told is not None and ends is not None:
        yield (
            f"How far it tells trainees apart: {told:.2f} ({ends[0]:.2f} to {ends[1]:.2f}, "
            "from -1 to 1)."
        )
    yield from one.findings


def _who(line: LineTaken) -> str:
    best = f", {line.best} of the best {line.best_n}" if line.best_n else ""
    return f"{line.taken} of {line.n} took it{best}."
