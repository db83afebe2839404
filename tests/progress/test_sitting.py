"""There is always one thing to carry on with, and one that fits into ten minutes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from course.answers import MemoryLog, Session, open_session
from course.exercises import best
from course.grading.simulate import BEGAN
from course.lessons import Course
from course.progress import Place, carry_on, pick, standing, ten_minutes, where
from tests.progress.conftest import BEST, Clock
from tests.shipped import load_course

CALL = Place(lesson="first", station="put-it-in-order", exercise="broken-mug")


def test_on_the_first_day_it_is_the_first_station(session: Session, clock: Clock) -> None:
    on = carry_on(session)
    assert on is not None
    assert (on.begun, on.customer) == (False, "")
    assert on.place == where(session)
    assert (on.station.title, on.station.minutes) == ("Hear her", 8)
    offer = ten_minutes(session, clock.now)
    assert offer is not None
    assert (offer.place, offer.minutes, offer.reason) == (on.place, 8, "It comes next.")


def test_whoever_waits_for_an_answer_is_named(session: Session, clock: Clock) -> None:
    session.turn("broken-mug", "own-it", "A mug in two pieces is no use.")
    session.visit("second", "in-your-words")
    on = carry_on(session)
    assert on is not None
    assert (on.place, on.customer, on.begun) == (CALL, "Ines", True)
    # That station takes twelve minutes; it is not what fits into ten.
    offer = ten_minutes(session, clock.now)
    assert offer is not None
    assert offer.minutes <= 10


def test_a_station_that_is_met_leads_on(session: Session) -> None:
    for exercise in ("pick-one", "pick-several"):
        session.answer(exercise, BEST[exercise])
    assert where(session).station == "hear-her"
    on = carry_on(session)
    assert on is not None
    assert on.place == Place(lesson="first", station="what-the-shelf-says")


def test_at_the_end_of_the_course_what_was_left_out_comes_back(session: Session) -> None:
    session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
    on = carry_on(session)
    assert on is not None
    assert on.place == Place(lesson="first", station="hear-her", exercise="pick-one")


def finish(session: Session) -> None:
    for exercise, answer in BEST.items():
        session.answer(exercise, answer)
    item = session.item("drawn-share")
    assert item is not None
    session.answer("drawn-share", best(item))
    session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
    session.visit("first", "what-the-shelf-says")


def test_when_all_is_met_there_is_nothing_to_carry_on_with(session: Session, clock: Clock) -> None:
    finish(session)
    assert {one.state for two in standing(session) for one in two.stations} == {"met"}
    assert carry_on(session) is None
    assert ten_minutes(session, clock.now) is None


def test_then_the_review_is_what_there_is(session: Session, clock: Clock) -> None:
    finish(session)
    clock.goes_to(30)
    offer = ten_minutes(session, clock.now)
    assert offer is not None
    assert (offer.place, offer.title, offer.minutes) == (None, "Review", 3)
    assert offer.reason == "2 exercises come back."


def test_a_station_that_fits_comes_before_a_small_review(session: Session, clock: Clock) -> None:
    session.answer("how-many", 3.0)
    clock.goes_to(1)
    offer = ten_minutes(session, clock.now)
    assert offer is not None
    assert offer.place == Place(lesson="first", station="count-it", exercise="how-many")
    assert offer.reason == "You have begun it."


def test_and_a_small_review_before_a_station_that_does_not(session: Session, clock: Clock) -> None:
    session.answer("how-many", 3.0)
    session.answer("tag-lines", BEST["tag-lines"])
    clock.goes_to(1)
    offer = ten_minutes(session, clock.now)
    assert offer is not None
    assert offer.place is None
    assert offer.reason == "1 exercise comes back, for a first try that was not right."


@pytest.mark.parametrize("learner", ["random", "careless", "perfect"])
def test_for_every_learner_it_is_a_place_of_the_course(
    took_all: Callable[[str], Path], learner: str
) -> None:
    session = open_session(load_course(), took_all(learner))
    stations = {(one.lesson, one.id): one for two in standing(session) for one in two.stations}
    for days in (0, 1, 30):
        offer = ten_minutes(session, BEGAN + timedelta(days=days))
        if offer is None:
            assert not pick(session, BEGAN + timedelta(days=days))
            assert {one.state for one in stations.values()} == {"met"}
            continue
        assert offer.reason.endswith(".")
        assert offer.minutes >= 0
        if offer.place is not None:
            assert stations[offer.place.lesson, offer.place.station].title == offer.title
    assert offer.place is None


def test_nothing_is_written_by_asking(course: Course, clock: Clock) -> None:
    session = Session(course, MemoryLog(), clock)
    before = session.reading.records
    carry_on(session)
    ten_minutes(session, clock.now)
    where(session)
    assert session.reading.records == before
