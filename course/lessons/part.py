"""A part of a course that is checked alone: one file of a lesson, or one lesson."""

from os.path import realpath
from pathlib import Path

from msgspec import Struct

from course.lessons.decode import ContentError
from course.lessons.load import ORDER, PAGE, Course


class Part(Struct, frozen=True, kw_only=True):
    """What is to be checked, and what must be read for it."""

    path: Path
    """The file, or the lesson's folder."""
    lesson: str
    exercises: frozenset[Path]
    """The exercise files that are read: the one, those that play the scenario, or the lesson's."""

    @property
    def whole_lesson(self) -> bool:
        """Whether a whole lesson is checked."""
        return self.path.name == self.lesson

    def holds(self, course: Course, file: str) -> bool:
        """Whether a finding in this file, named as findings name it, is one of the part."""
        shown = course.shown(self.path)
        if self.whole_lesson:
            return file.startswith(f"{shown}/")
        return file == shown or file in {
            course.shown(scenario)
            for scenario in (scenario_of(course, one) for one in self.exercises if one == self.path)
            if scenario is not None
        }


def whole(path: Path) -> Path:
    """The path with no link in it; links in a circle stay as they are.

    >>> whole(Path("/tmp/..")).as_posix() in ("/", "C:/")
    True
    """
    return Path(realpath(path))


def root_of(path: Path) -> Path:
    """The content folder that a path lies in: the nearest that has an order of lessons.

    The path itself, or its folder, where none above it has one.
    """
    here = path if path.is_dir() else path.parent
    return next((one for one in (here, *here.parents) if (one / ORDER).is_file()), here)


def part_of(course: Course, path: Path) -> Part | None:
    """The part that a path names; None where it is about the whole course, as its order is."""
    inside = path.relative_to(course.folder).parts
    if not inside or not (course.folder / inside[0] / PAGE).is_file():
        return None
    folder = course.folder / inside[0]
    there = sorted((folder / "exercises").glob("*.yaml"))
    if path.is_dir():
        # A folder of a lesson says little without the lesson.
        path = folder
        wanted = there
    elif path.parent.name == "scenarios":
        wanted = [one for one in there if scenario_of(course, one) == path]
    else:
        wanted = [one for one in there if one == path]
    return Part(path=path, lesson=folder.name, exercises=frozenset(wanted))


def is_read(part: Part) -> bool:
    """Whether the file of a part is one that a lesson is read from."""
    inside = part.path.parent.name
    if inside == part.lesson:
        return part.path.name == PAGE
    return inside in ("exercises", "scenarios") and part.path.suffix == ".yaml"


def scenario_of(course: Course, exercise: Path) -> Path | None:
    """The scenario file that an exercise file names; None where it names none."""
    try:
        data = course.source(exercise).data
    except ContentError:
        return None
    name = data.get("scenario") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return None
    return exercise.parent.parent / "scenarios" / f"{name}.yaml"
