"""The facts of a record of training are the same for whoever works them out from the same log."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import REVIEW, MemoryLog, Session
from course.answers.submission import read_submission, submit
from course.lessons import Course
from course.progress import Facts, digest, facts, session_of
from tests.progress.conftest import BEST, Clock


@pytest.fixture
def practised(session: Session, clock: Clock) -> Session:
    session.profile("Asha")
    session.answer("pick-one", ["refund"])
    session.answer("in-order", BEST["in-order"])
    session.answer("broken-mug", ["ask-courier"])
    clock.goes_to(1)
    session.answer("pick-one", BEST["pick-one"], way=REVIEW)
    session.answer("broken-mug", BEST["broken-mug"])
    session.answer("in-your-words", "I'm sorry. I'll send a whole one today.")
    return session


def handed_in(course: Course, folder: Path, out: Path, until: str = "") -> Facts:
    return facts(session_of(course, read_submission(submit(folder, out)).records, until))


def test_they_say_what_was_done_and_when(practised: Session) -> None:
    made = facts(practised)
    assert made.name == "Asha"
    assert made.trainee == practised.trainee
    assert made.days == ("2026-11-23", "2026-11-24")
    assert made.answered == 4
    first, second = made.lessons
    assert (first.core, first.met, first.first, first.last) == (3, 0, "2026-11-23", "2026-11-24")
    assert (second.core, second.met) == (1, 1)
    (one,) = made.objectives
    assert (one.id, one.first, one.later, one.tried) == ("ONE-1", 1, 2, 3)
    assert one.met == "2026-11-23"
    (call,) = made.conversations
    assert (call.customer, call.tries, call.ending) == ("Ines", 2, "A new mug on its way")
    assert (call.handling, call.met, call.on) == (100.0, True, "2026-11-24")


def test_whoever_grades_works_out_the_same(
    practised: Session, course: Course, tmp_path: Path
) -> None:
    made = handed_in(course, tmp_path / "folder", tmp_path / "made.jsonl")
    assert made == facts(practised)
    assert digest(made) == digest(facts(practised))
    assert len(digest(made)) == 64


def test_a_record_that_was_printed_earlier_can_still_be_confirmed(
    practised: Session, course: Course, clock: Clock, tmp_path: Path
) -> None:
    printed = facts(practised)
    clock.goes_to(2)
    practised.answer("how-many", BEST["how-many"])
    practised.profile("Asha Rao")
    folder = tmp_path / "folder"
    assert digest(handed_in(course, folder, tmp_path / "a.jsonl")) != digest(printed)
    then = handed_in(course, folder, tmp_path / "b.jsonl", printed.until)
    assert digest(then) == digest(printed)


CHANGES: dict[str, Callable[[Session], object]] = {
    "an answer": lambda one: one.answer("how-many", BEST["how-many"]),
    "a better try": lambda one: one.answer("pick-one", BEST["pick-one"]),
    "a name": lambda one: one.profile("Somebody else"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_facts_changes_the_digest(practised: Session, change: str) -> None:
    before = digest(facts(practised))
    CHANGES[change](practised)
    assert digest(facts(practised)) != before


@pytest.mark.parametrize("exercise", ["broken-mug", "pick-one"])
def test_a_key_that_stays_with_the_instructor_changes_nothing(
    course: Course, clock: Clock, tmp_path: Path, exercise: str
) -> None:
    """The trainee's copy of what is assessed has no key, and the grader's has one."""
    for name in ("mine", "theirs"):
        shutil.copytree(course.folder, tmp_path / name)
        path = tmp_path / name / "first" / "exercises" / f"{exercise}.yaml"
        text = path.read_text(encoding="utf-8")
        if name == "mine":
            text = text.partition("\nkey:")[0] + "\n"
            scenario = tmp_path / name / "first" / "scenarios" / "broken-mug.yaml"
            if exercise == "broken-mug":
                scenario.write_text(without_key(scenario.read_text(encoding="utf-8")))
        path.write_text(text + "mode: assessed\n", encoding="utf-8")
    mine, theirs = (Course(tmp_path / one, tmp_path / one) for one in ("mine", "theirs"))
    assert mine.find(exercise).key is None
    session = Session(mine, MemoryLog(), clock)
    session.answer(exercise, BEST[exercise])
    session.answer("in-order", BEST["in-order"])
    made = facts(session)
    assert digest(made) == digest(facts(session_of(theirs, session.reading.records)))
    assert all(one.handling is None and one.ending == "" for one in made.conversations)


def without_key(scenario: str) -> str:
    import yaml

    data = yaml.safe_load(scenario)
    del data["rubric"], data["plan"]
    for moment in data["moments"]:
        for choice in moment["choices"]:
            choice.pop("note", None)
    return yaml.safe_dump(data, sort_keys=False)


def test_nothing_done_is_no_fact(course: Course, clock: Clock) -> None:
    made = facts(Session(course, MemoryLog(), clock))
    assert (made.answered, made.objectives, made.conversations) == (0, (), ())
    assert made.minutes == 0
