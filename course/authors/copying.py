"""Copying lessons of the course to change them, and keeping up with what changes there."""

from collections.abc import Sequence
from itertools import count
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from course.authors.files import replace, write_new
from course.lessons import ContentError, Course, load_course, records_folder
from course.lessons.decode import read_text
from course.lessons.load import ORDER, PAGE
from course.lessons.places import shipped_folder
from course.lessons.upstream import FILE, fingerprint, recorded
from course.yaml_text import comments

ROOMS = ("exercises", "scenarios")
WORDS = """\
# How each file was in the course when it was copied. 'course lint' compares, and says what has
# changed there since. 'course copy' writes this file.
"""


class NotCopied(ValueError):
    """Nothing was changed; the message says why, and what to do."""


class Copy(NamedTuple):
    """What a copy came to."""

    lessons: tuple[str, ...]
    """Those that were copied."""
    kept: tuple[str, ...]
    """Lessons that were there already, and were left as they are."""
    files: int


def copy(folder: Path, lessons: Sequence[str] | None = None) -> Copy:
    """Copies lessons of the course, and the files that they share, into a folder of one's own.

    What is there already is left as it is.

    Args:
        folder: The content folder; it is made where it is not there.
        lessons: Ids of the lessons; None for all.

    Raises:
        NotCopied: where that cannot be.
    """
    _check_own(folder)
    shipped = load_course(shipped_folder())
    wanted = list(dict.fromkeys(shipped.order if lessons is None else lessons))
    for name in wanted:
        if name not in shipped.order:
            there = ", ".join(shipped.order)
            raise NotCopied(f"The course has no lesson called '{name:.60}'. It has: {there}.")
    if not wanted:
        raise NotCopied("No lesson is named to copy.")
    if folder.exists() and not (folder / ORDER).is_file() and any(folder.iterdir()):
        raise NotCopied(f"{folder} has no {ORDER}, and it is not empty. Name another folder.")
    kept = tuple(name for name in wanted if (folder / name).exists())
    new = [name for name in wanted if name not in kept]
    names = [*_shared(), *(name for lesson in new for name in _of_lesson(lesson))]
    files = {folder / name: _shipped(name) for name in names if not (folder / name).exists()}
    order = folder / ORDER
    listed = (
        _text(order) if order.is_file() else "# The lessons in the order in which they are taken.\n"
    )
    record = _record(folder)
    write_new(files)
    record |= {
        name: fingerprint(_shipped(name), name)
        for name in names
        if _compared(name) and folder / name in files
    }
    _put(folder, record)
    replace(order, f"{listed.rstrip()}\n" + "".join(f"- {name}\n" for name in new))
    return Copy(tuple(new), kept, len(files))


def seen(folder: Path, names: Sequence[str]) -> list[str]:
    """Notes that what changed in the course was seen; the files that it was noted of.

    Args:
        folder: The content folder.
        names: The files; none for all that were copied.

    Raises:
        NotCopied: where one of them is no copy.
    """
    _check_own(folder)
    record = _record(folder)
    if not names and not record:
        # Copied by hand, before there was a record: from now on there is one.
        names = [one for one in _everything() if (folder / one).is_file()]
    wanted = [_inside(folder, one) for one in names] or list(record)
    for name in wanted:
        if not (folder / name).is_file():
            raise NotCopied(f"There is no {folder / name}.")
        if name not in record and not (shipped_folder() / name).is_file():
            raise NotCopied(f"{name} was not copied from the course.")
    noted = []
    for name in wanted:
        if (shipped_folder() / name).is_file():
            now = fingerprint(_shipped(name), name)
            noted += [] if record.get(name) == now else [name]
            record[name] = now
        else:
            record.pop(name, None)
            noted.append(name)
    _put(folder, record)
    return noted


class Taken(NamedTuple):
    """A file that was taken over."""

    name: str
    """As from the content folder on."""
    before: Path | None
    """Where the file is as it was, where it had comments that the course's has not."""


