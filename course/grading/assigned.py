"""Which lessons the mark is made over."""

from collections.abc import Iterable

from course.lessons import Course


class UnknownLesson(ValueError):
    """A lesson was named that the course does not have; the message lists those there are."""


def assigned(course: Course, lessons: Iterable[str] | None = None) -> tuple[str, ...]:
    """Ids of the lessons that an instructor assigned, in the order of the course.

    Args:
        course: The content.
        lessons: Those named; None for all.

    Raises:
        UnknownLesson: where one is not in the course, or none is named.
    """
    known = tuple(course.lessons)
    if lessons is None:
        return known
    named = set(lessons)
    listed = ", ".join(known)
    for one in sorted(named - set(known)):
        raise UnknownLesson(f"There is no lesson called '{one}'. There are: {listed}.")
    if not named:
        raise UnknownLesson(f"No lesson is named to mark. There are: {listed}.")
    return tuple(one for one in known if one in named)
