"""What all tests share: one browser, one installed wheel, and the order in which they run."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is; benchmarks tell of speed, tests do not.
settings.register_profile("course", deadline=None, max_examples=60)
settings.load_profile("course")

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


BROWSER = {"chromium", "programs"}
"""Whoever asks for one of these drives a browser, or the installed wheel."""
DRAWN = {"desk", "grading", "reports"}
"""Folders whose pages are drawn outside JupyterLab: the lane of all the rest has time for them."""


def pytest_configure() -> None:
    """Lets Ctrl and C reach what tests start.

    Started in the background by a shell, this process ignores it, and hands that on.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Lets nobody read content while tests are collected: it would cost every run, of one test too.

    What a test needs of it, a fixture reads; what tests are named after, file names tell.
    """
    import yaml

    def too_early(*_: Any, **__: Any) -> None:
        pytest.fail("content is read while tests are collected: read it in a fixture")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "parse", too_early)
        return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what drives a browser, and leaves out what is long unless ``COURSE_LONG=1``."""
    for item in items:
        if BROWSER.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and item.path.parent.name in DRAWN:
            item.add_marker("drawn")
    if os.environ.get("COURSE_LONG") != "1":
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


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


@pytest.fixture(scope="session")
def took_all(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a simulated learner who took the whole course: to be read, or to be copied."""
    from course.grading.simulate import take
    from tests.shipped import load_course

    @cache
    def folder(learner: str) -> Path:
        made = tmp_path_factory.mktemp(learner)
        take(load_course(), made, learner, "Sam Okafor", seed=3)
        return made

    return folder


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of the installed wheel, far from the checkout: built and installed once."""
    from tests.browser.installed import install

    return install(tmp_path_factory.mktemp("installed"))
