"""Every kind is answered from the keyboard alone, focus stays, and Python has the answer."""

import json

import pytest

from course.page import Card
from tests.page.samples import (
    BROKEN_MUG,
    FIRST_WORDS,
    ORDER,
    PROMISE,
    SIGNS,
    WAITED,
    WHOSE_MOVE,
    session,
    widget,
)

pytestmark = pytest.mark.browser
FOCUS = "document.activeElement.textContent || document.activeElement.value"


def last(within, item):
    return within.history(item.id).attempts[-1].answer


def test_a_choice_by_number_key_and_enter(stage):
    opened, within = stage(), session()
    made = widget(FIRST_WORDS, within)
    box = opened.mount(made)
    keys = opened.page.keyboard
    box.locator("input").first.focus()
    place = [one["id"] for one in made.view["options"]].index("screws") + 1
    keys.press(str(place))
    keys.press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert last(within, FIRST_WORDS) == ["screws"]
    assert box.get_by_role("radio", name="A cot in bits").is_checked()
    assert box.locator("[data-state=done]").count() == 1


def test_arrow_keys_move_between_radio_buttons(stage):
    opened, within = stage(), session()
    made = widget(FIRST_WORDS, within)
    box = opened.mount(made)
    box.locator("input").first.focus()
    opened.page.keyboard.press("ArrowDown")
    assert box.locator("input").nth(1).is_checked()


def test_focus_stays_on_the_button_after_a_wrong_answer(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(FIRST_WORDS, within))
    box.get_by_role("radio", name="Thanks for letting").focus()
    opened.page.keyboard.press("Space")
    box.get_by_role("button", name="Check").focus()
    opened.page.keyboard.press("Enter")
    box.get_by_text("Not yet").wait_for()
    assert opened.page.evaluate(FOCUS) == "Check again"
    opened.page.wait_for_timeout(450)
    opened.page.keyboard.press("Enter")
    box.get_by_text("Change something first").wait_for()
    assert len(within.history(FIRST_WORDS.id).attempts) == 1


def test_several_by_number_keys(stage):
    opened, within = stage(), session()
    made = widget(SIGNS, within)
    box = opened.mount(made)
    box.locator("input").first.focus()
    ids = [one["id"] for one in made.view["options"]]
    for one in ("back", "when"):
        opened.page.keyboard.press(str(ids.index(one) + 1))
    opened.page.keyboard.press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert sorted(last(within, SIGNS)) == ["back", "when"]


def test_sorting_by_heading_numbers(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(WHOSE_MOVE, within))
    for item, key in zip(WHOSE_MOVE.exercise.items, "1233", strict=True):
        box.get_by_role("group", name=item.text).locator("input").first.focus()
        opened.page.keyboard.press(key)
    box.get_by_text("All are placed.").wait_for(state="attached")
    opened.page.keyboard.press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert last(within, WHOSE_MOVE)["mine"] == "act"


def test_ranking_by_arrow_keys_keeps_focus_and_says_where(stage):
    opened, within = stage(), session()
    made = widget(ORDER, within)
    box = opened.mount(made)
    wanted = list(ORDER.key.order)
    texts = {one.id: one.text for one in ORDER.exercise.items}
    for one in reversed(wanted):
        button = box.get_by_role("button", name=f"Move up: {texts[one]}")
        button.focus()
        opened.page.keyboard.press("Home")
        assert opened.page.evaluate("document.activeElement.ariaLabel") == f"Move up: {texts[one]}"
    box.get_by_text("now 1 of 4").wait_for(state="attached")
    box.get_by_role("button", name="Check").press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert last(within, ORDER) == wanted


def test_a_number_and_enter(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(WAITED, within))
    field = box.get_by_label("Your answer")
    field.focus()
    opened.page.keyboard.type("about four")
    opened.page.keyboard.press("Enter")
    box.get_by_text("is not a number").wait_for()
    assert not within.history(WAITED.id).attempts
    assert field.input_value() == "about four"
    opened.page.wait_for_timeout(450)
    field.fill("4")
    opened.page.keyboard.press("Enter")
    box.get_by_text("half waited no longer").wait_for()
    assert last(within, WAITED) == "4"


