"""How things were left is how they are found: the dashboard, and a conversation begun anew."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page, expect

from course.answers import open_session
from course.exercises import Item, specimens
from course.lab import serve
from tests.browser.conftest import READY, open_course
from tests.pages import built
from tests.shipped import load_course

pytestmark = pytest.mark.browser
NOTEBOOK = "complaints.ipynb"
SLOW = 30_000


@pytest.fixture
def talk() -> Item:
    complaints = load_course().lessons["complaints"]
    return next(one for one in complaints.values() if one.kind.name == "dialogue")


@pytest.fixture
def notebooks(tmp_path: Path, talk: Item) -> Path:
    new = nbformat.v4
    cells = [
        new.new_code_cell(
            f'from course import dashboard, lesson\nlesson("complaints")["{talk.id}"]'
        ),
        new.new_code_cell("dashboard()"),
    ]
    folder = tmp_path / "notebooks"
    folder.mkdir()
    nbformat.write(new.new_notebook(cells=cells), folder / NOTEBOOK)
    return folder


def channel(page: Page) -> Any:
    return page.get_by_label("Channel", exact=True)


def found_as_left(page: Page) -> None:
    expect(page.get_by_text("chat, every region")).to_be_visible(timeout=SLOW)
    expect(channel(page)).to_have_value("chat")
    talk = page.locator(".cc-dialogue")
    expect(talk.locator(".cc-say")).to_be_visible(timeout=SLOW)
    expect(talk.locator(".cc-debrief")).to_be_hidden()
    expect(talk.locator(".cc-bubble.cc-mine")).to_have_count(0)


def test_after_a_reload_a_restart_and_a_power_cut(
    notebooks: Path, talk: Item, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    folder = tmp_path / "care"
    with serve(folder, built=built(notebooks)) as running:
        best = next(one.answer for one in specimens(talk) if one.name == "right")
        open_session(load_course(), folder).answer(talk.id, best)
        page = open_course(new_page(reduced_motion="reduce"), running, NOTEBOOK)
        page.get_by_role("button", name="Again", exact=True).click()
        expect(page.locator(".cc-debrief")).to_be_hidden(timeout=SLOW)
        expect(page.locator(".cc-tile").first).to_be_visible(timeout=SLOW)
        channel(page).select_option("chat")
        found_as_left(page)
        page.evaluate("sessionStorage.clear()")

        page.reload()
        page.wait_for_selector(READY, timeout=60_000)
        found_as_left(page)

        (session,) = running.request("GET", "api/sessions")
        running.request("POST", f"api/kernels/{session['kernel']['id']}/restart", timeout=60)
        page.wait_for_selector("body:not([data-course-ready])", timeout=60_000)
        page.wait_for_selector(READY, timeout=60_000)
        found_as_left(page)

        assert running.process is not None
        running.process.kill()
        page.close()
    with serve(folder, built=built(notebooks)) as running:
        found_as_left(open_course(new_page(reduced_motion="reduce"), running, NOTEBOOK))
