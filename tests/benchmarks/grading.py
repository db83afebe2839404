"""What grading costs: CPU for each submission, and memory, at growing size.

Run it by hand: ``python -m tests.benchmarks.grading``. 60 simulated learners take the course, and
their hand-ins are given other ids, so that every cohort is of that many trainees. `COURSE_LONG=1`
adds 10,000.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course.grading import Grading, put
from course.grading.simulate import simulate
from course.lessons import load_course
from course.reports import results

PLAYED = 60
SIZES = [20, 200, 2000, *([10_000] if os.environ.get("COURSE_LONG") else [])]


def relabelled(played: list[Path], many: int, folder: Path) -> None:
    """That many hand-ins: those played, over and over, each under an id of its own."""
    folder.mkdir()
    for number in range(many):
        raw = played[number % len(played)].read_bytes()
        was = json.loads(raw.split(b"\n", 1)[0])["trainee"].encode()
        (folder / f"{number:05}.jsonl").write_bytes(raw.replace(was, b"t%012x" % number))


def measured(folder: Path, out: str) -> None:
    """Prints what grading a folder took: its marks, or with `out` all of its results."""
    course = load_course()
    exercises = sum(1 for _ in course.items())
    began, clock = time.process_time(), time.perf_counter()
    grading = Grading(course, [folder])
    if out:
        put(Path(out), results(grading))
    else:
        for _ in grading:
            pass
    cpu, wall = time.process_time() - began, time.perf_counter() - clock
    many = len(grading.summary().standings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = "with pages and tables" if out else "marks alone"
    print(
        f"{many:6,} submissions of {exercises} exercises, {what}: {1000 * cpu / many:.1f} ms CPU "
        f"each, {cpu:.1f} s CPU and {wall:.1f} s in all, at most {peak:.0f} MB"
    )


def main() -> None:
    """Each size in a process of its own, for its memory."""
    with tempfile.TemporaryDirectory() as temporary:
        played = list(simulate(load_course(), PLAYED, Path(temporary) / "played"))
        for many in SIZES:
            folder = Path(temporary) / str(many)
            relabelled(played, many, folder)
            for out in ("", str(Path(temporary) / f"out-{many}")):
                again = [sys.executable, "-m", "tests.benchmarks.grading", str(folder), out]
                subprocess.run(again, check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measured(Path(sys.argv[1]), sys.argv[2])
    else:
        main()
