"""What `course lint FILE` takes, in seconds of the processor, for every file of the lessons.

    python -m tests.benchmarks.lint_files [WORD …]

Each file is checked in a process of its own, as an author checks one: start-up and imports are part
of it, and modules are compiled already. It is the least of some rounds, as whatever else runs makes
every round longer. With words, only files with one of them in their path.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from course.lessons.places import shipped_folder

ROOT = Path(__file__).parents[2]
WORST = 24
"""Files that are named."""
ROUNDS = 3
WANTED = 2.0
"""Seconds within which an author has an answer."""


def files(words: list[str]) -> Iterator[Path]:
    """The files that authors check, or those whose path has one of these words."""
    every = [*shipped_folder().glob("*/page.md"), *shipped_folder().glob("*/*/*.yaml")]
    for path in sorted(every):
        if not words or any(one in str(path) for one in words):
            yield path


def seconds(path: Path) -> float:
    """Seconds of the processor, in the program and in the system, that checking a file takes."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "course", "lint", path], cwd=ROOT, capture_output=True, check=False,
        env=env,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(words: list[str]) -> None:
    """Prints the table."""
    found = {path: min(seconds(path) for _ in range(ROUNDS)) for path in files(words)}
    print(f"{'files of':<14}{'files':>6}{'median':>9}{'worst':>8}  CPU seconds")
    for room in ("page.md", "exercises", "scenarios"):
        there = [took for path, took in found.items() if room in (path.name, path.parent.name)]
        if there:
            print(f"{room:<14}{len(there):>6}{median(there):>9.2f}{max(there):>8.2f}")
    longer = sum(took > WANTED for took in found.values())
    print(f"\nMore than {WANTED:g} seconds: {longer}. Those that take longest:")
    for path in sorted(found, key=lambda one: -found[one])[:WORST]:
        print(f"{found[path]:>6.2f}  {path.relative_to(shipped_folder())}")


if __name__ == "__main__":
    main(sys.argv[1:])