def take(folder: Path, names: Sequence[str]) -> list[Taken]:
    """Takes these files over as they are in the course now.

    Comments are no part of what is compared, so a file may have some of its author's: then it is
    kept beside the new one, under a name that no content has.

    Raises:
        NotCopied: where the course has no such file, or its author has changed it.
    """
    _check_own(folder)
    record = _record(folder)
    wanted = [_inside(folder, one) for one in names]
    for name in wanted:
        if not (shipped_folder() / name).is_file() or not _compared(name):
            raise NotCopied(f"The course has no {name} to take over.")
        here = folder / name
        known = (record.get(name), _print_of(name))
        if here.exists() and fingerprint(_text(here), name) not in known:
            raise NotCopied(
                f"You have changed {name}, and nothing of yours is written over. Put in by hand "
                f"what you want of the course's, then: course copy {folder} --seen {name}"
            )
    taken = []
    for name in wanted:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        taken.append(Taken(name, _kept_beside(folder / name, name)))
        replace(folder / name, _shipped(name))
        record[name] = _print_of(name)
    _put(folder, record)
    return taken


def _kept_beside(here: Path, name: str) -> Path | None:
    """Where a file was copied to, because of comments that the course's has not."""
    if not here.exists() or not name.endswith(".yaml"):
        return None
    mine = _text(here)
    if set(comments(mine)) <= set(comments(_shipped(name))):
        return None
    names = (f"{here.name}.before{number or ''}" for number in count())
    beside = next(path for path in map(here.with_name, names) if not path.exists())
    write_new({beside: mine})
    return beside


def _shared() -> list[str]:
    """Files of the course that its lessons share."""
    folder = shipped_folder()
    paths = [*folder.glob("*.yaml"), *folder.glob("rights/*.yaml")]
    names = sorted(path.relative_to(folder).as_posix() for path in paths if path.name != ORDER)
    return [*names, "LICENSE", "STYLE.md"]


def _of_lesson(name: str) -> list[str]:
    folder = shipped_folder()
    paths = [path for room in ROOMS for path in sorted((folder / name / room).glob("*.yaml"))]
    return [f"{name}/{PAGE}", *(path.relative_to(folder).as_posix() for path in paths)]


def _everything() -> list[str]:
    lessons = load_course(shipped_folder()).order
    every = [*_shared(), *(name for lesson in lessons for name in _of_lesson(lesson))]
    return [name for name in every if _compared(name)]


def _compared(name: str) -> bool:
    """Whether a change of the file is one of the content."""
    return name.endswith((".yaml", PAGE))


def _shipped(name: str) -> str:
    return read_text(shipped_folder() / name, name)


def _print_of(name: str) -> str:
    return fingerprint(_shipped(name), name)


def _text(path: Path) -> str:
    return read_text(path, str(path))


def _inside(folder: Path, name: str) -> str:
    """A file as its record names it, whether it is named from the folder on or from here."""
    root, path = folder.absolute(), Path(name)
    try:
        if path.exists() and not (folder / path).is_file():
            return path.resolve().relative_to(folder.resolve()).as_posix()
        # Without `..`, so that one file has one name, and none leads out of the folder.
        return Path(normpath(root / path)).relative_to(normpath(root)).as_posix()
    except ValueError:
        raise NotCopied(f"{name} is not in {folder}.") from None


def _check_own(folder: Path) -> None:
    if folder.exists() and folder.samefile(shipped_folder()):
        raise NotCopied(f"{folder} is the course's own folder. Name a folder of yours.")


def _course(folder: Path) -> Course:
    if not (folder / ORDER).is_file():
        raise NotCopied(f"{folder} is no content folder: it has no {ORDER}.")
    return Course(folder, records_folder())


def _record(folder: Path) -> dict[str, str]:
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    try:
        return {one.file: one.was for one in recorded(_course(folder))}
    except ContentError as error:
        raise NotCopied(f"{error} Or delete {folder / FILE}.") from None


def _put(folder: Path, record: dict[str, str]) -> None:
    lines = (f'- {{file: {name}, was: "{was}"}}\n' for name, was in sorted(record.items()))
    replace(folder / FILE, WORDS + "".join(lines))
