"""Lessons of other trades, each written by somebody new with the guide and the command line alone.

They stay as they were written: what their authors relied on must go on working.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from course.lessons import load_course
from course.lessons.lint import lint

WRITTEN = Path(__file__).parents[1] / "fixtures" / "by_new_authors"
TRADES = sorted(path.name for path in WRITTEN.iterdir() if path.is_dir())


@pytest.mark.parametrize("trade", TRADES)
def test_it_lints_clean(trade: str) -> None:
    assert lint(load_course(WRITTEN / trade)) == []


@pytest.mark.parametrize("trade", TRADES)
def test_it_is_two_stations_or_more_and_a_conversation(trade: str) -> None:
    course = load_course(WRITTEN / trade)
    assert sum(len(lesson.page.stations) for lesson in course.lessons.values()) >= 2
    kinds = [item.kind.name for item in course.items()]
    assert "dialogue" in kinds
    assert len(set(kinds)) >= 4


@pytest.mark.parametrize("trade", TRADES)
def test_it_is_played_and_graded(trade: str, tmp_path: Path) -> None:
    content, handed, out = WRITTEN / trade, tmp_path / "handed", tmp_path / "out"
    for verb in (
        ["play", "--learners", "2", "--out", handed, "--content", content],
        ["grade", handed, "--out", out, "--key", content],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "course", *map(str, verb)], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert len((out / "grades.csv").read_text("utf-8").splitlines()) == 3
