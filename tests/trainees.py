"""A small course, and trainees who hand things in."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.answers import Session, open_session
from course.answers.submission import submit
from course.lessons import Course

BEST: dict[str, Any] = {
    "pick-one": ["say-back"],
    "pick-several": ["write-down", "book-van"],
    "tag-lines": {"two-pieces": "hears", "by-friday": "solves", "ring-you": "hears"},
    "in-order": ["heard", "ask", "offer", "check"],
    "how-many": 22.2,
    "broken-mug": ["own-it", "new-mug"],
}
REPLY = "I'm sorry your mug came without its handle. I'll send a whole one today."


@pytest.fixture(scope="session")
def course() -> Course:
    content = Path(__file__).parent / "fixtures" / "course"
    return Course(content, content)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    now = [datetime(2026, 11, 23, 9, 0, tzinfo=UTC)]

    def tick() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    return tick


class Trainee:
    """Somebody with a folder of their own."""

    def __init__(self, session: Session, folder: Path, out: Path) -> None:
        self.session, self.folder, self.out = session, folder, out

    def answers(self, answers: Mapping[str, Any]) -> "Trainee":
        for exercise, answer in answers.items():
            self.session.answer(exercise, answer)
        return self

    def hands_in(self, made: str = "2026-11-24T09:00:00.000000Z") -> Path:
        return submit(self.folder, self.out / f"{self.session.name}.jsonl", made)


@pytest.fixture
def enrol(course: Course, clock: Callable[[], datetime], tmp_path: Path) -> Callable[..., Trainee]:
    def one(name: str) -> Trainee:
        folder = tmp_path / "folders" / name
        session = open_session(course, folder, clock)
        session.profile(name)
        return Trainee(session, folder, tmp_path / "handed-in")

    return one
