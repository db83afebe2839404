"""Simulated learners come out as they should, on the small course and on the one that ships."""

import shutil
from pathlib import Path

import pytest

from course.answers import open_session
from course.grading import Cohort, cohort
from course.grading.simulate import AlreadyThere, simulate, take
from course.lessons import Course
from tests.shipped import load_course


def marks(found: Cohort, kind: str) -> list[float]:
    return [one.mark or 0.0 for one in found.trainees if one.name.startswith(kind)]


@pytest.mark.parametrize(("which", "each"), [("small", 3), ("shipped", 1)])
def test_perfect_beats_careless_beats_random(
    which: str, each: int, course: Course, tmp_path: Path
) -> None:
    taken = course if which == "small" else load_course()
    list(simulate(taken, 3 * each, tmp_path))
    found = cohort(taken, [tmp_path])
    assert len(found.trainees) == 3 * each
    assert not found.something_refused
    assert all(not one.remarks for one in found.trainees)
    perfect, careless, chance = (marks(found, kind) for kind in ("Perfect", "Careless", "Random"))
    assert perfect == pytest.approx([100] * each)
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


def test_a_conversation_is_had_with_so_many_persons(course: Course, tmp_path: Path) -> None:
    folder = shutil.copytree(course.folder, tmp_path / "content")
    file = folder / "first" / "scenarios" / "broken-mug.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nvaries: {pronoun: she}\n", "utf-8")
    varied = Course(folder, folder)
    session = take(varied, tmp_path / "one", "perfect", "Perfect", seed=1, persons=4)
    tries = {one.id: session.history(one.id).attempts for one in varied.items()}
    people = [session.item("broken-mug", one.variant) for one in tries.pop("broken-mug")]
    names = [one.exercise.scenario.customer.name for one in people if one]
    assert names[0] == "Ines Okafor"
    assert len(set(names)) == len(names) == 4
    assert all(len(one) == 1 for one in tries.values()), "nothing else is done again"
    list(simulate(varied, 3, tmp_path / "handed-in", persons=4))
    found = cohort(varied, [tmp_path / "handed-in"])
    assert not found.something_refused
    assert all(not one.remarks for one in found.trainees)
    assert marks(found, "Perfect") == pytest.approx([100])


def test_of_somebody_who_does_not_vary_there_is_one(course: Course, tmp_path: Path) -> None:
    session = take(course, tmp_path, "perfect", "Perfect", seed=1, persons=4)
    assert [one.variant for one in session.history("broken-mug").attempts] == [0]


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
