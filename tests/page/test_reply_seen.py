"""A reply that was sent: what hurts first, what was seen and what was not, then and now."""

from typing import Any

import pytest
from playwright.sync_api import expect

from course.answers import Session
from tests.page.samples import PROMISE, session, widget
from tests.page.test_tabs import ask

GOOD = "A bed on one leg, I'm sorry. I'll send the other three, with you tomorrow by ten."
HARSH = "You should have checked the box first. It arrives soon, I am not going to say sorry."


def sent(*texts: str) -> tuple[Session, Any]:
    within = session()
    for text in texts:
        within.answer(PROMISE.id, text)
    return within, widget(PROMISE, within)


def test_the_tick_stands_beside_what_was_seen() -> None:
    _, made = sent(GOOD)
    lines = {one["text"]: one for one in made.view["noticed"]}
    when = lines["Says when"]
    assert (when["mark"], when["seen"]["said"]) == ("full", "You say when.")
    assert "tomorrow" in when["seen"]["quote"] or "ten" in when["seen"]["quote"]
    person = lines["Sounds like a person"]
    assert (person["mark"], person["seen"]) == ("person", None)


def test_what_hurts_comes_first_and_gets_no_tick() -> None:
    _, made = sent(HARSH)
    first = made.view["hurts"][0]
    assert (first["move"], first["said"]) == (
        "blame",
        "Marisol Vega may hear: it is your own fault.",
    )
    assert first["quote"] in HARSH
    sorry = next(one for one in made.view["noticed"] if one["text"] == "Is sorry for it")
    assert (sorry["mark"], sorry["seen"]["said"]) == ("none", "I did not see the word 'sorry'.")


def test_a_second_try_stands_beside_the_first() -> None:
    _, made = sent(HARSH)
    assert made.view["changed"] is None
    _, made = sent(HARSH, GOOD)
    rows = {row[0]: row[1:] for row in made.view["changed"]["rows"]}
    assert rows["Your words"] == [HARSH, GOOD]
    assert rows["Is sorry for it"] == ["Not seen", "‘I'm sorry’"]
    assert rows["The customer may hear: it is your own fault."][1] == "Not there any more"


def test_what_the_trainee_says_of_it_is_kept_with_its_try() -> None:
    within, made = sent(HARSH, GOOD)
    said = {"move": "acknowledge", "there": False, "turn": 0, "play": 2, "quote": "A bed"}
    assert ask(made, "correct", said)["saved"]
    [kept] = within.history(PROMISE.id).corrections
    assert (kept.attempt, kept.move, kept.there) == (2, "acknowledge", False)
    back = next(one for one in made.view["noticed"] if one["text"] == "Says her problem back")
    assert back["seen"]["answer"] == "not"
    within.answer(PROMISE.id, HARSH)
    later = widget(PROMISE, within).view["noticed"][0]
    assert later["seen"]["answer"] == "", "another text is another question"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_words_that_were_missed_are_marked_by_keyboard(stage: Any, width: int) -> None:
    within, made = sent(HARSH, "So that is a wooden thing with one foot, poor you.")
    opened = stage(width=width)
    box = opened.mount(made)
    line = box.locator('li[data-move="acknowledge"]')
    line.get_by_role("button", name="It is there").press("Enter")
    expect(line.get_by_role("button", name="So", exact=True)).to_be_focused()
    page = opened.page
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Space",
                "ArrowRight", "Space"):  # fmt: skip
        page.keyboard.press(key)
    expect(line.locator('[aria-pressed="true"]')).to_have_text(["wooden", "thing"])
    line.get_by_role("button", name="Keep these words").press("Enter")
    expect(line).to_contain_text("You marked: wooden thing")
    expect(line).to_be_focused()
    [kept] = within.history(PROMISE.id).corrections
    assert (kept.there, kept.quote, kept.attempt) == (True, "wooden thing", 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
