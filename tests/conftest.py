"""One browser for all tests that need to see a page."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

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


def _give_up(reason: str) -> None:
    # In CI a browser that cannot be started is a failure: nothing would have been proved.
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Starts one browser for the session: a second one in the same thread is refused."""
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
