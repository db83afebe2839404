"""The command line, run as a user runs it: in its own process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "tests" / "fixtures" / "course"


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("COURSE_")}
        return subprocess.run(
            [sys.executable, "-m", "course", *map(str, arguments)],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120,
            env={**kept, "PYTHONPATH": str(ROOT), **environment},
        )  # fmt: skip

    return run
