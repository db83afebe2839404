"""Nobody answers: one alarm, the same words in banner and card, and nothing scrolls."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from course.lab import Running, serve
from course.lab.server import launch, stop
from tests.browser.conftest import READY, open_course

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
WORDS = "I am sorry that your mug came without"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    # Of all ports any: on a usual one another program may answer once ours is dead.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with serve(tmp_path / "mine", content=SMALL, port=port) as made:
        yield made


@pytest.fixture
def page(running: Running, new_page: Callable[..., Any]) -> Any:
    made = open_course(new_page(height=600), running)
    made.get_by_role("tab").first.or_(made.locator(".cc-exercise")).first.wait_for()
    return made


def box(page: Any) -> Any:
    return page.locator("textarea:visible, input[type=text]:visible").last


def top(field: Any) -> float:
    return float(field.evaluate("node => node.getBoundingClientRect().top"))


def kernel(running: Running) -> int:
    """The process of the one Python behind the page."""
    assert running.process is not None
    pid = running.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return next(
        int(one) for one in children if b"ipykernel" in Path(f"/proc/{one}/cmdline").read_bytes()
    )


def the_one_alarm(page: Any, field: Any) -> str:
    """What the banner says, which the card in use repeats and no other says."""
    alarm = page.locator(".cc-alarm:visible:not([data-small])")
    alarm.first.wait_for(timeout=10_000)
    assert alarm.count() == 1
    assert field.evaluate("node => Boolean(node.closest('.cc').querySelector('.cc-alarm'))")
    assert page.get_by_role("alert").locator("visible=true").count() == 1
    said = str(page.locator(".ccv-loud p").inner_text())
    assert alarm.locator(".cc-alarm-words").inner_text() == said
    return said


def test_a_server_that_dies_is_told_once_and_moves_nothing(page: Any, running: Running) -> None:
    field = box(page)
    field.click()
    field.press_sequentially(WORDS[:10])
    page.wait_for_timeout(1500)
    before = top(field)
    assert running.process is not None
    running.process.kill()
    running.process.wait()
    field.press_sequentially(WORDS[10:])
    page.locator(".ccv-loud").get_by_text("no longer running").wait_for(timeout=20_000)
    page.wait_for_timeout(4000)
    assert field.evaluate("node => node === document.activeElement")
    # The banner takes its own height, and that is all.
    height = page.locator(".ccv-loud").bounding_box()["height"]
    assert abs(top(field) - before) <= height + 1
    assert "press “Try again” at the top." in the_one_alarm(page, field)
    other = page.locator(".cc-exercise:visible").first
    other.locator("input, textarea, .cc-check").first.focus()
    page.wait_for_timeout(200)
    assert page.locator(".cc-alarm:visible:not([data-small])").count() == 1
    assert other.locator(".cc-alarm").count() == 1
    assert (
        "Saved" not in page.locator(".cc-exercise:visible").last.locator(".cc-status").inner_text()
    )
    second = launch(running.places, content=SMALL)
    try:
        page.get_by_role("button", name="Carry on").click(timeout=30_000)
        page.wait_for_timeout(1000)
        page.wait_for_selector(READY, timeout=60_000)
        assert box(page).input_value() == WORDS
    finally:
        stop(second)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system stops no process")
def test_a_python_that_hangs_is_noticed_while_nobody_types(page: Any, running: Running) -> None:
    field = box(page)
    field.focus()
    pid = kernel(running)
    os.kill(pid, signal.SIGSTOP)
    try:
        loud = page.locator(".ccv-loud")
        loud.get_by_text("The course does not answer").wait_for(timeout=12_000)
        assert "press “Start it again” at the top." in the_one_alarm(page, field)
    finally:
        os.kill(pid, signal.SIGCONT)
    page.locator(".ccv-loud").wait_for(state="hidden", timeout=12_000)
    page.wait_for_selector(READY, timeout=5_000)
    assert page.locator(".cc-alarm:visible").count() == 0
