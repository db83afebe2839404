"""The first try beside the latest, exercise by exercise of a lesson."""

from msgspec import Struct

from course.answers import Session
from course.progress.done import done
from course.progress.standing import lesson_standing


class Pair(Struct, frozen=True, kw_only=True):
    """One exercise that is marked by rule and was answered in play."""

    exercise: str
    title: str
    kind: str
    first: bool
    """Whether the first try in play was right; of a conversation, whether it ended well."""
    latest: bool
    """The same of the last try, in play or in a review."""
    tries: int
    """How many there were; with one, first and latest are the same."""


def pairs(session: Session, lesson: str) -> tuple[Pair, ...]:
    """First and latest tries, in the order of the page; what a person must read is left out.

    Raises:
        KeyError: where there is no such lesson.
    """
    so_far, found = done(session), []
    for station in lesson_standing(session, lesson).stations:
        for one in station.exercises:
            there = so_far.get(one.id)
            first = there.first if there is not None else None
            if there is None or first is None or first.right is None:
                continue
            found.append(
                Pair(
                    exercise=one.id,
                    title=one.title,
                    kind=one.kind,
                    first=first.right,
                    latest=bool(there.tries[-1].right),
                    tries=len(there.tries),
                )
            )
    return tuple(found)
