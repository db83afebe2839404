"""Testing out: 'I know this' takes a station's hardest exercise first."""

from collections.abc import Mapping

from course.exercises import kind
from course.lessons import ContentError, Glance, Lesson
from course.lessons.page import Station
from course.progress.tries import Done

HARDEST = ("choice", "rank", "sort", "number", "dialogue")
"""Kinds by how seldom a first try at one is fully right by design, the seldomest last."""


def hardest(lesson: Lesson, station: Station) -> str:
    """The exercise of a station that proves most: the hardest kind, most points, the last.

    Never the one that stands first, unless it is alone: answered first of all, it would not tell
    somebody who tests out from somebody who begins at the top. Empty where a person would have to
    read the answer.
    """
    others = station.exercises[1:] or station.exercises
    listed = [
        (_hardness(about), at, one)
        for at, one in enumerate(others)
        if (about := _glance(lesson, one)) is not None and not kind(about.kind).reviewed
    ]
    return max(listed, default=((0, 0.0), 0, ""))[2]


def tested_out(lesson: Lesson, station: Station, so_far: Mapping[str, Done]) -> bool:
    """Whether the hardest exercise was answered first of all, without a hint, and was right.

    What stands in the log is enough to tell: nothing else of the station was tried before.
    """
    firsts = [
        first
        for one in station.exercises
        if (there := so_far.get(one)) is not None and (first := there.first) is not None
    ]
    if not firsts:
        return False
    first = min(firsts, key=lambda one: one.number)
    return bool(first.right) and not first.hinted and first.exercise == hardest(lesson, station)


def _hardness(about: Glance) -> tuple[int, float]:
    known = about.kind in HARDEST
    return (HARDEST.index(about.kind) if known else -1), about.points


def _glance(lesson: Lesson, exercise: str) -> Glance | None:
    try:
        about = lesson.glance(exercise)
        kind(about.kind)
    except (ContentError, KeyError):
        return None
    return about
