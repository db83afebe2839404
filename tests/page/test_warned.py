"""Before a customer who swears or is in distress: one sentence, and a way round."""

from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from course.answers import Session
from course.answers.submission import Submission
from course.exercises import Item, specimens
from course.grading import mark
from course.lessons import Lesson
from course.page import ExerciseWidget
from tests.page.samples import BROKEN_MUG, Steady, session, widget
from tests.page.test_tabs import ask, say
from tests.shipped import load_course

SENTENCE = "Ines swears in this call."


def warning(words: str = SENTENCE) -> Item:
    exercise = BROKEN_MUG.exercise
    scenario = replace(exercise.scenario, warning=words)
    return Item(
        kind=BROKEN_MUG.kind, exercise=replace(exercise, scenario=scenario), key=BROKEN_MUG.key
    )


def leave(made: Any, *, left: bool = True, typed: str = "") -> dict[str, Any]:
    moment = made.view["asks"]["moment"]
    value = {"moment": moment, "typed": typed, "ready": False, "left": left}
    return ask(made, "draft", value)


def test_what_is_left_out_stays_left_out_until_it_is_taken_up() -> None:
    item, log = warning(), Steady()
    made = widget(item, session(log, (item,)))
    assert (made.view["warning"], made.view["left"]) == (SENTENCE, False)
    assert leave(made, typed="Poor you.")["saved"]
    later = widget(item, session(log, (item,)))
    assert later.view["left"]
    assert repr(later).endswith("left out>")
    leave(later, left=False, typed="Poor you.")
    again = widget(item, session(log, (item,)))
    assert not again.view["left"]
    assert again.view["asks"]["typed"] == "Poor you.", "nothing that was written is lost"
    leave(again)
    assert say(again, "own-it", 0)["saved"]
    assert not again.view["left"], "whoever speaks has taken it up"


def marked(within: Session) -> Any:
    given = Submission(
        file="", trainee=within.trainee, name="", made="", records=within.reading.records
    )
    return mark(within.course, given, lessons=["complaints"])


@pytest.fixture
def within() -> Session:
    return Session(load_course(), Steady())


def test_what_is_left_out_is_outside_the_mark_and_the_instructor_is_told(
    within: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lesson, "core", property(lambda lesson: tuple(lesson)))
    within.answer("late-parcel", _best(within, "late-parcel"))
    before = marked(within)
    item = within.item("swearing")
    assert item is not None
    made = ExerciseWidget(item, within)
    leave(made)
    after = marked(within)
    [one] = [one for one in after.exercises if one.id == "swearing"]
    assert (one.state, one.counts) == ("left out", False)
    assert after.mark > before.mark, "its points leave the total"
    assert [one.text for one in after.remarks] == [
        "‘No access’ was left out after its warning. It is outside the mark."
    ]
    within.answer("swearing", _best(within, "swearing"))
    taken_up = marked(within)
    assert not taken_up.remarks
    assert taken_up.mark > after.mark


def test_only_what_warns_of_itself_can_be_left_out(within: Session) -> None:
    before = marked(within)
    within.draft("late-parcel", {"moment": "", "typed": "", "ready": False, "left": True})
    within.draft("first-words", {"left": True})
    after = marked(within)
    assert (after.mark, after.remarks) == (before.mark, before.remarks)
    item = within.item("late-parcel")
    assert item is not None
    assert not ExerciseWidget(item, within).view["left"]


def _best(within: Session, name: str) -> list[str]:
    item = within.item(name)
    assert item is not None
    return next(list(one.answer) for one in specimens(item) if one.name == "right")


@pytest.mark.browser
def test_the_warning_stands_before_the_first_words(stage: Any) -> None:
    item = warning()
    opened, made = stage(), widget(item, session(items=(item,)))
    box = opened.mount(made)
    expect(box.get_by_text(SENTENCE)).to_be_visible()
    expect(box.get_by_text("I have a mug here in two pieces.")).to_be_hidden()
    box.get_by_role("button", name="Leave this one out").press("Enter")
    expect(box.get_by_text("You left this conversation out.")).to_be_visible()
    expect(box.get_by_role("button", name="Start it after all")).to_be_focused()
    assert made.view["left"]
    box.get_by_role("button", name="Start it after all").press("Enter")
    expect(box.get_by_text("I have a mug here in two pieces.")).to_be_visible()
    expect(box.get_by_role("log")).to_be_focused()
    assert not made.view["left"]


@pytest.mark.browser
def test_whoever_has_begun_is_not_warned_again_and_may_still_leave(stage: Any) -> None:
    item = warning()
    within = session(items=(item,))
    opened, made = stage(), widget(item, within)
    box = opened.mount(made, "fresh")
    box.get_by_role("button", name="Start").press("Enter")
    box.get_by_role("textbox").fill("Poor mug.")
    box.get_by_role("button", name="Show the lines").click()
    box.locator('.cc-line[data-id="own-it"]').click()
    expect(box.locator(".cc-talk")).to_contain_text("Saturday. It's Dad's seventieth.")
    box = opened.mount(widget(item, within), "later")
    expect(box.get_by_text(SENTENCE)).to_have_count(0)
    box.get_by_role("button", name="Leave this one out").click()
    box.get_by_role("button", name="Start it after all").click()
    expect(box.locator(".cc-talk")).to_contain_text("Saturday. It's Dad's seventieth.")
    assert len(within.history(item.id).turns) == 1


@pytest.mark.browser
def test_most_conversations_warn_of_nothing(stage: Any) -> None:
    box = stage().mount(widget(BROKEN_MUG))
    expect(box.get_by_text("I have a mug here in two pieces.")).to_be_visible()
    assert box.get_by_role("button", name="Leave this one out").count() == 0
