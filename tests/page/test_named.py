"""The question belongs to the name of its group or box, and every sign has its word."""

import pytest
from playwright.sync_api import expect

from tests.page.gallery import kinds, talks
from tests.page.samples import (
    BROKEN_MUG,
    FIRST_WORDS,
    ORDER,
    PROMISE,
    WAITED,
    WHOSE_MOVE,
    session,
    widget,
)

pytestmark = pytest.mark.browser
WORDS = (
    "Right", "In part", "Not yet", "Not this one", "Not here", "Full marks", "Seen", "Perhaps",
    "Not seen", "A person decides this", "Done", "A house rule was broken",
    "This line broke a house rule",
)  # fmt: skip


def told(item):
    """The last paragraph of an exercise's question, as it is read."""
    return item.exercise.prompt.split("\n\n")[-1].replace("*", "")


@pytest.mark.parametrize(
    ("item", "role"),
    [(FIRST_WORDS, "group"), (WHOSE_MOVE, "group"), (ORDER, "list"), (BROKEN_MUG, "group")],
    ids=lambda one: getattr(one, "id", one),
)
def test_a_group_is_named_by_its_question(stage, item, role):
    box = stage().mount(widget(item))
    assert box.get_by_role(role, name=told(item)).count() == 1


def test_a_box_is_described_by_its_question_and_the_customers_words(stage):
    opened = stage()
    number = opened.mount(widget(WAITED), "number").get_by_label("Your answer")
    expect(number).to_have_accessible_description(f"{told(WAITED)} hours")
    reply = opened.mount(widget(PROMISE), "reply").get_by_label("Your reply")
    expect(reply).to_have_accessible_description(
        f"{PROMISE.exercise.said_by} {PROMISE.exercise.says} {told(PROMISE)} "
        f"At least {PROMISE.exercise.at_least} words. Kept while you write."
    )


def test_what_is_no_number_is_told_by_its_box(stage):
    opened = stage()
    box = opened.mount(widget(WAITED))
    field = box.get_by_label("Your answer")
    assert field.get_attribute("aria-invalid") is None
    field.fill("about four")
    field.press("Enter")
    box.get_by_text("is not a number").wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert "is not a number" in opened.page.evaluate(
        "(id) => document.getElementById(id).innerText",
        field.get_attribute("aria-describedby").split()[0],
    )
    field.fill("4")
    opened.page.wait_for_timeout(450)
    field.press("Enter")
    box.get_by_text("half waited no longer").wait_for()
    assert field.get_attribute("aria-invalid") is None


@pytest.mark.parametrize("scene", [kinds, talks])
def test_every_sign_has_its_word_next_to_it(stage, scene):
    opened = stage()
    scene(opened)
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    signs = opened.page.evaluate("""() => [...document.querySelectorAll("svg.cc-sign")]
      .filter((one) => !one.closest("[role=img], .cc-mood")).map((one) => {
        const { nextElementSibling: word, parentElement: where } = one;
        const missed = where.querySelector(".cc-missed");
        return [where.className, `${missed?.textContent ?? word?.textContent ?? ""}`.trim()];
      })""")
    assert len(signs) > 4
    known = (*WORDS, "· not this time")
    assert [one for one in signs if not one[1].startswith(known)] == []


def test_each_item_of_a_sort_says_whether_it_is_right(stage):
    within = session()
    for _ in range(2):  # What a first miss holds back is told by the second.
        within.answer(
            WHOSE_MOVE.id, {"warm": "act", "sorry": "apologise", "van": "act", "mine": "act"}
        )
    box = stage().mount(widget(WHOSE_MOVE, within))
    for item in WHOSE_MOVE.exercise.items:
        group = box.get_by_role("group", name=item.text)
        right = item.id != "warm"
        said = "Right here." if right else f"Not here. {WHOSE_MOVE.key.because[item.id]}"
        expect(group).to_have_accessible_description(said)


def test_titles_stand_one_level_under_their_section_and_nothing_is_a_landmark(stage):
    opened = stage()
    kinds(opened)
    talks(opened)
    page = opened.page
    assert page.get_by_role("heading", level=2).count() == 0
    assert page.get_by_role("heading", level=3).count() == page.locator(".cc-exercise").count()
    assert page.get_by_role("heading", name="A new mug on its way", level=4).count() == 1
    assert page.get_by_role("heading", name="What Ines answered", level=5).count() > 0
    assert page.get_by_role("region").count() == 0


@pytest.mark.parametrize(("width", "stops"), [(1280, 0), (320, 1)])
def test_a_table_is_a_stop_for_tab_only_where_it_scrolls(stage, width, stops):
    opened = stage(width=width)
    box = opened.mount(widget(WAITED))
    opened.page.add_style_tag(content=".cc-data table { min-width: 400px !important }")
    opened.page.wait_for_timeout(200)
    assert box.locator(".cc-scroll[tabindex='0']").count() == stops
    assert box.get_by_role("rowheader").count() == len(WAITED.exercise.table.rows)


@pytest.mark.parametrize(
    ("width", "height", "is_open"), [(1280, 1024, True), (1280, 800, False), (390, 1024, False)]
)
def test_where_there_is_little_room_the_customers_words_come_before_the_screen(
    stage, width, height, is_open
):
    opened = stage(width=width)
    opened.page.set_viewport_size({"width": width, "height": height})
    screen = opened.mount(widget(BROKEN_MUG)).locator(".cc-screen")
    assert screen.evaluate("(one) => one.open") == is_open
