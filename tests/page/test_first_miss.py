"""A first miss says what was heard and where to look; a second one, or a request, the rest."""

from typing import Any

import pytest
from playwright.sync_api import expect

from course.answers import Session
from course.page import ExerciseWidget
from tests.page.samples import Steady
from tests.shipped import load_course


@pytest.fixture
def session() -> Session:
    return Session(load_course(), Steady())


def widget(session: Session, name: str) -> ExerciseWidget:
    return ExerciseWidget(found(session, name), session)


def found(session: Session, name: str) -> Any:
    item = session.item(name)
    assert item is not None
    return item


def drawn(session: Session, name: str) -> Any:
    return widget(session, name)._view()


def test_a_line_is_told_what_was_heard_and_then_a_better_one(session: Session) -> None:
    session.answer("yellow-lamp", ["lovely"])
    (told,) = drawn(session, "yellow-lamp").reasons
    assert told.why.endswith("that nobody is doing anything.")
    session.answer("yellow-lamp", ["keep-it"])
    (told,) = drawn(session, "yellow-lamp").reasons
    assert told.why.endswith("Try: 'Let me look for a blue one.'")


def test_a_right_line_is_told_everything_at_once(session: Session) -> None:
    session.answer("yellow-lamp", ["blue-by-saturday"])
    (told,) = drawn(session, "yellow-lamp").reasons
    assert told.why == found(session, "yellow-lamp").key.because["blue-by-saturday"]


def test_what_is_misplaced_is_pointed_at(session: Session) -> None:
    item = found(session, "tag-the-letter")
    heading = item.exercise.headings[0].id
    session.answer("tag-the-letter", {one.id: heading for one in item.exercise.items})
    first = {one.id: one.why for one in drawn(session, "tag-the-letter").items if one.why}
    assert first["raining-here"] == "Look again at ‘Since Thursday’."
    session.answer("tag-the-letter", {one.id: heading for one in item.exercise.items})
    second = {one.id: one.why for one in drawn(session, "tag-the-letter").items if one.why}
    assert second["raining-here"] == item.key.because["raining-here"]


def test_a_slip_is_named_and_the_sum_is_left_to_do(session: Session) -> None:
    session.answer("csat-in-time", 62.5)
    assert drawn(session, "csat-in-time").reasons == ("You divided by all 8 contacts.",)
    session.answer("csat-in-time", 62.5)
    assert drawn(session, "csat-in-time").reasons[0].endswith("5 of 7.")


def test_an_order_is_pointed_at(session: Session) -> None:
    item = found(session, "interview-in-order")
    turned = [one.id for one in item.exercise.items]
    session.answer("interview-in-order", turned)
    reasons = drawn(session, "interview-in-order").reasons
    assert {one.why for one in reasons} == {"Look again at where this one stands."}


@pytest.mark.browser
def test_the_better_line_can_be_asked_for_after_the_hints(stage, session: Session) -> None:
    box = stage().mount(widget(session, "yellow-lamp"))
    hints = len(found(session, "yellow-lamp").exercise.hints)
    box.get_by_label("An eightieth, how lovely.").check()
    box.get_by_role("button", name="Check").click()
    expect(box.locator(".cc-reason")).to_contain_text("nobody is doing anything")
    expect(box.locator(".cc-reason")).not_to_contain_text("Try:")
    for _ in range(hints):
        box.get_by_role("button", name="hint").click()
    box.get_by_role("button", name="Show a better line").click()
    expect(box.locator(".cc-reason")).to_contain_text("Try: 'Let me look for a blue one")
    expect(box.get_by_role("button", name="Show a better line")).to_be_hidden()
    assert session.history("yellow-lamp").hints == hints + 1
    # Another page of the same trainee shows it too: nothing else is stored.
    assert "Try:" in drawn(session, "yellow-lamp").reasons[0].why
