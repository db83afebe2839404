"""What is done in a day on the desk is kept, and no two sessions do it at once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.answers import (
    PLAY,
    REVIEW,
    Act,
    GoneOn,
    Session,
    Way,
    days,
    encode,
    open_session,
    parse,
)
from course.answers.moving import bring
from course.answers.record import Deed
from course.answers.submission import read_submission, submit
from course.lessons import Course
from course.shift import Action
from course.shift.action import Do

Clock = Callable[[], datetime]
DAY = "shift-7"
ROAD = Way(occasion="road", attempt=1, turn=2)
KEPT: dict[str, Any] = {"seed": 7, "content": "0123456789abcdef"}


@pytest.fixture
def session(course: Course, clock: Clock, tmp_path: Path) -> Session:
    return open_session(course, tmp_path, clock)


def act(session: Session, *said: str, **more: Any) -> None:
    session.act(DAY, *said, **{**KEPT, **more})  # type: ignore[arg-type]


def test_what_can_be_kept_is_what_can_be_done() -> None:
    assert get_args(Deed) == ("begin", *get_args(Do))


def acts() -> st.SearchStrategy[Act]:
    """Any act that the log takes."""
    name = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
    about = {"say": (name, name), "follow_up": (name, name), "wait": (st.just(""),) * 2,
             "begin": (st.just(""),) * 2}  # fmt: skip

    def one(do: Deed) -> st.SearchStrategy[Act]:
        contact, what = about.get(do, (name, st.just("")))
        return st.builds(
            Act, v=st.just(4), n=st.integers(0, 2**53 - 1), at=name, prev=name, exercise=name,
            seed=st.integers(-(2**63), 2**63 - 1), do=st.just(do), contact=contact, what=what,
            way=st.sampled_from([PLAY, ROAD]), floor=name, content=name,
        )  # fmt: skip

    return st.sampled_from(get_args(Deed)).flatmap(one)


@given(acts())
def test_an_act_is_read_back_as_it_was_written(one: Act) -> None:
    [again], wrong = parse([encode(one)])
    assert again == one
    assert all(not spoilt.lost for spoilt in wrong)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("pick",), "about a contact"),
        (("wait", "c1"), "about nobody"),
        (("say", "c1"), "a line or a promise"),
        (("hold", "c1", "own-it"), "a line or a promise"),
    ],
)
def test_an_act_about_nobody_is_refused_before_it_is_written(
    session: Session, said: tuple[str, ...], why: str
) -> None:
    act(session, "begin")
    many = len(session.reading.records)
    with pytest.raises(ValueError, match=why):
        act(session, *said)
    assert len([one for one in session.reading.records if isinstance(one, Act)]) == 1
    assert len(session.reading.records) <= many + 1  # the floor at most


def test_a_day_is_kept_and_comes_back(
    session: Session, course: Course, clock: Clock, tmp_path: Path
) -> None:
    for said in (("begin",), ("pick", "c1"), ("say", "c1", "own-it"), ("wait",)):
        act(session, *said)
    found = open_session(course, tmp_path, clock).day(DAY)
    [first] = found.attempts
    assert first.log == (Action("pick", "c1"), Action("say", "c1", "own-it"), Action("wait"))
    assert (found.seed, first.content, found.roads) == (7, KEPT["content"], {})
    assert {one.attempt for one in found.steps[PLAY]} == {1}


def test_a_day_begun_anew_is_another_attempt_and_the_first_stays(session: Session) -> None:
    for said in (("begin",), ("wait",), ("begin",), ("pick", "c1"), ("hold", "c1")):
        act(session, *said)
    found = session.day(DAY)
    assert [[one.do for one in each.acts] for each in found.attempts] == [
        ["wait"],
        ["pick", "hold"],
    ]
    assert [one.attempt for one in found.steps[PLAY]] == [1, 1, 2, 2, 2]


def test_a_road_is_kept_apart_and_begins_where_it_left(session: Session) -> None:
    for said in (("begin",), ("wait",), ("wait",)):
        act(session, *said)
    act(session, "begin", way=ROAD)
    act(session, "pick", "c1", way=ROAD)
    found = session.day(DAY)
    assert len(found.attempts) == 1
    assert [one.do for one in found.attempts[0].acts] == ["wait", "wait"]
    assert [one.do for one in found.roads[ROAD][0].acts] == ["pick"]
    for way in (Way(occasion="road", attempt=1, turn=3), Way(occasion="road", attempt=2, turn=1)):
        with pytest.raises(ValueError, match="no road leaves step"):
            act(session, "begin", way=way)
    with pytest.raises(ValueError, match="in a review"):
        act(session, "begin", way=REVIEW)


def test_nothing_is_done_in_a_day_that_was_not_begun(session: Session) -> None:
    with pytest.raises(ValueError, match="was not begun"):
        act(session, "wait")
    assert session.day(DAY).attempts == ()


def test_somebody_who_knows_less_does_nothing(
    session: Session, course: Course, clock: Clock, tmp_path: Path
) -> None:
    act(session, "begin")
    stale = session.day(DAY).steps[PLAY]
    other = open_session(course, tmp_path, clock)
    act(other, "wait", after=other.day(DAY).steps[PLAY])
    with pytest.raises(GoneOn):
        act(session, "pick", "c1", after=stale)
    known = session.day(DAY).steps[PLAY]
    act(session, "pick", "c1", after=known)
    assert [one.do for one in other.day(DAY).attempts[0].acts] == ["wait", "pick"]


def test_of_two_at_once_one_counts_and_the_other_is_told(
    session: Session, course: Course, clock: Clock, tmp_path: Path
) -> None:
    """The other writes between this one's look and its line, as two kernels would."""
    act(session, "begin")
    other = open_session(course, tmp_path, clock)
    act(other, "wait")
    write = session._log.append

    def late(record: Any) -> None:
        session._log.append = write  # type: ignore[method-assign]
        act(other, "wait")
        write(record)

    session._log.append = late  # type: ignore[method-assign]
    with pytest.raises(GoneOn):
        act(session, "pick", "c1")
    for one in (session, other, open_session(course, tmp_path, clock)):
        assert [act.do for act in one.day(DAY).attempts[0].acts] == ["wait", "wait"]


