"""What somebody can do, and what slips, is said by first tries with their counts."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from course.answers import REVIEW, MemoryLog, Session, Way
from course.answers.submission import read_submission, submit
from course.grading.mark import mark
from course.grading.simulate import take
from course.lessons import Course
from course.progress import FirstTries, can_do, first_tries, pairs, practices, slips
from course.progress.right import WELL_HANDLED
from course.progress.standing import standing
from tests.progress.conftest import BEST, Clock
from tests.shipped import load_course

WRONG_ORDER = ["check", "offer", "ask", "heard"]


@pytest.fixture(scope="module")
def shipped() -> Course:
    return load_course()


def test_only_the_first_try_counts_and_only_in_play(session: Session) -> None:
    session.answer("pick-one", ["refund"])
    session.answer("pick-one", ["say-back"])
    session.answer("in-order", BEST["in-order"])
    session.answer("in-order", WRONG_ORDER)
    session.answer("broken-mug", ["ask-courier"])
    session.answer("broken-mug", BEST["broken-mug"], way=Way(occasion="road", attempt=1, turn=1))
    assert first_tries(session) == {"ONE-1": FirstTries(right=1, tried=3)}


def test_of_a_review_the_first_try_of_each_day_counts(session: Session, clock: Clock) -> None:
    session.answer("pick-one", ["refund"])
    clock.goes_to(1)
    session.answer("pick-one", ["sorry"], way=REVIEW)
    session.answer("pick-one", ["say-back"], way=REVIEW)
    clock.goes_to(3)
    session.answer("pick-one", ["say-back"], way=REVIEW)
    assert first_tries(session) == {"ONE-1": FirstTries(right=1, tried=3)}


def test_what_a_person_reads_is_no_first_try(session: Session) -> None:
    session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
    assert first_tries(session) == {}
    assert can_do(session) == ()
    assert slips(session) == ()


def test_it_is_said_in_a_sentence(session: Session, course: Course) -> None:
    for exercise in ("pick-one", "tag-lines", "in-order"):
        session.answer(exercise, BEST[exercise])
    session.answer("how-many", 3.0)
    (group,) = can_do(session)
    # The small course has neither groups nor words for what was done.
    assert group.tries == FirstTries(right=3, tried=4)
    assert [one.sentence for one in group.abilities] == [
        "Hear a problem before solving it. Right on 3 of 3 first tries.",
        "Count what customers say. Right on 0 of 1 first try.",
    ]


def test_what_slips_is_the_weakest_and_never_what_was_only_right(session: Session) -> None:
    session.answer("how-many", BEST["how-many"])
    assert slips(session) == ()
    session.answer("pick-one", ["refund"])
    session.answer("tag-lines", BEST["tag-lines"])
    (slip,) = slips(session)
    assert slip.ability.objective == "ONE-1"
    assert slip.ability.tries == FirstTries(right=1, tried=2)
    # What is open comes first.
    place = slip.practice.place
    assert (place.station, place.exercise) == ("hear-her", "pick-several")
    assert slip.practice.title == "After the call"
    assert slip.practice.station.minutes == 8


def test_what_is_not_met_is_practised_before_what_is(session: Session) -> None:
    assert practices(session)["ONE-1"].place.exercise == "pick-one"
    session.answer("pick-one", BEST["pick-one"])
    assert practices(session)["ONE-1"].place.exercise == "pick-several"
    for exercise in ("pick-several", "tag-lines", "in-order"):
        session.answer(exercise, BEST[exercise])
    assert practices(session)["ONE-1"].place.exercise == "broken-mug"


def test_it_can_be_asked_of_one_lesson(session: Session) -> None:
    session.answer("pick-one", ["refund"])
    assert [one.ability.objective for one in slips(session, "first")] == ["ONE-1"]
    assert can_do(session, "first") == can_do(session)
    assert (can_do(session, "second"), slips(session, "second")) == ((), ())
    with pytest.raises(KeyError):
        can_do(session, "third")


def test_the_first_try_stands_beside_the_latest(session: Session, clock: Clock) -> None:
    session.answer("pick-one", ["refund"])
    session.answer("in-order", BEST["in-order"])
    session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
    session.answer("broken-mug", ["ask-courier"])
    session.answer("broken-mug", BEST["broken-mug"])
    session.answer("broken-mug", ["ask-courier"], way=Way(occasion="road", attempt=2, turn=1))
    clock.goes_to(1)
    session.answer("pick-one", BEST["pick-one"], way=REVIEW)
    found = [(one.exercise, one.first, one.latest, one.tries) for one in pairs(session, "first")]
    assert found == [
        ("pick-one", False, True, 2), ("in-order", True, True, 1), ("broken-mug", False, True, 2),
    ]  # fmt: skip
    assert pairs(session, "second") == ()


def test_one_miss_in_one_weighs_less_than_three_in_three(shipped: Course, tmp_path: Path) -> None:
    session = Session(shipped, MemoryLog())
    by = covering(shipped)
    often = [one for one in by["RES-5"] if shipped.find(one).kind.name == "sort"][:3]
    for exercise in often:
        item = session.item(exercise)
        assert item is not None
        session.answer(exercise, all_in_one(item.exercise))
    found = slips(session)
    assert len(found) == 3
    assert found[0].ability.tries.right == 0
    assert [one.ability.tries.tried for one in found] == sorted(
        (one.ability.tries.tried for one in found), reverse=True
    )


def covering(course: Course) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for lesson in course.lessons.values():
        for exercise in lesson:
            for one in lesson.glance(exercise).covers:
                found.setdefault(one, []).append(exercise)
    return found


def all_in_one(exercise: object) -> dict[str, str]:
    """Every item under the first heading, which no sort of the course has as its key."""
    return {one.id: exercise.headings[0].id for one in exercise.items}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["careless", "random", "perfect"])
def test_the_counts_are_those_that_grading_finds(
    shipped: Course, tmp_path: Path, kind: str
) -> None:
    """Two rooms count first tries; neither asks the other."""
    folder = tmp_path / "folder"
    session = take(shipped, folder, kind, "Somebody", seed=7)
    marks = mark(shipped, read_submission(submit(folder, tmp_path / "made.jsonl")))
    right, tried = Counter[str](), Counter[str]()
    for one in marks.exercises:
        if one.first is None:
            continue
        item = shipped.find(one.id)
        assert item is not None
        well = one.first >= 1 - 1e-9
        if one.conversation is not None and one.attempts == 1:
            ending = one.conversation.transcript.ending
            assert ending is not None
            well = (ending.best or 100 * one.first >= WELL_HANDLED) and not (
                one.conversation.handling.fatal
            )
        elif one.conversation is not None:
            continue
        for name in item.exercise.covers:
            tried[name] += 1
            right[name] += well
    played_twice = {
        name
        for one in marks.exercises
        if one.conversation is not None and one.attempts > 1
        for name in shipped.find(one.id).exercise.covers
    }
    found = first_tries(session)
    for name, count in tried.items():
        if name not in played_twice:
            assert (found[name].right, found[name].tried) == (right[name], count), name
    assert len(found.keys() - played_twice) > 20
    if kind == "perfect":
        assert slips(session) == ()
        assert all(one.tries.right == one.tries.tried for one in can_do(session))


def test_every_slip_of_a_learner_has_a_place_that_practises_it(
    shipped: Course, tmp_path: Path
) -> None:
    session = take(shipped, tmp_path, "random", "Somebody", seed=3)
    found = slips(session)
    assert len(found) == 3
    stations = {(one.lesson, one.id): one for two in standing(session) for one in two.stations}
    for slip in found:
        place = slip.practice.place
        item = shipped.find(place.exercise)
        assert item is not None
        assert slip.ability.objective in item.exercise.covers
        assert slip.practice.title == item.exercise.title
        assert stations[place.lesson, place.station] == slip.practice.station


def test_every_objective_of_the_course_has_words_for_who_has_done_it(shipped: Course) -> None:
    for one in shipped.objectives.values():
        words = one.did.split()
        assert 3 <= len(words) <= 8, one.id
        assert re.fullmatch(r"[a-z][A-Za-z', -]*[a-z]", one.did, re.I), one.id


def test_every_objective_of_the_course_is_in_one_group_and_no_group_is_empty(
    shipped: Course,
) -> None:
    groups = shipped.objective_groups
    assert len({one.id for one in groups}) == len(groups)
    held = [name for one in groups for name in one.holds]
    assert len(held) == len(set(held))
    prefixes = {one.rpartition("-")[0] for one in shipped.objectives}
    assert prefixes | set(shipped.objectives) >= set(held)
    assert prefixes <= set(held)


def test_a_course_with_groups_shows_them_in_their_order(course: Course, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(course.folder, content)
    (content / "objective-groups.yaml").write_text(
        "- {id: count, title: Counting, holds: [ONE-2]}\n"
        "- {id: hear, title: Hearing, holds: [ONE]}\n"
    )
    objectives = content / "objectives.yaml"
    objectives.write_text(
        objectives.read_text().replace("solving it.", "solving it.\n  did: heard her out first")
    )
    session = Session(Course(content, content), MemoryLog())
    for exercise in ("pick-one", "how-many"):
        session.answer(exercise, BEST[exercise])
    assert [(one.id, one.title) for one in can_do(session)] == [
        ("count", "Counting"), ("hear", "Hearing"),
    ]  # fmt: skip
    (told,) = can_do(session)[1].abilities
    assert told.sentence == "You heard her out first on 1 of 1 first try."
