"""A submission is the log, whole; anything else is refused with a reason."""

import codecs
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import open_session
from course.answers import submission as submissions
from course.answers.submission import Refused, decode, read_submission, submit
from course.lessons import Course

Clock = Callable[[], datetime]


@pytest.fixture
def folder(course: Course, clock: Clock, tmp_path: Path) -> Path:
    session = open_session(course, tmp_path / "mine", clock)
    session.profile("Zoë Ångström")
    session.turn("broken-mug", "own-it", typed="Leave it with me.")
    session.answer("broken-mug", ["own-it", "new-mug"])
    session.answer("pick-one", ["sorry"])
    return tmp_path / "mine"


def test_there_and_back(course: Course, folder: Path) -> None:
    session = open_session(course, folder)
    handed = read_submission(submit(folder))
    assert handed.trainee == session.trainee
    assert handed.name == "Zoë Ångström"
    assert handed.records == session.reading.records
    assert handed.spoilt == ()
    assert not handed.cut_short


def test_nothing_is_overwritten(folder: Path) -> None:
    first = submit(folder)
    before = first.read_bytes()
    assert submit(folder) != first
    assert first.read_bytes() == before


def test_out_names_a_file_or_a_folder(folder: Path, tmp_path: Path) -> None:
    assert submit(folder, tmp_path / "to" / "me.jsonl") == tmp_path / "to" / "me.jsonl"
    assert submit(folder, tmp_path / "to").parent == tmp_path / "to"


def test_a_long_name_still_makes_a_file_name(course: Course, folder: Path) -> None:
    open_session(course, folder).profile("漢" * 80)
    assert submit(folder).is_file()


def test_torn_lines_travel_along(folder: Path) -> None:
    [log] = (folder / ".course" / "answers").glob("*.jsonl")
    with log.open("ab") as file:
        file.write(b'{"v":1,"kind":"answ')
    handed = read_submission(submit(folder))
    [(name, spoilt)] = handed.spoilt
    assert (name, spoilt.reason) == (log.name, "the line breaks off")
    assert not handed.cut_short, "a line torn in the log is no sign of a file cut short"


def test_nothing_to_hand_in(course: Course, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no course folder"):
        submit(None)
    with pytest.raises(Refused, match="no course folder"):
        submit(tmp_path)
    open_session(course, tmp_path)
    with pytest.raises(Refused, match="nothing has been answered"):
        submit(tmp_path)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "empty"),
        (b"Dear Sir or Madam", "not a file made by"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a file made by"),
        (b"PK\x03\x04", "not a file made by"),
        (b"[" * 100_000, "not a file made by"),
        (b'{"kind":"submission"}', "not a file made by"),
        (
            b'{"kind":"submission","v":3,"trainee":"a","name":"","made":""}',
            "newer course .version 3",
        ),
        (b'{"kind":"submission","v":0,"trainee":"a","name":"","made":""}', "not a file made by"),
        (b'{"kind":"submission","v":1,"trainee":"","name":"","made":""}', "whose"),
        (b'{"kind":"submission","v":1,"trainee":5,"name":"","made":""}', "not a file made by"),
        (b'{"kind":"submission","v":1,"trainee":"a","name":"","made":""}', "no answer"),
        (b'{"kind":"submission","v":1,"trainee":"a","name":"","made":""}\nx\ny', "no answer"),
        (b'{"kind":"submission","v":1,"trainee":"a","name":"","ma', "not a file made by"),
    ],
)
def test_what_is_no_submission_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        decode(raw, "file")


def test_a_file_that_is_too_large_or_too_long_is_refused(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = tmp_path / "huge.jsonl"
    with huge.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(Refused, match="at most 20 MB"):
        read_submission(huge)
    monkeypatch.setattr(submissions, "MOST_LINES", 3)
    with pytest.raises(Refused, match="lines"):
        read_submission(submit(folder))


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not a file"):
        read_submission(tmp_path)
    with pytest.raises(Refused, match="cannot be read"):
        read_submission(tmp_path / "nowhere")


def test_a_file_cut_short_says_so(folder: Path) -> None:
    raw = submit(folder).read_bytes()
    handed = decode(raw[:-30], "cut")
    assert handed.cut_short
    assert len(handed.records) < len(decode(raw, "whole").records)


def test_cut_anywhere_it_is_read_or_refused(folder: Path) -> None:
    raw = submit(folder).read_bytes()
    for end in range(0, len(raw), 7):
        try:
            assert decode(raw[:end], "cut").trainee
        except Refused:
            continue


def as_windows(raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r\n")


def with_mark(raw: bytes) -> bytes:
    return codecs.BOM_UTF8 + raw


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "line ends": as_windows,
    "mark": with_mark,
    "both": lambda raw: with_mark(as_windows(raw)),
    "some line ends": lambda raw: raw.replace(b"\n", b"\r\n", 2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_line_ends_and_a_byte_order_mark_are_no_change(folder: Path, change: str) -> None:
    raw = submit(folder).read_bytes()
    assert decode(CHANGES[change](raw), "a") == decode(raw, "a")
    assert decode(CHANGES[change](raw[:-9]), "a") == decode(raw[:-9], "a"), "cut short all the same"


@pytest.mark.parametrize("change", CHANGES)
def test_a_log_whose_line_ends_changed_is_read_and_goes_on(
    course: Course, folder: Path, change: str
) -> None:
    before = open_session(course, folder).reading.records
    [log] = (folder / ".course" / "answers").glob("*.jsonl")
    log.write_bytes(CHANGES[change](log.read_bytes()))
    session = open_session(course, folder)
    assert session.reading.records == before
    assert session.reading.spoilt == ()
    session.answer("pick-one", ["say-back"])
    handed = read_submission(submit(folder))
    assert handed.spoilt == ()
    assert len(handed.records) == len(before) + 1


def test_any_other_change_is_still_told(folder: Path) -> None:
    raw = submit(folder).read_bytes()
    assert decode(raw.replace(b"Leave it with me.", b"Leave it to me."), "a").spoilt
