"""A cohort of good and bad files: every good one is graded, every bad one is named."""

import csv
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import Void, chain, encode
from course.answers.submission import submit
from course.grading import Grading, cohort, exports, put
from course.lessons import Course
from course.reports import results
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]


def bad_files(folder: Path) -> dict[str, str]:
    """One of each sort of bad file, and a word from the reason it must be refused with."""
    folder.mkdir(parents=True, exist_ok=True)
    header = b'{"kind":"submission","v":1,"trainee":"abc123","name":"A","made":"x"}\n'
    files: dict[str, tuple[bytes, str]] = {
        "empty.jsonl": (b"", "empty"),
        "essay.docx": (b"PK\x03\x04\x14\x00", "not a file made by"),
        "photo.jpg": (bytes(range(256)) * 20, "not a file made by"),
        "notes.txt": (b"I did all of it.", "not a file made by"),
        "nested.jsonl": (b'{"kind":' + b"[" * 200_000, "not a file made by"),
        "header-only.jsonl": (header, "no answer"),
        "cut-header.jsonl": (header[:30], "not a file made by"),
        "newer.jsonl": (header.replace(b'"v":1', b'"v":3'), "update the course and grade it again"),
        "nobody.jsonl": (header.replace(b"abc123", b""), "whose"),
        "path.jsonl": (header.replace(b"abc123", b"../../../evil"), "no answer"),
        "utf16.jsonl": (header.decode().encode("utf-16"), "not a file made by"),
        "bomb.jsonl": (header + b"{}\n" * 100_001, "lines"),
        "nan.jsonl": (header + b'{"v":1,"kind":"answer","data":NaN}\n', "no answer"),
    }
    for name, (raw, _) in files.items():
        (folder / name).write_bytes(raw)
    with (folder / "huge.jsonl").open("wb") as file:
        file.truncate(25_000_000)
    (folder / "folder.jsonl").mkdir()
    expected = {name: reason for name, (_, reason) in files.items()}
    return {**expected, "huge.jsonl": "20 MB", "folder.jsonl": "not a file"}


def test_bad_files_are_named_and_all_others_graded(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    for name in ("Asha", "Ben", "Zoë"):
        enrol(name).answers(BEST).hands_in()
    expected = bad_files(tmp_path / "handed-in")
    (tmp_path / "handed-in" / ".DS_Store").write_bytes(b"junk")
    found = cohort(course, [tmp_path / "handed-in"])
    assert [one.name for one in found.trainees] == ["Asha", "Ben", "Zoë"]
    reasons = {one.file: one.reason for one in found.refused}
    assert set(reasons) == set(expected)
    for name, word in expected.items():
        assert word in reasons[name]
    assert found.something_refused


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes or permissions of this sort")
def test_pipes_links_and_locked_files_do_not_stop_it(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    enrol("Asha").answers(BEST).hands_in()
    folder = tmp_path / "handed-in"
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "gone.jsonl").symlink_to(folder / "nowhere")
    (folder / "round").symlink_to(folder)
    locked = folder / "locked.jsonl"
    locked.write_bytes(b"x")
    locked.chmod(0)
    found = cohort(course, [folder])
    assert len(found.trainees) == 1
    reasons = {one.file: one.reason for one in found.refused}
    assert reasons["pipe.jsonl"] == "it is not a file"
    assert "cannot be read" in reasons["gone.jsonl"]
    assert "locked.jsonl" in reasons


def test_an_id_that_could_be_a_path_is_refused(course: Course, enrol: Enrol) -> None:
    path = enrol("Asha").answers(BEST).hands_in()
    first, rest = path.read_bytes().split(b"\n", 1)
    header = json.loads(first)
    header["trainee"] = "../../../evil"
    path.write_bytes(json.dumps(header).encode() + b"\n" + rest)
    found = cohort(course, [path])
    assert found.trainees == ()
    assert "not signed with an id" in found.refused[0].reason


def test_files_are_found_in_folders_of_folders(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    path = enrol("Asha").answers(BEST).hands_in()
    deep = tmp_path / "all" / "Verma, Asha_4711" / "submission"
    deep.mkdir(parents=True)
    path.rename(deep / path.name)
    (tmp_path / "all" / "results").mkdir()
    (tmp_path / "all" / "results" / "grades.csv").write_text("old")
    found = cohort(course, [tmp_path / "all"], leave_out=[tmp_path / "all" / "results"])
    assert len(found.trainees) == 1
    assert found.refused == ()


def test_a_file_given_twice_counts_once(course: Course, enrol: Enrol, tmp_path: Path) -> None:
    path = enrol("Asha").answers(BEST).hands_in()
    found = cohort(course, [path, path, tmp_path / "handed-in"])
    assert len(found.trainees) == 1
    assert found.trainees[0].exercises[0].attempts == 1


def test_handing_in_twice_joins_the_records(course: Course, enrol: Enrol, tmp_path: Path) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["refund"]})
    trainee.hands_in("2026-11-24T09:00:00.000000Z")
    trainee.answers({"pick-one": ["say-back"], "how-many": 22.2})
    trainee.hands_in("2026-11-25T09:00:00.000000Z")
    found = cohort(course, [tmp_path / "handed-in"])
    [one] = found.trainees
    picked = next(exercise for exercise in one.exercises if exercise.id == "pick-one")
    assert (picked.attempts, picked.first, picked.best) == (2, 0.0, 1.0)
    assert one.files == ("Asha.jsonl", "Asha-2.jsonl")
    assert any("joined into one" in remark.text for remark in one.remarks)
    assert not found.something_refused


