"""Lint and types are tests like any other, so that the one test line runs them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNDERLINED = re.compile(r"^ *(?:Parameters|Attributes|Returns|Yields|Raises)\n *-{3,}$", re.M)


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("words", [("check", "."), ("format", "--check", ".")], ids=lambda w: w[0])
def test_ruff(words: tuple[str, ...]) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    run(str(ruff) if ruff.exists() else shutil.which("ruff") or "ruff", *words)


def test_docstrings_have_one_style() -> None:
    """Ruff sees to Google's sections; it takes NumPy's `Parameters` for prose."""
    files = (ROOT / "course").rglob("*.py")
    assert [one.name for one in files if UNDERLINED.search(one.read_text(encoding="utf-8"))] == []


def test_types_are_strict() -> None:
    # Nobody comes back to a checkout of CI: what would be kept for the next time is not written.
    kept = ["--cache-dir", os.devnull] if os.environ.get("CI") else []
    run(sys.executable, "-m", "mypy", *kept)
