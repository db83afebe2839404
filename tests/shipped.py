"""The course that ships, read once for all tests of a process: content never changes."""

from functools import cache

from course import lessons


@cache
def load_course() -> lessons.Course:
    """As `course.lessons.load_course`, which reads the files anew."""
    return lessons.load_course()
