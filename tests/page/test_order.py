"""In which order a page speaks, and what it asks before it takes an answer."""

import pytest

from tests.page.samples import FIRST_WORDS, ORDER, PROMISE, WHOSE_MOVE, session, widget

pytestmark = pytest.mark.browser


def top(found):
    return found.bounding_box()["y"]


@pytest.mark.parametrize("item", [FIRST_WORDS, PROMISE], ids=lambda one: one.id)
def test_the_customer_speaks_before_the_question(stage, item):
    box = stage().mount(widget(item))
    said, asked, field = (box.locator(one) for one in (".cc-said", ".cc-prompt", ".cc-body"))
    assert top(said) < top(asked) < top(field)
    read = box.inner_text()
    assert read.index(item.exercise.says[:20]) < read.index(item.exercise.prompt[:20])


def test_a_reply_is_sent_and_sent_again(stage):
    opened, within = stage(), session()
    within.draft(PROMISE.id, {"text": "A bed on one leg. I'm sorry for", "own": ""})
    box = opened.mount(widget(PROMISE, within))
    box.get_by_text("It has not been sent yet.").wait_for()
    box.get_by_label("Your reply").fill("A bed on one leg. I'm sorry. It comes on Tuesday.")
    box.get_by_role("button", name="Send", exact=True).click()
    box.get_by_text("A person reads it").wait_for()
    opened.page.wait_for_timeout(450)
    box.get_by_role("button", name="Answer again").click()
    box.get_by_text("Change your answer, then send it again.").wait_for()
    assert box.get_by_role("button", name="Send again").is_visible()
    assert "Check" not in box.inner_text()


def test_an_order_that_nobody_touched_is_asked_about_and_costs_nothing(stage):
    opened, within = stage(), session()
    made = widget(ORDER, within)
    box = opened.mount(made)
    shuffled = [one["id"] for one in made.view["items"]]
    keys = opened.page.keyboard
    box.get_by_role("button", name="Check").focus()
    keys.press("Enter")
    keys.press("Enter")
    box.get_by_text("Nothing has been moved yet. Is this your order?").wait_for()
    assert not within.history(ORDER.id).attempts
    opened.page.wait_for_timeout(450)
    assert opened.page.evaluate("document.activeElement.textContent") == "This is my order"
    keys.press("Enter")
    box.get_by_text("Saved 14:02").wait_for()
    assert list(within.history(ORDER.id).attempts[0].answer) == shuffled


def test_an_order_that_was_moved_is_not_asked_about(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(ORDER, within))
    box.get_by_role("button", name="Check").click()
    box.get_by_role("button", name="This is my order").wait_for()
    box.locator(".cc-move:not([aria-disabled=true])").first.press("ArrowDown")
    opened.page.wait_for_timeout(450)
    box.get_by_role("button", name="Check").click()
    box.get_by_text("Saved 14:02").wait_for()
    assert len(within.history(ORDER.id).attempts) == 1


def test_full_marks_stay_in_a_box_that_is_closed(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(FIRST_WORDS, within))
    box.get_by_text("A cot in bits").click()
    box.get_by_role("button", name="Check").click()
    box.get_by_text("Right", exact=True).wait_for()
    opened.page.wait_for_timeout(450)
    box.get_by_role("button", name="Answer again").click()
    box.get_by_role("radio", name="Thanks for letting").check()
    opened.page.wait_for_timeout(450)
    box.get_by_role("button", name="Check again").click()
    box.get_by_text("Full marks on try 1; this try: not yet, 0 of 1").wait_for()
    assert box.locator(".cc-verdict[data-mark=full]").count() == 1
    assert box.get_by_role("button", name="Answer again").is_visible()


def test_sorting_on_a_phone_takes_one_labelled_row_an_item(stage):
    opened, within = stage(width=390), session()
    box = opened.mount(widget(WHOSE_MOVE, within))
    assert box.get_by_role("radio").count() == 0
    for item, heading in zip(WHOSE_MOVE.exercise.items, ("A", "Ap", "Act", "Act"), strict=True):
        row = box.get_by_role("combobox", name=item.text)
        assert 44 <= row.bounding_box()["height"] < 60
        row.focus()
        opened.page.keyboard.type(heading)
    box.get_by_text("All are placed.").wait_for(state="attached")
    box.get_by_role("button", name="Check").press("Enter")
    box.get_by_text("Right", exact=True).wait_for()
    assert within.history(WHOSE_MOVE.id).attempts[0].answer["sorry"] == "apologise"
    assert not box.get_by_role("combobox").count()
    assert box.locator(".cc-pill:visible").all_inner_texts() == [
        "Acknowledges", "Apologises", "Acts", "Acts",
    ]  # fmt: skip


def test_a_long_heading_is_never_cut_on_a_phone(stage):
    from msgspec.structs import replace

    from course.exercises import Item
    from course.exercises.base import Option

    long = Option("act", "Takes it to the team lead, and says when the answer will be there")
    exercise = replace(WHOSE_MOVE.exercise, headings=(*WHOSE_MOVE.exercise.headings[:2], long))
    item = Item(kind=WHOSE_MOVE.kind, exercise=exercise, key=WHOSE_MOVE.key)
    box = stage(width=390).mount(widget(item, session(items=(item,))))
    row = box.get_by_role("combobox").first
    before = row.bounding_box()["height"]
    row.select_option("act")
    assert row.bounding_box()["height"] > before + 20
