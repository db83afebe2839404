"""Graded one after another or all at once, everything comes out byte for byte the same."""

from collections.abc import Callable
from pathlib import Path

from course.answers.submission import submit
from course.grading import Grading, cohort, exports, put
from course.grading.outbox import MARK
from course.lessons import Course
from course.reports import pages, results
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]


def test_streamed_results_are_those_of_the_whole_cohort(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    for name in ("Zoë", "asha", "Ben"):
        enrol(name).answers({**BEST, "in-your-words": f"{REPLY} {name}"}).hands_in()
    cleo = enrol("Cleo").answers(BEST)
    cleo.hands_in()
    cleo.session.profile("Abel")
    submit(cleo.folder, tmp_path / "handed-in" / "again.jsonl", "2026-11-25T09:00:00.000000Z")
    (tmp_path / "handed-in" / "junk.txt").write_bytes(b"no submission")
    whole = cohort(course, [tmp_path / "handed-in"])
    assert [one.name for one in whole.trainees] == ["Abel", "Cleo", "asha", "Ben", "Zoë"]
    wanted = {**exports(whole), **pages(course, whole)}
    grading = Grading(course, [tmp_path / "handed-in"])
    put(tmp_path / "out", results(grading))
    there = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and path.name != MARK
    }
    assert there == wanted
    assert grading.summary().refused == whole.refused
    assert grading.summary().something_refused


def test_a_cohort_of_nobody_has_its_files_all_the_same(course: Course, tmp_path: Path) -> None:
    put(tmp_path / "out", results(Grading(course, [])))
    made = cohort(course, [])
    for name, data in {**exports(made), **pages(course, made)}.items():
        assert (tmp_path / "out" / name).read_bytes() == data
