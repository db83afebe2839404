"""A folder or a file of a newer course: said so by name, and nothing of it lost."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import NewerCourse, open_session
from course.answers.submission import Refused, decode, read_submission, submit
from course.lessons import Course

Clock = Callable[[], datetime]
LATER = b'{"kind":"answer","v":5,"exercise":"pick-one","smell":"of rain","answer":["sorry"]}\n'


def test_lines_of_a_newer_log_are_reported_skipped_and_left_where_they_are(
    course: Course, clock: Clock, tmp_path: Path
) -> None:
    session = open_session(course, tmp_path, clock)
    session.answer("pick-one", ["say-back"])
    path = tmp_path / ".course" / "answers" / "later.jsonl"
    path.write_bytes(LATER)
    again = open_session(course, tmp_path, clock)
    again.answer("pick-one", ["refund"])
    assert again.trainee == session.trainee
    assert len(again.history("pick-one").attempts) == 2
    [(name, spoilt)] = again.reading.spoilt
    assert (name, spoilt.line, spoilt.newer) == ("later.jsonl", 1, True)
    assert spoilt.reason == (
        "it was written by a newer course (version 5 of the log); update the course to read it"
    )
    assert path.read_bytes() == LATER
    assert LATER in submit(tmp_path).read_bytes()


def test_nobody_is_enrolled_twice_in_a_newer_folder(
    course: Course, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / ".course" / "answers" / "later.jsonl"
    path.parent.mkdir(parents=True)
    path.write_bytes(LATER)
    with pytest.raises(NewerCourse, match="Update the course to go on"):
        open_session(course, tmp_path, clock)
    with pytest.raises(Refused, match="update the course to hand them in"):
        submit(tmp_path)
    assert [one.name for one in path.parent.iterdir()] == ["later.jsonl"]
    assert path.read_bytes() == LATER


def test_a_submission_of_a_newer_course_is_refused_by_name() -> None:
    header = b'{"kind":"submission","v":3,"trainee":"a","name":"","made":"","smell":"of rain"}\n'
    with pytest.raises(Refused, match=r"\(version 3 of the submission\); update the course"):
        decode(header + LATER, "later.jsonl")
    header = header.replace(b'"v":3', b'"v":2')
    with pytest.raises(Refused, match="its answers were written by a newer course; update"):
        decode(header + LATER, "later.jsonl")


def test_lines_lost_on_the_way_are_missed(course: Course, clock: Clock, tmp_path: Path) -> None:
    open_session(course, tmp_path, clock).answer("pick-one", ["sorry"])
    open_session(course, tmp_path, clock).answer("pick-one", ["say-back"])
    path = submit(tmp_path)
    whole = path.read_bytes().splitlines(keepends=True)
    assert not read_submission(path).cut_short
    assert b'"v":2' in whole[0]
    # The last line, the last file with its heading, and a line in the middle.
    for kept in (whole[:-1], whole[:-2], whole[:2] + whole[3:]):
        assert decode(b"".join(kept), "cut").cut_short
    # What an editor or a mail program adds is no loss.
    assert not decode(b"".join([*whole, b"\n"]), "longer").cut_short
