"""The command line, run as a user runs it: in its own process."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "tests" / "fixtures" / "course"


def run_in(
    folder: Path, *words: object, cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Runs one verb in a folder, knowing nothing of the course around the tests."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COURSE_")}
    return subprocess.run(
        [sys.executable, "-m", "course", *map(str, words)],
        cwd=cwd or folder, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={**kept, "PYTHONPATH": str(ROOT), **more},
    )  # fmt: skip


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    return partial(run_in, tmp_path)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What three simulated learners hand in, played once."""
    folder = tmp_path_factory.mktemp("played")
    done = run_in(folder, "play", "--learners", 3, "--out", "handed-in", "--content", CONTENT)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    return folder / "handed-in"


@pytest.fixture
def handed_in(played: Path, tmp_path: Path) -> Path:
    """A copy to grade, and to spoil."""
    return Path(shutil.copytree(played, tmp_path / "handed-in"))
