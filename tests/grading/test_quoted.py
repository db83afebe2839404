"""Long texts and formulas: every file that is written is read back, and holds neither whole."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.cli import main
from course.grading import Grading, put, read_roster
from course.grading.halfway import halfway
from course.grading.quoted import IN_CELL, ON_PAGE, quoted
from course.grading.tables import FORMULA
from course.lessons import Course
from course.reports import results
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
STARTS = (
    '=HYPERLINK("http://x.example","it")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "  =1",
    "\n=1",
    "\r=1",
)
FORMULAS = tuple(f"{one} {REPLY}" for one in STARTS)
LONG = "The mug and its handle. " * 700
MOST = 3_900
"""Letters of the longest reply here: the course takes no reply of more than 4,000."""


def cells(path: Path) -> list[str]:
    rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    return [cell for row in rows for cell in row]


def says_everywhere(trainee: Trainee, words: str) -> Trainee:
    """Puts the same words wherever somebody may write some."""
    session = trainee.session
    session.turn("broken-mug", "own-it", typed=words)
    session.none_of_these("broken-mug", words)
    session.turn("broken-mug", "new-mug")
    answers: dict[str, Any] = {**BEST, "in-your-words": words[:MOST]}
    trainee.answers(answers)
    session.how_was_it("first", 4, words)
    session.wrong_here(words, exercise="pick-one")
    session.profile(words)
    return trainee


@pytest.fixture
def out(course: Course, enrol: Enrol, tmp_path: Path) -> Path:
    """What is written for people who write formulas, and one who writes very much."""
    for number, words in enumerate((*FORMULAS, LONG)):
        says_everywhere(enrol(f"T{number}"), words).hands_in()
    (tmp_path / "handed-in" / "=1+1.jsonl").write_bytes(b"")
    roster = read_roster(b'Name,Email\n"=1+1",@SUM(1)\nAsha,-a@example.org\n')
    grading = Grading(course, [tmp_path / "handed-in"], roster=roster)
    put(tmp_path / "out", results(grading))
    sheet = halfway(course, [tmp_path / "handed-in"]).sheet()
    (tmp_path / "out" / "halfway.csv").write_bytes(sheet)
    return tmp_path / "out"


def test_no_cell_of_any_table_is_a_formula_or_too_long(out: Path) -> None:
    tables = sorted(out.glob("*.csv"))
    names = [
        "days", "gaps", "gradebook-plain", "grades", "halfway", "items", "lines", "review", "roads",
    ]  # fmt: skip
    assert [one.stem for one in tables] == names
    for one in tables:
        for cell in cells(one):
            assert not cell.lstrip(" ").startswith(FORMULA), (one.name, cell[:40])
            assert len(cell) <= IN_CELL + 1, (one.name, len(cell))


def test_what_was_written_is_there_defused(out: Path) -> None:
    said = cells(out / "review.csv")
    for words in FORMULAS:
        assert "'" + words.replace("\r", "\n") in said
    assert LONG[:MOST] in said, "who marks a reply has all of it"


def test_what_is_left_out_is_counted(out: Path) -> None:
    said = [*cells(out / "gaps.csv"), *cells(out / "grades.csv")]
    assert any(cell.endswith(" more letters]") for cell in said)


def test_the_whole_of_a_long_reply_is_folded_on_its_own_page(out: Path) -> None:
    pages = [one.read_text(encoding="utf-8") for one in (out / "feedback").iterdir()]
    reply = LONG[:MOST]
    (page,) = (one for one in pages if reply in one)
    assert page.count(reply) == 1
    assert f"<summary>The whole text: {len(reply):,} letters</summary>" in page
    assert LONG[: ON_PAGE // 2] in page[: page.index("The whole text")]
    report = (out / "report.html").read_text(encoding="utf-8")
    assert LONG[: 2 * ON_PAGE] not in report


@given(st.text(max_size=400), st.integers(33, 200))
def test_a_text_is_shortened_once_and_says_how_much_is_gone(text: str, most: int) -> None:
    short = quoted(text, most)
    assert len(short) <= most
    assert quoted(short, most) == short
    assert short == text or short.endswith(" more letters]")


def test_a_file_of_one_long_name_is_told_in_few_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{'x' * 200}.docx").write_bytes(b"PK")
    content = str(Path(__file__).parent.parent / "fixtures" / "course")
    assert main(["grade", str(tmp_path), "--out", str(tmp_path / "out"), "--key", content]) == 1
    assert len(capsys.readouterr().err) < 300
