"""Public lists of what employers ask for, and the objectives of the course that serve each line."""

from msgspec import Struct

from course.lessons.load import Course

FILE = "standards.yaml"


class StandardLine(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a public list."""

    id: str
    title: str
    served_by: tuple[str, ...]
    """Ids of objectives; none where the line is not part of the course."""


class Standard(Struct, frozen=True, forbid_unknown_fields=True):
    """A public list of what employers ask for."""

    id: str
    title: str
    lines: tuple[StandardLine, ...]


def standards(course: Course) -> tuple[Standard, ...]:
    """The lists that a course is held against; none where it has no such file.

    Raises:
        ContentError: where the file is there and cannot be read.
    """
    path = course.folder / FILE
    if not path.is_file():
        return ()
    source = course.source(path)
    return source.convert(source.data, tuple[Standard, ...])
