"""In JupyterLab, by keyboard: a conversation with somebody else, and a reload on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.answers import open_session
from course.exercises import specimens
from course.lab import serve
from tests.browser.conftest import READY, only, open_course
from tests.browser.hands import Keyboard, say_lines
from tests.pages import built
from tests.shipped import load_course

pytestmark = pytest.mark.browser
NAME = "one-fact"
NOTEBOOK = "qualities.ipynb"
SLOW = 30_000


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    return only(NAME, "qualities", tmp_path / "notebooks")


def test_another_person_is_met_and_found_again(
    notebooks: Path, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    folder = tmp_path / "care"
    item = load_course().find(NAME)
    assert item is not None
    answers = {one.name: list(one.answer) for one in specimens(item)}
    best, worst = answers["right"], answers["wrong"]
    with serve(folder, built=built(notebooks, ("qualities",))) as running:
        within = open_session(load_course(), folder)
        within.answer(NAME, worst)
        other = within.item(NAME, 1)
        assert other is not None
        name = other.exercise.scenario.customer.name
        page = open_course(new_page(reduced_motion="reduce"), running, NOTEBOOK)
        hands = Keyboard(page)
        section = hands.section(NAME)
        button = section.get_by_role("button", name="Somebody else")
        expect(button).to_have_accessible_description(
            "Somebody else: the same problem, another person. "
            "The name, the manner and some details are different."
        )
        hands.press(button)
        expect(section.locator(".cc-prompt")).to_contain_text(name, timeout=SLOW)
        expect(section.locator(".cc-say")).to_be_focused(timeout=SLOW)
        expect(section.get_by_text("Last time, with Idris Vaughan:")).to_be_visible()
        say_lines(hands, section, best[:1], "It has a bayonet end.")
        expect(section.get_by_text("Idris")).to_have_count(1)

        page.reload()
        page.wait_for_selector(READY, timeout=60_000)
        section = hands.section(NAME)
        expect(section.locator(".cc-prompt")).to_contain_text(name, timeout=SLOW)
        expect(section.locator(".cc-bubble.cc-mine")).to_have_count(1, timeout=SLOW)
        say_lines(hands, section, best[1:-1], "It has a bayonet end.")
        hands.say_line(section, best[-1])
        expect(section.locator(".cc-end")).to_be_focused(timeout=SLOW)
        expect(section.get_by_text(f"What {name.split()[0]} answered")).to_be_visible()
        hands.press(section.get_by_role("button", name="Again", exact=True))
        told = section.get_by_text(f"Last time, with {name}:")
        expect(told).to_contain_text("Best so far: 100.", timeout=SLOW)
        expect(section.locator(".cc-prompt")).to_contain_text(name)
    tries = open_session(load_course(), folder).history(NAME).attempts
    assert [one.variant for one in tries] == [0, 1]
    assert list(tries[1].answer) == best
