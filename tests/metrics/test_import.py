from __future__ import annotations

import subprocess
import sys


def test_importing_the_room_imports_nothing_heavy():
    heavy = "['scipy', 'matplotlib', 'pandas', 'numpy', 'narwhals', 'statistics']"
    code = f"import sys, course.metrics; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
