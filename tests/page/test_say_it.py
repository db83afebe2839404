"""By keyboard alone: write, be asked, place with none and with a line, correct, read the end."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.page.ears import Ears
from tests.page.samples import BROKEN_MUG, session, widget

pytestmark = pytest.mark.browser
BLAMES = "You should have packed it better."
MINE = "A mug in two pieces, oh no. When do you need it?"


@pytest.mark.parametrize(("width", "light"), [(1280, True), (390, False)])
def test_the_whole_way_by_keyboard(stage: Any, width: int, light: bool) -> None:
    within = session()
    opened = stage(width=width, light=light)
    box = opened.mount(widget(BROKEN_MUG, within), "one")
    page = opened.page
    field = box.get_by_role("textbox", name="What would you say?")
    field.focus()
    page.keyboard.type(BLAMES)
    box.get_by_text("Draft kept 14:02").wait_for()
    page.keyboard.press("Control+Enter")
    asked = box.get_by_role("group", name="Ines may hear: it is your own fault.")
    expect(asked).to_be_focused()
    expect(asked).to_contain_text(BLAMES)
    assert box.locator(".cc-line").count() == 0
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(box.get_by_role("button", name="It does not say that")).to_be_focused()
    page.keyboard.press("Enter")
    placing = box.get_by_role("group", name="Which line says the same?")
    expect(placing).to_be_focused()
    expect(box.locator(".cc-line").last).to_have_text("5None of these says the same")
    page.keyboard.press("0")
    log = box.get_by_role("log")
    expect(log).to_contain_text("None of the lines said this.")
    expect(log).to_contain_text("Could you say that another way?")
    expect(field).to_have_value("")
    field.focus()
    page.keyboard.type(MINE)
    box.get_by_text("Draft kept 14:02").wait_for()

    # The kernel goes, and the page with it.
    page.evaluate("window.models.one.stop(); document.querySelector('#box-one').remove()")
    again = opened.mount(widget(BROKEN_MUG, within), "two")
    field = again.get_by_role("textbox", name="What would you say?")
    expect(field).to_have_value(MINE)
    field.focus()
    page.keyboard.press("Control+Enter")
    first = again.locator(".cc-line").first
    expect(first).to_have_attribute("data-id", "own-it")
    expect(first.locator("mark").first).to_be_visible()
    again.get_by_role("button", name="Change my words").press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value(MINE)
    page.keyboard.press("Control+Enter")
    expect(again.get_by_role("group", name="Which line says the same?")).to_be_focused()
    page.keyboard.press("1")
    log = again.get_by_role("log")
    expect(log).to_contain_text("Saturday. It's Dad's seventieth.")
    expect(log.locator(".cc-mine").last).to_have_text(MINE)
    expect(log).to_contain_text("The line you chose: A mug in two pieces is no use to you.")

    missed = log.locator('li[data-move="apologise"]')
    expect(missed).to_contain_text("I did not see the word 'sorry' in your words.")
    missed.get_by_role("button", name="It is there").press("Enter")
    for key in ("End", "Space"):
        page.keyboard.press(key)
    page.keyboard.press("1")
    assert len(within.history(BROKEN_MUG.id).turns) == 1, "a digit on a word says no line"
    missed.get_by_role("button", name="Keep these words").press("Enter")
    expect(missed).to_contain_text("You marked: it?")
    expect(missed).to_be_focused()

    again.locator('[data-id="new-mug"]').press("Enter")
    expect(again.get_by_role("heading", name="A new mug on its way")).to_be_focused()
    summary = again.locator("summary", has_text="Line 1")
    summary.press("Enter")
    told = again.locator(".cc-explained", has_text="Your words, line 1")
    expect(told).to_contain_text(MINE)
    expect(told).to_contain_text("The line you chose")
    expect(told).to_contain_text("You marked: it?")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    moves = {one.move: one.there for one in within.history(BROKEN_MUG.id).corrections}
    assert moves == {"blame": False, "apologise": True}


def test_what_is_heard_is_the_conversation_and_no_more(stage: Any) -> None:
    within = session()
    opened = stage()
    box = opened.mount(widget(BROKEN_MUG, within))
    box.get_by_role("textbox").fill(MINE)
    box.get_by_text("Draft kept 14:02").wait_for()
    ears = Ears(opened.page)
    box.get_by_role("textbox").press("Control+Enter")
    box.locator(".cc-none").wait_for()
    assert ears.heard() == []
    opened.page.keyboard.press("1")
    box.get_by_text("So what can you do?").wait_for()
    said = " ".join(ears.heard())
    assert "Saturday. It's Dad's seventieth." in said
    assert "I did not see" not in said
    box.get_by_role("button", name="Right, it is not there").first.press("Enter")
    box.get_by_text("You said: that is right.").wait_for()
    assert [one for one in ears.heard() if "did not see" in one] == []


def test_an_insult_that_was_meant_pauses_the_try(stage: Any) -> None:
    within = session()
    opened = stage()
    box = opened.mount(widget(BROKEN_MUG, within))
    box.get_by_role("textbox").fill("Don't be such an idiot.")
    box.get_by_role("textbox").press("Control+Enter")
    box.get_by_role("button", name="I meant it").press("Enter")
    expect(box.get_by_text("The conversation waits here.")).to_be_visible()
    assert box.locator(".cc-line").count() == 0
    opened.page.keyboard.press("1")
    box.get_by_role("button", name="Go on with the conversation").press("Enter")
    expect(box.get_by_role("textbox")).to_be_focused()
    expect(box.get_by_role("textbox")).to_have_value("Don't be such an idiot.")
    history = within.history(BROKEN_MUG.id)
    assert (history.attempts, history.steps, history.corrections) == ((), (), ())


def test_the_switch_is_kept_and_the_box_comes_before_the_lines(stage: Any) -> None:
    within = session()
    within.turn(BROKEN_MUG.id, "own-it")
    opened = stage()
    box = opened.mount(widget(BROKEN_MUG, within), "one")
    expect(box.locator(".cc-line")).to_have_count(2)
    switch = box.get_by_role("switch", name="Write my own words first")
    switch.press("Space")
    expect(box.locator(".cc-line")).to_have_count(0)
    expect(switch).to_be_focused()
    again = opened.mount(widget(BROKEN_MUG, within), "two")
    expect(again.get_by_role("switch", name="Write my own words first")).to_be_checked()
    again.get_by_role("button", name="Show the lines").press("Enter")
    expect(again.locator(".cc-line")).to_have_count(2)
    assert again.locator(".cc-none").count() == 0, "nothing was written that could be placed"


def test_markup_in_words_stays_words(stage: Any) -> None:
    within = session()
    text = "<img src=x onerror=alert(1)> & <b>mug</b>"
    within.turn(BROKEN_MUG.id, "own-it", text, placed=True)
    box = stage().mount(widget(BROKEN_MUG, within))
    expect(box.locator(".cc-mine").first).to_have_text(text)
    assert box.locator("img[src=x], .cc-mine b").count() == 0
