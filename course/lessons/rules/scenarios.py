"""What each scenario's own diagnosis finds, at its place in the file."""

import re
from collections.abc import Iterator
from contextlib import suppress

from course.lessons.diagnostic import Diagnostic
from course.lessons.minutes import of_exercise
from course.lessons.rules.drafts import Draft


def diagnosed(draft: Draft) -> Iterator[Diagnostic]:
    """CC101 and on: findings of the scenario room."""
    from course.scenarios.diagnosis.diagnose import diagnose

    seen: set[str] = set()
    for one in draft.exercises:
        item = one.item
        if item.kind.scenario is None or item.key is None:
            continue
        source = one.scenario or one.source
        if source.file in seen:
            continue
        seen.add(source.file)
        prefix = "" if one.scenario else "scenario."
        diagnosed = diagnose(item.kind.scenario(item.exercise, item.key))
        if draft.timed:
            # The walk through all of it is in memory only now, and measuring asks for it as well.
            with suppress(Exception):  # the rule that measures says what is wrong
                of_exercise(item)
        for found in diagnosed:
            place = prefix + re.sub(r"\.(\d+)(?=\.|$)", r"[\1]", found.where)
            yield Diagnostic(
                code=found.code, file=source.file,
                line=source.line(place), place=place,
                problem=f"at {found.where}: {found.message}", mend=found.mend,
            )  # fmt: skip
