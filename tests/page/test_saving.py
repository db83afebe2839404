"""'Saved' is said only when it is; otherwise the page says so, and what was entered stays."""

import pytest

from tests.page.samples import FIRST_WORDS, SIGNS, WAITED, Steady, session, widget

pytestmark = pytest.mark.browser


def test_no_answer_within_three_seconds_is_told_and_mended(stage):
    opened, within = stage(), session()
    box = opened.mount(widget(WAITED, within))
    opened.silence()
    box.get_by_label("Your answer").fill("4")
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").get_by_text("Not being saved").wait_for()
    assert box.get_by_label("Your answer").input_value() == "4"
    assert not within.history(WAITED.id).attempts
    opened.wake()
    box.get_by_role("button", name="Try again").click()
    box.get_by_text("Saved 14:02").wait_for()
    assert not box.get_by_role("alert").is_visible()
    assert len(within.history(WAITED.id).attempts) == 1


def test_a_disk_that_refuses_is_told(stage):
    log = Steady()
    opened, within = stage(), session(log)
    box = opened.mount(widget(SIGNS, within))
    log.refuses = True
    box.get_by_label("It names a day.").check()
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").get_by_text("No space left on device").wait_for()
    assert box.get_by_label("It names a day.").is_checked()
    assert "Saved" not in box.inner_text()
    log.refuses = False
    box.get_by_role("button", name="Try again").click()
    box.get_by_text("Saved 14:02").wait_for()


def test_answers_in_memory_are_never_called_saved(stage):
    opened, within = stage(), session(Steady(saved=False))
    box = opened.mount(widget(FIRST_WORDS, within))
    assert box.get_by_role("alert").get_by_text("Not being saved").is_visible()
    box.get_by_text("A cot in bits").click()
    box.get_by_role("button", name="Check").click()
    box.get_by_text("Right", exact=True).wait_for()
    assert "Saved" not in box.inner_text()
    assert box.get_by_role("alert").is_visible()


def test_a_kernel_that_went_away_is_noticed(stage):
    opened = stage()
    box = opened.mount(widget(FIRST_WORDS))
    opened.silence()
    opened.page.evaluate("window.models.one.fire('comm_live_update')")
    box.get_by_role("alert").get_by_text("has stopped").wait_for()


def test_a_draft_comes_back_and_says_so(stage):
    opened, within = stage(), session()
    within.draft(WAITED.id, "17")
    box = opened.mount(widget(WAITED, within))
    box.get_by_text("Your draft is back").wait_for()
    assert box.get_by_label("Your answer").input_value() == "17"


def test_a_slow_reply_does_not_undo_a_newer_pick(stage):
    opened, within = stage(), session()
    made = widget(SIGNS, within)
    box = opened.mount(made)
    box.get_by_label("It names a day.").check()
    opened.page.wait_for_timeout(200)
    box.get_by_label("It explains a rule.").check()
    opened.page.wait_for_timeout(700)
    assert box.get_by_label("It explains a rule.").is_checked()
    assert sorted(within.history(SIGNS.id).draft) == ["rule", "when"]


def test_a_refused_draft_is_not_called_saved_by_what_follows(stage):
    log = Steady()
    opened, within = stage(), session(log)
    box = opened.mount(widget(FIRST_WORDS, within))
    log.refuses = True
    box.get_by_text("A cot in bits").click()
    box.get_by_role("alert").get_by_text("No space left on device").wait_for()
    log.refuses = False
    box.get_by_role("button", name="Show a hint").click()
    box.locator(".cc-hints li").wait_for()
    assert box.get_by_role("alert").is_visible()
    assert "Saved" not in box.inner_text()
    assert within.history(FIRST_WORDS.id).draft is None
    box.get_by_role("button", name="Try again").click()
    box.get_by_text("Draft kept 14:02").wait_for()
    assert within.history(FIRST_WORDS.id).draft == ["screws"]


def test_an_alarm_moves_nothing(stage):
    opened, within = stage(), session()
    opened.page.add_style_tag(content="main { padding-bottom: 4000px }")
    box = opened.mount(widget(WAITED, within))
    opened.page.evaluate("window.scrollTo(0, 2000)")
    opened.silence()
    opened.page.evaluate("window.models.one.fire('comm_live_update')")
    box.get_by_role("alert").get_by_text("has stopped").wait_for()
    assert opened.page.evaluate("window.scrollY") == 2000