def test_what_is_handed_in_holds_the_days(session: Session, tmp_path: Path) -> None:
    """Also where nothing but a day was done."""
    for said in (("begin",), ("wait",)):
        act(session, *said)
    handed = submit(tmp_path, tmp_path / "out.jsonl")
    read = days(read_submission(handed).records)
    assert read == {DAY: session.day(DAY)}


def test_a_day_moves_with_the_rest(session: Session, course: Course, clock: Clock,
                                   tmp_path: Path) -> None:  # fmt: skip
    for said in (("begin",), ("pick", "c1")):
        act(session, *said)
    handed = submit(tmp_path, tmp_path / "out.jsonl")
    bring(handed, tmp_path / "elsewhere")
    moved = open_session(course, tmp_path / "elsewhere", clock)
    assert moved.day(DAY) == session.day(DAY)
    act(moved, "hold", "c1", after=moved.day(DAY).steps[PLAY])
    assert [one.do for one in moved.day(DAY).attempts[0].acts] == ["pick", "hold"]


def test_what_the_disk_refuses_does_not_count(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said in (("begin",), ("wait",)):
        act(session, *said)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(session._log, "append", full)
        with pytest.raises(OSError, match="No space left"):
            act(session, "pick", "c1")
    assert [one.do for one in session.day(DAY).attempts[0].acts] == ["wait"]
    act(session, "pick", "c1", after=session.day(DAY).steps[PLAY])
    assert [one.do for one in session.day(DAY).attempts[0].acts] == ["wait", "pick"]
