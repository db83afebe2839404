"""A clock beside a reply: it begins with the first letter, says little, and stops nobody."""

import msgspec
import pytest

from course.exercises import Item
from tests.page.samples import PROMISE, session, widget

pytestmark = pytest.mark.browser
TIMED = Item(
    kind=PROMISE.kind,
    exercise=msgspec.structs.replace(PROMISE.exercise, minutes=4),
    key=PROMISE.key,
)


@pytest.fixture
def timed(stage):
    opened, within = stage(), session(items=(TIMED,))
    opened.page.clock.install()
    return opened.page, opened.mount(widget(TIMED, within)), within


def heard(box):
    return box.locator(".cc-clock-heard").inner_text()


def test_it_begins_with_the_first_letter(timed):
    page, box, _ = timed
    clock = box.get_by_role("timer")
    assert clock.inner_text() == "4 minutes, from your first letter."
    page.clock.run_for(30_000)
    assert clock.inner_text() == "4 minutes, from your first letter."
    box.get_by_label("Your reply").press("A")
    page.clock.run_for(48_000)
    assert clock.inner_text() == "3:12 left"


def test_it_is_heard_at_one_minute_and_at_the_end_only(timed):
    page, box, within = timed
    field = box.get_by_label("Your reply")
    field.press("A")
    page.clock.run_for(179_000)
    assert heard(box) == ""
    page.clock.run_for(2_000)
    assert heard(box) == "One minute left."
    page.clock.run_for(60_000)
    ended = "Time is up. Finish your sentence and send it."
    assert (box.get_by_role("timer").inner_text(), heard(box)) == (ended, ended)
    page.clock.run_for(60_000)
    assert not within.history(TIMED.id).attempts
    field.press_sequentially(" bed on one leg. I'm sorry. It comes on Tuesday.")
    assert field.input_value().endswith("Tuesday.")
    assert box.get_by_role("timer").inner_text() == ended


def test_it_goes_when_the_reply_is_sent_and_begins_again_with_the_next(timed):
    page, box, within = timed
    field = box.get_by_label("Your reply")
    field.press_sequentially("A bed on one leg, that is no way to sleep. I'm sorry.")
    page.clock.run_for(1_000)
    box.get_by_role("button", name="Send").click()
    box.get_by_text("One good reply").wait_for()
    assert not box.get_by_role("timer").is_visible()
    assert len(within.history(TIMED.id).attempts) == 1
    page.clock.run_for(1_000)
    box.get_by_role("button", name="Answer again").click()
    assert box.get_by_role("timer").inner_text() == "4 minutes, from your first letter."


def test_it_can_be_hidden_and_then_nothing_moves_and_nothing_is_heard(timed):
    page, box, _ = timed
    field = box.get_by_label("Your reply")
    field.press("A")
    page.clock.run_for(1_000)
    box.get_by_role("button", name="Hide the clock").press("Enter")
    assert not box.get_by_role("timer").is_visible()
    before = box.inner_text()
    page.clock.run_for(178_000)
    assert box.inner_text().replace("Draft kept 14:02", "") == before.replace(
        "Draft kept 14:02", ""
    )
    assert heard(box) == ""
    button = box.get_by_role("button", name="Show the clock")
    assert button.evaluate("(one) => one === document.activeElement")
    button.press("Enter")
    assert box.get_by_role("timer").inner_text().startswith("1:0")


def test_the_box_is_described_by_a_sentence_that_stays(timed):
    page, box, _ = timed
    field = box.get_by_label("Your reply")
    field.press("A")
    page.clock.run_for(1_000)
    said = field.evaluate(
        "(one) => one.getAttribute('aria-describedby').split(' ')"
        ".map((id) => document.getElementById(id).innerText).join(' ')"
    )
    assert "4 minutes, from your first letter." in said
    assert ":" not in said.split("4 minutes")[1]


def test_a_reply_without_minutes_has_no_clock(stage):
    assert stage().mount(widget(PROMISE)).get_by_role("timer").count() == 0
