"""What was missed comes back on the next day, and what was right after longer."""

from collections.abc import Callable
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from course.answers import REVIEW, MemoryLog, Session, open_session
from course.answers.submission import read_submission, submit
from course.exercises import Scored, best, content_hash
from course.grading.mark import mark
from course.grading.simulate import BEGAN
from course.lessons import Course
from course.progress import due, pick
from course.progress.review import MOST
from tests.progress.conftest import BEST, Clock
from tests.shipped import load_course


def objectives(session: Session, clock: Clock) -> list[tuple[str, int]]:
    return [(one.objective, one.missed) for one in due(session, clock.now)]


def test_nothing_comes_back_before_anything_was_done(session: Session, clock: Clock) -> None:
    assert due(session, clock.now) == ()
    assert pick(session, clock.now) == ()


def test_a_miss_comes_back_on_the_next_day_and_not_before(session: Session, clock: Clock) -> None:
    clock.goes_to(0, 18)
    session.answer("pick-one", ["refund"])
    assert objectives(session, clock) == []
    clock.goes_to(0, 23)
    assert objectives(session, clock) == []
    # Fifteen hours later: a day is one of the calendar.
    clock.goes_to(1, 9)
    assert objectives(session, clock) == [("ONE-1", 1)]


def test_a_day_is_one_of_the_trainees_own_time_zone(session: Session, clock: Clock) -> None:
    clock.goes_to(0, 20)
    session.answer("pick-one", ["refund"])
    seattle = timezone(timedelta(hours=-8))
    later = clock.goes_to(1, 2)
    assert [one.missed for one in due(session, later)] == [1]
    assert due(session, later.astimezone(seattle)) == ()


def test_a_miss_comes_back_though_others_went_well_on_that_day(
    session: Session, clock: Clock
) -> None:
    session.answer("pick-one", ["refund"])
    session.answer("pick-one", ["say-back"])
    session.answer("in-order", BEST["in-order"])
    clock.goes_to(1)
    assert objectives(session, clock) == [("ONE-1", 1)]
    session.answer("in-order", BEST["in-order"], way=REVIEW)
    clock.goes_to(2)
    assert all(missed == 0 for _, missed in objectives(session, clock))


def test_missed_in_a_review_it_comes_back_again(session: Session, clock: Clock) -> None:
    session.answer("pick-one", ["refund"])
    clock.goes_to(1)
    session.answer("pick-one", ["sorry"], way=REVIEW)
    session.answer("pick-one", ["say-back"], way=REVIEW)
    clock.goes_to(2)
    assert objectives(session, clock) == [("ONE-1", 2)]


def test_what_was_right_comes_back_after_longer_each_time(session: Session, clock: Clock) -> None:
    waits, last = [], 0
    session.answer("how-many", BEST["how-many"])
    for day in range(1, 60):
        clock.goes_to(day)
        if due(session, clock.now):
            waits.append(day - last)
            last = day
            session.answer("how-many", BEST["how-many"], way=REVIEW)
    assert len(waits) >= 3
    assert waits == sorted(waits)
    assert waits[0] >= 2
    assert waits[-1] > waits[0]


def test_what_was_missed_stands_before_what_is_due(session: Session, clock: Clock) -> None:
    session.answer("how-many", BEST["how-many"])
    clock.goes_to(9)
    session.answer("pick-one", ["refund"])
    clock.goes_to(10)
    assert objectives(session, clock) == [("ONE-1", 1), ("ONE-2", 0)]
    first, second = pick(session, clock.now)
    assert (first.objective, first.missed) == ("ONE-1", True)
    assert (second.objective, second.missed) == ("ONE-2", False)


