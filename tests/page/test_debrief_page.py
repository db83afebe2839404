"""What the page shows once a conversation is over, and a reply that was sent."""

import pytest
from playwright.sync_api import expect

from course.answers import Session
from course.exercises import Item, specimens
from course.page import ExerciseWidget
from tests.page.samples import PROMISE, Steady
from tests.page.samples import session as small
from tests.page.samples import widget as small_widget
from tests.shipped import load_course

pytestmark = pytest.mark.browser


@pytest.fixture
def session() -> Session:
    return Session(load_course(), Steady())


def widget(session: Session, name: str) -> ExerciseWidget:
    item = session.item(name)
    assert item is not None
    return ExerciseWidget(item, session)


def found(name: str) -> Item:
    item = load_course().find(name)
    assert item is not None
    return item


def best(name: str) -> list[str]:
    return next(one.answer for one in specimens(found(name)) if one.name == "right")


def breach(name: str) -> list[str]:
    """A conversation in which a fatal rule is broken."""
    from course import scenarios
    from course.exercises.dialogue import keyed

    item = found(name)
    whole = keyed(item.exercise, item.key)
    for one in item.key.plan:
        if scenarios.handling(whole, scenarios.play(whole, one.choices)).fatal:
            return list(one.choices)
    raise AssertionError("no play of the plan breaks a fatal rule")


def test_a_broken_rule_is_said_before_anything_else(stage, session):
    session.answer("daughter-calls", breach("daughter-calls"))
    box = stage().mount(widget(session, "daughter-calls"))
    told = box.get_by_text("A house rule was broken:")
    expect(told).to_contain_text("The handling mark is 0, whatever the customer felt.")
    assert told.bounding_box()["y"] < box.get_by_text("answered").first.bounding_box()["y"]


@pytest.mark.parametrize(("answer", "first"), [("best", "Go on"), ("worst", "Again")])
def test_what_comes_next_depends_on_how_it_ended(stage, session, answer, first):
    wanted = {"best": best, "worst": breach}[answer]("daughter-calls")
    session.answer("daughter-calls", wanted)
    box = stage().mount(widget(session, "daughter-calls"))
    expect(box.locator(".cc-debrief .cc-primary")).to_have_text([first])
    assert box.get_by_text("A house rule was broken").count() == (answer == "worst")


def test_a_picture_that_came_too_late_is_asked_for_again(stage, session):
    opened = stage()
    session.answer("late-parcel", best("late-parcel"))
    made = widget(session, "late-parcel")
    draw, asked = made._on_chart, []

    def slow(value):
        asked.append(value)
        # The page takes an error for an answer that never came.
        if len(asked) == 1:
            raise OSError("too busy")
        return draw(value)

    made._on_chart = slow  # type: ignore[method-assign]
    box = opened.mount(made)
    expect(box.locator(".cc-chart")).to_be_visible(timeout=15_000)
    assert len(asked) > 1


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_of_a_sent_reply_is_out_of_sight(stage, width):
    within = small()
    text = "A bed on one leg, and your mother arrives on Sunday. " * 9
    within.answer(PROMISE.id, text)
    box = stage(width=width).mount(small_widget(PROMISE, within))
    field = box.get_by_label("Your reply")
    expect(field).to_have_value(text)
    box.page.wait_for_timeout(100)
    assert field.evaluate("(one) => one.scrollHeight <= one.clientHeight")


def test_the_screen_is_open_until_the_first_line(stage, session):
    opened = stage()
    box = opened.mount(widget(session, "one-fact"), "fresh")
    seen = session.item("one-fact").exercise.scenario.agent_sees[0]
    expect(box.get_by_text(seen[:30])).to_be_visible()
    session.turn("one-fact", best("one-fact")[0])
    box = opened.mount(widget(session, "one-fact"), "under-way")
    expect(box.get_by_text(seen[:30])).to_be_hidden()