def test_one_id_under_two_names_is_marked_apart_until_the_instructor_says_it_is_one(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["refund"]})
    trainee.hands_in("2026-11-24T09:00:00.000000Z")
    trainee.session.profile("Ben")
    trainee.answers({"pick-one": ["say-back"], "how-many": 22.2})
    trainee.hands_in("2026-11-25T09:00:00.000000Z")
    grading = Grading(course, [tmp_path / "handed-in"])
    put(tmp_path / "out", results(grading))
    asha, ben = grading.summary().standings
    assert (asha.name, asha.answered, ben.name, ben.answered) == ("Asha", 1, "Ben", 2)
    for standing in (asha, ben):
        assert (
            "Asha (Asha.jsonl), 0 answers of its own and Ben (Ben.jsonl), 2 answers of its own; "
            "the same in all: 1 answer"
        ) in standing.remarks[0].text
    assert len(list((tmp_path / "out" / "feedback").iterdir())) == 2
    [one] = cohort(course, [tmp_path / "handed-in"], together=True).trainees
    assert one.name == "Ben"
    assert any("under different names: Asha, Ben" in remark.text for remark in one.remarks)


def test_a_file_cut_short_is_graded_as_far_as_it_goes(course: Course, enrol: Enrol) -> None:
    path = enrol("Asha").answers(BEST).hands_in()
    path.write_bytes(path.read_bytes()[:-40])
    found = cohort(course, [path])
    [one] = found.trainees
    assert one.answered == len(BEST) - 1
    assert any("cut short" in remark.text for remark in one.remarks)
    assert found.something_refused


def test_a_line_torn_by_a_killed_server_refuses_nothing(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers(BEST)
    [log] = (trainee.folder / ".course" / "answers").glob("*.jsonl")
    with log.open("ab") as file:
        file.write(b'{"v":1,"kind":"answer","exercise":"pick')
    found = cohort(course, [trainee.hands_in()])
    assert [remark.refused for remark in found.trainees[0].remarks] == [False]
    assert not found.something_refused


def _void(trainee: Trainee, line: bytes, *, apart: bool) -> None:
    """A line that takes another one back, written by hand, in the same file or apart."""
    [log] = (trainee.folder / ".course" / "answers").glob("*.jsonl")
    last = b"" if apart else log.read_bytes().splitlines()[-1]
    made = Void(v=2, n=99, at="2026-11-25", prev=chain(last), line=chain(line))
    with (log.with_stem("zz") if apart else log).open("ab") as file:
        file.write(encode(made) + b"\n")


def test_a_line_written_by_hand_takes_no_answer_back(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["refund"]}).answers({"pick-one": ["say-back"]})
    [log] = (trainee.folder / ".course" / "answers").glob("*.jsonl")
    _void(trainee, log.read_bytes().splitlines()[-2], apart=False)
    [one] = cohort(course, [trainee.hands_in()]).trainees
    picked = next(exercise for exercise in one.exercises if exercise.id == "pick-one")
    assert (picked.attempts, picked.first) == (2, 0.0)


def test_an_answer_that_was_taken_back_is_told_of(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    trainee = enrol("Asha").answers({"how-many": 22.2, "pick-one": ["refund"]})
    [log] = (trainee.folder / ".course" / "answers").glob("*.jsonl")
    trainee.hands_in("2026-11-24T09:00:00.000000Z")
    _void(trainee, log.read_bytes().splitlines()[-1], apart=True)
    later = trainee.hands_in("2026-11-25T09:00:00.000000Z")
    for paths in ([later], [tmp_path / "handed-in"]):
        [one] = cohort(course, paths).trainees
        assert next(each for each in one.exercises if each.id == "pick-one").attempts == 0
        told = [remark for remark in one.remarks if "the disk refused it" in remark.text]
        assert [remark.text.partition(":")[0] for remark in told] == ["pick-one"]
        assert not told[0].refused


def test_nothing_handed_in_is_no_error(course: Course, tmp_path: Path) -> None:
    found = cohort(course, [tmp_path])
    assert (found.trainees, found.items, found.refused) == ((), (), ())
    assert found.mean is None
    assert set(exports(found)) == {
        "grades.csv", "items.csv", "review.csv", "gaps.csv", "corrections.jsonl", "report.json",
        "replies.jsonl", "days.csv", "lines.csv", "roads.csv", "answered.json",
    }  # fmt: skip


def test_marks_are_counted_in_tens(course: Course, enrol: Enrol, tmp_path: Path) -> None:
    enrol("Asha").answers(BEST).hands_in()
    enrol("Ben").answers({"pick-one": ["refund"]}).hands_in()
    found = cohort(course, [tmp_path / "handed-in"])
    counts = dict(found.distribution)
    assert sum(counts.values()) == 2
    assert counts["0 to 10"] == 1


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', "+1", "-2+3", "@SUM(A1)", "a,b;c"])
def test_a_name_stays_a_name_in_a_spreadsheet(course: Course, enrol: Enrol, name: str) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["sorry"]})
    trainee.session.profile(name)
    found = cohort(course, [submit(trainee.folder)])
    text = exports(found)["grades.csv"].decode("utf-8-sig")
    [row] = csv.DictReader(text.splitlines())
    assert row["name"] == (f"'{name}" if name[0] in "=+-@" else name)