class TestPick:
    def test_more_practice_that_is_open_comes_first(self, session: Session, clock: Clock) -> None:
        session.answer("how-many", 3.0)
        clock.goes_to(1)
        (one,) = pick(session, clock.now)
        assert (one.exercise, one.variant) == ("drawn-share", 0)
        assert (one.place.lesson, one.place.station) == ("first", "count-it")
        assert one.title == "A share of satisfied customers"

    def test_then_a_variant_that_was_not_seen(self, session: Session, clock: Clock) -> None:
        session.answer("how-many", 3.0)
        session.answer("drawn-share", 3.0)
        clock.goes_to(1)
        (one,) = pick(session, clock.now)
        assert one.exercise == "drawn-share"
        first, other = (session.item("drawn-share", variant) for variant in (0, one.variant))
        assert first is not None
        assert other is not None
        assert content_hash(first.exercise) != content_hash(other.exercise)
        result = session.answer("drawn-share", best(other), way=REVIEW, variant=one.variant)
        assert isinstance(result, Scored)
        assert result.full

    def test_then_another_station_than_where_it_was_missed(
        self, session: Session, clock: Clock
    ) -> None:
        session.answer("in-order", BEST["in-order"])
        session.answer("pick-several", ["next-call"])
        clock.goes_to(1)
        (one,) = pick(session, clock.now)
        assert one.exercise == "in-order"

    def test_then_the_same_again(self, session: Session, clock: Clock) -> None:
        session.answer("pick-one", ["refund"])
        clock.goes_to(1)
        (one,) = pick(session, clock.now)
        assert one.exercise == "pick-one"

    def test_none_twice_on_a_day(self, session: Session, clock: Clock) -> None:
        session.answer("pick-one", ["refund"])
        session.answer("in-order", BEST["in-order"])
        clock.goes_to(1)
        (one,) = pick(session, clock.now)
        session.answer(one.exercise, ["check", "offer", "ask", "heard"], way=REVIEW)
        (other,) = pick(session, clock.now)
        assert other.exercise != one.exercise
        session.answer(other.exercise, ["sorry"], way=REVIEW)
        assert pick(session, clock.now) == ()

    def test_no_conversation_and_nothing_that_a_person_reads(
        self, session: Session, clock: Clock
    ) -> None:
        session.answer("broken-mug", ["ask-courier"])
        session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
        clock.goes_to(1)
        # It is due; what there is to do for it stands in its station.
        assert objectives(session, clock) == [("ONE-1", 1)]
        assert pick(session, clock.now) == ()

    @pytest.mark.parametrize("learner", ["random", "careless", "perfect"])
    def test_of_a_whole_course_at_most_six_and_each_due(
        self, took_all: Callable[[str], Path], learner: str
    ) -> None:
        session = open_session(load_course(), took_all(learner))
        for days in (1, 2, 40):
            now = BEGAN + timedelta(days=days)
            back = {one.objective: one for one in due(session, now)}
            picked = pick(session, now)
            assert len(picked) <= MOST
            assert len({one.exercise for one in picked}) == len(picked)
            for one in picked:
                item = session.item(one.exercise, one.variant)
                assert item is not None
                assert one.objective in back
                assert one.objective in item.exercise.covers
                assert item.kind.scenario is None
                assert not item.kind.reviewed
        assert len(picked) == MOST


def test_the_core_that_is_still_to_come_is_not_spent(course: Course, clock: Clock) -> None:
    session = Session(course, MemoryLog(), clock)
    session.answer("pick-one", ["refund"])
    clock.goes_to(1)
    assert {one.exercise for one in pick(session, clock.now)} == {"pick-one"}


def test_nothing_done_in_a_review_changes_the_mark(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    session.answer("pick-one", ["refund"])
    session.answer("in-order", ["heard", "offer", "ask", "check"])
    folder = tmp_path / "folder"
    before = mark(course, read_submission(submit(folder, tmp_path / "before.jsonl")))
    clock.goes_to(1)
    for one in pick(session, clock.now):
        session.review(objective=one.objective, exercise=one.exercise)
        session.answer(one.exercise, BEST[one.exercise], way=REVIEW, variant=one.variant)
    after = mark(course, read_submission(submit(folder, tmp_path / "after.jsonl")))
    assert (after.mark, after.first_tries) == (before.mark, before.first_tries)
    assert after.in_review > 0
