"""Notebooks show every exercise of their lesson once, and nothing else."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from course.lessons.diagnostic import Diagnostic
from course.lessons.places import content_folder, notebooks_folder
from course.lessons.rules.drafts import Draft, LessonDraft


def notebook_of(draft: Draft, lesson: LessonDraft) -> Path | None:
    """The notebook of a lesson; None where the content is not the one the notebooks belong to."""
    beside = draft.course.folder / "notebooks"
    if beside.is_dir():
        return beside / lesson.lesson.file.notebook
    if draft.course.folder.resolve() == content_folder().resolve():
        return notebooks_folder() / lesson.lesson.file.notebook
    return None


def shown(path: Path) -> list[tuple[str, str, int]]:
    """Every exercise a notebook shows: the lesson's id, the exercise's, and the line it is on.

    Raises:
        ValueError: where the file is no notebook.
    """
    try:
        text = path.read_text(encoding="utf-8")
        cells = json.loads(text)["cells"]
        codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    lines = text.splitlines()
    lessons: dict[str, str] = {}
    found: list[tuple[str, str, int]] = []
    for code in codes:
        try:
            tree = ast.parse(code)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                lessons[node.targets[0].id] = _lesson(node.value) or ""
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                value = node.value
                named = lessons.get(value.id) if isinstance(value, ast.Name) else _lesson(value)
                if named:
                    name = str(node.slice.value)
                    found.append((named, name, _line(lines, name)))
    return found


def _lesson(node: ast.expr) -> str | None:
    """The id in a call of `lesson("…")`."""
    if not isinstance(node, ast.Call) or not node.args:
        return None
    called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    argument = node.args[0]
    return (
        str(argument.value) if called == "lesson" and isinstance(argument, ast.Constant) else None
    )


def _line(lines: list[str], name: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if f"{name}\\\"]" in line
                 or f"'{name}']" in line), 1)  # fmt: skip


def _each(draft: Draft) -> Iterator[tuple[LessonDraft, Path, list[tuple[str, str, int]]]]:
    for lesson in draft.lessons:
        path = notebook_of(draft, lesson)
        if path is not None and path.is_file():
            try:
                yield lesson, path, shown(path)
            except ValueError:
                continue


def no_notebook(draft: Draft) -> Iterator[Diagnostic]:
    """CC020: a lesson's notebook is missing or cannot be read."""
    for lesson in draft.lessons:
        path = notebook_of(draft, lesson)
        if path is None:
            continue
        if not path.is_file():
            problem = f"there is no notebook {path.name}"
            yield lesson.at("CC020", "notebook", problem, "add it, or correct its name")
            continue
        try:
            shown(path)
        except ValueError as error:
            problem = f"{path.name} cannot be read ({error})"
            yield lesson.at("CC020", "notebook", problem, "save it again from Jupyter")


def not_shown(draft: Draft) -> Iterator[Diagnostic]:
    """CC021: the notebook does not show an exercise of its lesson."""
    for lesson, path, found in _each(draft):
        there = {name for _, name, _ in found}
        for place, name in enumerate(lesson.lesson.file.exercises):
            if name not in there:
                yield lesson.at(
                    "CC021", f"exercises[{place}]", f"{path.name} does not show '{name}'",
                    "add a cell that shows it",
                )  # fmt: skip


def shown_twice(draft: Draft) -> Iterator[Diagnostic]:
    """CC022: a notebook shows an exercise more than once."""
    for _, path, found in _each(draft):
        names = [name for _, name, _ in found]
        for place, (_, name, line) in enumerate(found):
            if name in names[:place]:
                yield Diagnostic(
                    code="CC022", file=path.name, line=line, place=name,
                    problem=f"'{name}' is shown twice", mend="take one of the two cells out",
                )  # fmt: skip


def unknown_exercise(draft: Draft) -> Iterator[Diagnostic]:
    """CC023: a notebook shows an exercise that there is not."""
    known = {lesson.lesson.id: set(lesson.lesson.file.exercises) for lesson in draft.lessons}
    for _, path, found in _each(draft):
        for lesson_id, name, line in found:
            if name not in known.get(lesson_id, set()):
                yield Diagnostic(
                    code="CC023", file=path.name, line=line, place=name,
                    problem=f"there is no exercise '{name}' in the lesson '{lesson_id}'",
                    mend="correct the name, or list the exercise in lesson.yaml",
                )  # fmt: skip
