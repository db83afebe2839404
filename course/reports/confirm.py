"""Whether a record of training says what the answers of that trainee say. It is never believed."""

from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading import Found, collect
from course.grading.collect import by_trainee
from course.grading.names import printable
from course.lessons import Course
from course.progress import Facts, facts, session_of
from course.reports.edition import edition
from course.reports.record import differences, training_record

LARGEST = 5 * 1024 * 1024
"""Bytes a record may have."""
MOST = 10
"""Differences that are told."""
ALWAYS = ("name", "days", "minutes")
"""Facts that hang on the answers alone, and on no version of the course."""
ASK = "Ask for a new record, made with this version."
"""What to do about a record of another version."""
NO_RECORD = "it is no record of training that this course made"


class Judged(Struct, frozen=True, kw_only=True):
    """What was found out about one record."""

    file: str
    confirmed: bool
    said: tuple[str, ...]
    """Why it is not, a sentence each; of one that is confirmed, whose it is."""
    elsewhere: bool = False
    """Whether another version of the course made it, so that this one cannot make it again."""


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
    found = Found(submissions, leave_out)
    handed_in, _ = by_trainee(found.files)
    whose = {one.trainee: one.files for one in handed_in}
    judged: list[Judged] = []
    for path in paths:
        said: list[str] = []
        name, elsewhere = "", False
        try:
            text = _text(path)
            told, made_by = read_facts(text), read_edition(text)
            name = printable(told.name)[:80] or printable(told.trainee)[:64]
            said = _against(course, text, told, whose.get(told.trainee, ()))
            elsewhere = bool(said) and made_by not in ("", edition(course))
        except NoRecord as error:
            said = [f"{error}."]
        judged.append(
            Judged(
                file=printable(path.name),
                confirmed=not said,
                said=tuple(said) if said else (f"It says what the answers of {name} say.",),
                elsewhere=elsewhere,
            )
        )
    return judged


def read_facts(text: str) -> Facts:
    """The facts that a record says it is made from.

    Raises:
        NoRecord: where there are none that can be read.
    """
    try:
        return msgspec.json.decode(_inside(text, "pre", "facts"), type=Facts)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise NoRecord(NO_RECORD) from None


def read_edition(text: str) -> str:
    """The version of the course that a record says it was made with; empty where it says none."""
    return printable(_inside(text, "span", "edition"))[:40]


def _inside(text: str, tag: str, name: str) -> str:
    reader = _Reader(tag, name)
    reader.feed(text)
    reader.close()
    return "".join(reader.found)


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
    other = _other(read_edition(text), edition(course))
    if found != told:
        every = list(differences(told, found))
        more = len(every) - MOST
        differ = [*islice(every, MOST), *([f"{more} more facts differ."] if more > 0 else [])]
        return [*other, *_holds(told, found), *differ, ASK] if other else differ
    if training_record(course, found).decode() != text:
        if other:
            return [*other, "Every fact in it is what the answers say. Its page cannot be made "
                    "again here, so it cannot be compared.", ASK]  # fmt: skip
        return [
            "Its facts are what the answers say, but the page shows something else: it was changed "
            "by hand, or made by another version of the course."
        ]
    return []


def _other(made_by: str, here: str) -> list[str]:
    """That another version made it, where it says so."""
    if made_by in ("", here):
        return []
    return [f"It says that another version of the course made it ({made_by}; this one is {here}). "
            "Each version can count in its own way."]  # fmt: skip


def _holds(told: Facts, found: Facts) -> list[str]:
    """Which of the facts that no version changes are what the answers say."""
    same = [one for one in ALWAYS if getattr(told, one) == getattr(found, one)]
    return [f"What hangs on no version is what the answers say: {', '.join(same)}."] if same else []


class _Reader(HTMLParser):
    """The text of one element."""

    def __init__(self, tag: str, name: str) -> None:
        super().__init__()
        self._tag, self._name = tag, name
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == self._tag and ("id", self._name) in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)
