"""Minutes on a reply: shown to the trainee, checked for the author, no part of the mark."""

import msgspec
import pytest

from course.exercises import Item, check, kind
from tests.exercises import made
from tests.shipped import load_course

TIMED = msgspec.structs.replace(made.REPLY, minutes=4)


def test_minutes_change_no_mark() -> None:
    text = "I'm sorry the lamp flickers. I'll send a new one today."
    with_clock, without = (
        check(Item(kind=kind("reply"), exercise=one, key=made.REPLY_KEY), text)
        for one in (TIMED, made.REPLY)
    )
    assert with_clock == without


@pytest.mark.parametrize("minutes", [0, -1, 61, float("nan")])
def test_a_clock_without_time_is_a_problem(minutes: float) -> None:
    wrong = msgspec.structs.replace(made.REPLY, minutes=minutes)
    for key in (made.REPLY_KEY, None):
        assert [one[0] for one in kind("reply").problems(wrong, key)] == ["minutes"]
    assert kind("reply").problems(TIMED, made.REPLY_KEY) == []


def test_four_minutes_to_six_has_four() -> None:
    timed = load_course().find("four-minutes")
    assert timed is not None
    assert timed.exercise.minutes == 4
