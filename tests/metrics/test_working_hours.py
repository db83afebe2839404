"""Opening hours that differ from day to day, against a walk through the minutes."""

from datetime import datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, WorkingHours

SATURDAYS = WorkingHours(time(10), time(14), "0000010")
NIGHTS = WorkingHours(time(22), time(), "1111100")
DESK = WorkingHours(time(8, 30), time(17), "1111100", also=(SATURDAYS, NIGHTS))


def walked(start: datetime, end: datetime) -> int:
    """Minutes of the desk between two moments, looking at the door every minute."""
    total, now = 0, start
    while now < end:
        day, clock = now.weekday(), now.time()
        total += day < 5 and (time(8, 30) <= clock < time(17) or clock >= time(22))
        total += day == 5 and time(10) <= clock < time(14)
        now += timedelta(minutes=1)
    return total


@given(st.integers(0, 8 * 144), st.integers(0, 4 * 144))
def test_parts_of_a_week_add_up(start, length):
    begin = datetime(2026, 3, 1) + timedelta(minutes=10 * start)
    end = begin + timedelta(minutes=10 * length)
    starts, ends = (np.array([moment], dtype="M8[us]") for moment in (begin, end))
    assert DESK.seconds(starts, ends)[0] == 60 * walked(begin, end)


def test_all_parts_are_named():
    assert DESK.text == (
        "08:30-17:00 on 5 days a week and 10:00-14:00 on 1 day a week and 22:00-24:00 on 5 days "
        "a week"
    )


def test_overlapping_parts_are_refused():
    late = WorkingHours(time(16), time(20), "0000100")
    with pytest.raises(MetricsError, match="overlap: 08:30-17:00 on 5 days a week and 16:00"):
        WorkingHours(time(8, 30), time(17), also=(late,))
    assert WorkingHours(time(8, 30), time(16), also=(late,)).text
