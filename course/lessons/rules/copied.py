"""Files that were copied from the course, and have changed there since."""

from collections.abc import Iterator

from course.codes import rule
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.drafts import Draft
from course.lessons.upstream import FILE, changed, recorded


@rule("CC037")
def changed_upstream(draft: Draft) -> Iterator[Diagnostic]:
    """A file is another one in the course than it was when it was copied."""
    if draft.upstream is None:
        return
    record = recorded(draft.course)
    places = {one.file: place for place, one in enumerate(record)}
    folder = draft.course.folder.name
    for one in changed(draft.course, record):
        seen = f"'course copy {folder} --seen {one.name}'"
        what, mend = f"the course has changed {one.name} since you copied it", ""
        if one.gone:
            what, mend = f"the course has no {one.name} any more", f"keep yours with {seen}"
        elif one.by_author:
            what += ", and you have changed it too"
            mend = f"put in by hand what you want of it, then {seen}"
        else:
            take = f"'course copy {folder} --take {one.name}'"
            mend = f"take it over with {take}, or keep yours with {seen}"
        yield Diagnostic(
            code="CC037", file=FILE, line=draft.upstream.line(f"[{places[one.name]}]"),
            place=one.name,
            problem=what, mend=mend,
        )  # fmt: skip
