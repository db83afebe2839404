"""A conversation as plain text, by a switch that holds for all conversations."""

from typing import Any

import pytest
from playwright.sync_api import expect

from course.page.source import styles
from tests.page.harness import PAGE, Stage
from tests.page.samples import BROKEN_MUG, session, widget

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(stage: Any) -> Any:
    """A page with an address, since a page without one has no memory."""
    made: Stage = stage(width=390)
    page = made.page
    page.route(
        "https://course.example/*",
        lambda route: route.fulfill(body=PAGE % (styles(), "true"), content_type="text/html"),
    )
    page.goto("https://course.example/lesson")
    return made


def half_way() -> Any:
    within = session()
    within.turn(BROKEN_MUG.id, "own-it", "Poor mug.")
    return widget(BROKEN_MUG, within)


def test_one_switch_for_all_conversations_which_the_browser_remembers(opened: Stage) -> None:
    one, other = opened.mount(half_way(), "one"), opened.mount(widget(BROKEN_MUG), "other")
    switch = one.get_by_role("switch", name="As plain text")
    expect(switch).not_to_be_checked()
    assert one.locator(".cc-bubble").count() > 0
    switch.press("Space")
    for box in (one, other):
        expect(box.get_by_role("switch", name="As plain text")).to_be_checked()
        expect(box.locator(".cc-talk .cc-bubble")).to_have_count(0)
    expect(switch).to_be_focused()
    opened.page.reload()
    again = opened.mount(half_way(), "one")
    expect(again.get_by_role("switch", name="As plain text")).to_be_checked()
    expect(again.locator(".cc-bubble")).to_have_count(0)


def test_everything_is_there_each_line_with_its_speaker(opened: Stage) -> None:
    made = half_way()
    box = opened.mount(made)
    box.get_by_role("switch", name="As plain text").check()
    said = box.get_by_role("log").inner_text()
    for line in made.view["talk"]:
        name = "You" if line["who"] == "me" else "Ines Okafor"
        assert f"{name}: {line['text']}" in " ".join(said.split())
    assert "(You had written: Poor mug.)" in said
    expect(box.get_by_text("One mug, £18, delivered Wednesday.")).to_be_visible()
    expect(box.get_by_text("Ines rings on Thursday morning.")).to_be_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_conversation_goes_on_by_numbers_as_before(opened: Stage) -> None:
    made = half_way()
    box = opened.mount(made)
    box.get_by_role("switch", name="As plain text").check()
    lines = (
        box.get_by_role("list").filter(has=opened.page.locator(".cc-line")).get_by_role("listitem")
    )
    expect(lines).to_have_count(2)
    ids = [one["id"] for one in made.view["asks"]["choices"]]
    box.locator(".cc-line").first.focus()
    opened.page.keyboard.press(str(ids.index("new-mug") + 1))
    expect(box.get_by_role("heading", name="A new mug on its way")).to_be_focused()
    expect(box.get_by_role("log")).to_contain_text("Ines Okafor: Friday. Good. Thank you.")
