"""What the trainee's own customers rated, what they were promised, what they were asked twice."""

from collections.abc import Iterator, Sequence

from course.answers import Session
from course.desk.board.own import Contact
from course.desk.home.links import link
from course.desk.home.parts import Part, PartLine
from course.lessons.page import Shown
from course.metrics import csat
from course.metrics.words import counted
from course.progress import Place

NOT_YET = "After your first conversation, this says what your customers rated."
SATISFIED = 4
"""From this rating of 5 on, a customer counts as satisfied."""


def my_customers(session: Session, made: Sequence[Contact], kept: int) -> Part:
    """The part of one's own customers.

    Args:
        session: Whose they are.
        made: The finished conversations.
        kept: How many more are read by the instructor alone.
    """
    if not made and not kept:
        return Part(empty=NOT_YET)
    return Part(lines=tuple(_lines(session, made, kept)))


def _lines(session: Session, made: Sequence[Contact], kept: int) -> Iterator[PartLine]:
    if made:
        yield PartLine(rated(made), *_dashboard(session))
        yield PartLine(f"{promised(made)} {asked_twice(made)}")
    if kept:
        are = "is" if kept == 1 else "are"
        yield PartLine(f"{counted(kept, 'conversation')} {are} kept for your instructor.")


def rated(made: Sequence[Contact]) -> str:
    """How many were satisfied, and how far from that the truth may lie."""
    ratings = [one.survey.satisfaction for one in made if one.survey.answered]
    given = [one for one in ratings if one is not None]
    if not given:
        return f"{counted(len(made), 'conversation')}, and no customer has answered the survey."
    score = csat(given)
    good = sum(one >= SATISFIED for one in given)
    noun = "customer" if len(given) == 1 else "customers"
    said = f"{good} of {len(given)} {noun} who answered gave 4 or 5 of 5."
    return (
        f"{said} From {counted(len(given), 'answer')} nobody can say more than this: "
        f"of 100 such customers, between {score.low:.0f} and {score.high:.0f} would do so."
    )


def promised(made: Sequence[Contact]) -> str:
    """How many promises were kept."""
    kept = sum(one.promises_kept for one in made)
    total = kept + sum(one.promises_broken for one in made)
    return f"You kept {kept} of {counted(total, 'promise')}." if total else "You made no promise."


def asked_twice(made: Sequence[Contact]) -> str:
    """How many questions customers had to answer twice."""
    twice, talks = sum(one.repeats for one in made), counted(len(made), "conversation")
    return f"In {talks} you asked {counted(twice, 'question') if twice else 'no question'} twice."


def _dashboard(session: Session) -> tuple[str, str]:
    """Where they stand beside the company's, as an address and its words; empty for nowhere."""
    for lesson in session.course.lessons.values():
        for station in lesson.page.stations:
            if any(isinstance(one, Shown) and one.command == "dashboard" for one in station.parts):
                place = Place(lesson=lesson.id, station=station.id)
                return link(place), "See them beside the company's"
    return "", ""
