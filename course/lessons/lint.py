"""Checking content: every rule over every lesson, as findings with stable codes."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

import msgspec

from course.codes import CODES, Rule, gathered
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import Course
from course.lessons.part import Part
from course.lessons.rules import (
    braces,
    claims,
    copied,
    drafts,
    figures,
    kinds,
    options,
    pages,
    plain,
    reading,
    scenarios,
    stations,
    structure,
    trades,
    words,
)
from course.lessons.rules.drafts import Draft
from course.lessons.rules.ease import Ease

RULES: tuple[Rule[[Draft], Diagnostic], ...] = gathered(
    structure,
    kinds,
    pages,
    stations,
    options,
    words,
    plain,
    reading,
    claims,
    figures,
    copied,
    braces,
    trades,
)
"""Every rule of this room; a new one is a function with its code, in one of these files."""
FOLLOWS = "CC003"
"""What is said of the answers of a conversation: only once nothing else is wrong with it."""


class Checked(NamedTuple):
    """What checking a course, or a part of it, came to."""

    found: list[Diagnostic]
    """Everything to mend, by file and line; errors and warnings alike."""
    ease: dict[str, Ease]
    """How easy each lesson that was read whole is to read, by its id."""
    untried: tuple[str, ...] = ()
    """Codes of the rules that need more than the part that was checked."""
    notes: tuple[str, ...] = ()
    """What an author should know, and need not mend; sentences."""


def check(course: Course, part: Part | None = None) -> Checked:
    """Reads a course and tries every rule on it.

    Args:
        course: The content.
        part: The file or the lesson to check; None for all.
    """
    draft = drafts.read_draft(course, part)
    untried = frozenset(_beyond(part))
    found = dict.fromkeys(draft.unreadable)
    looks: list[Look] = [rule for rule in RULES if rule.code not in untried]
    for look in (scenarios.diagnosed, *looks):
        found.update(dict.fromkeys(_all_of(look, draft)))
    wanted = [
        one for one in _by_themselves(found, draft) if part is None or part.holds(course, one.file)
    ]
    wanted.sort(key=lambda one: (one.file, one.line, one.code, one.place))
    ease = reading.by_lesson(draft) if part is None or part.whole_lesson else {}
    if part is not None:
        ease = {name: one for name, one in ease.items() if name == part.lesson}
    notes = tuple(claims.not_looked_up(draft)) if part is None else ()
    return Checked(wanted, ease, tuple(sorted(untried)), notes)


def _by_themselves(found: Collection[Diagnostic], draft: Draft) -> Iterator[Diagnostic]:
    """Without what only follows: where a conversation has errors, its answers come out wrong."""
    wrong = {one.file for one in found if one.severity == "error" and one.code != FOLLOWS}
    follow = {
        one.source.file
        for one in draft.exercises
        if one.item.kind.scenario is not None and (one.scenario or one.source).file in wrong
    }
    yield from (one for one in found if one.code != FOLLOWS or one.file not in follow)


def _beyond(part: Part | None) -> Iterator[str]:
    """Codes of the rules that such a part is too small for."""
    if part is not None:
        reached = ("file", "lesson") if part.whole_lesson else ("file",)
        yield from (rule.code for rule in RULES if CODES[rule.code].reach not in reached)


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
