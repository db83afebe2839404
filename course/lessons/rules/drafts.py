"""Content as it is being written: all that can be read, and what cannot."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from course.exercises import Item
from course.lessons.decode import ContentError, Source, in_scenario
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import (
    EXPRESSIONS,
    GLOSSARY,
    GROUPS,
    OBJECTIVES,
    ORDER,
    PAGE,
    RULES,
    TRADES,
    Course,
    Lesson,
)
from course.lessons.minutes import of_station
from course.lessons.page import Mistake, Shown, Station, parse, shown
from course.lessons.part import Part
from course.lessons.rules.left_out import LeftOut
from course.lessons.upstream import FILE as COPIED
from course.lessons.upstream import recorded


class ExerciseDraft(Struct, frozen=True, kw_only=True):
    """An exercise that could be read, with the files it was read from."""

    lesson: str
    item: Item
    source: Source
    scenario: Source | None = None

    def at(self, code: str, place: str, problem: str, mend: str) -> Diagnostic:
        """A finding at a place in this exercise; places in its scenario name the scenario."""
        source, inside = self.source, in_scenario(place)
        if self.scenario is not None and inside is not None:
            source, place = self.scenario, inside
        return Diagnostic(
            code=code, file=source.file, line=source.line(place), place=place,
            problem=problem, mend=mend,
        )  # fmt: skip


class LessonDraft(Struct, frozen=True, kw_only=True):
    """A lesson that could be read, as far as its page can be."""

    lesson: Lesson
    page_file: str
    """How findings name its page."""
    mistakes: tuple[Mistake, ...]
    """What is wrong with the page itself."""
    files: tuple[Path, ...]
    """The exercise files that are there."""

    def shown(self, command: str) -> tuple[Shown, ...]:
        """Every line of the page with that command."""
        return tuple(one for one in shown(self.lesson.page.parts) if one.command == command)

    def at(self, code: str, line: int, problem: str, mend: str) -> Diagnostic:
        """A finding on a line of the lesson's page."""
        return Diagnostic(code=code, file=self.page_file, line=line, problem=problem, mend=mend)


class Draft(Struct, frozen=True, kw_only=True, dict=True):
    """A whole course as far as it can be read, or as far as a part of it asks."""

    course: Course
    lessons: tuple[LessonDraft, ...]
    exercises: tuple[ExerciseDraft, ...]
    order: Source | None
    objectives: Source | None
    groups: Source | None
    """How objectives are grouped; a course can do without."""
    rules: Source | None
    rights: Source | None
    """The rights card that the house rules name; None where they name none."""
    glossary: Source | None
    expressions: Source | None
    """What people elsewhere may not know; a course can do without."""
    trades: Source | None
    """Words of other trades; most courses have none."""
    unreadable: tuple[Diagnostic, ...]
    elsewhere: dict[str, str] = {}
    """By the id of each exercise that was not read: its file."""
    earlier: tuple[ExerciseDraft, ...] = ()
    """Those among them that an exercise comes back to."""
    unread: tuple[Path, ...] = ()
    """Files of exercises that cannot be used as they are, of which less is known."""
    timed: bool = True
    """Whether stations are measured: they are where a whole lesson is looked at."""
    upstream: Source | None = None
    """What was copied from the course that the package carries; a course can do without."""

    @cached_property
    def items(self) -> dict[str, Item]:
        """The exercises that were read, by their ids."""
        return {one.item.id: one.item for one in self.exercises}

    @cached_property
    def left_out(self) -> LeftOut:
        """What belongs to lessons of the shipped course that this one has not."""
        return LeftOut(self.course)

    @cached_property
    def minutes(self) -> dict[str, dict[str, float]]:
        """What each station takes, by lesson and station; left out where it cannot be measured."""
        return {
            lesson.lesson.id: {
                station.id: taken
                for station in lesson.lesson.page.stations
                if (taken := self._minutes(station)) is not None
            }
            for lesson in self.lessons
        }

    def _minutes(self, station: Station) -> float | None:
        try:
            return of_station(station, self.items)
        except Exception:  # what cannot be read or played is told of by the rule that it is for
            return None


def read_source(course: Course, path: Path, bad: list[Diagnostic]) -> Source | None:
    """A parsed file; None, with a finding more in `bad`, where it cannot be parsed."""
    try:
        return course.source(path)
    except ContentError as error:
        bad += unusable(error)
        return None


def unusable(error: ContentError) -> list[Diagnostic]:
    """Everything that keeps a content file from being used."""
    return [
        Diagnostic(
            code="CC001", file=one.file, line=one.line, place=one.place,
            problem=f"at {one.place}: {one.problem}" if one.place else one.problem,
            mend=one.mend,
        )
        for one in error.all
    ]  # fmt: skip


