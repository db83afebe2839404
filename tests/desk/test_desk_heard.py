"""The desk says what changed, once; and what is chosen can be told from what has the focus."""

import pytest

from course.desk import Bench, Dashboard, Sliders
from course.lessons import records_folder
from tests.page.ears import Ears
from tests.page.samples import session

pytestmark = pytest.mark.browser


def test_a_slider_is_heard_by_its_summary_alone(stage):
    opened, made = stage(), Sliders("how-many-to-ask")
    box = opened.mount(made)
    box.get_by_role("img").wait_for()
    ears = Ears(opened.page)
    box.get_by_role("slider", name="Customers you ask").focus()
    opened.page.keyboard.press("End")
    box.get_by_text("400 customers").wait_for()
    box.get_by_role("status").get_by_text("Ask 400").wait_for()
    assert ears.heard() == [made.view["summary"]]


def test_the_same_number_worked_out_again_is_heard_again(stage):
    opened = stage()
    box = opened.mount(Bench(records_folder(), "", "csat"))
    work = box.get_by_role("button", name="Work it out")
    ears = Ears(opened.page)
    work.press("Enter")
    box.locator(".cc-bench-number").wait_for()
    first = ears.heard()
    assert len(first) == 1
    assert first[0].startswith("CSAT")
    work.press("Enter")
    opened.page.wait_for_function("window.heard.length > 0")
    assert ears.heard() == first


def test_the_number_that_was_chosen_is_heard(stage):
    opened = stage()
    box = opened.mount(Dashboard(session(), records_folder()))
    ears = Ears(opened.page)
    nps = box.get_by_role("radio", name="NPS")
    nps.wait_for()
    ears.heard()
    nps.focus()
    opened.page.keyboard.press("Space")
    box.locator(".cc-summary", has_text="NPS").wait_for()
    assert [one for one in ears.heard() if "NPS" in one and "CSAT" not in one] != []


def test_forced_colours_tell_a_chosen_tile_from_a_focused_one(stage):
    opened = stage(forced_colors="active")
    box = opened.mount(Dashboard(session(), records_folder()))
    tile = box.locator(".cc-tile:has(input:checked)")
    tile.wait_for()

    def look():
        return tile.evaluate(
            "(one) => { const s = getComputedStyle(one);"
            " return [s.outlineStyle !== 'none', s.borderTopWidth]; }"
        )

    assert look() == [False, "4px"]
    tile.locator("input").focus()
    opened.page.keyboard.press("Shift")
    assert look() == [True, "4px"]