def test_a_reply_is_kept_while_it_is_written(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(PROMISE, within))
    field = box.get_by_label("Your reply")
    field.focus()
    opened.page.keyboard.type("A bed on one leg, that is no way to sleep. I'm sorry.")
    box.get_by_text("Draft kept 14:02").wait_for()
    assert within.history(PROMISE.id).draft["text"].startswith("A bed on one leg")
    box.get_by_role("button", name="Send").press("Enter")
    box.get_by_text("One good reply").wait_for()
    box.get_by_text("Mine does the same, in other words").click()
    opened.page.wait_for_timeout(100)
    assert within.history(PROMISE.id).draft["own"] == "there"


def test_a_conversation_by_number_keys(stage):
    opened, within = stage(), session()
    made = widget(BROKEN_MUG, within)
    box = opened.mount(made)
    box.get_by_label("What would you say?").last.fill("Poor mug.")
    box.get_by_role("button", name="Show the lines").press("Enter")
    for turn in ("own-it", "new-mug"):
        box.locator(f"[data-id={turn}]").wait_for()
        ids = [one["id"] for one in made.view["asks"]["choices"]]
        assert opened.page.evaluate("document.activeElement.className") == "cc-say"
        opened.page.keyboard.press(str(ids.index(turn) + 1))
    box.get_by_role("heading", name="A new mug on its way").wait_for()
    assert opened.page.evaluate(FOCUS) == "A new mug on its way"
    assert last(within, BROKEN_MUG) == ["own-it", "new-mug"]
    assert within.history(BROKEN_MUG.id).typed == {"own-it": "Poor mug."}
    box.get_by_role("img", name="At first Ines was unsure").wait_for()
    box.get_by_role("button", name="Again").press("Enter")
    box.get_by_label("What would you say?").last.wait_for()
    assert box.locator(".cc-mine").count() == 0
    assert within.history(BROKEN_MUG.id).attempts


def test_no_key_leaves_a_widget(stage):
    opened = stage()
    box = opened.mount(widget(PROMISE))
    opened.page.evaluate("document.addEventListener('keydown', (e) => { window.leaked = e.key })")
    box.get_by_label("Your reply").press("a")
    assert opened.page.evaluate("window.leaked") is None
    assert box.locator("[data-lm-suppress-shortcuts]").count() == 1


def test_the_page_around_hears_of_progress(stage):
    opened, within = stage(), session()
    opened.page.evaluate(
        "window.heard = []; document.addEventListener('course:progress',"
        " (e) => window.heard.push(e.detail))"
    )
    box = opened.mount(widget(WAITED, within))
    box.get_by_label("Your answer").fill("4")
    box.get_by_role("button", name="Check").press("Enter")
    box.get_by_text("half waited").wait_for()
    heard = json.loads(opened.page.evaluate("JSON.stringify(window.heard)"))
    assert heard[0] == {"exercise": "waited", "state": "open"}
    assert heard[-1] == {"exercise": "waited", "state": "done"}


def test_progress_is_heard_by_a_page_that_takes_the_widget_in_later(stage):
    opened = stage()
    opened.page.evaluate(
        "window.heard = []; document.addEventListener('course:progress',"
        " (e) => window.heard.push(e.detail.exercise));"
        "window.home = document.querySelector('main'); window.home.remove();"
        "document.querySelector = () => window.home"
    )
    opened.mount(widget(WAITED))
    assert opened.page.evaluate("window.heard") == []
    opened.page.evaluate("document.body.append(window.home)")
    opened.page.wait_for_function("window.heard.length === 1")


def test_only_the_card_goes_to_the_printer(stage):
    within = session()
    within.answer(PROMISE.id, "When a customer shouts, I will say back what broke.")
    opened = stage()
    box = opened.mount(Card(within, PROMISE.id, "Upset customers", ("Listens.",)))
    box.get_by_role("button", name="Print this card").press("Enter")
    printed = opened.page.frame_locator("iframe[title='The card to print']")
    printed.get_by_text("I will say back what broke").wait_for(state="attached")
    assert printed.get_by_role("button").count() == 0
