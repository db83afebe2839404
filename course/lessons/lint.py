"""Checking content: every rule over every lesson, as findings with stable codes."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

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
    looks: tuple[Look, ...] = (*RULES, scenarios.diagnosed)
    for look in looks:
        found.update(dict.fromkeys(_all_of(look, draft)))
    listed = sorted(found, key=lambda one: (one.file, one.line, one.code, one.place))
    return Checked(listed, reading.by_lesson(draft))


Look = Callable[[Draft], Iterable[Diagnostic]]
"""A rule, or another way of looking at a draft."""


def _all_of(look: Look, draft: Draft) -> list[Diagnostic]:
    """What one look finds; a file that it stumbles over is a finding, and hides no other's."""
    found, wrong = _tried(look, draft)
    if wrong is None:
        return found
    whole, told = [], []
    for one in draft.exercises:
        _, wrong = _tried(look, msgspec.structs.replace(draft, exercises=(one,)))
        if wrong is None:
            whole.append(one)
        else:
            told.append(one.at("CC001", "", _stumbled(look, wrong), "compare it with a neighbour"))
    found, wrong = _tried(look, msgspec.structs.replace(draft, exercises=tuple(whole)))
    if wrong is not None:
        problem, mend = _stumbled(look, wrong), "undo the last change, then look again"
        file = draft.course.folder.name
        told.append(Diagnostic(code="CC001", file=file, line=1, problem=problem, mend=mend))
    return [*found, *told]


def _tried(look: Look, draft: Draft) -> tuple[list[Diagnostic], Exception | None]:
    try:
        return list(look(draft)), None
    except Exception as error:  # whatever it is, the other files still want looking at
        return [], error


def _stumbled(look: Look, wrong: Exception) -> str:
    name = getattr(look, "code", "the walk through its conversation")
    return f"it cannot be checked: {name} ends with {type(wrong).__name__}: {wrong!s:.200}"


def lint(course: Course) -> list[Diagnostic]:
    """Everything to mend in a course, by file and line; errors and warnings alike."""
    return check(course).found
