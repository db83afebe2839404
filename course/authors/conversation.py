"""The conversation that an author names: by its name, or by a file that holds it or plays it."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from course.exercises import Item
from course.lessons import Course
from course.lessons.alone import NoExercise, exercise_file
from course.lessons.load import ORDER
from course.lessons.part import root_of, whole
from course.scenarios import Scenario


class NotFound(NoExercise):
    """There is no such exercise or conversation; the message says what there is."""


def content_of(named: str, content: Path | None) -> Path | None:
    """The content folder: the one given, else the one that the file named lies in, else none.

    Without a file it is the content folder that we stand in, if we stand in one.

    Raises:
        NotFound: where the one given is no folder with an order of lessons.
    """
    if content is not None:
        if not (content / ORDER).is_file():
            raise NotFound(f"{content} has no {ORDER}, so it is no content folder.")
        return whole(content)
    path = Path(named)
    root = root_of(whole(path if path.is_file() else Path()))
    return root if (root / ORDER).is_file() else None


def find(course: Course, named: str) -> Path:
    """The file of that name: a scenario, or an exercise; or the file whose path it is.

    Raises:
        NotFound: where there is none.
    """
    path = Path(named)
    if path.suffix == ".yaml" and path.is_file():
        return whole(path)
    there = {path.stem: path for path in _files(course)}
    if named in there:
        return there[named]
    near = get_close_matches(named, there, 1)
    names = ", ".join(path.stem for path in _files(course) if path.parent.name == "scenarios")
    ask = f"Did you mean '{near[0]}'? " if near else ""
    listed = f"The conversations are: {names}." if names else "It holds no conversation yet."
    raise NotFound(f"There is nothing called '{named}' in {course.folder}. {ask}{listed}")


def _files(course: Course) -> Iterator[Path]:
    """The exercises, then the scenarios, so that a name that both have is the scenario's."""
    for folder in ("exercises", "scenarios"):
        yield from sorted(course.folder.glob(f"*/{folder}/*.yaml"))


def read(course: Course, path: Path) -> Scenario:
    """The whole conversation of such a file: with its rubric, and house rules filled in.

    Raises:
        NoExercise: where there is no conversation in it.
        ContentError: where it cannot be read.
    """
    item = course.read_item(exercise_file(course, path))
    return scenario_of(item)


def scenario_of(item: Item) -> Scenario:
    """The conversation that an exercise plays.

    Raises:
        NotFound: where it plays none, or where what it marks by is not here.
    """
    if item.kind.scenario is None:
        raise NotFound(f"{item.file} is an exercise of the kind '{item.kind.name}'; only a "
                       "conversation has a map.")  # fmt: skip
    if item.key is None:
        raise NotFound(f"{item.file} has no key here, so its lines cannot be told apart.")
    scenario: Scenario = item.kind.scenario(item.exercise, item.key)
    return scenario
