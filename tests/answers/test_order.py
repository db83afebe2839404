"""What happened first, whatever the clocks say; every record once; and nothing that was refused."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import FolderLog, Session, answers_folder, open_session
from course.answers.order import in_order
from course.answers.record import Draft, Record
from course.lessons import Course

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
LINES = ["own-it", "ask-how-many"]


def sitting(folder: Path, at: datetime) -> Session:
    """A session whose clock begins at `at` and goes on a second each time it is asked."""
    ticks = iter(range(10_000))
    return open_session(Course(SMALL, SMALL), folder, lambda: at + timedelta(seconds=next(ticks)))


def value(session: Session, exercise: str = "pick-one") -> object:
    return session.history(exercise).draft


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=-900)])
def test_a_clock_that_was_set_back_changes_nothing(tmp_path: Path, later: timedelta) -> None:
    first = sitting(tmp_path, NINE)
    first.draft("pick-one", ["old"])
    first.again("broken-mug")
    second = sitting(tmp_path, NINE + later)
    second.turn("broken-mug", "own-it")
    second.draft("pick-one", ["new"])
    third = sitting(tmp_path, NINE)
    assert value(third) == ["new"]
    assert [turn.choice for turn in third.history("broken-mug").turns] == ["own-it"]


def test_a_record_from_the_future_hides_no_later_one(tmp_path: Path) -> None:
    sitting(tmp_path, NINE + timedelta(days=4000)).draft("pick-one", ["future"])
    sitting(tmp_path, NINE).draft("pick-one", ["now"])
    assert value(sitting(tmp_path, NINE)) == ["now"]


@pytest.mark.parametrize("count", [str(2**53 - 1), str(2**53), "9" * 4300])
def test_a_count_that_nobody_can_reach_does_not_stop_the_answers(
    tmp_path: Path, count: str
) -> None:
    sitting(tmp_path, NINE).draft("pick-one", ["old"])
    line = f'{{"kind":"hint","v":2,"n":{count},"at":"","prev":"","exercise":"x","level":1}}\n'
    (answers_folder(tmp_path) / "odd.jsonl").write_text(line, encoding="utf-8")
    for number in range(3):
        sitting(tmp_path, NINE + timedelta(hours=1 + number)).draft("pick-one", [str(number)])
        assert value(sitting(tmp_path, NINE)) == [str(number)]


def test_two_that_are_open_at_once_see_each_other(tmp_path: Path) -> None:
    one, other = sitting(tmp_path, NINE), sitting(tmp_path, NINE - timedelta(hours=5))
    one.draft("pick-one", ["one"])
    other.draft("pick-one", ["other"])
    assert value(one) == value(other) == ["other"]
    one.draft("pick-one", ["one again"])
    assert value(one) == value(other) == value(sitting(tmp_path, NINE)) == ["one again"]


def test_a_conflicted_copy_of_a_file_doubles_nothing(tmp_path: Path) -> None:
    session = sitting(tmp_path, NINE)
    for name in ("own-it", "new-mug"):
        session.turn("broken-mug", name)
    session.answer("pick-one", ["refund"])
    (file,) = answers_folder(tmp_path).glob("*.jsonl")
    copied = shutil.copy(file, file.with_name(f"{file.stem} (conflicted copy).jsonl"))
    session.answer("pick-one", ["say-back"])
    again = sitting(tmp_path, NINE)
    assert [one.answer for one in again.history("pick-one").attempts] == [["refund"], ["say-back"]]
    assert len(again.history("broken-mug").turns) == 2
    # A copy that another computer went on with adds what it alone has.
    other = FolderLog(answers_folder(tmp_path), "")
    other.path = Path(copied)
    Session(session.course, other).answer("pick-one", ["say-back"])
    assert len(sitting(tmp_path, NINE).history("pick-one").attempts) == 3


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-5, 5)), max_size=30))
def test_the_order_of_acts_is_the_order_read(acts: list[tuple[int, int]]) -> None:
    """Three computers take turns, each seeing all that was done, with clocks of their own."""
    files: list[list[Record]] = [[], [], []]
    for number, (who, clock) in enumerate(acts, start=1):
        at = f"2026-11-{15 + clock:02d}"
        files[who].append(
            Draft(v=2, n=number, at=at, prev=f"{who}.{number}", exercise="x", value=number)
        )
    found = [one.value for one in in_order(files) if isinstance(one, Draft)]
    assert found == list(range(1, len(acts) + 1))


@given(st.lists(st.lists(st.integers(1, 28), max_size=8), max_size=4))
def test_without_counts_each_file_keeps_its_order(days: list[list[int]]) -> None:
    files: list[list[Record]] = [
        [
            Draft(v=1, at=f"2026-11-{day:02d}", prev=f"{who}.{n}", exercise=str(who), value=n)
            for n, day in enumerate(listed)
        ]
        for who, listed in enumerate(days)
    ]
    found = [one for one in in_order(files) if isinstance(one, Draft)]
    assert len(found) == sum(map(len, days))
    for who, listed in enumerate(days):
        mine = [one.value for one in found if one.exercise == str(who)]
        assert mine == list(range(len(listed)))


def failing(*_: object) -> None:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("stuck", [False, True], ids=["taken back", "not even taken back"])
def test_what_the_disk_refused_never_turns_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stuck: bool
) -> None:
    session = sitting(tmp_path, NINE)
    session.draft("pick-one", ["kept"])
    with monkeypatch.context() as broken:
        broken.setattr("course.answers.log.os.fsync", failing)
        if stuck:
            broken.setattr("course.answers.log.take_back", failing)
        with pytest.raises(OSError, match="Input/output error"):
            session.draft("pick-one", ["refused"])
        assert value(session) == ["kept"]
    session.draft("pick-several", ["later"])
    for one in (session, sitting(tmp_path, NINE)):
        assert value(one) == ["kept"]
        assert value(one, "pick-several") == ["later"]
        assert one.reading.spoilt == ()


def test_a_folder_that_was_renamed_is_not_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "care"
    session = sitting(folder, NINE)
    folder.rename(tmp_path / "moved")
    with pytest.raises(OSError, match="moved or renamed; start the course again"):
        session.draft("pick-one", ["lost"])
    assert not folder.exists()


def test_half_a_letter_is_kept_as_a_mark(tmp_path: Path) -> None:
    session = sitting(tmp_path, NINE)
    session.draft("in-your-words", {"text": "I am sorry \ud83d"})
    session.turn("broken-mug", "own-it", typed="Poor \ud800 you")
    again = sitting(tmp_path, NINE)
    assert again.history("in-your-words").draft == {"text": "I am sorry ?"}
    assert again.history("broken-mug").turns[0].typed == "Poor ? you"


def test_an_append_reads_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = sitting(tmp_path, NINE)
    session.draft("pick-one", ["first"])
    reads: list[Path] = []
    whole: Callable[[Path], bytes] = Path.read_bytes

    def counted(path: Path) -> bytes:
        reads.append(path)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    for number in range(50):
        session.draft("pick-one", [str(number)])
    assert reads == []
    assert os.path.getsize(next(answers_folder(tmp_path).glob("*.jsonl"))) > 1000
