"""A copy of the small course to spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import lint

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


class Spoilt:
    """A content folder in which one thing is made wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SMALL, folder)

    def change(self, file: str, before: str, after: str) -> "Spoilt":
        """Puts other words in a file, once."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text, (file, before)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return self

    def add(self, file: str, text: str) -> "Spoilt":
        """Adds a file."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self

    def take(self, file: str) -> "Spoilt":
        """Takes a file away."""
        (self.folder / file).unlink()
        return self

    def lint(self) -> list[Diagnostic]:
        """What the lint finds."""
        return lint(Course(self.folder, self.folder))


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[], Spoilt]:
    return lambda: Spoilt(tmp_path / "content")
