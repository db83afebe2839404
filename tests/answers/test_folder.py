"""A folder that cannot be used is told in a sentence, by every way that meets it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import Unusable, answers_folder, open_session
from course.answers.submission import submit
from course.lab import start
from course.lessons import Course
from course.roof import hello, session


def link(path: Path) -> None:
    try:
        path.symlink_to(path.parent / "gone")
    except OSError:
        pytest.skip("this system lets nobody make links")


def a_file(path: Path) -> None:
    path.write_text("letter", encoding="utf-8")


def dead_link(path: Path) -> None:
    link(path)


def circle(path: Path) -> None:
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("this system lets nobody make links")


@pytest.mark.parametrize("spoil", [a_file, dead_link, circle])
@pytest.mark.parametrize("where", ["folder", "mark", "answers"])
def test_something_else_in_its_place(
    course: Course,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    where: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "mine"
    spoilt = {"folder": folder, "mark": folder / ".course", "answers": answers_folder(folder)}[
        where
    ]
    spoilt.parent.mkdir(parents=True, exist_ok=True)
    spoil(spoilt)
    before = os.lstat(spoilt)
    with pytest.raises(Unusable, match=f"{spoilt}.*[.]$") as told:
        open_session(course, folder)
    assert told.value._render_traceback_() == [str(told.value)]
    with pytest.raises(Unusable):
        submit(folder)
    assert start(folder, browser=False) == 1
    assert str(spoilt) in capsys.readouterr().err
    assert os.lstat(spoilt).st_ino == before.st_ino
    monkeypatch.setenv("COURSE_FOLDER", str(folder))
    session.cache_clear()
    with pytest.raises(Unusable):
        hello()


def test_a_log_that_cannot_be_read(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_session(course, tmp_path)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unusable, match=r"\.jsonl \(Permission denied\)\. Choose a folder"):
        open_session(course, tmp_path)


def test_folders_and_dead_links_among_the_logs_are_passed_over(
    course: Course, tmp_path: Path
) -> None:
    first = open_session(course, tmp_path)
    first.answer("pick-one", ["say-back"])
    (answers_folder(tmp_path) / "a.jsonl").mkdir()
    link(answers_folder(tmp_path) / "b.jsonl")
    assert open_session(course, tmp_path).trainee == first.trainee
    assert submit(tmp_path).is_file()


def test_a_folder_that_is_no_path_is_refused_in_a_sentence(course: Course) -> None:
    with pytest.raises(Unusable, match=r"'a string' is no folder's path\. Give a pathlib\.Path"):
        open_session(course, "a string")  # type: ignore[arg-type]
