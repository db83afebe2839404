"""What grading costs beside nbgrader: CPU for each submission of six questions, and the ratio.

Run it by hand, with the Python of an environment in which nbgrader 0.9.6 is installed alone:
``python -m tests.benchmarks.against_nbgrader PYTHON 20 200``. Each takes the same six
answers, right and wrong by turns: as six cells with a test each in a notebook, which nbgrader runs,
and as answers to six exercises, which the course marks. Both then write their feedback pages. What
children take is counted; both begin with an empty folder, and the smaller size goes first.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from course.answers import open_session
from course.answers.submission import submit
from course.lessons import Course
from tests.trainees import BEST

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests" / "fixtures" / "course"
OUR = Path(sys.executable)
WRONG: dict[str, Any] = {
    "pick-one": ["refund"],
    "pick-several": ["write-down"],
    "tag-lines": {"two-pieces": "solves", "by-friday": "solves", "ring-you": "hears"},
    "in-order": ["ask", "heard", "offer", "check"],
    "how-many": 55.6,
    "broken-mug": ["coupon", "new-mug"],
}


def answers(trainee: int) -> dict[str, Any]:
    """Six answers; which of them are wrong differs from one trainee to the next."""
    return {
        one: WRONG[one] if (trainee + place) % 3 == 0 else BEST[one]
        for place, one in enumerate(BEST)
    }


def cpu() -> float:
    """Seconds of CPU that children have taken so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(python: Path, *words: object, cwd: Path) -> None:
    """Runs one module of an environment; what it says is shown only where it fails."""
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    known = {"PYTHONPATH": str(ROOT)} if python == OUR else {}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(python), "-m", *map(str, words)], cwd=cwd, capture_output=True, text=True,
        env={**kept, **known, "PATH": path},
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


def ours(many: int, folder: Path) -> list[Callable[[], None]]:
    """Hand-ins of the course, and what grades them."""
    course = Course(CONTENT, CONTENT)
    for number in range(many):
        at = folder / "folders" / str(number)
        session = open_session(course, at)
        session.profile(f"Trainee {number}")
        for exercise, answer in answers(number).items():
            session.answer(exercise, answer)
        submit(at, folder / "handed-in" / f"{number:04}.jsonl")
    grade = ("course", "grade", "handed-in", "--out", "results", "--key", CONTENT)
    return [lambda: run(OUR, *grade, cwd=folder)]


def theirs(many: int, folder: Path, python: Path) -> list[Callable[[], None]]:
    """The same as nbgrader has it: a release, submissions of it, and what grades them."""
    (folder / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'care'\n", encoding="utf-8"
    )
    write(notebook(BEST), folder / "source" / "care" / "six.ipynb")
    nbgrader = (python, "nbgrader")
    run(*nbgrader, "generate_assignment", "care", "--create", cwd=folder)
    for number in range(many):
        write(
            notebook(answers(number)), folder / "submitted" / f"t{number:04}" / "care" / "six.ipynb"
        )
    return [
        lambda: run(*nbgrader, "autograde", "care", "--create", cwd=folder),
        lambda: run(*nbgrader, "generate_feedback", "care", cwd=folder),
    ]


def notebook(given: dict[str, Any]) -> nbformat.NotebookNode:
    """Six questions: a cell to answer in, and one that tests the answer, for a point."""
    cells = []
    for place, (exercise, answer) in enumerate(given.items()):
        cells.append(cell(f"q{place}", f"answer_{place} = {answer!r}", solution=True))
        test = f"assert answer_{place} == {BEST[exercise]!r}"
        cells.append(cell(f"t{place}", test, grade=True, locked=True, points=1))
    made: nbformat.NotebookNode = v4.new_notebook(cells=cells)
    made.metadata.kernelspec = {
        "name": "python3", "display_name": "Python 3", "language": "python",
    }  # fmt: skip
    return made


def cell(name: str, source: str, **about: object) -> nbformat.NotebookNode:
    """A cell as nbgrader marks it."""
    plain = {"grade": False, "grade_id": name, "locked": False, "schema_version": 3,
             "solution": False, "task": False, "cell_type": "code"}  # fmt: skip
    made: nbformat.NotebookNode = v4.new_code_cell(
        source, id=name, metadata={"nbgrader": {**plain, **about}}
    )
    return made


def write(made: nbformat.NotebookNode, path: Path) -> None:
    """Writes a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)


def each(name: str, many: int, steps: list[Callable[[], None]]) -> float:
    """Runs all steps, prints what they took, and returns seconds of CPU for each submission."""
    began, clock = cpu(), time.perf_counter()
    for step in steps:
        step()
    spent, wall = cpu() - began, time.perf_counter() - clock
    print(
        f"{many:5} submissions, {name:8}: {1000 * spent / many:8.1f} ms CPU each, "
        f"{spent:.1f} s CPU and {wall:.1f} s in all",
        flush=True,
    )
    return spent / many


def main(python: Path, sizes: list[int]) -> None:
    """Each size: ours, theirs, and how many times as much theirs takes."""
    for many in sizes:
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            mine = each("course", many, ours(many, Path(one)))
            their = each("nbgrader", many, theirs(many, Path(other), python))
        print(f"{many:5} submissions: nbgrader takes {their / mine:.0f} times as much CPU for each")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(one) for one in sys.argv[2:]] or [20, 200])
