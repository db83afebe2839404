"""How files hang together: lessons, exercises, objectives, scenarios."""

import re
from collections.abc import Iterator
from contextlib import suppress

from course.codes import rule
from course.language.glossary import found
from course.lessons.decode import ContentError
from course.lessons.diagnostic import Diagnostic
from course.lessons.glossary import said
from course.lessons.part import scenario_of
from course.lessons.rules.drafts import Draft


@rule("CC010")
def no_lesson(draft: Draft) -> Iterator[Diagnostic]:
    """There is nothing to check."""
    if not any(draft.course.folder.glob("*/page.md")):
        yield Diagnostic(
            code="CC010", file=draft.course.folder.name, line=1, problem="there is no lesson here",
            mend="name the folder that holds the lesson folders",
        )  # fmt: skip


@rule("CC011")
def repeated_id(draft: Draft) -> Iterator[Diagnostic]:
    """Two exercises of the course share an id."""
    seen = dict(draft.elsewhere)
    for one in draft.exercises:
        if one.item.id in seen:
            problem = f"'{one.item.id}' is also the id of {seen[one.item.id]}"
            yield one.at("CC011", "id", problem, "give one of them another id")
        seen.setdefault(one.item.id, one.source.file)


@rule("CC012")
def shown_without_file(draft: Draft) -> Iterator[Diagnostic]:
    """The page shows an exercise that has no file."""
    for lesson in draft.lessons:
        there = {path.stem for path in lesson.files}
        for one in lesson.shown("exercise"):
            if one.name not in there:
                yield lesson.at(
                    "CC012", one.line, f"there is no file for '{one.name}'",
                    f"add exercises/{one.name}.yaml, or take the line out",
                )  # fmt: skip
        for one in (*lesson.shown("card"), *lesson.shown("ending")):
            if one.name and one.name not in lesson.lesson:
                yield lesson.at(
                    "CC012", one.line, f"the {one.command} is made from '{one.name}', which is "
                    "not on the page", "name a reply that the page shows",
                )  # fmt: skip


