"""Hours are counted by the log, by a convention that is said."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from course.answers import MemoryLog, Session, Visit, stamp
from course.lessons import Course
from course.progress import hours
from tests.progress.conftest import MONDAY, Clock


def test_a_gap_over_ten_minutes_is_a_pause(session: Session, clock: Clock) -> None:
    clock.goes_to(0, 9, 0)
    session.visit("first")
    for minute in (4, 14, 26, 29):
        clock.goes_to(0, 9, minute)
        session.visit("first")
    # 4 + 10 count, the 12 do not, and 3 more do.
    clock.goes_to(1, 9, 0)
    session.visit("second")
    clock.goes_to(1, 9, 5)
    session.visit("second")
    worked = hours(session)
    assert worked.days == {"2026-11-23": 17, "2026-11-24": 5}
    assert worked.minutes == 22
    assert "10 minutes" in worked.convention


def test_nothing_done_is_no_time(course: Course) -> None:
    assert hours(Session(course, MemoryLog())).minutes == 0


def test_a_time_that_is_none_is_passed_over(course: Course, clock: Clock) -> None:
    log = MemoryLog()
    session = Session(course, log, clock)
    session.visit("first")
    record = session.reading.records[-1]
    for number, at in enumerate(("", "nine", "9999-99-99", "2026-11-23T09:03:02")):
        log.append(replace(record, at=at, prev=str(number)))
    assert hours(Session(course, log)).days == {"2026-11-23": 3}


GAPS = st.lists(st.integers(min_value=0, max_value=1500), max_size=30)


@settings(max_examples=50, deadline=None)
@given(gaps=GAPS, order=st.randoms())
def test_it_is_the_sum_of_all_short_gaps_in_whatever_order(
    course: Course, gaps: list[int], order: object
) -> None:
    log, at = MemoryLog(), datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    visits = [Visit(v=2, at=stamp(at), prev="0", lesson="first")]
    for number, gap in enumerate(gaps, 1):
        at += timedelta(seconds=gap)
        visits.append(Visit(v=2, at=stamp(at), prev=str(number), lesson="first"))
    order.shuffle(visits)  # type: ignore[attr-defined]
    for one in visits:
        log.append(one)
    # The session itself would enrol a trainee here and now, at another time.
    session = Session(course, log, lambda: MONDAY.replace(year=2030))
    worked = sum(gap for gap in gaps if gap <= 600)
    assert abs(hours(session).minutes - worked / 60) <= 0.5
