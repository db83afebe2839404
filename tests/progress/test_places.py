"""The course opens where the trainee was, and says where to go on."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.answers import REVIEW, MemoryLog, Session, Way
from course.lessons import Course
from course.progress import Place, next_station, where
from tests.progress.conftest import BEST


def place(lesson: str, station: str, exercise: str = "") -> Place:
    return Place(lesson=lesson, station=station, exercise=exercise)


PICK_ONE = place("first", "hear-her", "pick-one")
CALL = place("first", "put-it-in-order", "broken-mug")
REPLY = place("second", "in-your-words", "in-your-words")


def test_at_first_it_is_the_first_open_exercise(session: Session) -> None:
    assert where(session) == PICK_ONE
    assert where(session, "second") == REPLY


TOUCHES: dict[str, Callable[[Session], Any]] = {
    "draft": lambda one: one.draft("in-order", ["ask"]),
    "answer": lambda one: one.answer("in-order", BEST["in-order"]),
    "hint": lambda one: one.hint("in-order", 1),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_then_what_was_touched_last(session: Session, touch: str) -> None:
    session.answer("drawn-share", 50)
    TOUCHES[touch](session)
    assert where(session) == place("first", "put-it-in-order", "in-order")
    assert where(session, "first") == place("first", "put-it-in-order", "in-order")
    # The other lesson has a place of its own.
    assert where(session, "second") == REPLY


def test_a_station_that_was_opened_is_where_one_was(session: Session) -> None:
    session.answer("pick-one", ["sorry"])
    session.visit("first", "what-the-shelf-says")
    assert where(session) == place("first", "what-the-shelf-says")
    session.visit("first", "hear-her")
    assert where(session) == PICK_ONE


def test_a_visit_that_names_no_station_leads_to_its_lesson(session: Session) -> None:
    session.answer("pick-several", ["write-down"])
    session.visit("second")
    assert where(session) == REPLY
    session.visit("second", "no-longer-there")
    assert where(session) == REPLY
    assert where(session, "first") == place("first", "hear-her", "pick-several")


def test_a_half_played_conversation_comes_first(session: Session) -> None:
    session.turn("broken-mug", "own-it", "A mug in two pieces is no use.")
    session.answer("pick-one", ["sorry"])
    session.visit("second", "in-your-words")
    assert where(session) == CALL
    assert where(session, "first") == CALL
    assert where(session, "second") == REPLY
    session.turn("broken-mug", "new-mug")
    session.answer("broken-mug", BEST["broken-mug"])
    session.answer("pick-one", ["say-back"])
    assert where(session) == PICK_ONE


def test_a_review_is_no_place_and_a_road_is_one(session: Session) -> None:
    session.answer("broken-mug", ["ask-courier"])
    session.answer("pick-one", ["sorry"])
    session.answer("tag-lines", BEST["tag-lines"], way=REVIEW)
    assert where(session) == PICK_ONE
    session.turn("broken-mug", "own-it", "Leave it.", way=Way(occasion="road", attempt=1, turn=1))
    assert where(session) == CALL


def test_tools_and_what_is_gone_are_no_places(session: Session) -> None:
    session.answer("pick-one", ["sorry"])
    session.leave("dashboard", {"channel": "phone"})
    assert where(session) == PICK_ONE


def test_a_lesson_that_there_is_not_is_named(session: Session) -> None:
    with pytest.raises(KeyError, match="no lesson 'third'"):
        where(session, "third")
    with pytest.raises(KeyError, match="no lesson 'third'"):
        next_station(session, "third", "hear-her")
    with pytest.raises(KeyError, match="first has no station 'third'"):
        next_station(session, "first", "third")


def following(session: Session, lesson: str, station: str) -> tuple[str, str] | None:
    found = next_station(session, lesson, station)
    return (found.lesson, found.id) if found else None


def test_next_is_the_next_core_station_that_is_not_met(session: Session) -> None:
    assert following(session, "first", "hear-her") == ("first", "what-the-shelf-says")
    session.visit("first", "what-the-shelf-says")
    assert following(session, "first", "hear-her") == ("first", "put-it-in-order")
    session.answer("broken-mug", BEST["broken-mug"])
    # No core station is left: the next of the page, though it is met.
    assert following(session, "first", "hear-her") == ("first", "what-the-shelf-says")
    assert following(session, "first", "put-it-in-order") == ("first", "count-it")
    assert following(session, "first", "count-it") == ("second", "in-your-words")
    assert following(session, "second", "in-your-words") is None


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(sorted(BEST))),
        st.tuples(st.just("turn"), st.sampled_from(["own-it", "new-mug", "form"])),
        st.tuples(st.just("visit"), st.sampled_from(["hear-her", "count-it", "nowhere", ""])),
        st.tuples(st.just("again"), st.just("broken-mug")),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_it_is_always_a_place_of_the_course(course: Course, steps: list[tuple[str, str]]) -> None:
    session = Session(course, MemoryLog())
    for kind, what in steps:
        match kind:
            case "answer":
                session.answer(what, BEST[what])
            case "turn":
                session.turn("broken-mug", what)
            case "visit":
                session.visit("first", what)
            case "again":
                session.again(what)
    for lesson in (None, *course.lessons):
        found = where(session, lesson)
        page = course.lessons[found.lesson].page
        station = next(one for one in page.stations if one.id == found.station)
        assert found.exercise in ("", *station.exercises)
        assert lesson in (None, found.lesson)
        following(session, found.lesson, found.station)
