"""`course build`: notebooks from the lessons' pages, run, for the repository."""

import json
from collections.abc import Iterator
from pathlib import Path

from course.lab.executed import CellFailed, execute
from course.lab.files import write_bytes
from course.lessons import Course
from course.lessons.build import PAGES, build


class NotBuilt(Exception):
    """Something could not be built, or stands where something would go; the message lists all."""


def build_into(course: Course, out: Path, *, run: bool = True, own: bool = False) -> Iterator[str]:
    """Writes every page of a course as a notebook; says what was done, a line each.

    Args:
        course: The content.
        out: Where the notebooks go. A notebook there that was written by hand is not overwritten.
        run: Whether they are run.
        own: Whether `out` is the course's own folder of notebooks. Then one of a lesson that there
            is no more is taken away, and those written by hand are run again. Anywhere else all
            that is not built now is somebody's, and is left alone.

    Raises:
        CellFailed: where a cell of a notebook written by hand fails.
        NotBuilt: at the end, where something is missing.
    """
    built = build(course, check_exercises=True)
    wrong = list(built.left_out)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in built.notebooks.items():
        path = out / name
        if path.exists() and not _built_from(path):
            wrong.append(f"{path} was not built from a lesson, so it is kept. Move it away.")
            continue
        try:
            write_bytes(path, _run(name, data, out, course.folder) if run else data)
        except CellFailed as error:
            wrong.append(str(error))
        else:
            yield str(path)
    if own:
        known = {*course.order, *(one.id for one in PAGES)}
        yield from _look_after(course, out, known, run=run)
    if wrong:
        raise NotBuilt("\n".join(wrong))


def _look_after(course: Course, out: Path, known: set[str], *, run: bool) -> Iterator[str]:
    """The other notebooks of the course's own folder; those of `known` have been seen to."""
    for path in sorted(out.rglob("*.ipynb")):
        source = _built_from(path)
        # One that is listed and could not be built keeps its notebook until it is mended.
        if source in known or ".ipynb_checkpoints" in path.parts:
            continue
        if source:
            path.unlink()
            yield f"{path} is no lesson any more, and was taken away."
        elif run:
            write_bytes(path, _run(path.name, path.read_bytes(), path.parent, course.folder))
            yield str(path)


def _run(name: str, data: bytes, folder: Path, content: Path) -> bytes:
    try:
        return execute(data, folder, content)
    except CellFailed as error:
        raise CellFailed(f"{name}: {error}") from None


def _built_from(path: Path) -> str:
    """The lesson or page that a notebook was built from; empty where it was written by hand."""
    try:
        source = json.loads(path.read_bytes())["metadata"]["course"]
        return str(source["lesson"] if "lesson" in source else source["page"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""
