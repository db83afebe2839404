"""Who is stuck half-way, by station: no mark, no text, and whatever cannot be read is named."""

import csv
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import course.grading.halfway as halfway_module
from course.answers.submission import LARGEST
from course.cli import main
from course.exercises import best
from course.grading.halfway import TRIES, Halfway, halfway
from course.lessons import Course
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
CONTENT = str(Path(__file__).parent.parent / "fixtures" / "course")


def stuck(one: Trainee) -> Trainee:
    for _ in range(TRIES):
        one.answers({"pick-one": ["refund"]})
    return one


def names(found: Halfway) -> list[str]:
    return [name for one in found.stations for name in one.stuck]


def test_somebody_with_three_tries_and_none_right_is_stuck(course: Course, enrol: Enrol) -> None:
    two = enrol("Two").answers({"pick-one": ["refund"]}).answers({"pick-one": ["sorry"]})
    came_right = stuck(enrol("Came right")).answers({"pick-one": ["say-back"]})
    files = [one.hands_in() for one in (stuck(enrol("Asha")), two, came_right)]
    found = halfway(course, files)
    assert found.people == 3
    assert names(found) == ["Asha"]
    (one,) = found.stations
    assert (one.met, one.at_it) == (0, 3)


def test_a_station_that_is_done_is_met_and_nobody_is_stuck_in_it(
    course: Course, enrol: Enrol
) -> None:
    all_of_it = enrol("Asha").answers({**BEST, "in-your-words": REPLY})
    item = all_of_it.session.item("drawn-share")
    assert item is not None
    stuck(all_of_it.answers({"drawn-share": best(item)}))
    stations = halfway(course, [all_of_it.hands_in()]).stations
    assert {(one.met, one.at_it, one.stuck) for one in stations} == {(1, 0, ())}


def test_course_folders_are_read_and_a_hand_in_of_the_same_person_is_not_counted_twice(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    asha, ben = stuck(enrol("Asha")), stuck(enrol("Ben"))
    asha.hands_in()
    (asha.folder / "notes.txt").write_text("mine")
    found = halfway(course, [tmp_path / "folders", tmp_path / "handed-in"])
    assert (found.people, names(found), found.refused) == (2, ["Asha", "Ben"], ())
    assert halfway(course, [ben.folder]).people == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows itself keeps others out")
def test_the_folder_of_somebody_else_is_refused_by_name(
    course: Course, enrol: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    asha = stuck(enrol("Asha"))
    monkeypatch.setattr(os, "getuid", lambda: os.stat(asha.folder).st_uid + 1)
    found = halfway(course, [asha.folder])
    assert found.people == 0
    assert "somebody else's course folder" in found.refused[0].reason
    assert str(asha.folder) == found.refused[0].file


@pytest.mark.skipif(os.name == "nt", reason="Windows itself keeps others out")
def test_who_looks_after_the_computer_sees_all_and_follows_no_link(
    course: Course, enrol: Enrol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asha, ben, cleo = stuck(enrol("Asha")), stuck(enrol("Ben")), stuck(enrol("Cleo"))
    (kept,) = (ben.folder / ".course" / "answers").glob("*.jsonl")
    kept.rename(tmp_path / "secret")
    kept.symlink_to(tmp_path / "secret")
    answers = cleo.folder / ".course" / "answers"
    answers.rename(tmp_path / "all-secret")
    answers.symlink_to(tmp_path / "all-secret")
    dan = stuck(enrol("Dan"))
    with (dan.folder / ".course" / "answers" / "more.jsonl").open("wb") as file:
        file.truncate(LARGEST + 1)
    monkeypatch.setattr(halfway_module, "ROOT", os.getuid())
    monkeypatch.setattr(halfway_module, "owner", lambda path: os.stat(path).st_uid + 1)
    found = halfway(course, [one.folder for one in (asha, ben, cleo, dan)])
    assert found.people == 1
    reasons = {Path(one.file): one.reason for one in found.refused}
    linked = "there are links in it, and it is somebody else's course folder"
    assert reasons == {ben.folder: linked, cleo.folder: linked,
                       dan.folder: "it holds more than 20 MB of answers"}  # fmt: skip


def test_bad_files_are_named_and_the_rest_is_counted(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    stuck(enrol("Asha")).hands_in()
    there = tmp_path / "handed-in"
    (there / "essay.docx").write_bytes(b"PK")
    (there / "nothing.jsonl").write_bytes(b"")
    with zipfile.ZipFile(there / "all.zip", "w") as made:
        made.writestr("../out.jsonl", b"x")
        made.write(stuck(enrol("Ben")).hands_in(), "ben.jsonl")
    (tmp_path / "handed-in" / "Ben.jsonl").unlink()
    broken = tmp_path / "broken" / ".course"
    broken.mkdir(parents=True)
    (broken / "answers").write_text("a file where a folder should be")
    found = halfway(course, [there, tmp_path / "broken"])
    assert (found.people, names(found)) == (2, ["Asha", "Ben"])
    assert [Path(one.file).name for one in found.refused] == [
        "broken", "out.jsonl", "essay.docx", "nothing.jsonl",
    ]  # fmt: skip


def test_the_table_has_no_mark_and_no_text(
    enrol: Enrol, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asha = stuck(enrol("=Asha"))
    asha.answers({"in-your-words": f"My secret. {REPLY}"})
    sheet = tmp_path / "halfway.csv"
    given = ["progress", str(asha.hands_in()), "--content", CONTENT, "--csv", str(sheet)]
    assert main(given) == 0
    told = capsys.readouterr().out
    assert "1 person." in told
    assert "=Asha" in told
    assert "secret" not in told
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))
    assert list(rows[0]) == ["lesson", "station", "title", "met", "at it", "stuck", "who is stuck"]
    assert rows[0]["who is stuck"] == "'=Asha"
    assert main(given) == 0, "a table that is there is not overwritten"
    assert "halfway-2.csv" in capsys.readouterr().out


def test_nobody_and_nothing_each_have_a_sentence(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(halfway(course, []).lines()) == ["0 people. Nobody has done anything yet."]
    assert main(["progress", str(tmp_path / "nowhere"), "--content", CONTENT]) == 2
    assert "nothing called" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["progress", str(tmp_path / "empty"), "--content", CONTENT]) == 0


def test_a_course_folder_that_was_copied_with_its_lessons_is_read_once(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    asha = stuck(enrol("Asha"))
    shutil.copytree(asha.folder, tmp_path / "shared" / "asha")
    found = halfway(course, [tmp_path / "shared", tmp_path / "shared" / "asha"])
    assert found.people == 1
