"""A draft on the disk: when it was changed, what exercise it is now, and what is to be mended."""

from pathlib import Path
from typing import NamedTuple

from course.answers import Session, open_session
from course.exercises import Item
from course.lessons import ContentError, Course
from course.lessons.alone import Alone, NoExercise, exercise_file
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import check
from course.lessons.part import part_of
from course.lessons.rules.drafts import unusable

Stamp = tuple[tuple[str, int, int], ...]
"""What tells that a file was changed: for each its name, time and size."""
COMPARE = "compare it with an example, or undo the last change"


class Place(NamedTuple):
    """What is seen, and where."""

    file: Path
    """An exercise or a scenario."""
    content: Path
    records: Path
    answers: Path | None
    """A folder for what is answered; None for nowhere."""


class Seen(NamedTuple):
    """A draft as it can be shown."""

    item: Item | None
    """None where something keeps it from being read."""
    session: Session | None
    wrong: tuple[Diagnostic, ...]
    """What keeps it."""


def stamp(place: Place) -> Stamp:
    """Changes with the draft, with its neighbours, and with what all lessons share."""
    lesson = place.file.parent.parent
    shared = (place.content.glob("*.yaml"), (place.content / "rights").glob("*.yaml"))
    found = []
    for path in sorted({*lesson.rglob("*.yaml"), *shared[0], *shared[1]}):
        try:
            state = path.stat()
        except OSError:
            continue  # an editor that saves by swapping files has it back in a moment
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def look(place: Place) -> Seen:
    """Reads the draft as it is now; whatever keeps it from being read is a finding."""
    whole = Course(place.content, place.records, forgiving=True)
    try:
        alone = Alone(place.content, place.records, exercise_file(whole, place.file))
        item = next(alone.items())
        session = open_session(alone, place.answers)
    except ContentError as error:
        return Seen(None, None, tuple(unusable(error)))
    except NoExercise as error:
        return Seen(None, None, (finding(place, str(error), "write the exercise first"),))
    except Exception as error:  # whatever it is, an author's draft wants a sentence
        return Seen(None, None, (stumbled(place, "read", error),))
    return Seen(session.item(item.id) or item, session, ())


def lint(place: Place) -> tuple[Diagnostic, ...]:
    """What the lint finds in the draft as it is now: in the exercise, and in what it plays."""
    course = Course(place.content, place.records)
    try:
        part = part_of(course, exercise_file(course, place.file))
    except NoExercise:
        part = part_of(course, place.file)
    except ContentError as error:
        return tuple(unusable(error))
    return tuple(check(course, part).found) if part is not None else ()


def stumbled(place: Place, doing: str, error: Exception) -> Diagnostic:
    """A finding for what no rule foresaw."""
    problem = f"it cannot be {doing}: {type(error).__name__}: {error!s:.200}"
    return finding(place, problem, COMPARE)


def finding(place: Place, problem: str, mend: str) -> Diagnostic:
    """A finding about the draft as a whole."""
    file = place.file.relative_to(place.content).as_posix()
    return Diagnostic(code="CC001", file=file, line=1, problem=problem, mend=mend)
