"""A session answers, keeps, and comes back after a restart; what the disk refused never counts."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course.answers import Answer, find_folder, open_session
from course.answers.session import Session
from course.exercises import Invalid, Scored
from course.lessons import Course

Clock = Callable[[], datetime]
ANSWERS: dict[str, Any] = {
    "pick-one": ["say-back"],
    "pick-several": ["write-down", "book-van"],
    "tag-lines": {"two-pieces": "hears", "by-friday": "solves", "ring-you": "hears"},
    "in-order": ["heard", "ask", "offer", "check"],
    "how-many": 22.2,
    "in-your-words": "I'm sorry your mug came without its handle.",
    "broken-mug": ["own-it", "new-mug"],
}


@pytest.fixture
def session(course: Course, clock: Clock, tmp_path: Path) -> Session:
    return open_session(course, tmp_path, clock)


def test_every_kind_is_answered_kept_and_found_again(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    results = {name: session.answer(name, answer) for name, answer in ANSWERS.items()}
    again = open_session(course, tmp_path, clock)
    for name, answer in ANSWERS.items():
        [attempt] = again.history(name).attempts
        assert attempt.answer == answer
        assert attempt.result == results[name]
        assert not attempt.changed


def test_an_invalid_answer_costs_no_attempt(session: Session) -> None:
    for answer in (["no-such"], [], "say-back", None, {"a": 1}, [["say-back"]], 10**400):
        assert not isinstance(session.answer("pick-one", answer), Scored)
    assert session.history("pick-one").attempts == ()
    assert isinstance(session.answer("no-such-exercise", 1), Invalid)


@pytest.mark.parametrize("answer", [10**400, -(10**400), float("nan"), "1e999", "about half"])
def test_a_number_that_is_none_is_invalid(session: Session, answer: Any) -> None:
    assert isinstance(session.answer("how-many", answer), Invalid)


def test_numbers_of_other_libraries_can_be_kept(session: Session) -> None:
    result = session.answer("how-many", np.float64(22.2))
    assert isinstance(result, Scored)
    assert result.full
    assert session.reading.records[-1].answer == 22.2


def test_a_restart_restores_drafts_turns_and_hints(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    session.draft("in-your-words", "Dear Ines")
    session.hint("pick-one", 1)
    session.hint("pick-one", 2)
    session.turn("broken-mug", "own-it", typed="Leave it with me.")
    again = open_session(course, tmp_path, clock)
    assert again.history("in-your-words").draft == "Dear Ines"
    assert again.history("pick-one").hints == 2
    [turn] = again.history("broken-mug").turns
    assert (turn.choice, turn.typed) == ("own-it", "Leave it with me.")
    assert again.history("broken-mug").typed == {"own-it": "Leave it with me."}
    again.again("broken-mug")
    assert again.history("broken-mug").turns == ()


def test_a_conversation_begun_anew_is_so_after_a_restart_until_it_is_handed_in(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    session.answer("broken-mug", ["own-it", "new-mug"])
    assert not session.history("broken-mug").anew
    session.again("broken-mug")
    assert open_session(course, tmp_path, clock).history("broken-mug").anew
    session.answer("broken-mug", ["own-it", "new-mug"])
    assert not open_session(course, tmp_path, clock).history("broken-mug").anew


def test_how_a_tool_was_left_is_found_again(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    assert session.left("dashboard:07.ipynb") is None
    session.leave("dashboard:07.ipynb", {"channel": "phone"})
    session.leave("dashboard:07.ipynb", {"channel": "chat"})
    again = open_session(course, tmp_path, clock)
    assert again.left("dashboard:07.ipynb") == {"channel": "chat"}
    assert again.left("dashboard:08.ipynb") is None


def test_a_draft_is_gone_once_it_is_answered(session: Session) -> None:
    session.draft("in-your-words", "Dear Ines")
    session.answer("in-your-words", ANSWERS["in-your-words"])
    assert session.history("in-your-words").draft is None


def test_tries_are_counted_and_each_is_kept(session: Session) -> None:
    session.answer("pick-one", ["refund"])
    session.answer("pick-one", ["say-back"])
    assert [one.attempt for one in session.history("pick-one").attempts] == [1, 2]
    assert [one.attempt for one in session.reading.records if isinstance(one, Answer)] == [1, 2]


def test_the_id_is_made_once_and_the_name_changes_nothing(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    before = session.item("drawn-share")
    session.profile("  Asha \n Verma ")
    session.profile("Asha V.")
    again = open_session(course, tmp_path, clock)
    assert again.trainee == session.trainee
    assert again.name == "Asha V."
    assert again.item("drawn-share") == before


def test_two_sessions_at_once_see_each_other(
    course: Course, session: Session, clock: Clock, tmp_path: Path
) -> None:
    other = open_session(course, tmp_path, clock)
    other.answer("pick-one", ["sorry"])
    session.answer("pick-one", ["say-back"])
    assert len(session.history("pick-one").attempts) == 2
    assert len(other.history("pick-one").attempts) == 2


def test_without_a_folder_answers_stay_in_memory(course: Course, clock: Clock) -> None:
    session = open_session(course, None, clock)
    assert not session.saved
    assert session.trainee
    session.answer("pick-one", ["say-back"])
    assert session.done("pick-one")


@pytest.mark.parametrize("refuses", ["write", "fsync"])
def test_what_the_disk_refuses_reaches_the_caller_and_does_not_count(
    session: Session, monkeypatch: pytest.MonkeyPatch, refuses: str
) -> None:
    session.answer("pick-one", ["sorry"])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if refuses == "fsync":
            patch.setattr(os, "fsync", full)
        else:
            patch.setattr(Path, "open", full)
        with pytest.raises(OSError, match="No space"):
            session.answer("pick-one", ["say-back"])
    assert [one.answer for one in session.history("pick-one").attempts] == [["sorry"]]


def test_a_folder_that_cannot_be_written_is_reported(
    course: Course, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / ".course").write_text("in the way")
    with pytest.raises(OSError, match=r".+"):
        open_session(course, tmp_path, clock)


def test_the_folder_is_found_from_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COURSE_FOLDER", raising=False)
    (tmp_path / "mine" / ".course").mkdir(parents=True)
    deep = tmp_path / "mine" / "a" / "b"
    deep.mkdir(parents=True)
    assert find_folder(deep) == (tmp_path / "mine").resolve()
    monkeypatch.setenv("COURSE_FOLDER", str(tmp_path / "other"))
    assert find_folder(deep) == tmp_path / "other"
