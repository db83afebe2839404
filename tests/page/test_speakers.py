"""A second person in a conversation: their lines stand under their own name, everywhere."""

import pytest

from course.answers import Session
from course.exercises import Item
from course.exercises.dialogue import keyed
from course.page import ExerciseWidget
from course.page.views.debrief import debrief, told
from course.page.views.talk import entries
from course.scenarios import Transcript, handling, play
from tests.page.samples import Steady
from tests.shipped import load_course

WARNED = (
    *("stood-at-the-door", "read-the-drivers-log", "not-called-names", "one-warning"),
    *("ending-as-i-said", "warned-once-and-ended"),
)


@pytest.fixture(scope="module")
def item() -> Item:
    found = load_course().find("swearing")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def talk(item: Item) -> Transcript:
    return play(item.exercise.scenario, WARNED)


def test_the_log_names_who_speaks(item: Item, talk: Transcript) -> None:
    theirs = [one for one in entries(item.exercise.scenario, talk) if one.who == "them"]
    assert [one.by for one in theirs[-2:]] == ["Farah", "Farah"]
    assert {one.by for one in theirs[:-2]} == {""}
    assert not any("Farah:" in one.text for one in theirs)


def test_the_chart_and_its_table_name_her_too(item: Item, talk: Transcript) -> None:
    rows = told(item, talk).rows
    assert [one.by for one in rows[-2:]] == ["Farah", "Farah"]
    back = debrief(item, talk)
    assert back is not None
    assert back.table[-1].then.startswith("Farah: Go and get some air.")


def test_what_was_said_to_her_is_not_told_as_said_to_him(item: Item) -> None:
    said = play(item.exercise.scenario, (*WARNED[:-1], "warned-once-and-ended"))
    back = debrief(item, said)
    assert back is not None
    assert {one.to for one in back.steps if "warned him once" in one.line} <= {"Farah"}
    reasons = [
        one.reason
        for one in handling(keyed(item.exercise, item.key), said).criteria
        if "it's written up" in one.reason
    ]
    assert reasons
    assert all(one.startswith("Line 6, to Farah: ") for one in reasons)


def test_what_she_heard_is_told_of_her(item: Item) -> None:
    back = debrief(item, play(item.exercise.scenario, (*WARNED[:-1], "fine-next-one")))
    assert back is not None
    assert [one.by for one in back.lines if "Farah heard" in one.heard] == ["Farah"]


@pytest.mark.browser
def test_her_name_stands_above_her_words(stage, item: Item) -> None:
    session = Session(load_course(), Steady())
    session.answer("swearing", list(WARNED))
    box = stage().mount(ExerciseWidget(item, session))
    runs = box.locator(".cc-run-them")
    last = runs.last
    assert last.locator(".cc-name").inner_text() == "Farah"
    assert "Go and get some air." in last.inner_text()
    assert runs.first.locator(".cc-name").inner_text() == "Terry Vance"
