"""Lessons that were written with the pages for authors and the command line alone stay sound.

`bank` and `clinic` were written while the tools were made, the others by people new to them.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from course.docs.keys import page
from course.exercises import best, check
from course.lessons import Course, records_folder
from course.lessons.lint import lint
from course.yaml_text import parse

FOLDER = Path(__file__).parents[1] / "fixtures" / "authored"
TRADES = [path.name for path in sorted(FOLDER.iterdir())]


@pytest.fixture(params=TRADES)
def trade(request: pytest.FixtureRequest) -> Course:
    return Course(FOLDER / request.param, records_folder())


def test_there_is_nothing_to_mend(trade: Course) -> None:
    assert [str(one) for one in lint(trade)] == []


def test_it_has_two_stations_a_conversation_and_a_best_way_through_it(trade: Course) -> None:
    (lesson,) = trade.lessons.values()
    assert len([one for one in lesson.page.stations if one.title]) >= 2
    (talk,) = (one for one in lesson.values() if one.kind.scenario is not None)
    assert check(talk, best(talk)).share > 0.9


def test_it_is_played_and_graded(trade: Course, tmp_path: Path) -> None:
    handed, out = tmp_path / "handed", tmp_path / "out"
    for verb in (
        ["play", "--learners", "2", "--out", handed, "--content", trade.folder],
        ["grade", handed, "--out", out, "--key", trade.folder],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "course", *map(str, verb)], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert len((out / "grades.csv").read_text("utf-8").splitlines()) == 3


def test_every_key_in_it_stands_in_the_reference(trade: Course) -> None:
    known = set(re.findall(r"^\| `([\w-]+)` \|", page(), re.MULTILINE)) | {"kind", "key"}
    for path in trade.folder.rglob("*.yaml"):
        data, _ = parse(path.read_text(encoding="utf-8"))
        # Names that an author gives: options, values of the company, arguments of a calculator.
        free = {"worth", "because", "belongs", "values", "arguments", "slips", "channels"}
        # Of a table, its columns.
        free |= {"table", "headings"}
        assert _keys(data, free) <= known, path


def _keys(data: Any, free: set[str]) -> set[str]:
    if isinstance(data, list):
        return {name for one in data for name in _keys(one, free)}
    if not isinstance(data, dict):
        return set()
    inner = {name for key, one in data.items() if key not in free for name in _keys(one, free)}
    return set(data) | inner
