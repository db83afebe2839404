"""One exercise by itself: found from a file, and read without all that stands around it."""

from functools import cached_property
from pathlib import Path

from course.lessons.load import Course, Lesson, read_page
from course.lessons.part import part_of

FOLDERS = ("exercises", "scenarios")


class NoExercise(Exception):
    """A file that there is no exercise for; the message says why, and what to do."""


def exercise_file(course: Course, path: Path) -> Path:
    """The exercise that a file is, or the first that plays it where it is a scenario.

    Raises:
        NoExercise: where it is neither, or nothing plays it.
    """
    part = part_of(course, path) if course.folder in path.parents else None
    if part is None or path.parent.name not in FOLDERS:
        raise NoExercise(
            f"{path} is no exercise and no scenario of a lesson. Such files are in the folders "
            "'exercises' and 'scenarios' of a lesson, beside its page.md."
        )
    if not part.exercises:
        raise NoExercise(
            f"No exercise plays {course.shown(path)}. Add a file to "
            f"{part.lesson}/exercises with 'kind: dialogue' and 'scenario: {path.stem}'."
        )
    return min(part.exercises)


class Alone(Course):
    """A course of one exercise: no order and no page of the content has to be sound for it.

    Args:
        folder: The content folder.
        records: Where the tables that exercises show are.
        file: The exercise's file.
    """

    def __init__(self, folder: Path, records: Path, file: Path) -> None:
        super().__init__(folder, records, forgiving=True)
        self.file = file

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The one lesson that it stands in."""
        return (self.file.parent.parent.name,)

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """That lesson, with nothing on its page but the exercise."""
        (name,) = self.order
        text = f"# {name}\n\n@exercise {self.file.stem}\n"
        page = read_page(text, self.shown(self.file))
        return {name: Lesson(self, self.folder / name, page)}
