"""Replies go out as rows and come back as points."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from course.cli import main
from course.grading import (
    BadReviews,
    Cohort,
    ExerciseMarks,
    Grading,
    ReviewedLine,
    TraineeMarks,
    cohort,
)
from course.grading.people.log import marks_in
from course.grading.people.records import reply_id
from course.grading.people.replies import replies_in
from course.grading.review import export
from course.lessons import Course
from course.reports import pages
from course.reports.standings import feedback_name
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]


@pytest.fixture
def handed_in(enrol: Enrol, tmp_path: Path) -> Path:
    enrol("Asha").answers({**BEST, "in-your-words": REPLY}).hands_in()
    enrol("Ben").answers({"in-your-words": '=HYPERLINK("x") is what I would write'}).hands_in()
    return tmp_path / "handed-in"


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def filled(
    found: Cohort, points: Callable[[dict[str, str]], str], between: str = ",", code: str = "utf-8"
) -> bytes:
    table = rows(export(found.trainees))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(table[0]), delimiter=between, lineterminator="\r\n")
    writer.writeheader()
    for row in table:
        writer.writerow({**row, "points": points(row), "comment": "Naming the mug – good."})
    return out.getvalue().encode(code)


def test_findings_stand_beside_the_rubric(course: Course, handed_in: Path) -> None:
    table = rows(export(cohort(course, [handed_in]).trainees))
    assert [(row["name"], row["criterion"], row["possible"]) for row in table] == [
        ("Asha", "heard", "2.0"),
        ("Asha", "tone", "1.0"),
        ("Ben", "heard", "2.0"),
        ("Ben", "tone", "1.0"),
    ]
    assert "mug" in table[0]["noticed"]
    assert table[0]["reply"] == REPLY
    assert table[2]["reply"].startswith("'=HYPERLINK")


@pytest.mark.parametrize(
    ("between", "code"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-8-sig")]
)
def test_points_come_back_from_any_spreadsheet(
    course: Course, handed_in: Path, between: str, code: str
) -> None:
    before = cohort(course, [handed_in])
    raw = filled(before, lambda row: "1,5" if row["criterion"] == "heard" else "1", between, code)
    after = cohort(course, [handed_in], reviews=raw)
    assert after.remarks == ()
    for one in after.trainees:
        [reply] = [exercise for exercise in one.exercises if exercise.kind == "reply"]
        assert reply.state == "reviewed"
        assert reply.best == pytest.approx(2.5 / 3)
        assert reply.review[0].comment == "Naming the mug – good."
    asha = after.trainees[0]
    # Eleven points by rule, one of them not answered, and three by a person.
    assert asha.mark == pytest.approx(100 * (10 + 2.5) / 14)
    assert asha.awaiting == 0
    assert rows(export(after.trainees))[0]["points"] == "1.5"


def test_rows_without_points_still_wait(course: Course, handed_in: Path) -> None:
    raw = filled(cohort(course, [handed_in]), lambda row: "1" if row["criterion"] == "tone" else "")
    after = cohort(course, [handed_in], reviews=raw)
    assert [one.awaiting for one in after.trainees] == [1, 1]
    assert all("1 lines have no points yet" in text for text in after.remarks)


def test_points_stand_when_a_reply_is_given_anew_and_the_new_one_waits(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    trainee = enrol("Asha").answers({"in-your-words": REPLY})
    trainee.hands_in()
    raw = filled(cohort(course, [tmp_path / "handed-in"]), lambda row: "1")
    once = cohort(course, [tmp_path / "handed-in"], reviews=raw)
    trainee.answers({"in-your-words": "Another reply about the mug altogether."})
    trainee.hands_in("2026-11-26T09:00:00.000000Z")
    after = cohort(course, [tmp_path / "handed-in"], reviews=raw)
    assert after.trainees[0].mark == once.trainees[0].mark
    assert after.trainees[0].awaiting == 1
    [reply] = [one for one in after.trainees[0].exercises if one.kind == "reply"]
    assert (reply.state, reply.answer) == ("reviewed", REPLY)
    assert reply.best == pytest.approx(2 / 3)
    given = rows(export(after.trainees))
    assert [(row["reply"][:7], row["points"]) for row in given] == [
        ("I'm sor", "1.0"), ("I'm sor", "1.0"), ("Another", ""), ("Another", ""),
    ]  # fmt: skip
    page = pages(course, after)[feedback_name(after.trainees[0])].decode()
    assert "A person has yet to read your newer reply." in page


@pytest.mark.parametrize(
    ("second", "best", "shown"), [("0", 2 / 3, "I'm sorry"), ("2", 1.0, "Another reply")]
)
def test_of_two_replies_that_were_read_the_better_counts(
    course: Course, enrol: Enrol, tmp_path: Path, second: str, best: float, shown: str
) -> None:
    trainee = enrol("Asha").answers({"in-your-words": REPLY})
    trainee.hands_in()
    first = filled(cohort(course, [tmp_path / "handed-in"]), lambda row: "1")
    trainee.answers({"in-your-words": "Another reply about the mug altogether."})
    trainee.hands_in("2026-11-26T09:00:00.000000Z")
    between = cohort(course, [tmp_path / "handed-in"], reviews=first)
    both = filled(
        between, lambda row: row["points"] or str(min(float(second), float(row["possible"])))
    )
    after = cohort(course, [tmp_path / "handed-in"], reviews=both).trainees[0]
    [reply] = [one for one in after.exercises if one.kind == "reply"]
    assert reply.best == pytest.approx(best)
    assert reply.first == pytest.approx(2 / 3)
    assert reply.answer.startswith(shown)
    assert after.awaiting == 0


def test_points_for_a_reply_of_another_time_are_told_and_not_used(
    course: Course, handed_in: Path
) -> None:
    raw = filled(cohort(course, [handed_in]), lambda row: "1").replace(b"2026-11-23", b"2025-11-23")
    after = cohort(course, [handed_in], reviews=raw)
    assert all("of that time" in text for text in after.remarks)
    assert sum(one.awaiting for one in after.trainees) == 2


@pytest.mark.parametrize(
    ("points", "reason"),
    [("9", "9 points, where 1 are possible"), ("-1", "possible"), ("lots", "not a number"),
     ("nan", "possible")],
)  # fmt: skip
def test_points_that_cannot_be_are_refused_with_their_row(
    course: Course, handed_in: Path, points: str, reason: str
) -> None:
    raw = filled(
        cohort(course, [handed_in]), lambda row: points if row["criterion"] == "tone" else "1"
    )
    with pytest.raises(BadReviews, match=rf"Row 3: .*{reason}"):
        cohort(course, [handed_in], reviews=raw)


@pytest.mark.parametrize("raw", [b"", b"name,mark\nAsha,5\n", b"\x00\x01\x02", b"PK\x03\x04"])
def test_a_file_that_is_no_review_is_refused(course: Course, handed_in: Path, raw: bytes) -> None:
    with pytest.raises(BadReviews):
        cohort(course, [handed_in], reviews=raw)


def test_points_for_strangers_are_told_and_not_used(course: Course, handed_in: Path) -> None:
    raw = filled(cohort(course, [handed_in]), lambda row: "1").replace(b"in-your-words", b"other")
    after = cohort(course, [handed_in], reviews=raw)
    assert all("has no reply to other" in text for text in after.remarks)
    assert sum(one.awaiting for one in after.trainees) == 2


def test_an_id_that_a_spreadsheet_took_for_a_number_is_matched_or_asked_about(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    folder = tmp_path / "handed-in"
    for name, old in (("Asha", "897652040521"), ("Ben", "083352914836"), ("Cleo", "897652990000")):
        one = enrol(name).answers({"in-your-words": REPLY})
        path = one.hands_in()
        path.write_bytes(path.read_bytes().replace(one.session.trainee.encode(), old.encode()))
    table = filled(cohort(course, [folder]), lambda row: row["possible"])
    for written, matched in (
        (b"897652040521", ["Asha", "Ben", "Cleo"]),
        (b"8.9765204E+11", ["Asha", "Ben", "Cleo"]),
        (b"8.9765E+11", ["Ben", "Cleo"]),
    ):
        changed = table.replace(b"083352914836", b"83352914836").replace(b"897652040521", written)
        found = cohort(course, [folder], reviews=changed)
        assert [one.name for one in found.trainees if not one.awaiting] == matched
        assert len(found.remarks) == 2 * (len(matched) == 2)
    assert "may be 897652040521 or 897652990000" in found.remarks[0]


def test_a_new_id_is_no_number_to_a_spreadsheet(enrol: Enrol) -> None:
    assert enrol("Asha").session.trainee[0].isalpha()


def test_a_sheet_goes_into_the_log_beside_the_results_and_is_needed_once(
    course: Course, handed_in: Path, tmp_path: Path
) -> None:
    raw = filled(cohort(course, [handed_in]), lambda row: row["possible"])
    first = Grading(course, [handed_in], reviews=raw, marks=marks_in(tmp_path), marker="Cleo")
    assert [one.awaiting for one in first] == [0, 0]
    again = Grading(course, [handed_in], marks=marks_in(tmp_path))
    assert [one.awaiting for one in again] == [0, 0]
    assert again.summary().remarks == ()
    assert marks_in(tmp_path).standings.markers == ("Cleo",)
    lower = filled(cohort(course, [handed_in]), lambda row: "0")
    changed = Grading(course, [handed_in], reviews=lower, marks=marks_in(tmp_path), marker="Cleo")
    assert {reply_of(one).best for one in changed} == {0.0}
    [said] = changed.summary().remarks
    assert said.startswith("2 replies have other points in this file than when one was read before")


def test_marks_of_the_page_survive_a_new_hand_in_and_other_words_wait_again(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    trainee = enrol("Asha").answers({"in-your-words": REPLY})
    trainee.hands_in()
    whole = [ReviewedLine(criterion=one, points=1.0) for one in ("heard", "tone")]
    marks_in(tmp_path).mark(
        "Cleo", reply_id(trainee.session.trainee, "in-your-words", REPLY), whole
    )

    def graded() -> TraineeMarks:
        [one] = Grading(course, [tmp_path / "handed-in"], marks=marks_in(tmp_path))
        return one

    assert graded().awaiting == 0
    trainee.answers({"in-your-words": "Another reply about the mug altogether."})
    trainee.hands_in("2026-11-26T09:00:00.000000Z")
    assert graded().awaiting == 1
    trainee.answers({"in-your-words": REPLY})
    trainee.hands_in("2026-11-27T09:00:00.000000Z")
    assert graded().awaiting == 0, "the same words have their points already"


def test_the_verb_reads_the_marks_beside_its_results_into_every_file(
    handed_in: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, out = Path(__file__).parents[1] / "fixtures" / "course", tmp_path / "results"
    grade = ["grade", str(handed_in), "--out", str(out), "--key", str(key)]
    assert main(grade) == 0
    replies = replies_in(out)
    assert sorted(one.text for one in replies) == sorted(
        ['=HYPERLINK("x") is what I would write', REPLY]
    )
    log = marks_in(out)
    for one in replies:
        lines = [ReviewedLine(criterion="heard", points=2.0, comment="=1+1 <b>Kind</b>"),
                 ReviewedLine(criterion="tone", points=0.5)]  # fmt: skip
        log.mark("Cleo", one.id, lines)
    people = tmp_path / "people.csv"
    people.write_text("Name\nAsha\nBen\n", encoding="utf-8")
    assert main([*grade, "--roster", str(people)]) == 0
    grades = rows((out / "grades.csv").read_bytes())
    book = rows((out / "gradebook-plain.csv").read_bytes())
    assert [float(row["Customer care"]) for row in book] == [float(row["mark"]) for row in grades]
    assert {row["awaiting review"] for row in grades} == {"0"}
    assert {row["in-your-words"] for row in grades} == {"83.3"}
    feedback = [one.read_text(encoding="utf-8") for one in (out / "feedback").iterdir()]
    assert ["=1+1 &lt;b&gt;Kind&lt;/b&gt;" in one for one in feedback] == [True, True]
    assert {row["comment"] for row in rows((out / "review.csv").read_bytes())} == {
        "'=1+1 <b>Kind</b>", ""
    }  # fmt: skip
    log.mark("Ben", replies[0].id, [ReviewedLine(criterion="heard", points=0.0)])
    capsys.readouterr()
    assert main(grade) == 0
    assert "1 reply has different points from different markers" in capsys.readouterr().err


def reply_of(one: TraineeMarks) -> ExerciseMarks:
    [reply] = [exercise for exercise in one.exercises if exercise.kind == "reply"]
    return reply
