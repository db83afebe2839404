"""A real Chromium and a real course server, for every test that needs to see the page."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from course.lab import Running, serve

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = 'body[data-course-ready="true"]'


def _give_up(reason: str) -> None:
    # In CI a browser that cannot be started is a failure: nothing would have been proved.
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start one browser for the session; every page gets a fresh profile of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        _give_up("Chromium is not installed (Debian: apt-get install chromium).")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as missing:
        _give_up(f"{missing} (pip install 'customer-care-course[test]')")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Make pages of a given size; what goes wrong inside a page fails its test."""
    made = []

    def make(width: int = 1280, height: int = 800, **options: Any) -> Any:
        viewport = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, **options)
        page = context.new_page()
        page.course_errors = []
        page.on("pageerror", lambda error: page.course_errors.append(str(error)))
        made.append((context, page))
        return page

    yield make
    wrong = [error for _, page in made for error in page.course_errors]
    for context, _ in made:
        context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def course_server() -> Iterator[Callable[..., Running]]:
    """Serve ``course_server(folder, notebooks=...)`` until the module's tests are over."""
    with ExitStack() as stack:

        def make(folder: Path, *, notebooks: Path, **more: Any) -> Running:
            return stack.enter_context(serve(folder, notebooks=notebooks, **more))

        yield make


def open_course(page: Any, running: Running, lesson: str | None = None) -> Any:
    """Open a lesson and wait until all of it has run."""
    page.goto(running.address(lesson) if lesson else running.url)
    page.wait_for_selector(READY, timeout=60_000)
    return page
