"""On what an exercise rests, and who has passed the check, can be read before anything is said."""

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from course.exercises import Item
from course.scenarios.definition import IdentityHere
from course.scenarios.rights import Right, RightsCard
from tests.page.samples import BROKEN_MUG, FIRST_WORDS, widget

pytestmark = pytest.mark.browser

CARD = RightsCard(
    country="Here",
    note="This is not legal advice.",
    values={},
    rights=(
        Right(id="faulty-reject", title="Faulty goods", text="For 30 days, money back.",
              source="Goods Act, section 9", origin="a page", looked_at="2026-11-30"),
        Right(id="late-delivery", title="Late delivery", text="A new day, then the end.",
              source="Goods Act, section 12", origin="knowledge"),
    ),
)  # fmt: skip
CHECK = IdentityHere(
    details=2,
    counts=("the phone number of the order",),
    does_not_count=("a parcel label",),
    here="A call from that number is one.",
    for_others="Nothing until the customer says yes.",
)


def with_exercise(item: Item, **fields: object) -> Item:
    return replace(item, exercise=replace(item.exercise, **fields))


def test_the_rights_card_opens_to_lines_with_their_sources(stage):
    box = stage().mount(widget(with_exercise(FIRST_WORDS, rights=CARD)))
    lines = box.locator(".cc-rights dl")
    expect(lines).to_be_hidden()
    box.get_by_text("Rights card: Here").click()
    expect(lines).to_be_visible()
    assert lines.locator("dt").all_inner_texts() == ["Faulty goods", "Late delivery"]
    first, second = lines.locator("dd").all_inner_texts()
    assert first.startswith("For 30 days, money back.")
    assert first.endswith("Goods Act, section 9. Looked up on 2026-11-30.")
    assert second.endswith("Goods Act, section 12. Not looked up yet.")
    expect(box.get_by_text("This is not legal advice.")).to_be_visible()


def test_an_exercise_without_them_has_neither_card_nor_check(stage):
    box = stage().mount(widget(FIRST_WORDS))
    assert box.locator(".cc-rights, .cc-checked").count() == 0


def test_who_was_checked_stands_above_the_customers_words(stage):
    box = stage().mount(widget(with_exercise(FIRST_WORDS, checked="No.")))
    text = box.inner_text()
    assert "Checked: No." in text
    assert text.index("Checked: No.") < text.index(FIRST_WORDS.exercise.says)


@pytest.mark.parametrize("plain", [False, True])
def test_the_screen_begins_with_the_check_and_has_the_list(stage, plain):
    scenario = replace(BROKEN_MUG.exercise.scenario, checked="No.", identity=CHECK)
    box = stage().mount(widget(with_exercise(BROKEN_MUG, scenario=scenario)))
    if plain:
        box.get_by_text("As plain text").click()
    screen = box.locator(".cc-screen")
    assert screen.locator("li").first.inner_text() == "Checked: No."
    if not plain:
        expect(screen.get_by_text("a parcel label")).to_be_hidden()
        screen.get_by_text("Who has passed the check").click()
    expect(screen.get_by_text("Two of these")).to_be_visible()
    expect(screen.get_by_text("a parcel label")).to_be_visible()
    expect(screen.get_by_text("Nothing until the customer says yes.")).to_be_visible()
    assert "Needs no check" not in screen.inner_text()
