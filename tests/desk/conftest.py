"""The desk's tools are tried on the stage of the exercises, by one who takes a small course."""

from pathlib import Path

import pytest

from course.lessons import Course
from tests.desk.taken import Taken
from tests.page.conftest import stage
from tests.stations import small_course

__all__ = ["stage"]


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course(tmp_path_factory.mktemp("content") / "course")


@pytest.fixture
def taken(course: Course, tmp_path: Path) -> Taken:
    return Taken(course, tmp_path / "folder")
