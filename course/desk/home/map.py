"""The map: a line for each lesson, its stations beneath, and how far each of them is."""

from collections.abc import Sequence

from course.desk.home.links import link
from course.metrics.words import counted
from course.page.guide import WORDS, minutes
from course.page.messages import Message
from course.progress import LessonStanding, Place, StationStanding, StationState


class StationLine(Message, frozen=True):
    """A station on the map."""

    id: str
    title: str
    link: str
    time: str
    state: StationState
    word: str
    known: str
    """Where somebody begins who knows all this: at its hardest exercise. Empty for nowhere."""


class LessonLine(Message, frozen=True):
    """A lesson on the map."""

    id: str
    title: str
    time: str
    said: str
    """How many of its core stations are met, in words."""
    present: bool
    """Whether the trainee is in it."""
    core: tuple[StationLine, ...]
    more: tuple[StationLine, ...]
    """More practice."""


def lines(lessons: Sequence[LessonStanding], present: str) -> tuple[LessonLine, ...]:
    """The map of a course.

    Args:
        lessons: Where the trainee stands.
        present: The id of the lesson that the trainee is in; empty where there is none.
    """
    return tuple(
        LessonLine(
            id=one.id,
            title=one.title,
            time=minutes(one.core_minutes_left, "of core left"),
            said=said([station.state for station in one.stations if station.core]),
            present=one.id == present,
            core=tuple(_line(station) for station in one.stations if station.core),
            more=tuple(_line(station) for station in one.stations if not station.core),
        )
        for one in lessons
    )


def said(states: Sequence[StationState]) -> str:
    """How far stations are, in words.

    >>> said(["met", "part", "open"]), said(["met", "met"]), said(["open"]), said([])
    ('1 of 3 stations met, 1 in part', 'all 2 stations met', '0 of 1 station met', '')
    """
    count, met, part = len(states), states.count("met"), states.count("part")
    if not count:
        return ""
    noun = "station" if count == 1 else "stations"
    if met == count > 1:
        return f"all {count} {noun} met"
    return f"{met} of {count} {noun} met" + (f", {part} in part" if part else "")


def _left_out(one: StationStanding) -> str:
    """How many conversations of a station were left out after their warning."""
    out = sum(each.left_out for each in one.exercises)
    return f", {counted(out, 'conversation')} left out" if out else ""


def _line(one: StationStanding) -> StationLine:
    hardest = Place(lesson=one.lesson, station=one.id, exercise=one.hardest)
    known = one.state == "open" and len(one.exercises) > 1 and one.hardest
    return StationLine(
        id=one.id,
        title=one.title,
        link=link(Place(lesson=one.lesson, station=one.id)),
        time=minutes(one.minutes),
        state=one.state,
        word=f"{WORDS[one.state]}{_left_out(one)}",
        known=link(hardest) if known else "",
    )
