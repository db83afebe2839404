"""Values of the house rules in braces, where nothing fills them in."""

import re
from collections.abc import Iterator

from course.codes import rule
from course.lessons.diagnostic import Diagnostic
from course.lessons.page import Prose
from course.lessons.rules.drafts import Draft
from course.lessons.rules.texts import texts

_NAMED = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


@rule("CC065")
def not_filled(draft: Draft) -> Iterator[Diagnostic]:
    """A page or an exercise names a value in braces, and only conversations have them filled in."""
    values = draft.course.house_rules.values if draft.rules is not None else {}
    for lesson in draft.lessons:
        for part in lesson.lesson.page.parts:
            if isinstance(part, Prose):
                for number, line in enumerate(part.text.splitlines()):
                    for name in _names(line, values):
                        yield lesson.at("CC065", part.lines[number], *_told(name, values[name]))
    for one in draft.exercises:
        for text in texts(one.source.data):
            for name in _names(text.text, values):
                yield one.at("CC065", text.place, *_told(name, values[name]))


def _names(text: str, values: dict[str, int | float | str]) -> list[str]:
    return [name for name in dict.fromkeys(_NAMED.findall(text)) if name in values]


def _told(name: str, value: int | float | str) -> tuple[str, str]:
    problem = f"{{{name}}} is shown as it stands here: only a conversation has it filled in"
    return problem, f"write {value}, and 'true_when: [{name} is {value}]' in the exercise"
