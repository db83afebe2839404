"""Checking content: every rule over every lesson, as findings with stable codes.

CC001 to CC039 are about files and how they hang together, CC040 to CC059 about options, words and
reading ease, CC101 and on about scenarios.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

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

Rule = Callable[[Draft], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    structure.no_lesson,
    structure.repeated_id,
    structure.shown_without_file,
    structure.file_not_shown,
    structure.shown_twice,
    structure.unknown_objective,
    structure.objective_not_covered,
    structure.scenario_not_used,
    structure.returns_nothing,
    structure.hints_on_return,
    kinds.own_problems,
    kinds.specimens_behave,
    pages.not_understood,
    pages.leads_nowhere,
    pages.not_there,
    pages.not_listed,
    pages.empty_station,
    options.longest_is_right,
    options.much_longer,
    options.same_place,
    words.no_explanation,
    words.long_explanation,
    words.said_twice,
    words.exclamation,
    words.emoji,
    reading.hard_lesson,
    reading.hard_exercise,
    reading.long_sentence,
    scenarios.diagnosed,
)


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
    listed = sorted(found, key=lambda one: (one.file, one.line, one.code, one.place))
    return Checked(listed, reading.by_lesson(draft))


def lint(course: Course) -> list[Diagnostic]:
    """Everything to mend in a course, by file and line; errors and warnings alike."""
    return check(course).found
