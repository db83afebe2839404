"""Pages and the order of the lessons: that all of it can be built, and leads somewhere."""

from collections.abc import Iterator

from course.codes import rule
from course.lessons.build import LINK, PAGES
from course.lessons.decode import is_file
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import RENAME
from course.lessons.page import OPENING, SLUG, Prose
from course.lessons.rules.drafts import Draft


@rule("CC026")
def not_understood(draft: Draft) -> Iterator[Diagnostic]:
    """Something on a page cannot be used."""
    for lesson in draft.lessons:
        for line, problem, mend in lesson.mistakes:
            yield lesson.at("CC026", line, problem, mend)


@rule("CC027")
def leads_nowhere(draft: Draft) -> Iterator[Diagnostic]:
    """A link names a lesson that there is not."""
    known = {*(one.lesson.id for one in draft.lessons), *(one.id for one in PAGES)}
    for lesson in draft.lessons:
        for part in lesson.lesson.page.parts:
            if not isinstance(part, Prose):
                continue
            for number, text in enumerate(part.text.splitlines()):
                for found in LINK.finditer(text):
                    if found[1] not in known:
                        yield lesson.at(
                            "CC027", part.lines[number], f"there is no lesson '{found[1]}'",
                            f"link to one of {', '.join(sorted(known))}",
                        )  # fmt: skip


@rule("CC028")
def not_there(draft: Draft) -> Iterator[Diagnostic]:
    """The order lists a lesson that is not there, or lists one twice."""
    if draft.order is None:
        return
    seen: set[str] = set()
    for place, name in enumerate(draft.course.order):
        problem = mend = ""
        if not SLUG.fullmatch(name):
            problem, mend = f"'{name:.60}' cannot be the id of a lesson", RENAME
        elif not is_file(draft.course.folder / name / "page.md"):
            problem, mend = (
                f"there is no lesson '{name:.60}'",
                f"add {name}/page.md, or take it out",
            )
        elif name in seen:
            problem, mend = f"'{name}' is listed twice", "take one of the two out"
        seen.add(name)
        if problem:
            yield Diagnostic(
                code="CC028", file=draft.order.file, line=draft.order.line(f"[{place}]"),
                problem=problem, mend=mend,
            )  # fmt: skip


@rule("CC029")
def not_listed(draft: Draft) -> Iterator[Diagnostic]:
    """A lesson that no order lists, so that nobody sees it."""
    if draft.order is None:
        return
    for lesson in draft.lessons:
        if lesson.lesson.id not in draft.course.order:
            yield lesson.at(
                "CC029", 1, f"'{lesson.lesson.id}' is not listed in {draft.order.file}, so nobody "
                "sees it", f"add a line '- {lesson.lesson.id}' where it belongs",
            )  # fmt: skip


@rule("CC030")
def empty_station(draft: Draft) -> Iterator[Diagnostic]:
    """A station of the page has only a heading."""
    for lesson in draft.lessons:
        for one in lesson.lesson.page.stations:
            first, *rest = one.parts
            bare = isinstance(first, Prose) and "\n" not in first.text
            if bare and not rest and one.id != OPENING:
                yield lesson.at(
                    "CC030", one.line, f"there is nothing under '{one.title}'",
                    "put something there, or take the heading out",
                )  # fmt: skip
