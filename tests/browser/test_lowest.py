"""The lowest versions that the course allows take a lesson as well as the newest do.

The newest are those of the other browser tests on the installed wheel.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import SAVED, Mouse
from tests.browser.installed import Course, into_fresh, lowest, wheel_of

pytestmark = pytest.mark.browser
READY = 'body[data-course-ready="true"]'


@pytest.fixture
def course(programs: Path, tmp_path: Path) -> Course:
    wheel = wheel_of(programs.parent.parent)
    return Course(into_fresh(tmp_path / "lowest", wheel, *lowest()), tmp_path / "care")


def test_the_lowest_versions_take_a_lesson(course: Course, new_page: Callable[..., Page]) -> None:
    said = course.run("doctor", str(course.folder)).stdout
    for pinned in lowest():
        assert pinned.replace("==", " ") in said
    with course.started() as started:
        page = new_page()
        page.goto(started.url)
        page.wait_for_selector(READY, timeout=120_000)
        lamp = page.locator("[data-exercise=yellow-lamp]")
        lamp.get_by_label("Yellow for blue, and her eightieth").check()
        lamp.get_by_role("button", name="Check").click()
        expect(lamp.locator(".cc-status").last).to_contain_text("Saved", timeout=SAVED)
        # A table of the company's records, grouped with pandas, and a chart's own library.
        hands = Mouse(page)
        hands.turn_to_lesson("needs.ipynb")
        expect(hands.section("whose-first-question").locator("table")).to_be_visible()
    handed, graded = course.folder.parent / "handed", course.folder.parent / "graded"
    assert (
        course.run("submit", str(course.folder), "--out", str(handed / "one.jsonl")).returncode == 0
    )
    done = course.run("grade", str(handed), "--out", str(graded))
    assert done.returncode == 0, done.stderr
    with (graded / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["answered"] == "1"
