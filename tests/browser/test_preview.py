"""`course start --preview FILE` in a browser: broken, told, mended, shown again."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY
from tests.browser.hands import Mouse

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
SOON = 15_000


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    content = shutil.copytree(SMALL, tmp_path / "mine")
    return content / "first" / "scenarios" / "broken-mug.yaml"


@contextmanager
def previewed(file: Path, temporary: Path) -> Iterator[str]:
    """The address of the preview; what is said at its end is looked at, too."""
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "course", "start", "--preview", str(file), "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )  # fmt: skip
    assert process.stdout is not None
    said = ""
    try:
        for line in process.stdout:
            said += line
            if found := re.search(r"https?://\S+", line):
                yield found.group()
                break
        else:
            raise AssertionError(f"the preview did not start:\n{said}")
    finally:
        process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        rest, _ = process.communicate(timeout=60)
    assert "is thrown away" in rest
    assert list(temporary.glob("course-preview-*")) == []


def sound(page: Page) -> None:
    """Nothing is cut off at the side, and axe finds nothing."""
    found = Axe().run(page, context=".cc-preview").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    wide = "(e) => e.getBoundingClientRect().right > innerWidth + 1"
    every = "[...document.querySelectorAll('.cc-preview *')]"
    assert page.evaluate(f"{every}.filter({wide}).map((e) => e.className)") == []


def test_a_draft_is_broken_and_mended_beside_its_findings(
    draft: Path, tmp_path: Path, new_page: Any
) -> None:
    whole = draft.read_text(encoding="utf-8")
    with previewed(draft, tmp_path / "temporary") as address:
        page: Page = new_page()
        page.goto(address)
        page.wait_for_selector(READY, timeout=90_000)
        talk = page.locator("[data-exercise='broken-mug']")
        side = page.get_by_role("region", name="What to mend")
        expect(talk).to_be_visible(timeout=SOON)
        expect(side.get_by_role("status")).to_have_text("Nothing to mend.", timeout=SOON)
        left, right = talk.bounding_box(), side.bounding_box()
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]

        mouse = Mouse(page)
        talk.get_by_role("textbox").fill("Poor mug.")
        mouse.press(talk.get_by_role("button", name="Show the lines"))
        expect(talk.get_by_text("A mug in two pieces is no use to you")).to_be_visible()

        draft.write_text(whole.replace("\nchannel: phone", "\nchannel: fhone"), encoding="utf-8")
        line = whole[: whole.index("\nchannel: phone") + 1].count("\n") + 1
        finding = side.get_by_role("listitem").filter(has_text="there is no 'fhone' here")
        expect(finding).to_contain_text(f"Line {line}", timeout=SOON)
        expect(finding).to_contain_text("did you mean 'phone'?", ignore_case=True)
        expect(talk).to_have_count(0)
        expect(side.get_by_text("It cannot be shown as it is.")).to_be_visible()
        assert "Traceback" not in page.locator("body").inner_text()
        sound(page)
        page.get_by_role("button", name="Dark theme").click()
        sound(page)

        changed = whole.replace("is no use to you", "is no good to you")
        draft.write_text(changed, encoding="utf-8")
        expect(talk).to_be_visible(timeout=SOON)
        expect(side.get_by_role("status")).not_to_contain_text("error", timeout=SOON)
        expect(talk.get_by_text("A mug in two pieces is no good to you")).to_be_visible(
            timeout=SOON
        )
        mouse.press(side.get_by_role("button", name="Begin afresh"))
        expect(talk.get_by_role("button", name="Show the lines")).to_be_visible(timeout=SOON)

        page.set_viewport_size({"width": 390, "height": 844})
        left, above = talk.bounding_box(), side.bounding_box()
        assert left is not None
        assert above is not None
        assert above["y"] + above["height"] <= left["y"]
        sound(page)
        for box in (left, above):
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
