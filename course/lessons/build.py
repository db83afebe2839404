"""Notebooks from the lessons' pages: what a trainee's folder and the repository are given."""

import json
import keyword
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from msgspec import Struct

from course.lessons.decode import ContentError
from course.lessons.load import Course, Lesson
from course.lessons.page import COMMANDS, Page, Prose, Shown, shown

LINK = re.compile(r"\]\(([a-z0-9-]+)\)")
"""A link whose target is a bare id: another lesson, or a page, of the course."""

Cell = dict[str, Any]

HOME, REVIEW, PRIVACY = "home", "review", "privacy"
"""What the pages are called that the course has beside its lessons."""
PREVIEW = "preview"
"""What the page is called on which an author sees a draft."""


class StationPlace(Struct, frozen=True, kw_only=True):
    """A station as the course view knows it."""

    id: str
    title: str
    core: bool
    minutes: int
    """What it takes a careful reader; 0 where the page does not say."""
    exercises: tuple[str, ...]


class LessonPlace(Struct, frozen=True, kw_only=True):
    """A lesson as the course view knows it: where it is, and what is on it."""

    id: str
    file: str
    title: str
    summary: str
    minutes: int
    """The sum of its stations' minutes, of core and more practice alike."""
    stations: tuple[StationPlace, ...]


class PagePlace(Struct, frozen=True, kw_only=True):
    """A page that is no lesson, such as the course's own home, as the course view knows it."""

    id: str
    file: str
    title: str


PAGES = (
    PagePlace(id=HOME, file=f"{HOME}.ipynb", title="Home"),
    PagePlace(id=REVIEW, file=f"{REVIEW}.ipynb", title="Review"),
    PagePlace(id=PRIVACY, file=f"{PRIVACY}.ipynb", title="Privacy"),
)


class Built(Struct, frozen=True, kw_only=True):
    """The pages of a course, ready to be laid out."""

    lessons: tuple[LessonPlace, ...]
    """In the order in which they are taken."""
    notebooks: dict[str, bytes]
    """By file name."""
    pages: tuple[PagePlace, ...] = ()
    """What is laid out beside the lessons. The one called ``home`` is where the course opens."""
    left_out: tuple[str, ...] = ()
    """What could not be built and why, a sentence each."""


def file_of(lesson_id: str) -> str:
    """The name of a lesson's notebook. No number: a lesson put in between renames no other."""
    return f"{lesson_id}.ipynb"


def build(course: Course, *, check_exercises: bool = False) -> Built:
    """The notebook of every lesson that can be built.

    Args:
        course: The content.
        check_exercises: Whether every exercise is read as well, so that those that cannot be
            shown are named. It takes longer.

    Raises:
        ContentError: where the order of the lessons cannot be read.
    """
    lessons: list[Lesson] = []
    left_out: list[str] = []
    for name in dict.fromkeys(course.order):
        try:
            lesson = course.read_lesson(name)
        except ContentError as error:
            left_out.append(f"The lesson '{name}' is left out: {error}")
            continue
        if name in {one.id for one in PAGES}:
            left_out.append(f"The lesson '{name}' is left out: the course has a page of that name.")
            continue
        lessons.append(lesson)
        if check_exercises:
            left_out += _not_shown(lesson)
    known = {*(one.id for one in lessons), *(one.id for one in PAGES)}
    # Without a lesson there is nothing that they could lead to.
    pages = {one.file: encode(page_notebook(one)) for one in PAGES if lessons}
    return Built(
        lessons=tuple(_place(one) for one in lessons),
        notebooks={**{file_of(one.id): encode(notebook(one, known)) for one in lessons}, **pages},
        pages=PAGES if lessons else (),
        left_out=tuple(left_out),
    )


def _not_shown(lesson: Lesson) -> Iterator[str]:
    for name in lesson:
        try:
            lesson[name]
        except ContentError as error:
            yield f"'{name}' in '{lesson.id}' cannot be shown: {error}"


def _place(lesson: Lesson) -> LessonPlace:
    page = lesson.page
    return LessonPlace(
        id=lesson.id,
        file=file_of(lesson.id),
        title=page.title,
        summary=page.summary,
        minutes=page.minutes,
        stations=tuple(
            StationPlace(id=one.id, title=one.title, core=one.core, minutes=one.minutes,
                         exercises=one.exercises)
            for one in page.stations
        ),
    )  # fmt: skip


