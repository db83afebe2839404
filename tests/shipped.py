"""The course that ships, read and checked once for all tests of a process: it never changes."""

from functools import cache

from course import lessons
from course.lessons.lint import Checked, check


@cache
def load_course() -> lessons.Course:
    """As `course.lessons.load_course`, which reads the files anew."""
    return lessons.load_course()


@cache
def checked() -> Checked:
    """What the lint finds in it, which explores every scenario for it."""
    return check(load_course())
