"""Nobody answers: one alarm, the same words in banner and card, and nothing scrolls."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
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


class _AnotherJupyter(BaseHTTPRequestHandler):
    """It does not know our key, and has no course."""

    def do_GET(self) -> None:
        self.send_response(403 if self.path.startswith("/api/") else 404)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_another_server_on_the_same_port_is_not_taken_for_ours(page: Any, running: Running) -> None:
    field = box(page)
    field.fill(WORDS)
    page.wait_for_timeout(1500)
    assert running.process is not None
    running.process.kill()
    running.process.wait()
    port = int(running.base.rstrip("/").rpartition(":")[2])
    banner = page.locator(".ccv-loud")
    with ThreadingHTTPServer(("127.0.0.1", port), _AnotherJupyter) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        banner.get_by_text("no longer running").wait_for(timeout=20_000)
        # The page looks every three seconds.
        page.wait_for_timeout(4000)
        assert page.locator(".jp-Dialog").count() == 0
        banner.get_by_role("button", name="Try again").click()
        page.wait_for_timeout(1000)
        assert field.input_value() == WORDS, "the page was not given up for another server's"
        assert banner.get_by_role("button", name="Carry on").count() == 0
        other.shutdown()
    second = launch(running.places, content=SMALL, port=port)
    try:
        assert second.base == running.base
        page.get_by_role("button", name="Carry on").wait_for(timeout=30_000)
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
