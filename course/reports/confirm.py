"""Whether a record of training says what the answers of that trainee say. It is never believed."""

from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading import collect, find
from course.grading.collect import by_trainee, printable
from course.lessons import Course
from course.progress import Facts, facts, session_of
from course.reports.record import differences, training_record

LARGEST = 5 * 1024 * 1024
"""Bytes a record may have."""
MOST = 10
"""Differences that are told."""
NO_RECORD = "it is no record of training that this course made"


class Judged(Struct, frozen=True, kw_only=True):
    """What was found out about one record."""

    file: str
    confirmed: bool
    said: tuple[str, ...]
    """Why it is not, a sentence each; of one that is confirmed, whose it is."""


class NoRecord(ValueError):
    """A file that is no record, with the reason."""


def records(paths: Iterable[Path]) -> list[Path]:
    """The records named, and those in the folders named."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.html")) if path.is_dir() else [path]
    return found


def confirm(
    course: Course, paths: Iterable[Path], submissions: Iterable[Path], leave_out: Iterable[Path]
) -> list[Judged]:
    """Each record held against what that trainee handed in.

    Args:
        course: The content with its keys.
        paths: The records.
        submissions: What was handed in: files, or folders of them.
        leave_out: Files and folders of those not to look at.
    """
    handed_in, _ = by_trainee(find(submissions, leave_out))
    whose = {one.trainee: one.files for one in handed_in}
    judged: list[Judged] = []
    for path in paths:
        said: list[str] = []
        name = ""
        try:
            text = _text(path)
            told = read_facts(text)
            name = printable(told.name)[:80] or printable(told.trainee)[:64]
            said = _against(course, text, told, whose.get(told.trainee, ()))
        except NoRecord as error:
            said = [f"{error}."]
        judged.append(
            Judged(
                file=printable(path.name),
                confirmed=not said,
                said=tuple(said) if said else (f"It says what the answers of {name} say.",),
            )
        )
    return judged


def read_facts(text: str) -> Facts:
    """The facts that a record says it is made from.

    Raises:
        NoRecord: where there are none that can be read.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    try:
        return msgspec.json.decode("".join(reader.found), type=Facts)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise NoRecord(NO_RECORD) from None


def _text(path: Path) -> str:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise NoRecord(NO_RECORD)
        # A mail program may have changed the ends of lines; that is no change of the record.
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise NoRecord(f"it cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NoRecord(NO_RECORD) from None


def _against(
    course: Course, text: str, told: Facts, files: tuple[tuple[str, Path], ...]
) -> list[str]:
    joined, _ = collect(files)
    if not joined:
        return ["Nothing that this trainee handed in is there, so it cannot be confirmed."]
    found = facts(session_of(course, joined[0].submission.records, told.until))
    if found != told:
        every = list(differences(told, found))
        more = len(every) - MOST
        return [*islice(every, MOST), *([f"{more} more facts differ."] if more > 0 else [])]
    if training_record(course, found).decode() != text:
        return [
            "Its facts are what the answers say, but the page shows something else: it was changed "
            "by hand, or made by another version of the course."
        ]
    return []


class _Reader(HTMLParser):
    """The text of the element that holds the facts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "pre" and ("id", "facts") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)
