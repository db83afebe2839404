"""What the page shows once a conversation is over, and a reply that was sent."""

import pytest
from playwright.sync_api import expect

from course.answers import Session
from course.exercises import Item, specimens
from course.page import ExerciseWidget
from tests.page.samples import BROKEN_MUG, PROMISE, Steady
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


@pytest.mark.parametrize("width", [1280, 390])
def test_the_debrief_comes_into_view_with_the_last_words_above_it(stage, width):
    opened = stage(width=width)
    opened.page.add_style_tag(content="main { padding-bottom: 2000px }")
    within = small()
    within.turn(BROKEN_MUG.id, "own-it")
    box = opened.mount(small_widget(BROKEN_MUG, within))
    box.locator('.cc-line[data-id="new-mug"]').click()
    head = box.get_by_role("heading", name="A new mug on its way")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()
    expect(box.locator(".cc-talk .cc-theirs").last).to_be_in_viewport()
    expect(box.get_by_role("img", name="Ines at the end: glad")).to_be_in_viewport()
    opened.page.wait_for_timeout(300)
    assert head.bounding_box()["y"] < 450, "there is room for what follows"


def test_every_line_is_explained_broken_rules_first_and_two_open(stage, session):
    path = breach("daughter-calls")
    session.answer("daughter-calls", path)
    made = widget(session, "daughter-calls")
    lines = made.view["debrief"]["lines"]
    assert sorted(one["turn"] for one in lines) == list(range(1, len(path) + 1))
    assert all(one["heard"] and one["why"] for one in lines)
    broken = [bool(one["broken"]) for one in lines]
    assert broken[0]
    assert broken == sorted(broken, reverse=True)
    box = stage().mount(made)
    told = box.get_by_text("This line broke a house rule:").first
    expect(told).to_be_visible()
    opened = [one for one in lines if one["weighty"]]
    assert len([one for one in opened if not one["broken"]]) <= 2
    expect(box.locator(".cc-other-line:not([open])")).to_have_count(len(lines) - len(opened))
    for fold in box.locator(".cc-other-line > summary").all():
        fold.press("Enter")
    for one in lines:
        expect(box.get_by_text(one["heard"], exact=True)).to_be_visible()
    expect(box.locator(".cc-back:visible")).to_have_count(len(lines))


def test_focus_has_a_home_when_the_mood_is_shown_and_when_it_begins_anew(stage):
    opened, within = stage(), small()
    within.turn(BROKEN_MUG.id, "own-it")
    box = opened.mount(small_widget(BROKEN_MUG, within))
    box.get_by_role("button", name="Show how Ines feels").press("Enter")
    expect(box.get_by_role("img", name="Ines seems settling")).to_be_visible()
    expect(box.locator(".cc-mood-row")).to_be_focused()
    box.locator('.cc-line[data-id="new-mug"]').press("Enter")
    expect(box.locator(".cc-end")).to_be_focused()
    box.get_by_role("button", name="Again").press("Enter")
    expect(box.locator(".cc-say")).to_be_focused()


def test_focus_moves_before_the_customer_answers_and_cuts_no_words(stage):
    opened, within = stage(), small()
    within.turn(BROKEN_MUG.id, "coupon")
    within.answer(BROKEN_MUG.id, ["coupon", "form"])
    within.again(BROKEN_MUG.id)
    within.draft(BROKEN_MUG.id, {"moment": "opening", "typed": "Oh.", "ready": True, "left": False})
    box = opened.mount(small_widget(BROKEN_MUG, within))
    opened.page.evaluate(
        """() => {
            const log = document.querySelector(".cc-talk");
            window.happened = [];
            document.addEventListener("focusin", () => window.happened.push("focus"));
            new MutationObserver(() => window.happened.push("words"))
                .observe(log, { childList: true, subtree: true });
        }"""
    )
    box.locator('.cc-line[data-id="own-it"]').press("Enter")
    expect(box.locator(".cc-talk")).to_contain_text("Saturday. It's Dad's seventieth.")
    opened.page.wait_for_timeout(100)
    happened = opened.page.evaluate("window.happened")
    assert "focus" not in happened[happened.index("words") :]
    expect(box.locator(".cc-say")).to_be_focused()
