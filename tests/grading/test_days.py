"""Days at the desk in what was handed in: marked by rule, shown side by side, safe in a table."""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

import pytest

from course.answers import PLAY, Act, Way
from course.grading import DayMarks, Summary, cohort, exports
from course.grading.days import CHANGED, DayBook
from course.lessons import Course, load_course
from course.lessons.conversations import Conversations
from course.reports.overview import overview
from course.shift import Action, Desk, day_for, replay
from course.shift.again import desk_hash
from course.shift.policies import PEOPLE, play
from course.shift.worth import worth
from tests.trainees import Trainee

ROAD = Way(occasion="road", attempt=1, turn=2)
SEED = 7


@pytest.fixture(scope="module")
def shipped() -> Course:
    return load_course()


@pytest.fixture(scope="module")
def book(shipped: Course) -> DayBook:
    """One for all tests: drawing a day takes a while, and nothing else is kept in it."""
    return DayBook(shipped)


@pytest.fixture(scope="module")
def desk(shipped: Course) -> Desk:
    known = Conversations(shipped)
    return day_for(SEED, known.names, known)


@pytest.fixture(scope="module")
def logs(desk: Desk) -> dict[str, tuple[Action, ...]]:
    names = ("fair and planful", "good and slow", "fast and cold")
    return {name: play(desk, PEOPLE[name])[1] for name in names}


def acts(desk: Desk, *tries: Iterable[Action], content: str = "", way: Way = PLAY) -> list[Act]:
    """What the log holds of these tries."""
    kept = content or desk_hash(desk)
    steps = [step for log in tries for step in (Action("begin"), *log)]  # type: ignore[arg-type]
    return [
        Act(v=4, at=f"2026-12-01T09:00:{at:06}Z", prev=str(at), exercise=f"shift-{SEED}", seed=SEED,
            content=kept, do=one.do, contact=one.contact, what=one.what, way=way)
        for at, one in enumerate(steps)
    ]  # fmt: skip


def test_the_first_whole_try_is_marked_and_what_followed_is_not(
    book: DayBook, desk: Desk, logs: dict[str, tuple[Action, ...]]
) -> None:
    planful, slow, cold = logs.values()
    road = acts(desk, planful, way=ROAD)
    (one,) = book.of("t1", "Asha", [*acts(desk, slow[:9], cold, planful), *road])
    assert (one.attempt, one.attempts, one.contacts) == (2, 3, len(desk.contacts))
    ended = replay(desk, cold)
    assert one.mark == worth(ended)
    left = sum(standing.status == "left" for standing in ended.standings)
    assert one.figures["Left"] == pytest.approx(100 * left / len(desk.contacts))
    assert "Handling mark" not in one.figures
    assert one.remark == ""

    assert list(book.of("t1", "Asha", road)) == []


def test_a_day_that_was_left_or_has_changed_says_so(
    book: DayBook, desk: Desk, logs: dict[str, tuple[Action, ...]]
) -> None:
    log = logs["fair and planful"]
    (left,) = book.of("t1", "Asha", acts(desk, log[:1]))
    assert (left.mark, left.figures, left.remark) == (None, {}, "It was left at 09:00.")
    (changed,) = book.of("t1", "Asha", acts(desk, log, content="0" * 16))
    assert (changed.mark, changed.remark) == (worth(replay(desk, log)), CHANGED)
    gone = [log[0], Action("say", log[0].contact, "no-such-line"), *log[1:]]
    (stopped,) = book.of("t1", "Asha", acts(desk, gone, content="0" * 16))
    assert stopped.mark is None
    assert stopped.remark.startswith(CHANGED)
    assert stopped.remark.endswith("at 09:00, where what was done next cannot be done any more.")


def test_many_days_and_odd_names_cost_nothing_and_stop_nothing(book: DayBook) -> None:
    odd = [
        Act(v=4, at="", prev="", exercise=name, seed=1, do="begin")
        for name in ("shift-", "shift-1e9", "shift-99999999999999999999", "shift- 7", "Shift-7")
    ]
    assert list(book.of("t1", "Asha", odd)) == []


def test_what_is_handed_in_comes_out_in_the_table(
    course: Course, enrol: Callable[[str], Trainee]
) -> None:
    asha = enrol("=Asha")
    asha.session.act("shift-7", "begin", seed=7, content="0" * 16)
    found = cohort(course, [asha.hands_in()])
    (row,) = csv.DictReader(StringIO(exports(found)["days.csv"].decode("utf-8-sig")))
    assert (row["name"], row["seed"], row["finished"]) == ("'=Asha", "7", "no")
    assert "With 1 conversation there is no day" in row["remarks"]
    assert found.trainees[0].mark == 0, "a day does not enter the mark"
    assert not found.something_refused


def test_the_same_day_stands_side_by_side(
    book: DayBook, desk: Desk, logs: dict[str, tuple[Action, ...]]
) -> None:
    names = ("Asha <b>", "Ben", "Cem")
    days = [
        one
        for name, log in zip(names, logs.values(), strict=True)
        for one in book.of(name[:1], name, acts(desk, log))
    ]
    days.append(DayMarks(trainee="d", name="Dora", seed=SEED, attempt=1, attempts=1))
    beside = book.beside(SEED)
    assert [one.name for one in beside] == ["first come, first served", "fair and planful"]
    assert beside[1].mark == days[0].mark
    summary = Summary(
        standings=(), items=(), returns=(), refused=(), days=tuple(days), days_beside=beside
    )
    page = overview(summary, {}).decode()
    assert "Days at the desk" in page
    assert "Asha &lt;b&gt;" in page
    assert page.count(f"{days[0].mark:.0f}</td>") >= 2
    assert "Not played to the end: Dora." in page
    assert (
        "Days at the desk"
        not in overview(Summary(standings=(), items=(), returns=(), refused=()), {}).decode()
    )
