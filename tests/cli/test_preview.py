"""`course start --preview`: what cannot be previewed gets a sentence, and no server."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CONTENT

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mine/first/exercises/none.yaml",), "There is no file called"),
        (("mine/first/page.md",), "is no exercise and no scenario of a lesson."),
        (("mine/order.yaml",), "is no exercise and no scenario of a lesson."),
        (("mine/first/scenarios/lonely.yaml",), "No exercise plays first/scenarios/lonely.yaml."),
        (("mine/first/exercises/pick-one.yaml", "--content", "other"), "other holds no lesson"),
        (("mine/first/exercises/pick-one.yaml", "my-folder"), "leave FOLDER and --from out"),
    ],
)
def test_what_cannot_be_previewed(
    course: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    mine = Path(shutil.copytree(CONTENT, tmp_path / "mine"))
    (tmp_path / "other").mkdir()
    scenarios = mine / "first" / "scenarios"
    shutil.copy(scenarios / "broken-mug.yaml", scenarios / "lonely.yaml")
    file, *more = words
    done = course("start", *more, "--preview", file, "--no-browser")
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "my-folder").exists()
