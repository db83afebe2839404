"""A small course, and a clock that only goes forward."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.lessons import Course


@pytest.fixture(scope="session")
def course() -> Course:
    content = Path(__file__).parent.parent / "fixtures" / "course"
    return Course(content, content)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    now = [datetime(2026, 11, 23, 9, 0, tzinfo=UTC)]

    def tick() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    return tick
