"""What was tried before and is not right has a word beside it, for eyes and ears."""

import pytest

from tests.page.samples import FIRST_WORDS, SIGNS, WHOSE_MOVE, session, widget

pytestmark = pytest.mark.browser
TRIED = "tried before"


def names(box, role):
    """The accessible names of what was tried before."""
    return [
        text.replace("\n", " ").strip()
        for text in box.locator(f"label:has(input[type={role}]):has(.cc-tried)").all_inner_texts()
    ]


def test_a_choice_shows_what_was_picked_before(stage):
    opened, within = stage(), session()
    within.answer(FIRST_WORDS.id, ["pack"])
    box = opened.mount(widget(FIRST_WORDS, within))
    wrong = next(one.text for one in FIRST_WORDS.exercise.options if one.id == "pack")
    assert names(box, "radio") == [], "the result says it while nothing else is picked"
    box.locator("input:not(:checked)").first.press("Space")
    assert box.get_by_role("radio", name=TRIED).count() == 1
    assert box.get_by_role("radio", name=wrong).get_attribute("value") == "pack"
    assert TRIED in names(box, "radio")[0]
    box.get_by_text("A cot in bits").click()
    box.get_by_role("button", name="Check again").press("Enter")
    box.get_by_text("Full marks").or_(box.get_by_text("Right", exact=True)).first.wait_for()
    assert names(box, "radio") == []


def test_a_choice_of_several_marks_only_what_is_not_right(stage):
    within = session()
    within.answer(SIGNS.id, ["back", "rule"])
    box = stage().mount(widget(SIGNS, within))
    box.locator("input[value=rule]").press("Space")
    tried = box.get_by_role("checkbox", name=TRIED)
    assert [one.get_attribute("value") for one in tried.all()] == ["rule"]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_sort_shows_where_an_item_was_put_before(stage, width):
    opened, within = stage(width=width), session()
    for first in ("apologise", "act"):
        at = {"warm": first, "sorry": "apologise", "van": "act", "mine": "act"}
        within.answer(WHOSE_MOVE.id, at)
    box = opened.mount(widget(WHOSE_MOVE, within))
    item = box.get_by_role("group", name=WHOSE_MOVE.exercise.items[0].text)
    if width > 480:
        tried = item.get_by_role("radio", name=TRIED)
        assert [one.get_attribute("value") for one in tried.all()] == ["apologise", "act"]
        assert box.get_by_role("radio", name=TRIED).count() == 2
    else:
        options = item.get_by_role("combobox").locator("option").all_inner_texts()
        assert [one for one in options if TRIED in one] == [
            "Apologises (tried before)",
            "Acts (tried before)",
        ]


def test_an_item_that_was_moved_has_no_mark_until_it_is_checked(stage):
    opened, within = stage(), session()
    within.answer(WHOSE_MOVE.id, {"warm": "act", "sorry": "apologise", "van": "act", "mine": "act"})
    box = opened.mount(widget(WHOSE_MOVE, within))
    item = box.get_by_role("group", name=WHOSE_MOVE.exercise.items[0].text)
    item.get_by_text("Not here.").wait_for()
    item.locator("label", has_text="Acknowledges").click()
    item.get_by_text("Not here.").wait_for(state="detached")
    item.locator("label", has_text="Acts").click()
    item.get_by_text("Not here.").wait_for()
