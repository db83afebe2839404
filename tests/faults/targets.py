"""What is fuzzed: each target takes any bytes, and may only answer or refuse in a sentence.

Any exception that leaves a target is a find, and so is an answer that takes longer than `LATEST`.
"""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pyarrow
import pyarrow.parquet

from course.answers import Work, open_session
from course.answers.session import NewerCourse
from course.answers.submission import Refused, decode, submit
from course.exports import ExportError, measure_cases, understand
from course.grading import exports, items, mark
from course.grading.cohort import Cohort
from course.language.reading import read
from course.lessons import Course, load_course
from course.lessons.lint import check
from course.lessons.part import part_of
from course.page.view import view
from course.reports import pages
from tests.trainees import BEST, REPLY

LATEST = 5.0
"""Seconds within which everything must be answered."""
FIXTURES = Path(__file__).parent.parent / "fixtures"
SMALL = FIXTURES / "course"
NAMES = (
    "log", "submission", "exercise", "scenario", "page", "export", "workbook", "parquet",
    "free-text",
)  # fmt: skip
"""The targets."""


@cache
def small() -> Course:
    """The small course of the tests."""
    return load_course(SMALL, SMALL)


@cache
def place() -> Path:
    """A folder for this process, in which a target writes what it reads."""
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def log(data: bytes) -> None:
    """A file of the answer log: the session opens, and every exercise shows what was done.

    Then all of it is read, and what a glance told of each exercise must be the same.
    """
    answers = place() / "trainee" / ".course" / "answers"
    shutil.rmtree(answers, ignore_errors=True)
    answers.mkdir(parents=True)
    (answers / "20261129090000-1-abcdef.jsonl").write_bytes(data)
    try:
        session = open_session(small(), place() / "trainee")
    except NewerCourse:
        return
    for item in small().items():
        view(item, session.history(item.id))
    work = [one for one in session.reading.records if isinstance(one, Work)]
    for name in {one.exercise for one in work}:
        assert session.reading.of(name) == tuple(one for one in work if one.exercise == name)


def submission(data: bytes) -> None:
    """A file that was handed in: it is refused, or marked with a page and its tables."""
    try:
        handed_in = decode(data, "handed-in.jsonl")
    except Refused:
        return
    marked = mark(small(), handed_in)
    made = Cohort(
        trainees=(marked,), standings=(), items=tuple(items([marked])), returns=(), refused=()
    )
    exports(made)
    pages(small(), made)


@cache
def _content() -> Course:
    folder = place() / "content"
    shutil.copytree(SMALL, folder)
    return load_course(folder, folder)


def exercise(data: bytes) -> None:
    """An exercise file: the lint names what is wrong with it."""
    _content_file("first/exercises/pick-one.yaml", data)


def scenario(data: bytes) -> None:
    """A scenario file."""
    _content_file("first/scenarios/broken-mug.yaml", data)


def lesson_page(data: bytes) -> None:
    """The page of a lesson."""
    _content_file("first/page.md", data)


def _content_file(name: str, data: bytes) -> None:
    path = _content().folder / name
    before = path.read_bytes()
    try:
        path.write_bytes(data)
        course = load_course(_content().folder, _content().folder)
        check(course, part_of(course, path))
    finally:
        path.write_bytes(before)


def export(data: bytes) -> None:
    """An export of a help desk: it is understood and measured, or refused."""
    _measured("export.csv", data)


def workbook(data: bytes) -> None:
    """An Excel workbook, or the text of a sheet of one.

    It is packed here, for damage to the archive itself seldom gets past its checksums.
    """
    _measured("export.xlsx", data if data.startswith(b"PK") else _packed(data))


def parquet(data: bytes) -> None:
    """A Parquet file."""
    _measured("export.parquet", data)


def _measured(name: str, data: bytes) -> None:
    path = place() / name
    path.write_bytes(data)
    try:
        measure_cases(understand(path))
    except ExportError:
        return


def free_text(data: bytes) -> None:
    """What somebody typed, half letters included: it is read, kept and shown."""
    text = data.decode("utf-8", "surrogateescape")
    read(text)
    session = open_session(small(), None)
    session.answer("in-your-words", text)
    session.answer("how-many", text)
    for name in ("in-your-words", "how-many"):
        view(small().find(name), session.history(name))  # type: ignore[arg-type]


