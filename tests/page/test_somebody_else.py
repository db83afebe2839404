"""The same problem with somebody else: begun from the debrief, kept, named and marked."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from course.answers import FolderLog, MemoryLog, Session
from course.answers.submission import Submission
from course.desk.board.own import contacts
from course.exercises import Item, best
from course.grading import mark
from course.page import ExerciseWidget
from course.progress.facts import facts
from course.reports.feedback import feedback
from course.scenarios.definition import Varies
from tests.page.samples import BROKEN_MUG, course_of, session, widget
from tests.page.test_tabs import GONE_ON, ask, say
from tests.shipped import load_course

SCENARIO = replace(
    BROKEN_MUG.exercise.scenario,
    varies=Varies(pronoun="she", temperaments=("angry",), words=(("Thursday", "Monday"),)),
)
MUG = Item(
    kind=BROKEN_MUG.kind,
    exercise=replace(
        BROKEN_MUG.exercise, scenario=SCENARIO, prompt="Ines Okafor rings. Answer her."
    ),
    key=BROKEN_MUG.key,
)
GOOD, BAD = ("own-it", "new-mug"), ("sorry-only", "form")


def somebody_else(made: Any, play: int, person: int) -> dict[str, Any]:
    return ask(made, "somebody_else", {"play": play, "person": person})


def play(made: Any, choices: tuple[str, ...], number: int = 1) -> None:
    for after, choice in enumerate(choices):
        assert say(made, choice, after, play=number)["saved"]


def shown(made: Any) -> tuple[str, int, str]:
    return made.view["customer"], made.view["person"], made.view["first"]


def test_another_person_comes_and_is_named_everywhere() -> None:
    made = widget(MUG, session(items=(MUG,)))
    assert shown(made) == ("Ines Okafor", 0, "Ines")
    play(made, BAD)
    assert made.view["others"]
    assert somebody_else(made, 1, 0)["saved"]
    name, person, first = shown(made)
    assert (person, made.view["play"], made.view["turns"]) == (1, 2, 0)
    assert name != "Ines Okafor"
    assert made.view["last"].startswith("Last time, with Ines Okafor: ‘She buys a mug elsewhere’")
    assert name in str(made.view["prompt"])
    assert first in str(made.view["brief"])
    play(made, GOOD, 2)
    told = str({one: made.view[one] for one in ("talk", "debrief", "prompt", "brief", "sees")})
    assert first in told
    assert "Ines" not in told
    assert "Okafor" not in told
    tries = made.session.history(MUG.id).attempts
    assert [(one.variant, one.changed) for one in tries] == [(0, False), (1, False)]
    assert tries[1].result.earned == 100


def test_again_is_with_the_same_person_and_somebody_else_with_the_next() -> None:
    made = widget(MUG, session(items=(MUG,)))
    play(made, GOOD)
    somebody_else(made, 1, 0)
    name = shown(made)[0]
    play(made, GOOD, 2)
    ask(made, "again", 2)
    assert shown(made)[:2] == (name, 1)
    assert "with" in made.view["last"]
    play(made, GOOD, 3)
    somebody_else(made, 3, 1)
    assert made.view["person"] == 2
    assert shown(made)[0] not in (name, "Ines Okafor")


def test_asked_twice_it_is_one_person_and_a_tab_behind_is_told(tmp_path: Path) -> None:
    sittings = [
        Session(course_of(MUG), FolderLog(tmp_path, "2026-03-03T09:00:00")) for _ in range(2)
    ]
    sittings[0].enrol()
    one, other = (widget(MUG, sitting) for sitting in sittings)
    play(one, GOOD)
    ask(other, "look")
    somebody_else(one, 1, 0)
    somebody_else(one, 1, 0)
    assert somebody_else(other, 1, 0)["saved"]
    assert shown(one) == shown(other)
    assert one.view["person"] == 1
    play(one, GOOD[:1], 2)
    assert somebody_else(other, 1, 0)["error"].startswith(GONE_ON)
    assert len(one.session.history(MUG.id).turns) == 1


def test_half_way_through_it_comes_back_after_a_restart(tmp_path: Path) -> None:
    first = Session(course_of(MUG), FolderLog(tmp_path, "2026-03-03T09:00:00"))
    first.enrol()
    made = widget(MUG, first)
    play(made, BAD)
    somebody_else(made, 1, 0)
    play(made, GOOD[:1], 2)
    again = widget(MUG, Session(course_of(MUG), FolderLog(tmp_path, "2026-03-03T10:00:00")))
    assert shown(again) == shown(made)
    assert again.view["talk"] == made.view["talk"]
    play_on = say(again, GOOD[1], 1, play=2)
    assert play_on["saved"]
    assert again.session.history(MUG.id).attempts[-1].variant == 1


def test_a_road_leaves_from_the_person_of_its_conversation() -> None:
    made = widget(MUG, session(items=(MUG,)))
    play(made, GOOD)
    somebody_else(made, 1, 0)
    play(made, BAD, 2)
    name = shown(made)[0]
    assert ask(made, "take_back", {"play": 2, "turn": 1})["saved"]
    for after, choice in enumerate(GOOD):
        ask(made, "turn",
            {"choice": choice, "typed": "", "play": 2, "after": after, "road": 1})  # fmt: skip
    assert shown(made)[0] == name
    [both] = made.view["taken"]
    assert "Ines" not in str(both)
    roads = made.session.roads(MUG.id)
    assert [one.attempts[-1].variant for one in roads.values()] == [1]


def test_where_nobody_else_can_come_nobody_is_offered() -> None:
    made = widget(BROKEN_MUG, session())
    play(made, GOOD)
    assert not made.view["others"]
    assert somebody_else(made, 1, 0)["saved"]
    assert shown(made)[:2] == ("Ines Okafor", 0), "it is begun again, and nothing is lost"


@pytest.fixture
def two_tries() -> Session:
    """Poorly with the first person, then as well as can be with the second."""
    course = load_course()
    within = Session(course, MemoryLog())
    name = "one-fact"
    item = within.item(name)
    assert item is not None
    for choice in (poor := list(item.key.plan[-1].choices)):
        within.turn(name, choice)
    within.answer(name, poor)
    within.again(name, variant=1)
    other = within.item(name, 1)
    assert other is not None
    for choice in (good := best(other)):
        within.turn(name, choice, variant=1)
    within.answer(name, good, variant=1)
    return within


def test_another_person_is_another_try_and_the_best_counts(two_tries: Session) -> None:
    course = load_course()
    given = Submission(
        file="", trainee=two_tries.trainee, name="", made="", records=two_tries.reading.records
    )
    marks = mark(course, given)
    one = next(one for one in marks.exercises if one.id == "one-fact")
    assert (one.attempts, one.variant, one.best) == (2, 1, 1.0)
    assert one.first is not None
    assert one.first < 0.9
    assert marks.remarks == ()
    other = two_tries.item("one-fact", 1)
    assert other is not None
    name = other.exercise.scenario.customer.name
    assert name in one.prompt
    titles = {lesson.id: lesson.title for lesson in course.lessons.values()}
    page = feedback(marks, titles, {item.id: item for item in course.items()}, {}).decode()
    talk = page[page.index('id="one-fact"') :].split("</section>")[0]
    assert name.split()[0] in talk
    assert "Idris" not in talk


def test_the_record_and_the_dashboard_name_who_it_was(two_tries: Session) -> None:
    other = two_tries.item("one-fact", 1)
    assert other is not None
    first = other.exercise.scenario.customer.name.split()[0]
    [call] = facts(two_tries).conversations
    assert (call.customer, call.tries) == (first, 2)
    made, _ = contacts(two_tries)
    assert [one.customer for one in made] == ["Idris", first]
    shown_now = ExerciseWidget(two_tries.item("one-fact"), two_tries)  # type: ignore[arg-type]
    assert shown_now.view["first"] == first
