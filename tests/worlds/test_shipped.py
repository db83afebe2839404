"""The worlds that the course ships: sound, played through, and no shop in them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from course.grading import cohort
from course.grading.simulate import simulate
from course.lessons.lint import lint
from course.worlds import shipped
from tests.shipped import load_course

from .conftest import Written

HOME = load_course()
every = pytest.mark.parametrize("world", shipped())


@pytest.mark.parametrize("world", sorted({*shipped()} - {"telecom"}))
def test_the_lint_has_nothing_to_say(written: Mapping[str, Written], world: str) -> None:
    """That of the telecom is run as an author runs it, in tests/cli/test_world.py."""
    assert [str(one) for one in lint(written[world].course)] == []


@every
def test_it_has_half_of_each_lesson_and_conversations(
    written: Mapping[str, Written], world: str
) -> None:
    talks = Counter[str]()
    for name, lesson in written[world].course.lessons.items():
        assert len(lesson) * 2 >= len(HOME.lessons[name])
        talks[name] = sum(item.kind.name == "dialogue" for item in lesson.values())
        assert lesson.core == HOME.lessons[name].core
    assert talks["complaints"] >= 2
    assert talks["qualities"] >= 1


@every
def test_an_exercise_that_does_not_depend_is_byte_for_byte_the_same(
    written: Mapping[str, Written], world: str
) -> None:
    same = 0
    for lesson, how in written[world].made.how.items():
        for name, became in how.items():
            place = Path(lesson) / "exercises" / f"{name}.yaml"
            before = (HOME.folder / place).read_bytes()
            after = (written[world].folder / place).read_bytes()
            if became == "same":
                same += 1
                assert after == before
    assert same >= 2


@every
def test_an_exercise_keeps_its_id_its_kind_and_what_it_covers(
    written: Mapping[str, Written], world: str
) -> None:
    for name, lesson in written[world].course.lessons.items():
        for item in lesson.values():
            before = HOME.lessons[name][item.id]
            assert (item.kind.name, item.exercise.covers, item.exercise.points) == (
                before.kind.name, before.exercise.covers, before.exercise.points,
            )  # fmt: skip


@every
def test_nobody_names_the_company_of_the_shop(written: Mapping[str, Written], world: str) -> None:
    for path in written[world].folder.rglob("*.*"):
        if path.name != "other-trades.yaml":
            assert "Marlow & Finch" not in path.read_text(encoding="utf-8"), path


@every
def test_learners_play_it_and_what_they_hand_in_is_graded(
    written: Mapping[str, Written], world: str, tmp_path: Path
) -> None:
    course = written[world].course
    assert len(list(simulate(course, 2, tmp_path / "handed-in"))) == 2
    graded = cohort(course, [tmp_path / "handed-in"])
    assert not graded.refused
    # One of the two answers as the keys say, the other one by chance.
    best, by_chance = sorted(graded.marks, reverse=True)
    assert best > 99
    assert by_chance < 70


def test_the_bank_rests_on_the_clock_of_a_regulated_complaint_and_on_no_law_about_goods(
    written: Mapping[str, Written],
) -> None:
    rests = {
        name
        for item in written["bank"].course.items()
        for claim in item.claims
        for name in claim.rests_on
    }
    assert {"regulated-complaint", "regulated-clock", "card-claim"} <= rests
    assert not rests & {"faulty-reject", "delivery-risk", "distance-cancel", "product-safety"}


def test_each_world_has_its_own_limits_and_its_own_check(
    written: Mapping[str, Written],
) -> None:
    bank, telecom = (written[one].course.house_rules for one in ("bank", "telecom"))
    limits = {rules.values["refund_limit"] for rules in (HOME.house_rules, bank, telecom)}
    assert len(limits) == 3
    assert bank.identity is not None
    assert telecom.identity is not None
    assert "a date of birth" in bank.identity.does_not_count
    assert any("PIN" in one for one in telecom.identity.counts)
    assert {"fraud-hold"} <= {one.id for one in bank.rules}
    assert {"outage", "contract", "porting"} <= {one.id for one in telecom.rules}
