"""The small course in stations, a clock, and trainees."""

from pathlib import Path

import pytest

from course.answers import Session, open_session
from course.lessons import Course
from tests.stations import MONDAY, Clock, small_course
from tests.trainees import BEST

__all__ = ["BEST", "MONDAY", "Clock", "clock", "session"]


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course(tmp_path_factory.mktemp("content") / "course", shelf=True)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(course: Course, clock: Clock, tmp_path: Path) -> Session:
    return open_session(course, tmp_path / "folder", clock)
