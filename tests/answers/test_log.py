"""The log keeps what it was given, whatever happens to its files."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from course.answers import (
    REVIEW,
    SCHEMA,
    Act,
    Answer,
    Correction,
    Draft,
    Feedback,
    Floor,
    FolderLog,
    Hint,
    MemoryLog,
    Profile,
    Record,
    Review,
    Turn,
    Visit,
    Void,
    Way,
    chain,
    encode,
    parse,
)

BEGAN = "2026-11-23T09:00:00.000000Z"


def record(log: FolderLog | MemoryLog, value: object, at: str = BEGAN) -> Draft:
    return Draft(v=SCHEMA, exercise="pick-one", at=at, prev=chain(log.last()), value=value)


@pytest.fixture
def log(tmp_path: Path) -> FolderLog:
    return FolderLog(tmp_path / "answers", BEGAN)


def test_what_is_appended_is_read_back_by_another_session(log: FolderLog) -> None:
    for number in range(3):
        log.append(record(log, number))
    reading = FolderLog(log.folder, BEGAN).read()
    assert [one.value for one in reading.records] == [0, 1, 2]
    assert reading.spoilt == ()


def test_an_empty_or_missing_folder_holds_nothing(log: FolderLog) -> None:
    assert log.read().records == ()
    assert not log.changed()


def test_a_torn_line_is_kept_reported_and_skipped(log: FolderLog) -> None:
    log.append(record(log, "before"))
    whole = log.path.read_bytes()
    with log.path.open("ab") as file:
        file.write(b'{"v":1,"kind":"answer","exer')
    reading = log.read()
    assert [one.value for one in reading.records] == ["before"]
    [(name, spoilt)] = reading.spoilt
    assert (name, spoilt.line, spoilt.reason) == (log.path.name, 2, "the line breaks off")
    assert not spoilt.lost
    log.append(record(log, "after"))
    assert log.path.read_bytes().startswith(whole + b'{"v":1,"kind":"answer","exer\n')
    reading = log.read()
    assert [one.value for one in reading.records] == ["before", "after"]
    assert len(reading.spoilt) == 1, "the line after a torn one is in its chain"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"hello", "the line is not a record"),
        (b"[1, 2]", "the line is not a record"),
        (b'{"v": 1}', "the line is not a record: Object missing required field `kind`"),
        (b'{"v": 5, "kind": "answer"}', "newer course (version 5 of the log); update the course"),
        (b'{"v": 0, "kind": "answer"}', "the line is not a record"),
        (b'{"v": "2", "kind": "answer"}', "the line is not a record"),
        (b"\xff\xfe\x00", "the line is not a record"),
        (b"[" * 100_000, "the line is not a record"),
        (b'{"v": 3, "value": "\\ud83d"}', "a character in the line is only half there"),
        (b'{"v": 3, "value": "x \\udc00 y"}', "a character in the line is only half there"),
        (b'{"v": 3, "value": "\xed\xa0\xbd"}', "a character in the line is only half there"),
        (b'{"v": 3, "value": "\\ud83d', "the line breaks off"),
        (b"", "the line is empty"),
    ],
)
def test_a_foreign_line_is_named(line: bytes, reason: str) -> None:
    records, [spoilt] = parse([line])
    assert records == []
    assert reason in spoilt.reason


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("attempt", "-1", "negative"),
        ("attempt", '"two"', "not a record"),
        ("kind", '"mark"', "not a record"),
        ("data", "NaN", "not a record"),
        ("data", "1e999", "not a record"),
        ("data", "[" * 400 + "]" * 400, "nested"),
        ("score", "100", "not a record"),
    ],
)
def test_a_record_of_version_1_with_a_wrong_field_is_refused(
    field: str, value: str, reason: str
) -> None:
    fields = {"v": "1", "kind": '"answer"', "at": f'"{BEGAN}"', "prev": '""', "data": "1"}
    fields[field] = value
    line = "{" + ",".join(f'"{name}":{one}' for name, one in fields.items()) + "}"
    records, [spoilt] = parse([line.encode()])
    assert records == []
    assert reason in spoilt.reason
    assert spoilt.lost


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"attempt": -1}, "Expected `int` >= 0"),
        ({"variant": -1}, "Expected `int` >= 0"),
        ({"variant": "one"}, "Expected `int`"),
        ({"score": 100}, "unknown field `score`"),
        ({"data": ["say-back"]}, "unknown field `data`"),
        ({"way": {"occasion": "holiday"}}, "Invalid enum value"),
        ({"way": {"occasion": "road"}}, "taken back from"),
        ({"way": {"occasion": "review", "attempt": 1, "turn": 1}}, "taken back from"),
        ({"way": {"occasion": "road", "attempt": 1, "turn": 1, "mood": 3}}, "unknown field"),
        ({"kind": "mark"}, "Invalid value 'mark'"),
        ({"kind": "turn", "how": "none", "choice": "own-it"}, "no other step has one"),
        ({"kind": "turn", "how": "picked"}, "has a choice"),
        ({"kind": "turn", "how": "placed", "choice": "own-it"}, "was typed first"),
        ({"kind": "turn", "how": "none"}, "was typed first"),
        ({"kind": "act", "do": "fly", "contact": "c1"}, "Invalid enum value 'fly'"),
        ({"kind": "act", "do": "pick"}, "all else is about a contact"),
        ({"kind": "act", "do": "say", "contact": "c1"}, "a line or a promise is named"),
        ({"kind": "hint", "level": "high"}, "Expected `int`"),
        ({"kind": "feedback", "question": "how-was-it", "rating": 6}, "Expected `int` <= 5"),
    ],
)
def test_a_record_with_a_wrong_field_is_refused(fields: dict[str, object], reason: str) -> None:
    sound = {"kind": "answer", "v": 2, "at": BEGAN, "prev": "", "exercise": "x", "answer": 1}
    kept = sound if fields.get("kind", "answer") == "answer" else {
        name: sound[name] for name in ("v", "at", "prev", "exercise")
    }  # fmt: skip
    records, [spoilt] = parse([json.dumps({**kept, **fields}).encode()])
    assert records == []
    assert reason in spoilt.reason
    assert spoilt.lost


WORK: dict[str, Any] = {"v": 2, "at": BEGAN, "prev": chain(b""), "exercise": "broken-mug"}
ELSE = {name: WORK[name] for name in ("v", "at", "prev")}
ONE_OF_EACH: list[Record] = [
    Profile(**ELSE, trainee="abc123"),
    Profile(**ELSE, name=""),
    Draft(**WORK, value=None),
    Turn(**WORK, choice="own-it", typed="‘Späť’ – in two pieces\n", how="placed"),
    Turn(**WORK, how="none", typed="Glue?"),
    Turn(**WORK, how="anew", way=REVIEW),
    Floor(**WORK, n=3, after=chain(b"x"), by="1a2b3c4d"),
    Turn(**WORK, how="picked", choice="own-it", floor=chain(b"y")),
    Act(**WORK, do="say", contact="c1", what="own-it", floor=chain(b"z")),
    Hint(**WORK, level=2),
    Answer(**WORK, answer={"a": 1.5}, variant=3, way=Way(occasion="road", attempt=2, turn=4)),
    Correction(**WORK, move="own", there=False, quote="mine", turn=1),
    Visit(**ELSE, lesson="first", station="the-mug"),
    Review(**ELSE, objective="ONE-1"),
    Feedback(**ELSE, question="how-was-it", lesson="first", rating=5),
    Void(**ELSE, n=7, line=chain(b"x")),
]


@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_a_record_is_read_back_as_it_was_written(record: Record) -> None:
    line = encode(record)
    assert b"\n" not in line
    assert parse([line]) == ([record], [])
    [again], _ = parse([line])
    assert encode(again) == line


def test_there_is_one_of_each_kind_here() -> None:
    assert {type(one) for one in ONE_OF_EACH} == set(get_args(Record))


def test_a_changed_line_shows_in_the_line_after_it(log: FolderLog) -> None:
    for answer in ("one", "two", "three"):
        log.append(record(log, answer))
    log.path.write_bytes(log.path.read_bytes().replace(b'"two"', b'"six"'))
    reading = log.read()
    assert [one.value for one in reading.records] == ["one", "six", "three"]
    [(_, spoilt)] = reading.spoilt
    assert (spoilt.line, spoilt.reason) == (3, "the line before it was changed or lost")


def test_a_lost_line_shows_too(log: FolderLog) -> None:
    for answer in ("one", "two", "three"):
        log.append(record(log, answer))
    lines = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(lines[0] + lines[2])
    assert [spoilt.line for _, spoilt in log.read().spoilt] == [2]


def test_two_sessions_are_merged_by_time(tmp_path: Path) -> None:
    one, other = FolderLog(tmp_path, BEGAN), FolderLog(tmp_path, BEGAN)
    assert one.path != other.path
    one.append(record(one, "first", at="2026-11-23T09:00:01.000000Z"))
    other.append(record(other, "second", at="2026-11-23T09:00:02.000000Z"))
    one.append(record(one, "third", at="2026-11-23T09:00:03.000000Z"))
    assert one.changed()
    assert [entry.value for entry in one.read().records] == ["first", "second", "third"]
    assert not one.changed()


def test_a_memory_log_says_that_it_saves_nothing() -> None:
    log = MemoryLog()
    log.append(record(log, "here"))
    assert not log.saved
    assert [one.value for one in log.read().records] == ["here"]
    assert log.last() == encode(log.read().records[0])


def test_files_are_utf8_with_unix_lines(log: FolderLog) -> None:
    log.append(record(log, "Zoë – ‘späť’"))
    raw = log.path.read_bytes()
    assert b"\r" not in raw
    assert json.loads(raw.decode("utf-8"))["value"] == "Zoë – ‘späť’"
