"""The command line: in a process of its own, as a user runs it, or many times in this one."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

import pytest

from course.cli import main

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


def run_here(
    folder: Path, *words: object, cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """The same in this process: most of what a verb takes is Python's start."""
    given = [str(word) for word in words]
    # As a pipe takes it: bytes, so that what cannot be written is met here too.
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, chdir(cwd or folder):
        for name in [name for name in os.environ if name.startswith("COURSE_")]:
            patch.delenv(name)
        for name, value in more.items():
            patch.setenv(name, value)
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = main(given)
            except SystemExit as wrong:
                code = int(wrong.code or 0)
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode().replace(os.linesep, "\n"))
    return subprocess.CompletedProcess(given, code, *said)


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    return partial(run_here, tmp_path)


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
