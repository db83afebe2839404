"""One Python serves all lessons of a folder, and keeps only what is on a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from playwright.sync_api import Page, expect

from course.lab import Running, serve
from tests.browser.conftest import open_course
from tests.browser.hands import Mouse

pytestmark = pytest.mark.browser
SMALL = Path(__file__).parent.parent / "fixtures" / "course"
LIVE = "len([one for one in __import__('ipywidgets').widget._instances.values() if one.comm])"


def kernels(running: Running) -> set[str]:
    return {one["kernel"]["id"] for one in running.request("GET", "api/sessions")}


@contextmanager
def joined(running: Running) -> Iterator[BlockingKernelClient]:
    """The course's Python, spoken with from outside."""
    (kernel,) = kernels(running)
    client = BlockingKernelClient(
        connection_file=str(running.places.runtime / f"kernel-{kernel}.json")
    )
    client.load_connection_file()
    # Without the beat: a kernel that is busy for one second would be taken for dead.
    client.start_channels(hb=False)
    try:
        client.wait_for_ready(timeout=60)
        yield client
    finally:
        client.stop_channels()


def live(running: Running) -> int:
    """How many widgets the course's Python still holds."""
    with joined(running) as client:
        reply = client.execute_interactive(
            "", user_expressions={"n": LIVE}, silent=True, timeout=30, store_history=False
        )
    return int(reply["content"]["user_expressions"]["n"]["data"]["text/plain"])


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A course of two lessons of three exercises each."""
    content = tmp_path_factory.mktemp("content")
    for name in ("first", "second"):
        folder = content / name / "exercises"
        folder.mkdir(parents=True)
        text = (SMALL / "first" / "exercises" / "pick-one.yaml").read_text(encoding="utf-8")
        for number in range(3):
            exercise = f"{name}-{number}"
            made = text.replace("id: pick-one", f"id: {exercise}")
            (folder / f"{exercise}.yaml").write_text(made, encoding="utf-8")
        shown = "".join(f"\n@exercise {name}-{number}\n" for number in range(3))
        (content / name / "page.md").write_text(f"# The {name}\n{shown}", encoding="utf-8")
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    with serve(tmp_path_factory.mktemp("care"), content=content) as served:
        yield served


@pytest.fixture
def page(running: Running, one_page: Page) -> Page:
    page: Page = open_course(one_page, running, "first.ipynb")
    expect(page.locator("[data-exercise]")).to_have_count(3)
    return page


def test_a_lesson_that_is_left_leaves_nothing_behind(page: Page, running: Running) -> None:
    held = live(running)
    for name in ("second", "first", "second"):
        Mouse(page).turn_to_lesson(f"{name}.ipynb")
        expect(page.locator(f"[data-exercise={name}-2]")).to_be_visible(timeout=30_000)
        assert len(kernels(running)) == 1
        assert live(running) == held


def test_a_page_that_is_left_while_python_is_busy_gives_way_to_a_whole_one(
    page: Page, running: Running
) -> None:
    for name in ("second", "first"):
        with joined(running) as client:
            client.execute("import time; time.sleep(4)", silent=True)
        Mouse(page).turn_to_lesson(f"{name}.ipynb")
        expect(page.locator(f"[data-exercise={name}-2]")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("model not found")).to_have_count(0)
