"""A whole day at the desk by keyboard in JupyterLab, with a kernel killed in the middle of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page, expect

from course.answers import open_session
from course.lab import serve
from tests.browser.conftest import READY, open_course
from tests.browser.hands import Keyboard
from tests.pages import built
from tests.shipped import load_course

pytestmark = pytest.mark.browser
NOTEBOOK = "complaints.ipynb"
SLOW = 60_000
# A morning of an hour with three people: the whole of a day, in a fifth of the time.
CELL = """\
from course.desk import Shift
from course.lessons.conversations import Conversations
from course.roof import session
from course.shift import Rules
from course.shift.drawing import Drawn, desk_of

known = Conversations(session().course)
calls = [name for name in known.names if known(name).channel == "phone"][:1]
chats = [name for name in known.names if known(name).channel == "chat"][:2]
drawn = [Drawn(name, known(name), 0, 0) for name in (*calls, *chats)]
Shift(session(), 7, desk=desk_of(7, drawn, Rules(minutes=60)))"""


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    nbformat.write(made, folder / NOTEBOOK)
    return folder


class Worker(Keyboard):
    """Works a day with the keyboard alone."""

    @property
    def desk(self) -> Any:
        return self.page.locator(".cc-shift")

    def does(self, button: Any) -> None:
        """Presses a button, and waits until what it does is on disk."""
        expect(self.desk).not_to_have_attribute("aria-busy", "true", timeout=SLOW)
        self.press(button)
        expect(self.desk).not_to_have_attribute("aria-busy", "true", timeout=SLOW)

    def first_line(self, contact: str) -> None:
        self.does(self.desk.locator(f'[data-talk="{contact}"] .cc-line').first)

    def waits(self) -> None:
        self.does(self.desk.locator('[data-do="wait"]'))

    def serves(self, contact: str) -> None:
        self.does(self.desk.locator(f'[data-contact="{contact}"] [data-do="pick"]'))
        expect(self.desk.locator(f'[data-talk="{contact}"]')).to_be_visible(timeout=SLOW)


def test_a_whole_day_by_keyboard_over_two_kernels(
    notebooks: Path, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    folder = tmp_path / "care"
    with serve(folder, built=built(notebooks)) as running:
        page = open_course(new_page(reduced_motion="reduce"), running, NOTEBOOK)
        hands = Worker(page)
        desk = hands.desk
        hands.press(desk.get_by_role("button", name="Begin the day"))
        expect(desk.locator(".cc-queue-head")).to_be_focused(timeout=SLOW)
        expect(desk.locator(".cc-wait")).to_have_count(3)
        wide = desk.bounding_box()
        assert wide is not None
        assert wide["width"] > 900, "it takes more room than the reading column"

        hands.serves("c1")
        hands.first_line("c1")
        expect(page.get_by_text("Saved")).to_be_visible(timeout=SLOW)
        clock = desk.locator(".cc-strip-time").inner_text()
        said = desk.locator(".cc-mine").all_inner_texts()

        # The kernel is killed; whoever comes back finds the day as it was.
        (session,) = running.request("GET", "api/sessions")
        running.request("POST", f"api/kernels/{session['kernel']['id']}/restart", timeout=60)
        page.wait_for_selector("body:not([data-course-ready])", timeout=SLOW)
        page.wait_for_selector(READY, timeout=SLOW)
        expect(desk.locator(".cc-strip-time")).to_have_text(clock, timeout=SLOW)
        assert desk.locator(".cc-mine").all_inner_texts() == said

        hands.does(desk.locator('[data-do="hand_over"]'))
        hands.serves("c2")
        hands.first_line("c2")
        hands.serves("c3")
        expect(desk.locator('[data-open="2"]')).to_be_visible(timeout=SLOW)
        hands.first_line("c3")
        for _ in range(40):
            if desk.locator(".cc-shift-over").count():
                break
            hands.waits()
        expect(desk.locator(".cc-shift-over")).to_be_focused(timeout=SLOW)
        expect(desk.locator(".cc-ended")).to_have_count(3)
        expect(desk.get_by_text("The best day found comes to")).to_be_visible(timeout=2 * SLOW)

        back = desk.get_by_role("button", name="Go back to").first
        expect(back).to_be_visible(timeout=2 * SLOW)
        hands.press(back)
        expect(desk.locator(".cc-shift-road")).to_be_visible(timeout=SLOW)
        hands.waits()
        hands.press(desk.get_by_role("button", name="Back to your day"))
        expect(desk.locator(".cc-shift-over")).to_be_focused(timeout=SLOW)
        assert page.evaluate("document.querySelectorAll('.jp-Cell').length") == 1

    kept = open_session(load_course(), folder).day("shift-7")
    [attempt] = kept.attempts
    assert [one.do for one in attempt.acts][:3] == ["pick", "say", "hand_over"]
    assert [[one.do for one in each[0].acts] for each in kept.roads.values()] == [["wait"]]
