"""Home and the review in the course view: from home to a station and back, and through a review."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.answers import open_session
from course.lab import Running, serve
from tests.browser.conftest import READY, open_course
from tests.stations import small_course

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Three days ago a first try was not right, and a conversation was left in the middle."""
    course = small_course(tmp_path_factory.mktemp("content") / "course")
    folder = tmp_path_factory.mktemp("care")
    session = open_session(course, folder, lambda: datetime.now(UTC) - timedelta(days=3))
    session.answer("pick-one", ["refund"])
    session.turn("broken-mug", "own-it")
    with serve(folder, content=course.folder) as made:
        yield made


@pytest.fixture
def home(running: Running, one_page: Page) -> Any:
    page = open_course(one_page, running)
    expect(page.get_by_role("heading", name="The course")).to_be_visible(timeout=30_000)
    return page


def at(page: Page, file: str) -> None:
    page.wait_for_url(re.compile(re.escape(file)), timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)


def test_the_course_opens_at_home_and_carries_on_with_whoever_waits(home: Page) -> None:
    assert "home.ipynb" in home.url
    expect(home.get_by_text("Ines is waiting for an answer")).to_be_visible()
    home.get_by_role("link", name="Carry on").click()
    at(home, "first.ipynb?station=put-it-in-order")
    talk = home.locator('.cc-exercise[data-exercise="broken-mug"]')
    expect(talk).to_be_in_viewport(timeout=30_000)
    home.wait_for_function(
        "(one) => one.contains(document.activeElement)", arg=talk.element_handle(), timeout=10_000
    )
    home.go_back()
    at(home, "home.ipynb")
    expect(home.get_by_role("heading", name="What to practise")).to_be_visible(timeout=30_000)


def test_i_know_this_opens_the_station_at_its_hardest_exercise(home: Page) -> None:
    home.get_by_role("link", name="I know this: Count it").click()
    at(home, "first.ipynb?station=count-it")
    hardest = home.locator('.cc-exercise[data-exercise="drawn-share"]')
    expect(hardest).to_be_in_viewport(timeout=30_000)


def test_nothing_is_cut_and_axe_finds_nothing(home: Page) -> None:
    home.evaluate("document.querySelectorAll('.cc details').forEach((d) => { d.open = true })")
    wide = "[...document.querySelectorAll('.cc-home *')].filter((e) => e.getBoundingClientRect()" \
           ".right > innerWidth + 1).map((e) => e.className)"  # fmt: skip
    for width in (320, 390, 1280):
        home.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(home, context=".cc-home").response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
        assert home.evaluate("document.documentElement.scrollWidth") <= width
        assert home.evaluate(wide) == []


def test_a_review_from_home_and_back(home: Page, running: Running) -> None:
    home.get_by_role("link", name="I have ten minutes").click()
    at(home, "review.ipynb")
    expect(home.get_by_role("heading", name="Review", level=1)).to_be_visible(timeout=30_000)
    expect(home.get_by_role("heading", name="Exercise 1 of 1")).to_be_visible()
    exercise = home.locator(".cc-exercise")
    exercise.locator("input").first.check()
    expect(home.get_by_role("button", name="Show a hint")).to_be_hidden()
    exercise.get_by_role("button", name="Check").click()
    on = home.get_by_role("button", name="See how it went")
    on.click(timeout=15_000)
    came = home.get_by_role("heading", name="How it went")
    expect(came).to_be_focused(timeout=15_000)
    expect(home.locator(".cc-exercise")).to_have_count(0)
    home.get_by_role("link", name="Back to home").click()
    at(home, "home.ipynb")
    expect(home.get_by_role("heading", name="The course")).to_be_visible(timeout=30_000)
    lines = "".join(one.read_text("utf-8") for one in running.places.answers.glob("*.jsonl"))
    assert '"way":{"occasion":"review"}' in lines.replace(" ", "")


def test_what_is_kept_of_me_is_read_from_any_page(home: Page) -> None:
    home.get_by_role("button", name="Contents").click()
    home.get_by_role("link", name="Privacy", exact=True).click()
    at(home, "privacy.ipynb")
    expect(home.get_by_role("heading", name="Privacy: what is kept of you")).to_be_visible()
    expect(home.get_by_role("strong").filter(has_text="Who sees it.")).to_be_visible()
    for width in (320, 1280):
        home.set_viewport_size({"width": width, "height": 800})
        assert home.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(home, context=".jp-RenderedMarkdown").response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    home.go_back()
    at(home, "home.ipynb")
