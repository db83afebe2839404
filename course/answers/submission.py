"""One file to hand in: every raw line of the log, torn ones too, behind a header."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from course.answers.folder import answers_folder
from course.answers.log import FolderLog, lines
from course.answers.record import Record, Spoilt, parse
from course.answers.session import stamp, utc_now

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


class FileLine(Struct, frozen=True, kw_only=True, tag="file", tag_field="kind"):
    """Stands before the raw lines of one log file."""

    name: str


class Submission(Struct, frozen=True, kw_only=True):
    """What a trainee handed in."""

    file: str
    trainee: str
    name: str
    made: str
    records: tuple[Record, ...]
    spoilt: tuple[tuple[str, Spoilt], ...] = ()
    cut_short: bool = False
    """The file ends in the middle of a line, so more may be missing."""


class Refused(ValueError):
    """A file that is no submission, with the reason in a sentence."""


def make(folder: Path, trainee: str, name: str, made: str) -> bytes:
    """The bytes of a submission from a course folder."""
    header = Header(v=1, trainee=trainee, name=name, made=made)
    parts = [msgspec.json.encode(header)]
    for path in sorted(answers_folder(folder).glob("*.jsonl")):
        parts.append(msgspec.json.encode(FileLine(name=path.name)))
        parts += lines(path.read_bytes())
    return b"\n".join(parts) + b"\n"


def submit(folder: Path | None, out: Path | None = None, made: str | None = None) -> Path:
    """Makes the file to hand in, in the course folder unless `out` names a file or a folder.

    Returns its path, which is a new one: nothing is overwritten.

    Raises:
        Refused: where there is no course folder or nothing has been answered.
        OSError: where the disk says no.
    """
    if folder is None or not answers_folder(folder).is_dir():
        raise Refused("there is no course folder here; start one with 'course start FOLDER'")
    records, _ = parse_all(folder)
    trainee = _profile(records, "trainee")[:1]
    if not trainee or not any(record.kind == "answer" for record in records):
        raise Refused("nothing has been answered in this folder yet")
    name = (_profile(records, "name") or [""])[-1]
    when = made or stamp(utc_now())
    slug = "".join(one if one.isalnum() else "-" for one in name.lower()).strip("-") or "trainee"
    # File names may have 255 bytes, and a letter up to four.
    file = f"{slug[:40]}-{trainee[0]}.jsonl"
    path = (out / file if out.is_dir() else out) if out else folder / file
    return write_new(path, make(folder, trainee[0], name, when))


def parse_all(folder: Path) -> tuple[tuple[Record, ...], tuple[tuple[str, Spoilt], ...]]:
    """Every record of a course folder, and what could not be used."""
    reading = FolderLog(answers_folder(folder), "").read()
    return reading.records, reading.spoilt


def _profile(records: Iterable[Record], field: str) -> list[str]:
    return [
        record.data[field]
        for record in records
        if record.kind == "profile" and isinstance(record.data, dict) and field in record.data
    ]


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
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("it is not a file")
        if size > LARGEST:
            raise Refused(f"it is {size / 1e6:,.0f} MB; a submission is at most 20 MB")
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror}") from None
    return decode(raw, path.name)


def decode(raw: bytes, file: str) -> Submission:
    """A submission from its bytes.

    Raises:
        Refused: where the bytes are no submission.
    """
    if not raw.strip():
        raise Refused("it is empty")
    first, *rest = lines(raw)
    try:
        header = msgspec.json.decode(first, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("it is not a file made by 'course submit'") from None
    if header.v != 1:
        raise Refused(f"it was made by another version of the course ({header.v})")
    if not header.trainee:
        raise Refused("it does not say whose it is")
    if len(rest) > MOST_LINES:
        raise Refused(f"it has {len(rest):,} lines; a submission has at most {MOST_LINES:,}")
    records: list[Record] = []
    spoilt: list[tuple[str, Spoilt]] = []
    for name, body in _files(rest):
        good, bad = parse(body)
        records += good
        spoilt += [(name, one) for one in bad]
    if not records:
        raise Refused("it holds no answer that can be read")
    records.sort(key=lambda record: record.at)
    return Submission(
        file=file,
        trainee=header.trainee,
        name=header.name,
        made=header.made,
        records=tuple(records),
        spoilt=tuple(spoilt),
        cut_short=not raw.endswith(b"\n") and not parse(rest[-1:])[0],
    )


def _files(body: Iterable[bytes]) -> list[tuple[str, list[bytes]]]:
    found: list[tuple[str, list[bytes]]] = [("", [])]
    for raw in body:
        name = _file_name(raw)
        if name is None:
            found[-1][1].append(raw)
        else:
            found.append((name, []))
    return [one for one in found if one[1]]


def _file_name(raw: bytes) -> str | None:
    if b'"file"' not in raw[:40]:
        return None
    try:
        data: Any = msgspec.json.decode(raw, type=FileLine)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return str(data.name)
