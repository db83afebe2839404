"""What `course grade` says of each kind of file: `python -m tests.grading.faults` prints a table.

Each kind is graded beside a hand-in that is good, whose mark must come out all the same.
"""

import contextlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from course.answers import open_session
from course.answers.submission import submit
from course.cli import main
from course.lessons import Course
from tests.trainees import BEST

CONTENT = Path(__file__).parent.parent / "fixtures" / "course"
MADE = "2026-11-24T09:00:00.000000Z"


class Said(NamedTuple):
    """What came of one kind of file."""

    code: int
    """The exit code: 1 where something was refused."""
    said: tuple[str, ...]
    """What was printed as a remark or a refusal."""
    good: bool
    """Whether the good hand-in beside it was graded."""


def good(folder: Path, name: str) -> Path:
    """A hand-in of somebody who answered all that a rule marks."""
    course = Course(CONTENT, CONTENT)
    session = open_session(course, folder / ".folders" / name)
    session.profile(name)
    for exercise, answer in BEST.items():
        session.answer(exercise, answer)
    return submit(folder / ".folders" / name, folder / f"{name}.jsonl", MADE)


def _raw(folder: Path) -> bytes:
    path = good(folder, "Ben")
    raw = path.read_bytes()
    path.unlink()
    return raw


def _written(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: _put(folder / name, data)


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _changed(change: Callable[[bytes], bytes], name: str = "Ben.jsonl") -> Callable[[Path], None]:
    """A good hand-in, with its bytes changed."""
    return lambda folder: _put(folder / name, change(_raw(folder)))


def _header(**fields: object) -> Callable[[bytes], bytes]:
    def change(raw: bytes) -> bytes:
        first, rest = raw.split(b"\n", 1)
        return json.dumps({**json.loads(first), **fields}).encode() + b"\n" + rest

    return change


def _newer(raw: bytes) -> bytes:
    """The records as a later course would write them."""
    first, *rest = raw.splitlines()
    lines = [json.loads(line) for line in rest]
    return b"\n".join([first, *(json.dumps({**one, "v": 99} if "v" in one else one).encode()
                               for one in lines)]) + b"\n"  # fmt: skip


def _line(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A change to one answer in the middle."""

    def changed(raw: bytes) -> bytes:
        lines = raw.splitlines(keepends=True)
        return b"".join([*lines[:5], change(lines[5]), *lines[6:]])

    return changed


def _seen_twice(folder: Path) -> None:
    """The good one's file, with another name in it."""
    raw = (folder / "Asha.jsonl").read_bytes()
    _put(folder / "Cem.jsonl", _header(name="Cem")(raw))


def _zip(fill: Callable[[zipfile.ZipFile], None]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            fill(packed)

    return make


def _link(packed: zipfile.ZipFile) -> None:
    one = zipfile.ZipInfo("ben.jsonl")
    one.external_attr = 0o120777 << 16
    packed.writestr(one, "/etc/passwd")


def _locked(folder: Path) -> None:
    _zip(lambda packed: packed.writestr("ben.jsonl", b"x"))(folder)
    raw = bytearray((folder / "all.zip").read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    _put(folder / "all.zip", bytes(raw))


def _damaged(folder: Path) -> None:
    _zip(lambda packed: packed.writestr("ben.jsonl", b"abc" * 1000))(folder)
    raw = bytearray((folder / "all.zip").read_bytes())
    raw[40:44] = b"\xff\xff\xff\xff"
    _put(folder / "all.zip", bytes(raw))


def _nested(depth: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        if depth:
            packed.writestr("inner.zip", _nested(depth - 1))
        else:
            packed.writestr("ben.jsonl", b"x")
    return held.getvalue()


KINDS: dict[str, Callable[[Path], None]] = {
    "an empty file": _written("Ben.jsonl", b""),
    "a text document": _written("essay.docx", b"PK\x03\x04" + b"x" * 400),
    "a PDF": _written("essay.pdf", b"%PDF-1.7\n" + b"x" * 400),
    "a picture": _written("photo.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 400),
    "a notebook of the course": _written("needs.ipynb", b'{"cells": [], "nbformat": 4}'),
    "JSON of something else": _written("data.jsonl", b'{"a": 1}\n{"a": 2}\n'),
    "a list of marks": _written("grades.csv", b"trainee,name\nt1,Asha\n"),
    "a page": _written("record.html", b"<!doctype html><p>Hello</p>"),
    "a folder with nothing in it": lambda folder: (folder / "Ben").mkdir(),
    "a link to nothing": lambda folder: (folder / "Ben.jsonl").symlink_to(folder / "nowhere"),
    "more than 20 MB": _written("big.jsonl", b"x" * (21 * 1024 * 1024)),
    "more than 100,000 lines": _changed(lambda raw: raw + b"{}\n" * 100_001),
    "saved by an editor in UTF-16": _changed(lambda raw: raw.decode().encode("utf-16")),
    "saved with Windows line ends": _changed(lambda raw: raw.replace(b"\n", b"\r\n")),
    "cut short in a line": _changed(lambda raw: raw[: len(raw) * 2 // 3]),
    "its heading alone": _changed(lambda raw: raw.split(b"\n", 1)[0] + b"\n"),
    "a line that breaks off": _changed(_line(lambda line: line[:20] + b"\n")),
    "a line that was written over": _changed(_line(lambda line: b"#" * 20 + line[20:])),
    "of a newer course": _changed(_header(v=99)),
    "with answers of a newer course": _changed(_newer),
    "without whose it is": _changed(_header(trainee="")),
    "signed with a path": _changed(_header(trainee="../../x")),
    "somebody's copy with another name": _seen_twice,
    "a zip that is none": _written("all.zip", b"not a zip at all"),
    "a zip with nothing in it": _zip(lambda packed: None),
    "a damaged zip": _damaged,
    "a locked zip": _locked,
    "a zip whose names lead out": _zip(lambda packed: packed.writestr("../../ben.jsonl", b"x")),
    "a zip with a link": _zip(_link),
    "a zip with a bomb": _zip(lambda packed: packed.writestr("b.jsonl", b"\0" * (21 * 1024**2))),
    "a zip with deep folders": _zip(lambda packed: packed.writestr("a/" * 20 + "b.jsonl", b"x")),
    "zips three deep": _written("all.zip", _nested(2)),
}  # fmt: skip
"""What somebody may hand in, and what makes it in a folder."""


def graded(kind: str, folder: Path) -> Said:
    """Grades one kind of file beside a good one."""
    there = folder / "in"
    there.mkdir()
    good(there, "Asha")
    KINDS[kind](there)
    out, err = io.StringIO(), io.StringIO()
    given = ["grade", str(there), "--out", str(folder / "out"), "--key", str(CONTENT)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(given)
    rows = (folder / "out" / "grades.csv").read_text("utf-8-sig").splitlines()
    return Said(code, tuple(err.getvalue().splitlines()), any(",Asha," in row for row in rows))


def table() -> str:
    """All kinds as a table in Markdown."""
    lines = ["| what was handed in | exit | what `course grade` says |", "|---|---|---|"]
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            found = graded(kind, Path(folder))
        said = "<br>".join(one.replace("|", "\\|") for one in found.said) or "nothing: it is graded"
        lines.append(f"| {kind} | {found.code} | {said} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