def read_draft(course: Course, part: Part | None = None) -> Draft:
    """Reads everything, going on after each file that cannot be used.

    Args:
        course: The content.
        part: Of other exercises than those of this part only the ids are known.
    """
    bad: list[Diagnostic] = []
    lessons = list(_lessons(course, bad))
    exercises: list[ExerciseDraft] = []
    unread: list[Path] = []
    elsewhere: dict[str, Path] = {}
    for lesson in lessons:
        for path in lesson.files:
            if part is None or path in part.exercises:
                read = list(_exercise(course, lesson.lesson.id, path, bad))
                exercises += read
                unread += [] if read else [path]
            else:
                elsewhere[path.stem] = path
    returned = {one.item.exercise.returns for one in exercises} & set(elsewhere)
    earlier = [
        one
        for path in (elsewhere[name] for name in sorted(returned))
        for one in _exercise(course, path.parent.parent.name, path, bad)
    ]
    rules, groups = course.folder / RULES, course.folder / GROUPS
    glossary, expressions = course.folder / GLOSSARY, course.folder / EXPRESSIONS
    copied = course.folder / COPIED
    house = _shared(course, RULES, lambda: course.house_rules, bad) if rules.exists() else None
    return Draft(
        course=course,
        lessons=tuple(lessons),
        exercises=tuple(exercises),
        order=_shared(course, ORDER, lambda: course.order, bad),
        objectives=_shared(course, OBJECTIVES, lambda: course.objectives, bad),
        groups=_shared(course, GROUPS, lambda: course.objective_groups, bad)
        if groups.exists()
        else None,
        rules=house,
        rights=_rights(course, bad) if house is not None else None,
        glossary=_shared(course, GLOSSARY, lambda: course.glossary, bad)
        if glossary.exists()
        else None,
        expressions=_shared(course, EXPRESSIONS, lambda: course.local_expressions, bad)
        if expressions.exists()
        else None,
        trades=_shared(course, TRADES, lambda: course.other_trades, bad)
        if (course.folder / TRADES).exists()
        else None,
        elsewhere={name: course.shown(path) for name, path in elsewhere.items()},
        earlier=tuple(earlier),
        unread=tuple(unread),
        timed=part is None or part.whole_lesson,
        upstream=_shared(course, COPIED, lambda: recorded(course), bad)
        if copied.is_file()
        else None,
        unreadable=tuple(bad),
    )


def _rights(course: Course, bad: list[Diagnostic]) -> Source | None:
    try:
        path = course.rights_file
        _ = course.rights  # only to hear what is wrong with it
    except ContentError as error:
        bad.extend(unusable(error))
        return None
    return None if path is None else course.source(path)


def _shared(
    course: Course, name: str, read: Callable[[], Any], bad: list[Diagnostic]
) -> Source | None:
    """A file that all lessons share; None, with a finding more in `bad`, where it is of no use."""
    try:
        read()
    except ContentError as error:
        bad += unusable(error)
        return None
    return read_source(course, course.folder / name, bad)


def _lessons(course: Course, bad: list[Diagnostic]) -> Iterator[LessonDraft]:
    """The lessons in their order, then those that no order lists."""
    try:
        listed = list(dict.fromkeys(course.order))
    except ContentError:
        listed = []
    there = sorted(path.parent.name for path in course.folder.glob(f"*/{PAGE}"))
    for name in [*(one for one in listed if one in there), *(set(there) - set(listed))]:
        lesson = _lesson(course, course.folder / name, bad)
        if lesson is not None:
            yield lesson


def _lesson(course: Course, folder: Path, bad: list[Diagnostic]) -> LessonDraft | None:
    path = folder / PAGE
    try:
        page, mistakes = parse(course.text(path))
    except ContentError as error:
        bad += unusable(error)
        return None
    return LessonDraft(
        lesson=Lesson(course, folder, page),
        page_file=course.shown(path),
        mistakes=mistakes,
        files=tuple(sorted((folder / "exercises").glob("*.yaml"))),
    )


def _exercise(
    course: Course, lesson: str, path: Path, bad: list[Diagnostic]
) -> Iterator[ExerciseDraft]:
    try:
        item, source, scenario = course.read_whole(path)
    except ContentError as error:
        bad += unusable(error)
        return
    except Exception as error:  # whatever it is, the other files still want reading
        bad.append(Diagnostic(
            code="CC001", file=course.shown(path), line=1,
            problem=f"it cannot be read: {type(error).__name__}: {error!s:.200}",
            mend="compare it with a neighbouring file",
        ))  # fmt: skip
        return
    yield ExerciseDraft(lesson=lesson, item=item, source=source, scenario=scenario)
