"""Who handed in, by the list that a learning system gives, and marks in a form it takes back."""

import csv
import io
import os
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.cli import main
from course.grading import BadDue, BadRoster, Grading, Summary, put, read_due, read_roster
from course.lessons import Course
from course.reports import results
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]

MOODLE = """\
"First name","Last name","ID number","Email address","Old quiz"
Asha,Verma,0042,asha.verma@example.org,71
Bénédicte,O'Neil,0043,bo@example.org,-
Chidi,Okafor,0044,chidi@example.org,90
"""
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Old quiz (77)
    Points Possible,,,,,10
"Verma, Asha",4711,S-42,averma,Night desk,7
"O'Neil, Bénédicte",4712,S-43,boneil,Night desk,
"Okafor, Chidi",4713,S-44,cokafor,Night desk,9
"""
PLAIN = "Name;Email\nAsha Verma;asha.verma@example.org\nBénédicte O'Neil;bo@example.org\n"


def graded(
    course: Course, members: dict[str, bytes], roster: str, out: Path
) -> tuple[Summary, list[dict[str, str]], str]:
    with zipfile.ZipFile(out.with_suffix(".zip"), "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    grading = Grading(course, [out.with_suffix(".zip")], roster=read_roster(roster.encode()))
    put(out, results(grading))
    (book,) = out.glob("gradebook-*.csv")
    rows = list(csv.DictReader(io.StringIO(book.read_text("utf-8-sig"), newline="")))
    return grading.summary(), rows, (out / "report.html").read_text()


@pytest.fixture
def asha(enrol: Enrol) -> bytes:
    return enrol("A. V.").answers(BEST).hands_in().read_bytes()


@pytest.mark.parametrize(
    ("roster", "member", "columns"),
    [
        (MOODLE, "Asha Verma_12_assignsubmission_file_/a.jsonl",
         ["First name", "Last name", "ID number", "Email address"]),
        (CANVAS, "vermaasha_LATE_4711_99_a.jsonl",
         ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]),
        (CANVAS, "Final_averma_attempt_2026-11-24-10-00-00_a.jsonl",
         ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]),
        (PLAIN, "Verma Asha/a.jsonl", ["Name", "Email"]),
        (PLAIN, "submitted/asha.verma/care/a.jsonl", ["Name", "Email"]),
    ],
    ids=["moodle", "canvas", "blackboard", "plain", "nbgrader"],
)  # fmt: skip
def test_a_file_finds_its_owner_and_the_mark_its_row(
    course: Course, asha: bytes, tmp_path: Path, roster: str, member: str, columns: list[str]
) -> None:
    found, rows, page = graded(course, {member: asha}, roster, tmp_path / "out")
    assert list(rows[0]) == [*columns, "Customer care"]
    marks = [row["Customer care"] for row in rows]
    assert float(marks[0]) == pytest.approx(found.standings[0].mark, abs=0.05)
    assert set(marks[1:]) == {""}
    assert found.roll is not None
    names = [one.name for one in found.roll.missing]
    assert len(names) == len(rows) - 1
    assert all(f"{name}" in page.replace("&#x27;", "'") for name in names)


def test_who_handed_in_twice_for_two_or_for_nobody_is_told(
    course: Course, enrol: Enrol, asha: bytes, tmp_path: Path
) -> None:
    other = enrol("Somebody").answers({"pick-one": ["say-back"]}).hands_in().read_bytes()
    stranger = enrol("Zed").answers(BEST).hands_in().read_bytes()
    found, rows, _ = graded(
        course,
        {"Asha Verma/one.jsonl": asha, "Asha Verma/two.jsonl": asha,
         "Benedicte O'Neil/one.jsonl": other, "BO'Neil/stray.jsonl": stranger,
         "O'Neil Bénédicte/again.jsonl": enrol("B").answers(BEST).hands_in().read_bytes()},
        MOODLE, tmp_path / "out",
    )  # fmt: skip
    assert found.roll is not None
    said = "\n".join(found.roll.sentences())
    assert "2 of 3 people on the roster handed in" in said
    assert "Not handed in: Chidi Okafor" in said
    assert "Asha Verma handed in 2 times" in said
    assert "Bénédicte O'Neil: 2 different records were handed in" in said
    assert "Zed (out.zip/BO'Neil/stray.jsonl) is nobody on the roster" in said
    assert [row["Customer care"] != "" for row in rows] == [True, False, False]


def test_two_of_one_name_are_not_guessed_between(
    course: Course, asha: bytes, tmp_path: Path
) -> None:
    twice = "Name,Email\nAsha Verma,one@example.org\nAsha Verma,two@example.org\n"
    found, rows, _ = graded(course, {"Asha Verma/a.jsonl": asha}, twice, tmp_path / "out")
    assert found.roll is not None
    assert "may be from Asha Verma or Asha Verma" in found.roll.sentences()[-1]
    assert {row["Customer care"] for row in rows} == {""}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no column that holds names"),
        (b"colour,size\nred,4\n", "no column that holds names"),
        (b"Name,Email\n", "names nobody"),
        (b"Name,Email\nAsha,a@x.org,b,c\n", "row 2"),
        (b"Name\n" + b"x" * 200_000, "not a table"),
    ],
)
def test_a_list_that_is_none_is_told(raw: bytes, said: str) -> None:
    with pytest.raises(BadRoster, match=said):
        read_roster(raw)


def test_a_list_from_an_old_spreadsheet_is_read() -> None:
    found = read_roster("Name;Email\nBénédicte;b@x.org\n".encode("cp1252"))
    assert found.people[0].name == "Bénédicte"


def test_what_came_late_is_told_by_both_clocks(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    path = enrol("Asha").answers(BEST).hands_in("2026-11-24T09:00:00.000000Z")
    due = read_due("2026-11-24 09:30", "Europe/Berlin")
    came = datetime.fromisoformat("2026-11-25T10:31:00+01:00").timestamp()
    os.utime(path, (came, came))
    (marks,) = Grading(course, [path], due=due)
    assert marks.remarks[-1].text == (
        "Asha.jsonl is late by 1 day 1 hour by its date here, 2026-11-25 10:31; "
        "it says that it was made 30 minutes late."
    )
    (marks,) = Grading(course, [path], due=read_due("2026-11-26", "Europe/Berlin"))
    assert not marks.remarks


@pytest.mark.parametrize(("text", "zone"), [("tomorrow", None), ("2026-12-01", "Atlantis/Port")])
def test_a_time_that_is_none_is_told(text: str, zone: str | None) -> None:
    with pytest.raises(BadDue, match=text if zone is None else zone):
        read_due(text, zone)


def test_by_the_command_line(
    enrol: Enrol, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enrol("Asha Verma").answers(BEST).hands_in()
    (tmp_path / "people.csv").write_text(MOODLE)
    content = str(Path(__file__).parent.parent / "fixtures" / "course")
    given = [
        "grade", str(tmp_path / "handed-in"), "--out", str(tmp_path / "out"), "--key", content,
        "--roster", str(tmp_path / "people.csv"), "--due", "2020-01-01", "--zone", "UTC",
    ]  # fmt: skip
    assert main(given) == 0
    told = capsys.readouterr()
    assert "1 of 3 people on the roster handed in" in told.out
    assert "late by" in told.err
    assert main([*given[:-1], "Nowhere/Zone"]) == 2
    assert "Nowhere/Zone" in capsys.readouterr().err
