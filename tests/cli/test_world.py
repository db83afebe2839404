"""`course world` and `course lint --world`, as somebody in a bank runs them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_bank_is_written_and_begun(course: Run, tmp_path: Path) -> None:
    done = course("world", "bank", "--out", "ours")
    assert (done.returncode, done.stderr) == (0, "")
    assert "qualities: 19 of 38 exercises" in done.stdout
    assert (tmp_path / "ours" / "complaints" / "page.md").is_file()
    again = course("world", "bank", "--out", "ours")
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert "Traceback" not in again.stderr


def test_lint_checks_a_world_without_leaving_anything(course: Run, tmp_path: Path) -> None:
    """The others are checked in tests/worlds/test_shipped.py."""
    done = course("lint", "--world", "telecom")
    assert done.returncode == 0
    assert "0 errors, 0 warnings." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_wrong_use_is_told_in_a_sentence(course: Run) -> None:
    assert course("world").stdout.split() == ["bank", "telecom"]
    for words, said in (
        (("world", "bakery", "--out", "x"), "There is no world called 'bakery'. There are: bank"),
        (("world", "bank"), "Say with --out where the lessons go."),
        (("lint", "--world", "bakery"), "There is no world called 'bakery'."),
        (("lint", "somewhere", "--world", "bank"), "Name a folder or a world, not both"),
    ):
        done = course(*words)
        assert done.returncode == 2
        assert said in done.stderr
