"""What belongs to lessons of the course that an author has not kept.

Whoever copies the course and keeps a lesson or two still has the objectives and the sayings of
all. That is no mistake: nobody meets them, and nothing is promised.
"""

from functools import cached_property
from pathlib import Path

from course.lessons.decode import ContentError
from course.lessons.load import PAGE, Course
from course.lessons.places import shipped_folder


class LeftOut:
    """The lessons that the package carries and a course has not. Read only when asked.

    >>> from course.lessons import load_course
    >>> sorted(LeftOut(load_course()).exercises)
    []
    """

    def __init__(self, course: Course) -> None:
        shipped = shipped_folder()
        self._shipped = Course(shipped, course.records)
        self._folders = [
            path.parent
            for path in sorted(shipped.glob(f"*/{PAGE}"))
            if not (course.folder / path.parent.name).is_dir()
        ]

    @cached_property
    def exercises(self) -> frozenset[str]:
        """Ids of the exercises of these lessons."""
        return frozenset(path.stem for path in self._files("exercises"))

    @cached_property
    def objectives(self) -> frozenset[str]:
        """Ids of the objectives that these exercises cover."""
        covered: set[str] = set()
        for path in self._files("exercises"):
            try:
                covered.update(self._shipped.read_glance(path).covers)
            except ContentError:
                continue
        return frozenset(covered)

    @cached_property
    def sayings(self) -> frozenset[str]:
        """Sayings that the course explains, for these lessons or for others."""
        if not self._folders:
            return frozenset()
        return frozenset(one.says for one in self._shipped.glossary)

    def _files(self, room: str) -> list[Path]:
        return [path for one in self._folders for path in sorted((one / room).glob("*.yaml"))]
