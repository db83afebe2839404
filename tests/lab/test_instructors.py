"""The instructors' notebooks: laid out where an instructor asks, and kept from then on."""

from pathlib import Path

import nbformat
import pytest

from course.cli import main
from course.grading.people.replies import ToMark, as_lines
from course.grading.people.where import remembered
from course.lab.instructors import COHORT, MARKING, MEASURE
from course.lab.layout import lay_out, lessons_in, pages_in
from course.lab.places import Places
from course.lessons.build import Built

PAGES = Built(notebooks={"welcome.ipynb": b"{}"}, lessons=(), pages=())
ALL = {MEASURE: "measure", MARKING: "mark replies", COHORT: "exercises"}


def test_only_an_instructor_finds_them(folder: Path) -> None:
    lay_out(folder, PAGES)
    assert not any((folder / name).exists() for name in ALL)
    added = lay_out(folder, PAGES, instructor=True).added
    assert added == list(ALL)
    for name, word in ALL.items():
        assert word in nbformat.read(folder / name, as_version=4).cells[0].source.lower()
    # They are no lessons: the course does not count them.
    assert lessons_in(Places(folder)) == []
    assert pages_in(Places(folder)) == {"mark-replies": MARKING, "cohort": COHORT}


def test_they_stay_when_the_course_is_started_without_the_word(folder: Path) -> None:
    lay_out(folder, PAGES, instructor=True)
    done = lay_out(folder, PAGES)
    assert all((folder / name).is_file() for name in ALL)
    assert not done.removed


def test_who_was_an_instructor_before_there_was_marking_gets_it(folder: Path) -> None:
    lay_out(folder, PAGES, instructor=True)
    (folder / MARKING).unlink()
    assert lay_out(folder, PAGES).added == [MARKING]


@pytest.mark.parametrize("name", ALL)
def test_one_that_was_changed_is_kept_as_it_is(folder: Path, name: str) -> None:
    lay_out(folder, PAGES, instructor=True)
    book = nbformat.read(folder / name, as_version=4)
    book.cells[0].source = "Mine"
    nbformat.write(book, folder / name)
    done = lay_out(folder, PAGES, instructor=True)
    assert list(done.kept) == [name]
    assert nbformat.read(folder / name, as_version=4).cells[0].source == "Mine"


def test_the_verb_takes_the_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["start", "--help"])
    assert "--instructor" in capsys.readouterr().out


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What would be opened, and how."""
    found: list[dict[str, object]] = []

    def start(folder: Path, **how: object) -> int:
        found.append({"folder": folder, **how})
        return 0

    monkeypatch.setattr("course.lab.start", start)
    return found


def test_the_folder_shows_the_results_that_are_named(
    folder: Path, tmp_path: Path, opened: list[dict[str, object]]
) -> None:
    results = tmp_path / "results"
    results.mkdir()
    reply = ToMark(trainee="t1", exercise="own-it", answered="", text="I'll ring.")
    (results / "replies.jsonl").write_bytes(as_lines([reply]))
    assert main(["start", str(folder), "--instructor", str(results)]) == 0
    assert remembered(folder) == results
    assert main(["start", str(folder), "--instructor"]) == 0
    assert remembered(folder) == results, "they stay until others are named"
    assert main(["start", str(folder)]) == 0
    asked = [(one["instructor"], one["marking"]) for one in opened]
    assert asked == [(True, True), (True, False), (False, False)]


@pytest.mark.parametrize("there", [True, False])
def test_what_are_no_results_is_told_with_what_to_do(
    folder: Path, tmp_path: Path, opened: list[dict[str, object]], there: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    other = tmp_path / "mine"
    if there:
        other.mkdir()
    assert main(["start", "--instructor", str(other)]) == 2
    said = capsys.readouterr().err
    assert "course grade SUBMISSIONS --out" in said
    assert f"course start {other} --instructor" in said
    assert opened == []
