"""What a trainee says of a lesson: one rating and two boxes, kept with the answers."""

from contextlib import suppress

import msgspec

from course.answers import Feedback, Session
from course.page.messages import Message

INCOMPLETE = "Choose a number from 1 to 5 as well. What you wrote is still here."
EMPTY = "Choose a number, or write something, and then keep it."


class Opinion(Message, frozen=True):
    """The answers to the three questions at the end of a lesson."""

    rating: int = 0
    """From 1 to 5; 0 where none is chosen."""
    helped: str = ""
    wrong: str = ""


def kept(session: Session, lesson: str) -> Opinion:
    """What was said last of a lesson as a whole, by the log."""
    made = Opinion()
    for one in session.reading.records:
        if isinstance(one, Feedback) and one.lesson == lesson and not one.exercise:
            if one.question == "how-was-it":
                made = Opinion(one.rating or 0, one.text, made.wrong)
            else:
                made = Opinion(made.rating, made.helped, one.text)
    return made


def entered(session: Session, lesson: str) -> Opinion:
    """What stands in the boxes: what was entered last, else what was kept."""
    with suppress(msgspec.ValidationError):
        return msgspec.convert(session.left(_tool(lesson)), Opinion)
    return kept(session, lesson)


def enter(session: Session, lesson: str, said: Opinion) -> None:
    """Keeps what stands in the boxes, and has not been said yet."""
    session.leave(_tool(lesson), msgspec.to_builtins(said))


def missing(said: Opinion, before: Opinion) -> str:
    """Why it cannot be kept, in a sentence; empty where it can.

    >>> missing(Opinion(), Opinion()), missing(Opinion(rating=4), Opinion())
    ('Choose a number, or write something, and then keep it.', '')
    """
    if said.helped.strip() and not said.rating:
        return INCOMPLETE
    return "" if said.rating or said.wrong.strip() or before != Opinion() else EMPTY


def keep(session: Session, lesson: str, said: Opinion) -> None:
    """Keeps what is new in it: a rating with what helped, and what was wrong with the lesson.

    Raises:
        OSError: where the disk says no.
        ValueError: where the rating is none of the five.
    """
    before = kept(session, lesson)
    enter(session, lesson, said)
    helped, wrong = said.helped.strip(), said.wrong.strip()
    if said.rating and (said.rating, helped) != (before.rating, before.helped):
        session.how_was_it(lesson, said.rating, helped)
    if wrong != before.wrong:
        session.wrong_here(wrong, lesson=lesson)


def _tool(lesson: str) -> str:
    return f"ending-{lesson}"
