"""Simulated learners come out as they should, on the small course and on the one that ships."""

from pathlib import Path

import pytest

from course.answers import open_session
from course.grading import Cohort, cohort
from course.grading.simulate import AlreadyThere, simulate
from course.lessons import Course
from tests.shipped import load_course


def marks(found: Cohort, kind: str) -> list[float]:
    return [one.mark or 0.0 for one in found.trainees if one.name.startswith(kind)]


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_perfect_beats_careless_beats_random(which: str, course: Course, tmp_path: Path) -> None:
    taken = course if which == "small" else load_course()
    list(simulate(taken, 9, tmp_path))
    found = cohort(taken, [tmp_path])
    assert len(found.trainees) == 9
    assert not found.something_refused
    assert all(not one.remarks for one in found.trainees)
    perfect, careless, chance = (marks(found, kind) for kind in ("Perfect", "Careless", "Random"))
    assert perfect == pytest.approx([100, 100, 100])
    assert max(careless) < 100
    mean = [sum(values) / len(values) for values in (perfect, careless, chance)]
    assert mean[0] > mean[1] > mean[2] + 10
    assert mean[2] < 60


def test_the_same_seed_gives_the_same_files(course: Course, tmp_path: Path) -> None:
    once = [path.read_bytes() for path in simulate(course, 3, tmp_path / "a", seed=7)]
    again = [path.read_bytes() for path in simulate(course, 3, tmp_path / "b", seed=7)]
    other = [path.read_bytes() for path in simulate(course, 3, tmp_path / "c", seed=8)]
    assert [answers(raw) for raw in once] == [answers(raw) for raw in again]
    assert [answers(raw) for raw in once] != [answers(raw) for raw in other]


def answers(raw: bytes) -> list[bytes]:
    """The records, without the names of log files, which hold the process that wrote them."""
    return [line for line in raw.splitlines() if b'"kind":"file"' not in line]


def test_nothing_is_overwritten(course: Course, tmp_path: Path) -> None:
    [path] = simulate(course, 1, tmp_path)
    before = path.read_bytes()
    with pytest.raises(AlreadyThere):
        list(simulate(course, 3, tmp_path))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_every_exercise_is_answered(course: Course, tmp_path: Path) -> None:
    list(simulate(course, 3, tmp_path))
    for one in cohort(course, [tmp_path]).trainees:
        assert one.answered == len(one.exercises)


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_specimens_earn_through_the_public_call_what_they_must(
    which: str, course: Course, tmp_path: Path
) -> None:
    from course.exercises import Invalid, NeedsReview, Scored, specimens

    taken = course if which == "small" else load_course()
    session = open_session(taken, tmp_path)
    names: dict[str, type] = {"invalid": Invalid, "needs_review": NeedsReview, "scored": Scored}
    for found in taken.items():
        item = session.item(found.id)
        assert item is not None
        for specimen in specimens(item):
            result = session.answer(item.id, specimen.answer)
            assert isinstance(result, names[specimen.result]), (item.id, specimen)
            if isinstance(result, Scored):
                assert specimen.low - 1e-9 <= result.share <= specimen.high + 1e-9, item.id
