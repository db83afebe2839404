"""Values of the house rules in braces, where nothing fills them in."""

import re
from collections.abc import Iterator

import msgspec

from course.codes import rule
from course.exercises import Item
from course.lessons.diagnostic import Diagnostic
from course.lessons.page import Prose
from course.lessons.rules.drafts import Draft
from course.lessons.rules.texts import texts

_NAMED = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


@rule("CC065")
def not_filled(draft: Draft) -> Iterator[Diagnostic]:
    """A page or an exercise has a name in braces, and only conversations have them filled in."""
    rules = draft.course.house_rules if draft.rules is not None else None
    values = {**rules.values, "company": rules.company} if rules is not None else {}
    for lesson in draft.lessons:
        for part in lesson.lesson.page.parts:
            if isinstance(part, Prose):
                for number, line in enumerate(part.text.splitlines()):
                    for name in _names(line):
                        yield lesson.at("CC065", part.lines[number], *_told(name, values.get(name)))
    for one in draft.exercises:
        # A kind may fill them in, and an exercise may draw values of its own.
        left = {name for text in _shown(one.item) for name in _names(text)} & values.keys()
        for text in texts(one.source.data) if left else ():
            for name in left & set(_names(text.text)):
                yield one.at("CC065", text.place, *_told(name, values[name]))


def _shown(item: Item) -> Iterator[str]:
    """Every text of an exercise and its key as they are when all is made ready."""
    for part in (item.exercise, item.key):
        yield from (text.text for text in texts(msgspec.to_builtins(part)))


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(_NAMED.findall(text)))


def _told(name: str, value: int | float | str | None) -> tuple[str, str]:
    problem = f"{{{name}}} is shown as it stands here: only a conversation has it filled in"
    if isinstance(value, int | float):
        return problem, f"write {value}, and 'true_when: [{name} is {value}]' in the exercise"
    return problem, f"write {value or 'the words themselves'}"
