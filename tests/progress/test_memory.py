"""A card is replayed from tries alone: the same tries, the same days."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.progress.memory import recall
from tests.progress.conftest import MONDAY

TRIES = st.lists(
    st.tuples(st.integers(min_value=0, max_value=60), st.booleans()), min_size=1, max_size=12
).map(lambda tries: [(MONDAY + timedelta(days=day), right) for day, right in sorted(tries)])
LATER = MONDAY + timedelta(days=90)


@given(tries=TRIES)
def test_there_is_no_chance_in_it(tries: list[tuple[datetime, bool]]) -> None:
    assert recall(tries, LATER) == recall(tries, LATER)


@given(tries=TRIES)
def test_it_comes_back_after_whole_days_and_one_at_least(
    tries: list[tuple[datetime, bool]],
) -> None:
    wait = recall(tries, LATER).due - tries[-1][0]
    assert wait >= timedelta(days=1)
    assert wait % timedelta(days=1) == timedelta()


@given(tries=TRIES)
def test_one_that_was_right_comes_back_no_sooner_than_one_that_was_not(
    tries: list[tuple[datetime, bool]],
) -> None:
    *before, (last, _) = tries
    right, missed = (recall([*before, (last, how)], LATER) for how in (True, False))
    assert right.due >= missed.due
    assert 0 < missed.chance <= right.chance <= 1


def test_each_right_one_when_it_is_due_is_followed_by_a_longer_wait() -> None:
    tries, waits = [(MONDAY, True)], []
    for _ in range(5):
        due = recall(tries, MONDAY).due
        waits.append(due - tries[-1][0])
        tries.append((due, True))
    assert waits == sorted(set(waits))


def test_the_first_waits_are_those_that_the_parameters_of_fsrs_say() -> None:
    """S0(Again) is 0.212 days and S0(Good) 2.3065; at 0.9 the interval is the stability."""
    assert recall([(MONDAY, False)], MONDAY).due == MONDAY + timedelta(days=1)
    assert recall([(MONDAY, True)], MONDAY).due == MONDAY + timedelta(days=2)


def test_a_clock_that_was_put_back_harms_nothing() -> None:
    back = [(MONDAY, True), (MONDAY - timedelta(days=400), False), (MONDAY, True)]
    assert MONDAY < recall(back, MONDAY).due < MONDAY + timedelta(days=30)
    assert recall(back, datetime(1999, 1, 1, tzinfo=UTC)).chance == pytest.approx(1)


def test_without_a_try_there_is_no_card() -> None:
    with pytest.raises(ValueError, match="without a try"):
        recall([], MONDAY)
