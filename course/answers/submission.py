"""One file to hand in: every raw line of the log, torn ones too, behind a header."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from course.answers.clock import stamp, utc_now
from course.answers.folder import answers_folder, inspect
from course.answers.log import FolderLog, lines, log_files
from course.answers.logged import Logged
from course.answers.order import in_order, taken_back
from course.answers.reading import Spoilt, parse
from course.answers.record import Act, Answer, Profile, Record

VERSION = 2
"""The version that is made. Version 1 had no counts, and is read as well."""
LARGEST = 20 * 1024 * 1024
"""Bytes a submission may have."""
MOST_LINES = 100_000
"""Lines a submission may have: a record every second for more than three working days."""


class Header(Struct, frozen=True, kw_only=True, tag="submission", tag_field="kind"):
    """The first line of a submission."""

    v: int
    trainee: str
    name: str
    made: str
    files: int = 0
    """How many log files follow, so that one lost at the end is missed."""


class FileLine(Struct, frozen=True, kw_only=True, tag="file", tag_field="kind"):
    """Stands before the raw lines of one log file."""

    name: str
    lines: int = 0
    """How many they are."""


class Submission(Struct, frozen=True, kw_only=True):
    """What a trainee handed in."""

    file: str
    trainee: str
    name: str
    made: str
    records: tuple[Record, ...]
    spoilt: tuple[tuple[str, Spoilt], ...] = ()
    taken_back: dict[str, Record] = {}
    """What a later line says that the disk refused, by the hash of its line. It does not count."""
    cut_short: bool = False
    """Lines that were handed in are missing, or the file ends in the middle of one."""


class Refused(ValueError):
    """A file that is no submission, with the reason in a sentence."""


def make(folder: Path, trainee: str, name: str, made: str) -> bytes:
    """The bytes of a submission from a course folder."""
    paths = log_files(answers_folder(folder))
    header = Header(v=VERSION, trainee=trainee, name=name, made=made, files=len(paths))
    parts = [msgspec.json.encode(header)]
    for path in paths:
        body = lines(path.read_bytes())
        parts += [msgspec.json.encode(FileLine(name=path.name, lines=len(body))), *body]
    return b"\n".join(parts) + b"\n"


def submit(folder: Path | None, out: Path | None = None, made: str | None = None) -> Path:
    """Makes the file to hand in, in the course folder unless `out` names a file or a folder.

    Returns its path, which is a new one: nothing is overwritten.

    Raises:
        Refused: where there is no course folder or nothing has been answered.
        Unusable: where something else is in the place of the folder.
        OSError: where the disk says no.
    """
    if folder is not None:
        inspect(folder)
    if folder is None or not answers_folder(folder).is_dir():
        raise Refused("there is no course folder here; start one with 'course start FOLDER'")
    read = parse_all(folder)
    profiles = [one for one in read.records if isinstance(one, Profile)]
    trainee = next((one.trainee for one in profiles if one.trainee is not None), "")
    if not trainee or not any(isinstance(one, Answer | Act) for one in read.records):
        if any(spoilt.newer for _, spoilt in read.spoilt):
            raise Refused("a newer course wrote its answers; update the course to hand them in")
        raise Refused("nothing has been answered in this folder yet")
    name = ([one.name for one in profiles if one.name is not None] or [""])[-1]
    when = made or stamp(utc_now())
    slug = "".join(one if one.isalnum() else "-" for one in name.lower()).strip("-") or "trainee"
    # File names may have 255 bytes, and a letter up to four.
    file = f"{slug[:40]}-{trainee}.jsonl"
    path = (out / file if out.is_dir() else out) if out else folder / file
    return write_new(path, make(folder, trainee, name, when))


def parse_all(folder: Path) -> Logged:
    """Every record of a course folder, and what could not be used."""
    return FolderLog(answers_folder(folder), "").read()


def write_new(path: Path, data: bytes) -> Path:
    """Writes `data` to `path`, or beside it under a numbered name: nothing is overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        chosen = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            with chosen.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            number += 1
            continue
        return chosen


def read_submission(path: Path) -> Submission:
    """A submission from its file.

    Raises:
        Refused: where the file is unreadable, empty, huge or something else.
    """
    return decode(_read(path), path.name)


def read_header(path: Path) -> Header:
    """The heading of a submission, as `read_submission` reads it.

    Raises:
        Refused: where there is none that can be used.
    """
    return _header(_read(path))


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("it is not a file")
        if size > LARGEST:
            raise Refused(f"it is {size / 1e6:,.0f} MB; a submission is at most 20 MB")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror}") from None


def decode(raw: bytes, file: str) -> Submission:
    """A submission from its bytes.

    Raises:
        Refused: where the bytes are no submission.
    """
    header = _header(raw)
    rest = lines(raw)[1:]
    if len(rest) > MOST_LINES:
        raise Refused(f"it has {len(rest):,} lines; a submission has at most {MOST_LINES:,}")
    read: list[list[Record]] = []
    spoilt: list[tuple[str, Spoilt]] = []
    files = _files(rest)
    for file_line, body in files:
        good, bad = parse(body)
        read.append(good)
        spoilt += [(file_line.name, one) for one in bad]
    records = in_order(read)
    if not records:
        if any(one.newer for _, one in spoilt):
            raise Refused(
                "its answers were written by a newer course; update the course and grade it again"
            )
        raise Refused("it holds no answer that can be read")
    return Submission(
        file=file,
        trainee=header.trainee,
        name=header.name,
        made=header.made,
        records=tuple(records),
        spoilt=tuple(spoilt),
        taken_back=taken_back(read),
        cut_short=_cut_short(raw, header, files),
    )


def raw_files(raw: bytes) -> list[tuple[str, bytes]]:
    """The log files in the bytes of a submission, each with its name, as they were."""
    parts = _files(lines(raw)[1:])
    return [(line.name, b"\n".join(body) + b"\n") for line, body in parts if body]


def _header(raw: bytes) -> Header:
    if not raw.strip():
        raise Refused("it is empty")
    first = lines(raw)[0]
    try:
        header = msgspec.json.decode(first, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("it is not a file made by 'course submit'") from None
    if header.v > VERSION:
        raise Refused(
            f"it was made by a newer course (version {header.v} of the submission); update the "
            "course and grade it again"
        )
    if header.v < 1:
        raise Refused("it is not a file made by 'course submit'")
    if not header.trainee:
        raise Refused("it does not say whose it is")
    return header


Part = tuple[FileLine, list[bytes]]


def _cut_short(raw: bytes, header: Header, files: Sequence[Part]) -> bool:
    if not raw.endswith(b"\n") and not parse(lines(raw)[-1:])[0]:
        return True
    named = [one for one in files if one[0].name]
    return len(named) < header.files or any(len(body) < line.lines for line, body in named)


def _files(body: Iterable[bytes]) -> list[Part]:
    found: list[Part] = [(FileLine(name=""), [])]
    for raw in body:
        line = _file_line(raw)
        if line is None:
            found[-1][1].append(raw)
        else:
            found.append((line, []))
    return found


def _file_line(raw: bytes) -> FileLine | None:
    if b'"file"' not in raw[:40]:
        return None
    try:
        return msgspec.json.decode(raw, type=FileLine)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
