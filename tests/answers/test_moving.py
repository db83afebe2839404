"""Work moves to another computer by one file, and never into somebody else's folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.answers import answers_folder, open_session
from course.answers.moving import bring, whose
from course.answers.submission import Refused, submit
from course.lessons import Course
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]


def seen(course: Course, folder: Path) -> dict[str, Any]:
    """Everything that a trainee would find again."""
    session = open_session(course, folder)
    work = {name: session.history(name) for name in (*BEST, "in-your-words")}
    return {"trainee": session.trainee, "name": session.name, **work}


@pytest.fixture
def asha(enrol: Enrol) -> Trainee:
    one = enrol("asha").answers(BEST)
    one.session.draft("in-your-words", {"text": "I am sorry", "own": ""})
    one.session.again("broken-mug")
    one.session.turn("broken-mug", "own-it", "Oh no")
    return one


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in answers_folder(folder).iterdir()}


def test_there_and_back(asha: Trainee, course: Course, tmp_path: Path) -> None:
    other = tmp_path / "laptop"
    bring(asha.hands_in(), other)
    assert seen(course, other) == seen(course, asha.folder)
    open_session(course, other).answer("pick-one", ["sorry"])
    back = submit(other, tmp_path / "back.jsonl")
    assert bring(back, asha.folder).files
    tries = open_session(course, asha.folder).history("pick-one").attempts
    assert [one.answer for one in tries] == [["say-back"], ["sorry"]]
    assert seen(course, other) == seen(course, asha.folder)
    before = files(asha.folder)
    assert bring(back, asha.folder).files == 0
    assert files(asha.folder) == before


def test_never_into_somebody_elses_folder(asha: Trainee, enrol: Enrol, tmp_path: Path) -> None:
    tomasz = enrol("tomasz").answers({"pick-one": ["sorry"]})
    before = files(tomasz.folder)
    with pytest.raises(Refused, match=r"holds the answers of tomasz, and nothing was changed"):
        bring(asha.hands_in(), tomasz.folder)
    assert files(tomasz.folder) == before


def test_a_name_in_the_file_leads_nowhere_else(asha: Trainee, tmp_path: Path) -> None:
    handed = asha.hands_in()
    (name,) = files(asha.folder)
    handed.write_bytes(handed.read_bytes().replace(name.encode(), b"../../../evil.jsonl"))
    bring(handed, tmp_path / "deep" / "laptop")
    assert list(files(tmp_path / "deep" / "laptop")) == ["handed-in-1.jsonl"]
    assert not list(tmp_path.rglob("evil.jsonl"))


def test_whose_it_is_outlives_the_line_that_said_so(asha: Trainee, tmp_path: Path) -> None:
    handed = asha.hands_in()
    head, where, *rest = handed.read_bytes().splitlines()
    kept = [line for line in rest if b'"profile"' not in line]
    handed.write_bytes(b"\n".join([head, where, *kept]) + b"\n")
    assert bring(handed, tmp_path / "laptop").incomplete
    assert whose(tmp_path / "laptop")[0] == asha.session.trainee


@pytest.mark.parametrize("raw", [b"", b"letter", b'{"kind":"submission","v":99,"trainee":"a"}'])
def test_what_is_no_hand_in_makes_no_folder(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "file").write_bytes(raw)
    with pytest.raises(Refused):
        bring(tmp_path / "file", tmp_path / "laptop")
    assert not (tmp_path / "laptop").exists()
