"""Whatever had the focus and is taken away, hidden or closed: the focus has a home."""

import pytest

from tests.page.samples import (
    BROKEN_MUG,
    FIRST_WORDS,
    SIGNS,
    WHOSE_MOVE,
    session,
    widget,
)

pytestmark = pytest.mark.browser


def focus(opened):
    """What has the focus, and whether it is there to be seen and used."""
    opened.page.wait_for_timeout(100)
    return opened.page.evaluate("""() => {
      const one = document.activeElement;
      if (one === document.body || !one.checkVisibility() || one.matches(":disabled")) return "";
      return one.getAttribute("aria-label") || one.textContent.trim();
    }""")


@pytest.mark.parametrize(("item", "right"), [(FIRST_WORDS, ["screws"]), (SIGNS, ["back", "when"])])
def test_after_a_right_answer_by_enter(stage, item, right):
    opened = stage()
    made = widget(item)
    box = opened.mount(made)
    ids = [one["id"] for one in made.view["options"]]
    box.locator("input").first.focus()
    for one in right:
        opened.page.keyboard.press(str(ids.index(one) + 1))
    opened.page.keyboard.press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert focus(opened) == "Answer again"


def test_after_a_right_sort_by_enter(stage):
    opened = stage()
    box = opened.mount(widget(WHOSE_MOVE))
    for item, key in zip(WHOSE_MOVE.exercise.items, "1233", strict=True):
        box.get_by_role("group", name=item.text).locator("input").first.focus()
        opened.page.keyboard.press(key)
    opened.page.keyboard.press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert focus(opened) == "Answer again"


def test_after_the_last_hint(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    for number in range(len(FIRST_WORDS.exercise.hints)):
        box.get_by_role("button", name="hint").press("Enter")
        box.locator(".cc-hints li").nth(number).wait_for()
    assert not box.get_by_role("button", name="hint").is_visible()
    assert focus(opened) == "Check"


def test_after_asking_for_the_mood_and_after_again(stage):
    opened, within = stage(), session()
    within.turn(BROKEN_MUG.id, "own-it")
    box = opened.mount(widget(BROKEN_MUG, within))
    box.get_by_role("button", name="Show how Ines feels").press("Enter")
    box.get_by_role("img", name="Ines seems").wait_for()
    assert "settling" in focus(opened)
    box.locator("[data-id=new-mug]").press("Enter")
    box.get_by_role("button", name="Again").press("Enter")
    box.get_by_label("What would you say?").last.wait_for()
    assert focus(opened).startswith("What would you say?")


def test_after_an_alarm_that_went(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    opened.silence()
    box.get_by_text("A cot in bits").click()
    again = box.get_by_role("button", name="Try again")
    again.wait_for()
    again.focus()
    opened.wake()
    again.press("Enter")
    again.wait_for(state="hidden")
    assert focus(opened) == "Check"


def test_from_the_result_of_a_sort_to_what_is_not_here(stage):
    opened = stage(width=390)
    box = opened.mount(widget(WHOSE_MOVE))
    for item, place in zip(WHOSE_MOVE.exercise.items, (0, 1, 1, 2), strict=True):
        heading = WHOSE_MOVE.exercise.headings[place].id
        box.get_by_role("combobox", name=item.text).select_option(heading)
    box.get_by_role("button", name="Check").press("Enter")
    box.get_by_role("button", name="Go to 3").press("Enter")
    where = opened.page.evaluate("document.activeElement.closest('.cc-item').innerText")
    assert "The van is with you before noon" in where
    assert "Not here." in where
