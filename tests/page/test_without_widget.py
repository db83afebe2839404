"""A kind of exercise that this page has no widget for: a plain sentence, and no crash."""

import pytest
from msgspec.structs import replace

from course.exercises import Item
from tests.page.samples import FIRST_WORDS, session, widget

pytestmark = pytest.mark.browser
UNKNOWN = Item(
    kind=replace(FIRST_WORDS.kind, name="pick-a-card"),
    exercise=FIRST_WORDS.exercise,
    key=FIRST_WORDS.key,
)


def test_it_says_so_and_shows_what_an_answer_from_elsewhere_came_to(stage):
    shown, within = stage(), session(items=(UNKNOWN,))
    errors = []
    shown.page.on("pageerror", lambda error: errors.append(str(error)))
    box = shown.mount(widget(UNKNOWN, within))
    assert box.get_by_role("heading", name="First words").is_visible()
    assert box.get_by_text("Rosa Lindqvist rings at ten past nine.").is_visible()
    assert box.get_by_text(
        "This page has nothing to answer this kind of exercise with."
    ).is_visible()
    assert box.get_by_role("button").filter(visible=True).all_inner_texts() == ["Show a hint"]
    within.answer(UNKNOWN.id, ["pack"])
    again = shown.mount(widget(UNKNOWN, within), "again")
    assert again.get_by_text("Not yet").is_visible()
    assert again.get_by_text("Rosa heard that it is her fault.").is_visible()
    assert errors == []
