"""The installed wheel in a JupyterLab of somebody else's: asleep, until a course folder is met."""

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY
from tests.browser.installed import Course, clean
from tests.browser.test_other_extensions import answer_one

pytestmark = pytest.mark.browser


@pytest.fixture
def lab(programs: Path, tmp_path: Path) -> Iterator[str]:
    """A plain JupyterLab: a course folder lies in its root, and a notebook beside it."""
    root = tmp_path / "root"
    root.mkdir()
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(metadata=spec), root / "mine.ipynb")
    done = Course(programs, root / "customer-care").run(
        "start", str(root / "customer-care"), "--lay-out"
    )
    assert done.returncode == 0, done.stderr
    assert "Open welcome.ipynb in JupyterLab" in done.stdout
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}/"
    more = {"JUPYTER_TOKEN": "key", "HOME": str(tmp_path), "JUPYTER_PREFER_ENV_PATH": "1"}
    with (tmp_path / "lab.log").open("wb") as log:
        process = subprocess.Popen(
            [str(programs / "jupyter-lab"), "--no-browser", f"--port={port}", "--allow-root"],
            cwd=root, env=clean() | more, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        for _ in range(600):
            try:
                ask(base, "api/status")
                break
            except urllib.error.URLError:
                assert process.poll() is None, (tmp_path / "lab.log").read_text(encoding="utf-8")
                time.sleep(0.2)
        yield base
    finally:
        process.terminate()
        process.wait(30)


def ask(base: str, path: str) -> dict[str, object]:
    with urllib.request.urlopen(f"{base}{path}?token=key", timeout=30) as answer:
        found: dict[str, object] = json.loads(answer.read())
    return found


def test_it_wakes_where_a_course_is_and_nowhere_else(
    lab: str, new_page: Callable[..., Page]
) -> None:
    assert ask(lab, "course/pages") == {}
    page = new_page()
    page.goto(f"{lab}lab/tree/mine.ipynb?token=key")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
    assert page.locator(".ccv-header").count() == 0
    assert page.locator('link[href*="customer-care-course"]').count() == 0, "no style of ours"
    no_question(page)
    page.locator(".jp-DirListing-item", has_text="customer-care").dblclick()
    page.locator(".jp-DirListing-item", has_text="welcome.ipynb").dblclick()
    page.wait_for_selector(READY, timeout=90_000)
    expect(page.locator(".ccv-header")).to_be_visible()
    answer_one(page)
    page.goto(f"{lab}doc/tree/customer-care/welcome.ipynb")
    page.wait_for_selector(READY, timeout=90_000)
    page.get_by_role("button", name="Contents", exact=True).click()
    page.locator('.ccv-contents a[href$="/customer-care/care.ipynb"]').click()
    page.wait_for_url("**/doc/tree/customer-care/care.ipynb*", timeout=60_000)
    page.wait_for_selector(READY, timeout=90_000)


def no_question(page: Page) -> None:
    """Lab itself may ask whether it may fetch news."""
    assert page.locator(".jp-Dialog").count() == 0