ROWS = (
    ("Ticket ID", "Created", "Resolved", "Category", "CSAT", "Answered"),
    (1, datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 11, 30), "Order", 5, True),
    (2, datetime(2026, 3, 3, 9), None, "Delay", None, False),
    (3, datetime(2026, 3, 4, 9), datetime(2026, 3, 4, 10), "Order", 2.5, True),
)
SHEET = "xl/worksheets/sheet1.xml"


@cache
def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_workbook())) as sound:
        return {name: sound.read(name) for name in sound.namelist()}


def _stray() -> bytes:
    """The text of a sheet with something in its very last row, as large as it says it is."""
    sound = _parts()[SHEET]
    stray = sound.replace(b'ref="A1:F4"', b'ref="A1:XFD1048576"').replace(b'r="4"', b'r="1048576"')
    assert stray.count(b"1048576") == 2
    return stray


def _packed(sheet: bytes) -> bytes:
    """A sound workbook around the text of a sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in {**_parts(), SHEET: sheet}.items():
            archive.writestr(name, part)
    return made.getvalue()


def _parquet(**options: Any) -> bytes:
    heads, *rows = ROWS
    table = pyarrow.table(dict(zip(heads, map(list, zip(*rows, strict=True)), strict=True)))
    made = io.BytesIO()
    pyarrow.parquet.write_table(table, made, **options)
    return made.getvalue()


class Target(NamedTuple):
    """A target, and files from which mutations begin."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def _raw(*names: str) -> tuple[bytes, ...]:
    return tuple((FIXTURES / name).read_bytes() for name in names)


@cache
def _played() -> tuple[bytes, bytes]:
    """A log of the small course, and the hand-in made of it."""
    folder = place() / "played"
    session = open_session(small(), folder)
    session.profile("Asha")
    session.draft("pick-one", ["say-back"])
    for name, answer in {**BEST, "in-your-words": REPLY}.items():
        session.hint(name, 1)
        session.answer(name, answer)
    session.turn("broken-mug", "own-it", "I'll see to it.", placed=True)
    session.none_of_these("broken-mug", "Well, well.")
    session.visit("first")
    session.how_was_it("first", 4, "Short.")
    handed_in = submit(folder).read_bytes()
    [path] = (folder / ".course" / "answers").glob("*.jsonl")
    return path.read_bytes(), handed_in


def _is_submission(raw: bytes) -> bool:
    return b'"submission"' in raw[:40]


@cache
def targets() -> dict[str, Target]:
    """Every target by its name."""
    logs = [path.read_bytes() for path in sorted((FIXTURES / "records").rglob("*.jsonl"))]
    own, handed_in = _played()
    return {
        "log": Target(log, (own, *(one for one in logs if not _is_submission(one)))),
        "submission": Target(submission, (handed_in, *filter(_is_submission, logs))),
        "exercise": Target(exercise, _raw(*(f"course/first/exercises/{one.name}" for one in
                                            sorted((SMALL / "first/exercises").glob("*.yaml"))))),
        "scenario": Target(scenario, _raw("course/first/scenarios/broken-mug.yaml")),
        "page": Target(lesson_page, _raw("course/first/page.md")),
        "export": Target(export, EXPORTS),
        "workbook": Target(workbook, (_parts()[SHEET], _workbook(), _stray())),
        "parquet": Target(parquet, (_parquet(), _parquet(compression="none",
                                                         use_dictionary=False))),
        "free-text": Target(free_text, TEXTS),
    }  # fmt: skip


EXPORTS = (
    b"Ticket ID,Created,Resolved,Category,CSAT\n1,2026-03-02 09:00,2026-03-02 11:00,Order,5\n"
    b"2,2026-03-03 09:00,N/A,Delay,?\n3,2026-03-04 09:00,2026-03-04 10:00,Order,2\n",
    b'id;created_at;closed_at;rating\n1;03/02/2026;04/02/2026;4,5\n"2";13/02/2026;;"1"\n',
    b"case_id\tdate\tcustomer\thours\tnps\na\t1 March 2026\tc1\t1:30\t10\n",
)
TEXTS = (
    b"I'm sorry your mug came without its handle. I'll send a whole one today.",
    "\u00a312.50, that\u2019s 1,234.5 % \u2014 I can\u2019t; you should have \U0001f600".encode(),
    b"1e309", b"-0", b"\xed\xa0\x80 half",
)  # fmt: skip
