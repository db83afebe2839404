"""`course build`: notebooks from the lessons' pages, run, for the repository."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from course.lab.executed import CellFailed, execute
from course.lab.files import write_bytes
from course.lessons import Course
from course.lessons.build import build


def build_into(course: Course, out: Path, *, run: bool = True) -> Iterator[str]:
    """Writes every page of a course as a notebook; says what was done, a line each.

    A notebook of a lesson that there is no more is taken away. One that was written by hand is
    only run again.
    """
    built = build(course, check_exercises=True)
    yield from built.left_out
    os.environ["COURSE_CONTENT"] = str(course.folder.resolve())
    out.mkdir(parents=True, exist_ok=True)
    for name, data in built.notebooks.items():
        write_bytes(out / name, _run(name, data, out) if run else data)
        yield str(out / name)
    for path in sorted(out.rglob("*.ipynb")):
        if (
            path.name in built.notebooks and path.parent == out
        ) or ".ipynb_checkpoints" in path.parts:
            continue
        if _lesson(path):
            path.unlink()
            yield f"{path} is no lesson any more, and was taken away."
        elif run:
            write_bytes(path, _run(path.name, path.read_bytes(), path.parent))
            yield str(path)


def _run(name: str, data: bytes, folder: Path) -> bytes:
    try:
        return execute(data, folder)
    except CellFailed as error:
        raise CellFailed(f"{name}: {error}") from None


def _lesson(path: Path) -> str:
    """The lesson that a notebook was built from; empty where it was written by hand."""
    try:
        return str(json.loads(path.read_bytes())["metadata"]["course"]["lesson"])
    except (ValueError, LookupError, TypeError):
        return ""
