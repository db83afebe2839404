"""Replies are marked in the course view: opened at once, kept at once, there after a reload."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.grading.people.log import marks_in
from course.grading.people.replies import ToMark, as_lines
from course.grading.people.where import remember
from course.lab import serve
from course.lab.instructors import MARKING
from course.lab.layout import lay_out
from course.lab.pages import build_pages
from tests.browser.conftest import READY
from tests.trainees import REPLY

pytestmark = pytest.mark.browser
SMALL = Path(__file__).parent.parent / "fixtures" / "course"


def test_marks_are_there_after_a_reload(tmp_path: Path, new_page: Callable[..., Any]) -> None:
    results, folder = tmp_path / "results", tmp_path / "folder"
    results.mkdir()
    replies = [
        ToMark(
            trainee=f"t{number}", exercise="in-your-words", answered="", text=f"{REPLY} {number}"
        )
        for number in range(3)
    ]
    (results / "replies.jsonl").write_bytes(as_lines(replies))
    built = build_pages(SMALL)
    lay_out(folder, built, instructor=True)
    remember(folder, results)
    with serve(folder, built=built, content=SMALL) as running:
        page = new_page(reduced_motion="reduce")
        page.goto(running.address(MARKING))
        page.wait_for_selector(READY, timeout=60_000)
        page.get_by_label("Your name").fill("Asha")
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.closest('[data-line]')")
        page.keyboard.press("y")
        page.keyboard.press("p")
        page.locator(".cc-status", has_text=re.compile(r"^\s*Saved")).wait_for()
        assert len(marks_in(results).standings.replies) == 1
        page.keyboard.press("Enter")
        page.get_by_text("2 left").wait_for()
        page.wait_for_function("document.activeElement.closest('[data-line=heard]')")
        page.keyboard.press("n")
        page.locator(".cc-status", has_text=re.compile(r"^\s*Saved")).wait_for()
        page.reload()
        page.wait_for_selector(READY, timeout=60_000)
        page.get_by_label("Your name").wait_for()
        assert page.get_by_label("Your name").input_value() == "Asha"
        page.get_by_role("button", name="Begin").click()
        page.get_by_text("2 left").wait_for()
        assert page.get_by_role("radio", name="No").first.is_checked()
