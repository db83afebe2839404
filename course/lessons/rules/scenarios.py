"""What each scenario's own diagnosis finds, at its place in the file."""

import re
from collections.abc import Iterator

from course.lessons.diagnostic import Diagnostic
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
        for found in diagnose(item.kind.scenario(item.exercise, item.key)):
            place = prefix + re.sub(r"\.(\d+)(?=\.|$)", r"[\1]", found.where)
            yield Diagnostic(
                code=found.code, file=source.file,
                line=source.line(place), place=place,
                problem=f"at {found.where}: {found.message}", mend=found.mend,
            )  # fmt: skip