@rule("CC013")
def file_not_shown(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise has a file and its lesson's page does not show it."""
    for lesson in draft.lessons:
        for path in lesson.files:
            if path.stem not in lesson.lesson:
                yield lesson.at(
                    "CC013", 1, f"'{path.stem}' has a file and is not on the page",
                    f"add a line '@exercise {path.stem}', or take the file away",
                )  # fmt: skip


@rule("CC014")
def shown_twice(draft: Draft) -> Iterator[Diagnostic]:
    """The page shows an exercise twice."""
    for lesson in draft.lessons:
        seen: set[str] = set()
        for one in lesson.shown("exercise"):
            if one.name in seen:
                problem, mend = f"'{one.name}' is shown twice", "take one of the two out"
                yield lesson.at("CC014", one.line, problem, mend)
            seen.add(one.name)


@rule("CC015")
def unknown_objective(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise covers an objective that there is not."""
    if draft.objectives is None:
        return
    for one in draft.exercises:
        for place, name in enumerate(one.item.exercise.covers):
            if name not in draft.course.objectives:
                problem = f"there is no objective '{name}'"
                mend = "correct it, or add it to objectives.yaml"
                yield one.at("CC015", f"covers[{place}]", problem, mend)


@rule("CC016")
def objective_not_covered(draft: Draft) -> Iterator[Diagnostic]:
    """No exercise covers an objective."""
    if draft.objectives is None or not draft.exercises:
        return
    covered = {name for one in draft.exercises for name in one.item.exercise.covers}
    covered.update(*(re.findall(r"[\w-]+", text) for text in _unread(draft)))
    for place, name in enumerate(draft.course.objectives):
        if name not in covered and name not in draft.left_out.objectives:
            yield Diagnostic(
                code="CC016", file=draft.objectives.file,
                line=draft.objectives.line(f"[{place}]"), place=name,
                problem=f"no exercise covers '{name}'",
                mend="let an exercise make the trainee do it, or take it out",
            )  # fmt: skip


def _unread(draft: Draft) -> list[str]:
    """The texts of exercises that cannot be used yet: what stands there is not missing."""
    files = [(path, scenario_of(draft.course, path)) for path in draft.unread]
    found = []
    for path in (one for both in files for one in both if one is not None):
        with suppress(ContentError):
            found.append(" ".join(draft.course.text(path).split()))
    return found


@rule("CC038")
def saying_not_used(draft: Draft) -> Iterator[Diagnostic]:
    """A saying of the glossary that no customer says."""
    if draft.glossary is None or not draft.exercises:
        return
    entries = draft.course.glossary
    texts = [text for one in draft.exercises for text in said(one.item)] + _unread(draft)
    used = set(found(entries, texts))
    for place, entry in enumerate(entries):
        if entry not in used and entry.says not in draft.left_out.sayings:
            yield Diagnostic(
                code="CC038", file=draft.glossary.file, line=draft.glossary.line(f"[{place}]"),
                place=entry.says, problem=f"no customer says '{entry.says}'",
                mend="write it as a customer says it, or take it out",
            )  # fmt: skip


@rule("CC017")
def scenario_not_used(draft: Draft) -> Iterator[Diagnostic]:
    """A scenario that no exercise plays."""
    used = {one.scenario.file for one in draft.exercises if one.scenario is not None}
    broken = {one.file for one in draft.unreadable}
    files = [path for lesson in draft.lessons for path in lesson.files]
    # What is played by an exercise that cannot be used is played once that is mended.
    unread = [*draft.unread, *(path for path in files if draft.course.shown(path) in broken)]
    named = (scenario_of(draft.course, path) for path in unread)
    used |= {draft.course.shown(path) for path in named if path is not None}
    for lesson in draft.lessons:
        for path in sorted((lesson.lesson.folder / "scenarios").glob("*.yaml")):
            shown = draft.course.shown(path)
            if shown not in used | broken:
                yield Diagnostic(
                    code="CC017", file=shown, line=1,
                    problem="no exercise plays this scenario",
                    mend=f"add an exercise with 'scenario: {path.stem}'",
                )  # fmt: skip


@rule("CC024")
def returns_nothing(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise comes back to something that it cannot be compared with."""
    place = {lesson.lesson.id: number for number, lesson in enumerate(draft.lessons)}
    known = {one.item.id: one for one in (*draft.earlier, *draft.exercises)}
    for one in draft.exercises:
        name = one.item.exercise.returns
        if not name:
            continue
        earlier = known.get(name)
        unknown = name in {path.stem for path in draft.unread}
        if earlier is None and (unknown or name in draft.left_out.exercises):
            continue
        if earlier is None:
            yield one.at("CC024", "returns", f"there is no exercise '{name}'", "check the id")
        elif place[earlier.lesson] >= place[one.lesson]:
            yield one.at(
                "CC024", "returns", f"'{name}' does not stand in an earlier lesson",
                "let it come back in a later one",
            )  # fmt: skip
        elif earlier.item.kind.name != one.item.kind.name:
            yield one.at(
                "CC024", "returns", f"'{name}' is a {earlier.item.kind.name}, so first tries "
                "cannot be laid side by side", "make both the same kind",
            )  # fmt: skip
        elif not set(earlier.item.exercise.covers) & set(one.item.exercise.covers):
            yield one.at(
                "CC024", "returns", f"it shares no objective with '{name}'",
                "cover what the earlier one covers",
            )  # fmt: skip


@rule("CC025")
def hints_on_return(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise that comes back gives hints, so the first tries are not alike."""
    for one in draft.exercises:
        if one.item.exercise.returns and one.item.exercise.hints:
            yield one.at(
                "CC025", "hints", "it comes back to an earlier exercise and gives hints",
                "take the hints out: what was kept in mind is what counts",
            )  # fmt: skip
