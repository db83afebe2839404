"""A day at the desk in a browser: all by keyboard, focus where the next thing is, axe content."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from course.desk import Shift
from course.desk.shift.beside import beside
from tests.desk.taken import Taken
from tests.page.harness import Stage
from tests.shift.made import desk, somebody

pytestmark = pytest.mark.browser

RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "page-has-heading-one", "heading-order")}}  # fmt: skip
DAY = replace(
    desk(somebody(), somebody(0, "chat"), somebody(1, "chat", "angry"), minutes=60), seed=7
)
Opens = Callable[..., Stage]


@pytest.fixture
def shift(taken: Taken) -> Shift:
    return Shift(taken.session, 7, taken.clock, DAY)


def axe(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context="main", options=RULES).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def focused(page: Any) -> str:
    """The words of what has the focus."""
    made: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
    )
    return " ".join(made.split())


def press(page: Any, name: str, tabs: int = 60) -> None:
    """Tabs to a button by the beginning of what is heard of it, and presses it."""
    for _ in range(tabs):
        if focused(page).startswith(name):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {name!r}; it is at {focused(page)!r}")


def say(page: Any, box: Any, line: str) -> None:
    """Says a line by its number, once the page is done with what was said before."""
    box.locator('.cc-shift:not([aria-busy="true"])').wait_for()
    ids = box.locator(".cc-line").evaluate_all("all => all.map(one => one.dataset.id)")
    page.keyboard.press(str(ids.index(line) + 1))


def test_a_whole_day_by_keyboard(shift: Shift, stage: Opens) -> None:
    opened = stage()
    page = opened.page
    box = opened.mount(shift)
    axe(page)
    press(page, "Begin the day")
    box.locator(".cc-queue-head").wait_for()
    assert focused(page).startswith("In the queue")
    axe(page)

    press(page, "Serve Ines Okafor, phone")
    assert focused(page) == "Ines Okafor Phone"
    axe(page)
    say(page, box, "own-it")
    box.locator(".cc-mine").wait_for()
    assert focused(page).startswith("What do you say to Ines?")
    say(page, box, "new-mug")
    box.get_by_text("Over with Ines Okafor").wait_for()
    assert focused(page).startswith("In the queue")

    press(page, "Keep the promise")
    box.get_by_text("kept: to ring on Friday at five").wait_for()
    press(page, "Serve Ines Okafor, chat")
    box.locator('[data-talk="c2"]').wait_for()
    say(page, box, "own-it")
    box.get_by_text("Ines is writing").wait_for()
    for _ in range(40):
        if focused(page).startswith("Serve Ines Okafor, chat"):
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    box.locator('[data-open="2"]').wait_for()
    axe(page)
    press(page, "Hand over")
    box.locator('[data-open="1"]').wait_for()
    assert "Ines" in focused(page), "the other chat is the next thing"
    while box.locator(".cc-shift-over").count() == 0:
        box.locator('[data-do="wait"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(20)
    page.wait_for_function("document.activeElement.matches('.cc-shift-over')")
    axe(page)


def test_the_end_names_what_mattered_and_goes_back_there(shift: Shift, stage: Opens) -> None:
    opened = stage()
    page, box = opened.page, opened.mount(shift)
    box.get_by_role("button", name="Begin the day").click()
    box.get_by_role("button", name="Serve Ines Okafor, phone").click()
    box.get_by_role("button", name="Hand over").click()
    while box.locator(".cc-shift-over").count() == 0:
        box.locator('[data-do="wait"]').click()
        page.wait_for_timeout(20)
    beside(shift.sitting.content, DAY).finish()
    box.get_by_text("The best day found comes to").wait_for()
    axe(page)
    back = box.get_by_role("button", name="Go back to").first
    back.wait_for()
    back.click()
    box.locator(".cc-shift-road").wait_for()
    assert box.get_by_text("What you do from here on is practice").is_visible()
    axe(page)
    box.get_by_role("button", name="Back to your day").click()
    page.wait_for_function("document.activeElement.matches('.cc-shift-over')")


@pytest.mark.parametrize("light", [True, False])
def test_nothing_is_cut_at_390_and_at_twice_the_size(
    shift: Shift, stage: Opens, light: bool
) -> None:
    opened = stage(width=390, light=light)
    page, box = opened.page, opened.mount(shift)
    wide = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(wide)
    box.get_by_role("button", name="Begin the day").click()
    box.get_by_role("button", name="Serve Ines Okafor, chat").click()
    box.locator(".cc-line").first.wait_for()
    assert page.evaluate(wide)
    first = box.locator(".cc-desk-grid > *").first
    assert "cc-desk-talks" in str(first.get_attribute("class")), "whoever is there comes first"
    axe(page)
    page.set_viewport_size({"width": 640, "height": 450})
    assert page.evaluate(wide)


def test_what_is_not_kept_is_told_and_tried_again(shift: Shift, stage: Opens) -> None:
    opened = stage()
    box = opened.mount(shift)
    box.get_by_role("button", name="Begin the day").click()
    box.get_by_role("button", name="Serve Ines Okafor, phone").wait_for()
    opened.silence()
    box.get_by_role("button", name="Serve Ines Okafor, phone").click()
    box.get_by_role("alert").wait_for()
    assert box.locator("[data-talk]").count() == 0
    opened.wake()
    box.get_by_role("button", name="Try again").click()
    box.locator('[data-talk="c1"]').wait_for()
    box.get_by_text("Saved").wait_for()
    assert box.get_by_role("alert").count() == 0


def test_another_tab_is_told(taken: Taken, shift: Shift, stage: Opens) -> None:
    opened = stage()
    box = opened.mount(shift)
    box.get_by_role("button", name="Begin the day").click()
    box.get_by_role("button", name="Serve Ines Okafor, phone").wait_for()
    Shift(taken.session, 7, taken.clock, DAY).do("wait")
    box.get_by_role("button", name="Serve Ines Okafor, phone").click()
    box.get_by_text("This day has gone on in another tab").wait_for()
    box.get_by_text("09:01").first.wait_for()
