"""Exercises that come back: first tries of the same trainees, then and now."""

import pytest

from course.answers import open_session
from course.answers.submission import submit
from course.exercises import specimens
from course.grading import ExerciseMarks, TraineeMarks, cohort, returns
from course.reports import pages
from tests.shipped import load_course


def marks(name: str, first: float | None, comes_back_to: str = "") -> ExerciseMarks:
    return ExerciseMarks(
        id=name, lesson="later" if comes_back_to else "early", kind="choice", title=name.title(),
        prompt="?", points=1, state="scored", first=first, returns=comes_back_to,
    )  # fmt: skip


def trainee(then: float | None, now: float | None) -> TraineeMarks:
    pair = (marks("first", then), marks("second", now, "first"))
    return TraineeMarks(trainee=str(then) + str(now), name="", files=(), exercises=pair)


def test_only_those_who_have_both_count() -> None:
    found = returns([trainee(0.5, 1.0), trainee(1.0, 0.5), trainee(0.25, 0.25), trainee(0.0, 0.6),
                     trainee(None, 1.0), trainee(0.0, None)])  # fmt: skip
    (one,) = found
    assert (one.id, one.earlier, one.lesson, one.n) == ("second", "first", "later", 4)
    assert one.then == pytest.approx(0.4375)
    assert one.now == pytest.approx(0.5875)
    assert (one.better, one.worse) == (2, 1)


def test_nobody_with_both_and_nobody_at_all() -> None:
    (one,) = returns([trainee(None, 1.0)])
    assert (one.n, one.then, one.now, one.better) == (0, None, None, 0)
    assert returns([]) == []


def test_an_earlier_exercise_that_is_gone_is_passed_over() -> None:
    alone = TraineeMarks(trainee="a", name="", files=(), exercises=(marks("second", 1.0, "first"),))
    assert returns([alone]) == []


def test_it_stands_in_the_report(clock, tmp_path) -> None:
    course = load_course()
    right = {}
    for name in ("out-of-stock", "one-litre"):
        item = course.find(name)
        assert item is not None
        right[name] = next(one.answer for one in specimens(item) if one.name == "right")
    folder = tmp_path / "work"
    session = open_session(course, folder, clock)
    session.profile("Bao")
    for name, answer in right.items():
        session.answer(name, answer)
    found = cohort(course, [submit(folder, tmp_path / "bao.jsonl")])
    one = next(one for one in found.returns if one.id == "one-litre")
    assert (one.n, one.then, one.now, one.better, one.worse) == (1, 1.0, 1.0, 0, 0)
    page = pages(course, found)["report.html"].decode()
    assert "What came back" in page
    assert "The thick green one" in page
