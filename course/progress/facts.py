"""The facts of a record of training, worked out from the log alone.

They are the same for the trainee who prints the record and for whoever grades what was handed in.
So nothing here hangs on a key that stays with the instructor, on the time zone, or on a clock.
"""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from course import scenarios
from course.answers import MemoryLog, Record, Session
from course.lessons import Course
from course.progress.done import done
from course.progress.standing import LessonStanding, standing
from course.progress.times import day, hours
from course.progress.tries import Done, Try
from course.scenarios.conversation.reasons import first_name


class LessonFacts(Struct, frozen=True, kw_only=True):
    """One lesson."""

    id: str
    title: str
    core: int
    """Stations of its core."""
    met: int
    """Those of them that are met."""
    first: str
    """The day of the first answer in it, as 2026-11-23; empty where there is none."""
    last: str


class ObjectiveFacts(Struct, frozen=True, kw_only=True):
    """One objective, by the exercises that cover it and are marked by rule."""

    id: str
    first: int
    """Exercises that were right at the first try in play."""
    later: int
    """Others that were right since, in play or in a review."""
    tried: int
    """All that were answered in play."""
    met: str
    """The day on which one was right for the first time; empty where none was."""


class ConversationFacts(Struct, frozen=True, kw_only=True):
    """One conversation, by its best try in play."""

    exercise: str
    title: str
    customer: str
    tries: int
    ending: str
    """What happened at its end; empty where the instructor marks it."""
    handling: float | None
    """The handling mark, 0 to 100; None where the instructor marks it."""
    met: bool
    on: str
    """The day of that try."""


class Facts(Struct, frozen=True, kw_only=True):
    """What was done, until the last record that was looked at."""

    trainee: str
    name: str
    until: str
    """The time of the last record, in UTC; empty where there is none."""
    days: tuple[str, ...]
    """Days on which something was done, in UTC."""
    minutes: int
    """Minutes of work by the log; `hours` says how they are counted."""
    answered: int
    """Exercises that were answered in play."""
    lessons: tuple[LessonFacts, ...]
    objectives: tuple[ObjectiveFacts, ...]
    """Those that were tried."""
    conversations: tuple[ConversationFacts, ...]
    """Those that were played to an end, in the order of the course."""


def session_of(course: Course, records: Iterable[Record], until: str = "") -> Session:
    """The session that some records make: of what was handed in, or of an earlier moment.

    Args:
        course: The content.
        records: In order, as a log or a submission holds them.
        until: What came after this time of the log is left out; empty for all.
    """
    log = MemoryLog()
    for one in records:
        if not until or one.at <= until:
            log.append(one)
    return Session(course, log)


def facts(session: Session) -> Facts:
    """The facts of a record of training."""
    so_far, worked = done(session), hours(session)
    lessons = standing(session)
    order = [one.id for lesson in lessons for two in lesson.stations for one in two.exercises]
    played = {name: so_far[name] for name in order if name in so_far and so_far[name].play}
    return Facts(
        trainee=session.trainee,
        name=session.name,
        until=max((one.at for one in session.reading.records), default=""),
        days=tuple(worked.days),
        minutes=worked.minutes,
        answered=len(played),
        lessons=tuple(_lesson(one, played) for one in lessons),
        objectives=tuple(_objectives(session, played)),
        conversations=tuple(_conversations(session, played)),
    )


def digest(made: Facts) -> str:
    """The SHA-256 of the facts, in 64 hex digits: the same facts, the same digits."""
    return hashlib.sha256(msgspec.json.encode(made, order="deterministic")).hexdigest()


def _lesson(lesson: LessonStanding, played: dict[str, Done]) -> LessonFacts:
    core = [one for one in lesson.stations if one.core]
    names = {one.id for station in lesson.stations for one in station.exercises}
    tries = (one for name in names & played.keys() for one in played[name].play)
    days = sorted(filter(None, map(_day, tries)))
    return LessonFacts(
        id=lesson.id,
        title=lesson.title,
        core=len(core),
        met=sum(one.state == "met" for one in core),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _objectives(session: Session, played: dict[str, Done]) -> Iterator[ObjectiveFacts]:
    covering: dict[str, list[Done]] = {}
    for there in played.values():
        first = there.play[0]
        if first.right is not None:
            for name in first.covers:
                covering.setdefault(name, []).append(there)
    for name in session.course.objectives:
        if name in covering:
            firsts = [there.play[0] for there in covering[name]]
            right = [one for there in covering[name] for one in there.tries if one.right]
            yield ObjectiveFacts(
                id=name,
                first=sum(bool(one.right) for one in firsts),
                later=sum(
                    there.met and not first.right
                    for there, first in zip(covering[name], firsts, strict=True)
                ),
                tried=len(firsts),
                met=min(filter(None, map(_day, right)), default=""),
            )


def _conversations(session: Session, played: dict[str, Done]) -> Iterator[ConversationFacts]:
    for name, there in played.items():
        item = session.item(name)
        if item is None or item.kind.scenario is None:
            continue
        known = [(one, *_handled(session, one)) for one in there.play]
        best, ending, handling = max(known, key=lambda one: (one[0].met, one[2] or 0.0))
        shown = session.item(name, best.variant) or item
        yield ConversationFacts(
            exercise=name,
            title=shown.exercise.title,
            customer=first_name(shown.exercise.scenario),
            tries=len(there.play),
            ending=ending,
            handling=handling,
            met=best.met,
            on=_day(best),
        )


def _handled(session: Session, one: Try) -> tuple[str, float | None]:
    """How a conversation ended and was handled; nothing where the instructor marks it."""
    item = session.item(one.exercise, one.variant)
    if item is None or item.kind.scenario is None or one.right is None:
        return "", None
    scenario = item.kind.scenario(item.exercise, item.key)
    transcript, handling = scenarios.handled(scenario, tuple(one.answer))
    return transcript.ending.title if transcript.ending else "", handling.mark


def _day(one: Try) -> str:
    found = day(one.at)
    return found.isoformat() if found else ""
