"""Checking content: every rule over every lesson, as findings with stable codes."""

from typing import NamedTuple

from course.codes import Rule, gathered
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import Course
from course.lessons.rules import (
    drafts,
    kinds,
    options,
    pages,
    reading,
    scenarios,
    structure,
    words,
)
from course.lessons.rules.drafts import Draft
from course.lessons.rules.ease import Ease

RULES: tuple[Rule[[Draft], Diagnostic], ...] = gathered(
    structure, kinds, pages, options, words, reading
)
"""Every rule of this room; a new one is a function with its code, in one of these files."""


class Checked(NamedTuple):
    """What checking a course came to."""

    found: list[Diagnostic]
    """Everything to mend, by file and line; errors and warnings alike."""
    ease: dict[str, Ease]
    """How easy each lesson is to read, by its id."""


def check(course: Course) -> Checked:
    """Reads a whole course and tries every rule on it."""
    draft = drafts.read_draft(course)
    found = dict.fromkeys(draft.unreadable)
    for rule in RULES:
        found.update(dict.fromkeys(rule(draft)))
    found.update(dict.fromkeys(scenarios.diagnosed(draft)))
    listed = sorted(found, key=lambda one: (one.file, one.line, one.code, one.place))
    return Checked(listed, reading.by_lesson(draft))


def lint(course: Course) -> list[Diagnostic]:
    """Everything to mend in a course, by file and line; errors and warnings alike."""
    return check(course).found
