"""Only what changed is announced, once; what is silent to the eye's benefit stays silent."""

import pytest

from tests.page.ears import Ears
from tests.page.samples import (
    FIRST_WORDS,
    ORDER,
    PROMISE,
    SIGNS,
    WAITED,
    WHOSE_MOVE,
    Steady,
    session,
    widget,
)

pytestmark = pytest.mark.browser
AGAIN = 450  # A second press that comes sooner is no answer.


def check(opened, box, name="Check"):
    opened.page.wait_for_timeout(AGAIN)
    box.get_by_role("button", name=name).first.press("Enter")


def test_drafts_are_seen_and_not_heard(stage):
    opened = stage()
    one = opened.mount(widget(FIRST_WORDS), "one")
    two = opened.mount(widget(WAITED), "two")
    three = opened.mount(widget(PROMISE), "three")
    ears = Ears(opened.page)
    one.locator("input").first.focus()
    for _ in range(3):
        opened.page.keyboard.press("ArrowDown")
        opened.page.wait_for_timeout(300)
    one.get_by_text("Draft kept 14:02").wait_for()
    two.get_by_label("Your answer").press_sequentially("3.9")
    two.get_by_text("Draft kept 14:02").wait_for()
    three.get_by_label("Your reply").press_sequentially("A bed on one leg.")
    three.get_by_text("Draft kept 14:02").wait_for()
    assert ears.heard() == []


def test_an_answer_is_heard_once_and_saved_is_heard_once(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    ears = Ears(opened.page)
    box.get_by_text("A cot in bits").click()
    check(opened, box)
    box.get_by_text("Saved 14:02").wait_for()
    said = ears.heard()
    assert [one for one in said if one.startswith("Right")] != []
    assert sorted(one.split()[0] for one in said) == ["Right", "Saved"]


def test_the_same_verdict_is_heard_again(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    wrong, other = box.get_by_text("Thanks for letting"), box.get_by_text("Congratulations")
    ears = Ears(opened.page)

    def verdicts():
        return [one for one in ears.heard() if one.startswith("Not yet")]

    told = []
    for _ in range(3):
        other.click()
        wrong.click()
        assert verdicts() == []
        check(opened, box)
        box.get_by_text("Saved 14:02").wait_for()
        told.append(verdicts())
    # A first miss is told less than those after it, which are told the same.
    assert [len(one) for one in told] == [1, 1, 1]
    assert told[1] == told[2]


def test_what_is_missing_is_said_at_every_press(stage):
    opened = stage()
    box = opened.mount(widget(SIGNS))
    ears = Ears(opened.page)
    check(opened, box)
    assert ears.heard() == ["Choose at least one first."]
    check(opened, box)
    assert ears.heard() == ["Choose at least one first."]


def test_every_hint_is_heard_and_stands_after_its_button(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    ears = Ears(opened.page)
    for number, hint in enumerate(FIRST_WORDS.exercise.hints, start=1):
        box.get_by_role("button", name="hint").press("Enter")
        box.locator(".cc-hints li").nth(number - 1).wait_for()
        assert ears.heard() == [hint.replace("*", "")]
    order = box.locator(".cc-check, .cc-hints").evaluate_all("all => all.map(e => e.tagName)")
    assert order == ["BUTTON", "OL"]


def test_a_sort_says_which_are_not_here(stage):
    opened = stage()
    box = opened.mount(widget(WHOSE_MOVE))
    ears = Ears(opened.page)
    for item, key in zip(WHOSE_MOVE.exercise.items, "1123", strict=True):
        box.get_by_role("group", name=item.text).locator("input").first.focus()
        opened.page.keyboard.press(key)
    ears.heard()
    opened.page.keyboard.press("Enter")
    box.get_by_text("Saved 14:02").wait_for()
    (said,) = [one for one in ears.heard() if one.startswith("In part")]
    assert "Not here: Go to 2 Go to 3" in said
    assert "2 of 4" in said


def test_moves_are_heard_once(stage):
    opened = stage()
    box = opened.mount(widget(ORDER))
    ears = Ears(opened.page)
    box.get_by_role("button", name="Move down").first.press("Enter")
    (said,) = ears.heard()
    assert said.endswith("now 2 of 4.")


def test_one_fault_is_one_alert(stage):
    opened = stage()
    items = (FIRST_WORDS, WAITED, SIGNS)
    for item in items:
        opened.mount(widget(item), item.id)
    ears = Ears(opened.page)
    opened.page.evaluate("document.dispatchEvent(new CustomEvent('course:kernel-gone'))")
    assert opened.page.locator(".cc-alarm:visible").count() == len(items)
    assert len(ears.heard()) == opened.page.get_by_role("alert").count() == 1


def test_answers_in_memory_are_one_alert(stage):
    opened = stage()
    ears = Ears(opened.page)
    for item in (FIRST_WORDS, WAITED, SIGNS):
        opened.mount(widget(item, session(Steady(saved=False))), item.id)
    assert opened.page.locator(".cc-alarm:visible").count() == 3
    assert len(ears.heard()) == opened.page.get_by_role("alert").count() == 1
