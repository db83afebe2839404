"""Home on the page."""

from datetime import datetime
from typing import ClassVar

from course.answers import Session
from course.desk.board.own import contacts
from course.desk.home.customers import my_customers
from course.desk.home.greeting import day, greeting
from course.desk.home.links import link
from course.desk.home.map import LessonLine, lines
from course.desk.home.parts import Part, able, slipping
from course.desk.source import styles, tool
from course.desk.training import record_of_training
from course.lessons.build import REVIEW, file_of
from course.page.answering import Answering, Clock
from course.page.guide import minutes
from course.page.messages import Done, Hears, Message
from course.progress import (
    CarryOn,
    Offer,
    can_do,
    carry_on,
    comes_back,
    pick,
    practices,
    slips,
    standing,
    ten_minutes,
)

ALL_MET = (
    "You have met all of the course. Any of it can be done again, and what you may forget "
    "comes back as a review."
)


class WayOn(Message, frozen=True):
    """Somewhere to go, and why."""

    does: str
    """What the link says."""
    link: str
    title: str
    facts: str


class Rest(Message, frozen=True):
    """All of home that takes a moment to work out."""

    ten: WayOn | None
    review: WayOn | None
    lessons: tuple[LessonLine, ...]
    able: Part
    slips: Part
    customers: Part


class HomeView(Message, frozen=True):
    """Home: what is known at once, and the rest."""

    greeting: str
    day: str
    on: WayOn | None
    """Where to go on; None where all is met."""
    done: str
    """What is said instead."""
    rest: Rest | None
    saving: bool


class Home(Answering):
    """Where to go on, the map of the course, and what came of it so far.

    The greeting and the way on are there at once. The page asks for the rest, for which every
    answer that was ever given has to be marked.

    Args:
        session: Whose home it is.
        clock: Gives the time of day.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "record": None}

    def __init__(self, session: Session, clock: Clock = datetime.now) -> None:
        self.session = session
        super().__init__(tool("home"), first_view(session, clock().astimezone()), clock, styles())

    def __repr__(self) -> str:
        stations = [two for one in standing(self.session) for two in one.stations]
        met = sum(one.state == "met" for one in stations)
        return f"<Home: {met} of {len(stations)} stations met>"

    def _on_look(self, _: None) -> Done:
        return self._show(view(self.session, self._clock().astimezone()))

    def _on_record(self, _: None) -> Done:
        return Done(file=record_of_training(self.session))


def first_view(session: Session, now: datetime) -> HomeView:
    """What is known at once."""
    return _view(session, now, carry_on(session), None)


def view(session: Session, now: datetime) -> HomeView:
    """All of home.

    Args:
        session: Whose home it is.
        now: With its time zone.
    """
    on = carry_on(session)
    groups = can_do(session)
    picked = pick(session, now)
    offer = ten_minutes(session, now)
    back = comes_back(len(picked), sum(one.missed for one in picked))
    rest = Rest(
        ten=_ten(offer) if offer else None,
        # Where ten minutes are best spent on the review, one line says so.
        review=WayOn("Review", file_of(REVIEW), "", back)
        if picked and offer and offer.place
        else None,
        lessons=lines(standing(session), on.place.lesson if on else ""),
        able=able(groups, practices(session)),
        slips=slipping(slips(session), bool(groups)),
        customers=my_customers(session, *contacts(session)),
    )
    return _view(session, now, on, rest)


def _view(session: Session, now: datetime, on: CarryOn | None, rest: Rest | None) -> HomeView:
    return HomeView(
        greeting=greeting(session.name, now),
        day=day(now),
        on=_on(session, on) if on else None,
        done="" if on else ALL_MET,
        rest=rest,
        saving=session.saved,
    )


def _on(session: Session, on: CarryOn) -> WayOn:
    lesson = session.course.lessons[on.place.lesson].title.partition(":")[0]
    waits = f"{on.customer} is waiting for an answer" if on.customer else ""
    facts = (waits, minutes(on.station.minutes), "" if lesson == on.station.title else lesson)
    return WayOn(
        does="Carry on" if on.begun else "Begin",
        link=link(on.place),
        title=on.station.title,
        facts=" · ".join(one[0].upper() + one[1:] for one in facts if one),
    )


def _ten(offer: Offer) -> WayOn:
    time = minutes(offer.minutes)
    return WayOn(
        does="I have ten minutes",
        link=link(offer.place) if offer.place else file_of(REVIEW),
        title=f"{offer.title}, {time}" if time else offer.title,
        facts=offer.reason,
    )
