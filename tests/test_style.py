"""Lint and types are tests like any other, so that the one test line runs them."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff() -> None:
    ruff = Path(sys.executable).with_name("ruff")
    run(str(ruff) if ruff.exists() else shutil.which("ruff") or "ruff", "check", ".")


def test_types_are_strict() -> None:
    run(sys.executable, "-m", "mypy")
