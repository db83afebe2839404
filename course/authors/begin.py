"""Beginning a lesson, an exercise or a conversation: commented files that are sound at once."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from course.authors.files import replace, write_new
from course.authors.on_page import placed
from course.exercises import KINDS
from course.lessons import ContentError, Course, Lesson, records_folder
from course.lessons.load import OBJECTIVES, ORDER, PAGE, RULES
from course.lessons.page import SLUG
from course.yaml_text import YamlProblem, parse

TEMPLATES = Path(__file__).parent / "templates"
SHARED = (ORDER, OBJECTIVES, RULES)
"""What all lessons of a content folder share."""
LONGEST = 60
"""Letters of a name."""
FIRST, OWN = "{}-first-words", "{}-next-time"
"""Ids of the exercises of a new lesson."""


class NotBegun(ValueError):
    """Nothing was written; the message says why, and what to do."""


def new_lesson(content: Path, name: str) -> list[Path]:
    """Lays out a lesson of two stations, last in the order; the files made or changed.

    A content folder that is not there, or is empty, is begun with it.

    Args:
        content: The content folder.
        name: The lesson's id, and the name of its folder.

    Raises:
        NotBegun: where that cannot be.
    """
    _check_name(name)
    folder = content / name
    if content.is_dir() and not (content / ORDER).is_file() and any(content.iterdir()):
        raise NotBegun(
            f"{content} has no {ORDER}, so it is no content folder, and it is not empty. Name "
            "another folder; it is made where it is not there."
        )
    if folder.exists():
        raise NotBegun(f"{folder} is there already. Take another name.")
    first, own = FIRST.format(name), OWN.format(name)
    for one in (first, own):
        _check_free(content, one)
    shared = _shared(content)
    order = shared.get(content / ORDER) or _text(content / ORDER)
    objective = _objectives(shared.get(content / OBJECTIVES) or _text(content / OBJECTIVES))[0]
    listed = _listed_last(order, name)
    exercises = folder / "exercises"
    write_new(
        {
            **{path: text for path, text in shared.items() if path.name != ORDER},
            folder / PAGE: _filled("lesson/page.md", name, objective),
            exercises / f"{first}.yaml": _filled("lesson/first-words.yaml", first, objective),
            exercises / f"{own}.yaml": _filled("lesson/next-time.yaml", own, objective),
        }
    )
    replace(content / ORDER, listed)
    return [
        *shared,
        folder / PAGE,
        exercises / f"{first}.yaml",
        exercises / f"{own}.yaml",
        *([] if content / ORDER in shared else [content / ORDER]),
    ]


def new_exercise(content: Path, kind: str, name: str, lesson: str) -> list[Path]:
    """Adds an exercise to a lesson and to its page; the files made or changed.

    A conversation gets its scenario, with a test plan.

    Args:
        content: The content folder.
        kind: The kind of exercise.
        name: The exercise's id.
        lesson: The id of the lesson that it stands in.

    Raises:
        NotBegun: where that cannot be.
    """
    kinds = [one for one in KINDS if (TEMPLATES / "exercises" / f"{one}.yaml").is_file()]
    if kind not in kinds:
        raise NotBegun(
            f"There is no kind of exercise called '{kind:.60}'. {_meant(kind, kinds)}"
            f"There are: {', '.join(kinds)}."
        )
    _check_name(name)
    known = _lesson(content, lesson)
    _check_free(content, name)
    shared = _shared(content)
    objective = _objective(known, shared.get(content / OBJECTIVES) or _text(content / OBJECTIVES))
    file = known.folder / "exercises" / f"{name}.yaml"
    made = {**shared, file: _filled(f"exercises/{kind}.yaml", name, objective)}
    talks = KINDS[kind].scenario is not None
    if talks:
        made[known.folder / "scenarios" / f"{name}.yaml"] = _filled("scenario.yaml", name)
    write_new(made)
    page = known.folder / PAGE
    try:
        text = placed(Course(content, records_folder()), lesson, file, alone=talks)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    replace(page, text)
    return [*made, page]


def _check_name(name: str) -> None:
    if not SLUG.fullmatch(name) or len(name) > LONGEST:
        raise NotBegun(
            f"'{name:.60}' cannot be a name. Use small letters a to z, figures and single "
            f"hyphens, {LONGEST} at most: late-parcel."
        )


def _check_free(content: Path, name: str) -> None:
    for room in ("exercises", "scenarios"):
        for path in sorted(content.glob(f"*/{room}/{name}.yaml")):
            raise NotBegun(f"'{name}' is taken: {path} is there already. Take another name.")


def _lesson(content: Path, name: str) -> Lesson:
    there = sorted(path.parent.name for path in content.glob(f"*/{PAGE}"))
    if not there:
        raise NotBegun(
            f"{content} holds no lesson yet. Begin one: course new lesson {name} "
            f"--content {content}"
        )
    if name not in there:
        raise NotBegun(
            f"There is no lesson called '{name:.60}'. {_meant(name, there)}"
            f"There are: {', '.join(there)}."
        )
    try:
        return Course(content, records_folder()).read_lesson(name)
    except ContentError as error:
        raise NotBegun(f"{error} Then try again.") from None


def _objective(lesson: Lesson, listed: str) -> str:
    """One that the lesson's core has marked at once already, else the first there is."""
    for name in lesson.core:
        try:
            seen = lesson.glance(name)
        except ContentError:
            continue
        if seen.covers and seen.kind in KINDS and not KINDS[seen.kind].reviewed:
            return seen.covers[0]
    return _objectives(listed)[0]


def _objectives(text: str) -> list[str]:
    try:
        data, _ = parse(text)
        found = [str(one["id"]) for one in data]
    except (YamlProblem, TypeError, KeyError):
        found = []
    if not found:
        raise NotBegun(f"{OBJECTIVES} lists no objective, or cannot be read. Mend that first.")
    return found


def _listed_last(order: str, name: str) -> str:
    """The text of an order of lessons with one more at the end."""
    made = f"{order.rstrip()}\n- {name}\n"
    try:
        before, after = parse(order)[0] or [], parse(made)[0]
    except YamlProblem:
        before, after = [], None
    if after != [*before, name]:
        raise NotBegun(f"{ORDER} is no list with a line '- name' for each lesson. Mend that first.")
    return made


def _shared(content: Path) -> dict[Path, str]:
    """What lessons share and this folder has not, as it begins."""
    return {
        content / name: (TEMPLATES / "folder" / name).read_text(encoding="utf-8")
        for name in SHARED
        if not (content / name).exists()
    }


def _filled(template: str, name: str, objective: str = "") -> str:
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    title = name.replace("-", " ").capitalize()
    for mark, word in (("<name>", name), ("<Title>", title), ("<objective>", objective)):
        text = text.replace(mark, word)
    return text


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1)
    return f"Did you mean '{near[0]}'? " if near else ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise NotBegun(f"{path} is not UTF-8 text. Save it as UTF-8.") from None