def notebook(lesson: Lesson, known: set[str]) -> dict[str, Any]:
    """One lesson as a notebook that has not been run.

    Args:
        lesson: What is built.
        known: Ids of the lessons and pages that a link may lead to.
    """
    name = variable(lesson.id)
    cells = [_code("start", _start(lesson.page, lesson.id, name), station="")]
    used = {"start"}
    for station in lesson.page.stations:
        for part in station.parts:
            if isinstance(part, Prose):
                cells.append(_text(_unique(f"text-{station.id}", used), part.text, known,
                                   station.id))  # fmt: skip
            else:
                cell_id = part.name if part.command == "exercise" else part.command
                cells.append(_code(_unique(cell_id, used), _source(part, name), station.id))
    return _notebook(cells, {"lesson": lesson.id})


def page_notebook(page: PagePlace) -> dict[str, Any]:
    """A page that is no lesson, as a notebook that has not been run: one call makes all of it.

    The page on privacy is the one of the documentation, word for word, and needs nothing to run.
    """
    if page.id == PRIVACY:
        said = resources.files("course").joinpath("docs", "privacy.md").read_text("utf-8")
        return _notebook([_text("text", said, set(), "")], {"page": page.id})
    source = f"from course import {page.id}\n\n{page.id}()"
    return _notebook([_code("start", source, station="")], {"page": page.id})


def preview_page(file: str) -> Built:
    """The page on which an author sees one draft, and nothing else.

    Args:
        file: The exercise or the scenario, as a path inside the content folder.
    """
    place = PagePlace(id=PREVIEW, file=f"{PREVIEW}.ipynb", title="Preview")
    source = f"from course import {PREVIEW}\n\n{PREVIEW}({json.dumps(file, ensure_ascii=False)})"
    made = _notebook([_code("start", source, station="")], {"page": PREVIEW})
    return Built(lessons=(), notebooks={place.file: encode(made)}, pages=(place,))


def _notebook(cells: list[Cell], source: dict[str, str]) -> dict[str, Any]:
    return {
        "cells": cells,
        "metadata": {
            "course": source,
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def encode(made: dict[str, Any]) -> bytes:
    """A notebook as Jupyter writes it, so that running one changes nothing else in the file."""
    return (json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def variable(lesson_id: str) -> str:
    """The name by which a notebook calls its lesson.

    >>> variable("what-care-is"), variable("import"), variable("2-first"), variable("bench")
    ('what_care_is', 'import_', 'lesson_2_first', 'bench_')
    """
    name = lesson_id.replace("-", "_")
    if not name.isidentifier():
        name = f"lesson_{name}"
    taken = {"lesson", "bench", "dashboard", "guide", "how_many_to_ask", "hello", "hand_in",
             "marking", "shift_day", "what_if", HOME, PREVIEW, REVIEW}  # fmt: skip
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


def _start(page: Page, lesson_id: str, name: str) -> str:
    calls = {COMMANDS[one.command].call for one in shown(page.parts)} - {""}
    names = ", ".join(sorted({*calls, "guide", "lesson"}))
    start = f'from course import {names}\n\n{name} = lesson("{lesson_id}")'
    return f'{start}\nguide("{lesson_id}")'


def _source(part: Shown, name: str) -> str:
    if part.command == "exercise":
        return f'{name}["{part.name}"]'
    call = COMMANDS[part.command].call or f"{name}.{part.command}"
    given = [f"{one}={_literal(value)}" for one, value in sorted(part.options.items())]
    if COMMANDS[part.command].names:
        given = [_literal(part.name), *given]
    return f"{call}({', '.join(given)})"


def _literal(value: str) -> str:
    return str(int(value)) if value.isdecimal() else json.dumps(value, ensure_ascii=False)


def _unique(wanted: str, used: set[str]) -> str:
    """A cell id: 64 characters at most, and each once."""
    name, number = wanted[:60], 1
    while name in used:
        number += 1
        name = f"{wanted[:56]}-{number}"
    used.add(name)
    return name


def _text(cell_id: str, text: str, known: set[str], station: str) -> Cell:
    linked = LINK.sub(lambda m: f"]({file_of(m[1])})" if m[1] in known else m[0], text)
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": {"course": {"station": station}, "deletable": False},
        "source": linked.splitlines(keepends=True),
    }


def _code(cell_id: str, source: str, station: str) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {"course": {"station": station}, "deletable": False, "editable": False},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }
