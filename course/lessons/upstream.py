"""What was copied from the course the package carries, and what has changed there since."""

import hashlib
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from course.lessons.decode import ContentError, read_text
from course.lessons.load import Course
from course.lessons.places import shipped_folder
from course.yaml_text import YamlProblem, parse

FILE = "upstream.yaml"
"""The file of a copy that says how each of its files was in the course when it was copied."""
SHOWN = 14
"""Lines of a difference that are shown."""


class Copied(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file that was copied."""

    file: str
    """As from the content folder on."""
    was: str
    """Its fingerprint when it was copied, or when its changes were last seen."""


class Changed(NamedTuple):
    """A file that is another one in the course than it was when it was copied."""

    name: str
    """As from the content folder on."""
    gone: bool
    """Whether the course has it no more."""
    by_author: bool
    """Whether the author has changed it as well."""


def fingerprint(text: str, name: str) -> str:
    """Sixteen hex digits that change with what a file says; not with its comments or its layout.

    >>> fingerprint("a: 1  # one", "a.yaml") == fingerprint("{a: 1}", "a.yaml")
    True
    >>> fingerprint("a: 1", "a.yaml") == fingerprint("a: 2", "a.yaml")
    False
    """
    data: object = text.split()
    if name.endswith(".yaml"):
        try:
            data = parse(text)[0]
        except YamlProblem:
            data = text
    raw = msgspec.json.encode(data, order="deterministic")
    return hashlib.sha256(raw).hexdigest()[:16]


def recorded(course: Course) -> tuple[Copied, ...]:
    """What was copied; nothing where no file says so.

    Raises:
        ContentError: where the record cannot be read.
    """
    path = course.folder / FILE
    if not path.is_file():
        return ()
    source = course.source(path)
    return source.convert(source.data or [], tuple[Copied, ...])


def changed(course: Course, record: Iterable[Copied]) -> Iterator[Changed]:
    """The copied files that have changed in the course, and are not as they are there now."""
    for one in record:
        name, then = one.file, one.was
        mine, theirs = _text(course.folder, name), _text(shipped_folder(), name)
        if mine is None:
            continue
        now = None if theirs is None else fingerprint(theirs, name)
        here = fingerprint(mine, name)
        if now not in (then, here):
            yield Changed(name, gone=now is None, by_author=here != then)


def difference(course: Course, name: str) -> list[str]:
    """How a file of the copy becomes the one that the course has now, in a few lines."""
    mine, theirs = _text(course.folder, name), _text(shipped_folder(), name)
    if mine is None or theirs is None:
        return []
    lines = list(unified_diff(mine.splitlines(), theirs.splitlines(), "yours", "the course", n=0,
                              lineterm=""))  # fmt: skip
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], *([f"… and {more} more lines"] if more > 0 else [])]


def _text(folder: Path, name: str) -> str | None:
    """The text of a file inside a folder; None where there is none."""
    path = folder / name
    if ".." in Path(name).parts or not path.is_file():
        return None
    try:
        return read_text(path, name)
    except ContentError:
        return None
