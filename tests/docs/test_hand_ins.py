"""The page on hand-ins: each of its commands does what the page says."""

import shlex
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import open_session
from course.answers.submission import submit
from course.cli import main
from course.exercises import best
from course.grading.quoted import IN_CELL, ON_PAGE
from tests.shipped import load_course
from tests.trainees import clock as clock

PAGE = (Path(__file__).parents[2] / "course" / "docs" / "hand-ins.md").read_text(encoding="utf-8")
COMMANDS = [line.strip() for line in PAGE.splitlines() if line.startswith("    course ")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Callable[[], datetime]) -> Path:
    """A folder with what the commands name."""
    course = load_course()
    session = open_session(course, tmp_path / "care", clock)
    session.profile("Asha Verma")
    for item in list(course.lessons["needs"].values())[:6]:
        session.answer(item.id, best(item))
    submit(tmp_path / "care", tmp_path / "SUBMISSIONS" / "asha.jsonl")
    (tmp_path / "PEOPLE.csv").write_text("Name,Email\nAsha Verma,asha@example.org\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_command_of_the_page_does_what_it_says(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert {one.split()[1] for one in COMMANDS} == {"grade", "progress"}
    for command in COMMANDS:
        _, *given = shlex.split(command)
        assert main(given) == 0, command
    told = capsys.readouterr().out
    assert "1 of 1 people on the roster handed in." in told
    assert "1 person. Stuck:" in told
    for made in ("RESULTS/gradebook-plain.csv", "RESULTS/report.html", "HALFWAY.csv"):
        assert (desk / made).is_file(), made
        assert made.rpartition("/")[2] in PAGE
    named = (desk / "RESULTS-OF-NEEDS" / "report.html").read_text(encoding="utf-8")
    assert "over the core of the lessons named: Needs" in named


def test_the_lengths_it_names_are_those_that_hold() -> None:
    assert f"more than {ON_PAGE:,} letters is cut on a page" in PAGE
    assert f"more than {IN_CELL:,} in a table" in PAGE
