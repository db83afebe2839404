"""The small course in stations, a clock, and trainees."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.answers import Session, open_session
from course.lessons import Course
from tests.trainees import BEST

__all__ = ["BEST", "MONDAY", "Clock", "clock", "session"]

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
PAGES = {
    "first": """# A first lesson

@summary One lesson of the small course.

It is nine in the morning.

## Hear her

@minutes 8

@exercise pick-one

@exercise pick-several

## What the shelf says

@minutes 3

Nothing is asked here.

## Put it in order

@minutes 12

@exercise tag-lines

@exercise in-order

@exercise broken-mug

## Count it

@minutes 9

@more-practice

@exercise how-many

@exercise drawn-share
""",
    "second": """# A second lesson

@summary The other lesson of the small course.

## In your words

@minutes 10

@exercise in-your-words
""",
}


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The exercises of the small course, over two lessons, in stations."""
    content = tmp_path_factory.mktemp("content") / "course"
    shutil.copytree(SMALL, content)
    shutil.copytree(content / "first", content / "second")
    for lesson, page in PAGES.items():
        (content / lesson / "page.md").write_text(page, encoding="utf-8")
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return Course(content, content)


class Clock:
    """A second passes whenever somebody looks at it; `now` can be set."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def goes_to(self, day: int, hour: int = 9, minute: int = 0) -> datetime:
        """So many days after Monday."""
        self.now = MONDAY.replace(hour=hour, minute=minute) + timedelta(days=day)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(course: Course, clock: Clock, tmp_path: Path) -> Session:
    return open_session(course, tmp_path / "folder", clock)
