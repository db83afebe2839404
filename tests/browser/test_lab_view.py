"""The course view in a real browser, on two small notebooks made here."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course.lab import Running, serve
from course.lab.server import first_page, launch, stop
from tests.browser.conftest import leave
from tests.pages import built

pytestmark = pytest.mark.browser

READY = 'body[data-course-ready="true"]'
FIRST, SECOND = "welcome.ipynb", "complaints.ipynb"

# It keeps its count in the folder, as exercises keep their answers.
COUNTER = '''
import os, pathlib, anywidget, traitlets
STORE = pathlib.Path(os.environ["COURSE_FOLDER"], ".course", "answers", "count.txt")
class Counter(anywidget.AnyWidget):
    _esm = """export default { render({ model, el }) {
      const press = document.createElement("button"), typed = document.createElement("input");
      const draw = () => { press.textContent = `count ${model.get("value")}`; };
      press.className = "counter"; press.onclick = () => model.send({});
      typed.className = "typed"; typed.setAttribute("aria-label", "Your words");
      el.append(press, typed); model.on("change:value", draw); draw();
    } }"""
    value = traitlets.Int().tag(sync=True)
    def __init__(self):
        super().__init__(value=int(STORE.read_text()) if STORE.exists() else 0)
        self.on_msg(self.count)
    def count(self, *_):
        self.value += 1
        STORE.write_text(str(self.value))
STORE.with_name("pid.txt").write_text(str(os.getpid()))
Counter()
'''.strip()


def write(path: Path, *cells: str) -> None:
    """Write a notebook; a cell that starts with ``#`` is text, others are code."""
    new = nbformat.v4
    made = [new.new_markdown_cell(c) if c[0] == "#" else new.new_code_cell(c) for c in cells]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new.new_notebook(cells=made, metadata={"kernelspec": kernel}), path)


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebooks")
    warns = "import sys\nprint('a warning', file=sys.stderr)"
    fails = f"{warns}\nraise KeyError('nobody should read this')"
    more = [f"## Heading {n}\n\n{'Words. ' * 80}" for n in range(8)]
    write(folder / FIRST, "# Welcome\n\nA customer.", COUNTER, fails, "print('after')", *more)
    write(folder / SECOND, "# When things go wrong\n\nA complaint.", COUNTER)
    return folder


@pytest.fixture(scope="module")
def running(
    notebooks: Path,
    course_server: Callable[..., Running],
    chromium: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Running:
    return course_server(tmp_path_factory.mktemp("trainee"), built=built(notebooks))


@pytest.fixture
def untouched(running: Running, one_page: Any) -> Any:
    """The first lesson, ready, with the count at nothing, for tests that leave it as it was."""
    if not one_page.evaluate("window.asItWas === true"):
        if one_page.url.startswith(running.base):
            one_page.evaluate("sessionStorage.clear()")
        leave(one_page)
        (running.places.answers / "count.txt").unlink(missing_ok=True)
        visit(one_page, running.address(FIRST))
        one_page.evaluate("window.asItWas = true")
    return one_page


@pytest.fixture
def page(untouched: Any) -> Any:
    """The same for tests that do something; whatever comes after them begins anew."""
    untouched.evaluate("window.asItWas = false")
    return untouched


def visit(page: Any, address: str) -> Any:
    page.goto(address)
    page.wait_for_selector(READY, timeout=60_000)
    # From now on every time that the page gets ready is counted, but in a new document.
    page.evaluate(
        "window.readies = 0; document.addEventListener('course:ready', () => { window.readies++; })"
    )
    return page


@contextmanager
def rebuilt(page: Any) -> Iterator[None]:
    """Wait until what happens inside has made the page ready once more, in the same document."""
    before = page.evaluate("window.readies")
    yield
    page.wait_for_function(f"window.readies > {before}", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)


@contextmanager
def fresh(page: Any) -> Iterator[None]:
    """Wait until what happens inside has loaded the page anew and made it ready."""
    page.evaluate("window.old = true")
    yield
    page.wait_for_function("!window.old", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)


def button(page: Any, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def count(page: Any, number: int) -> None:
    page.locator(".counter", has_text=f"count {number}").wait_for(timeout=10_000)


def cells(page: Any) -> int:
    return int(page.locator(".jp-Notebook:visible .jp-Notebook-cell").count())


def session(running: Running) -> Any:
    """The first lesson's session, as the server sees it."""
    return next(one for one in running.request("GET", "api/sessions") if one["path"] == FIRST)


def listen(page: Any) -> None:
    """Keep what the loud banner says, however short: it is gone again when all is well."""
    page.evaluate("""() => {
      window.said = [];
      const banner = document.querySelector(".ccv-loud");
      const look = () => window.said.push(banner.textContent);
      new MutationObserver(look).observe(banner, { childList: true });
    }""")


def said(page: Any) -> str:
    return " ".join(page.evaluate("window.said"))


def test_tab_goes_through_exercises_and_buttons_only(untouched: Any) -> None:
    stops = []
    for _ in range(12):
        untouched.keyboard.press("Tab")
        stops.append(untouched.evaluate("document.activeElement.className"))
    known = {"counter", "typed", "ccv-skip", "ccv-button ccv-plain ccv-open",
             "ccv-button ccv-bare", "ccv-button ccv-plain", "ccv-button ccv-accent"}  # fmt: skip
    assert {stop for stop in stops if "ThemedContainer" not in stop} == known


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_looks(untouched: Any, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, light = untouched, str(theme == "Light").lower()
    if page.locator("body").get_attribute("data-jp-theme-light") != light:
        button(page, f"{theme} theme").click()
        page.wait_for_selector(f'body[data-jp-theme-light="{light}"]')
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        nothing_overlaps(page, width)
        # Exercises have their own test; a lesson is everything around them.
        where = {"include": [[".ccv-header"], ["#cc-lesson"]], "exclude": [[".jp-OutputArea"]]}
        wrong = Axe().run(page, context=where).response["violations"]
        assert wrong == [], json.dumps(wrong, indent=1)
    page.set_viewport_size({"width": 1280, "height": 800})
    if theme == "Dark":
        button(page, "Light theme").click()
        page.wait_for_selector('body[data-jp-theme-light="true"]')


def nothing_overlaps(page: Any, width: int) -> None:
    shown = page.locator(".ccv-header :is(button, .ccv-course, .ccv-place):visible")
    boxes = [(one.inner_text(), one.bounding_box()) for one in shown.all()]
    for at, (name, box) in enumerate(boxes):
        right, bottom = box["x"] + box["width"], box["y"] + box["height"]
        assert box["x"] >= 0, name
        assert right <= width, name
        for other, its in boxes[at + 1 :]:
            beside = right <= its["x"] + 0.5 or its["x"] + its["width"] <= box["x"] + 0.5
            above = bottom <= its["y"] + 0.5 or its["y"] + its["height"] <= box["y"] + 0.5
            assert beside or above, f"{name} overlaps {other}"


def test_a_widget_is_live_without_a_click(page: Any) -> None:
    count(page, 0)
    assert page.locator(".jp-Dialog").count() == 0
    for furniture in (".jp-CodeMirrorEditor", ".jp-InputPrompt", "#jp-top-panel", ".jp-SideBar",
                      "#jp-main-statusbar", ".jp-NotebookPanel-toolbar", ".jp-cell-toolbar",
                      ".jp-OutputPrompt", ".jp-InternalAnchorLink"):  # fmt: skip
        assert page.locator(f"{furniture}:visible").count() == 0, furniture
    page.locator(".counter").click()
    count(page, 1)
    assert page.locator(".ccv-place").inner_text() == "Lesson 1 of 2: Welcome"
    assert page.title() == "Welcome · Customer care"


def test_code_is_shown_and_hidden(page: Any) -> None:
    button(page, "Show code").click()
    for furniture in (".jp-CodeMirrorEditor", "#jp-top-panel", ".jp-NotebookPanel-toolbar"):
        page.locator(f"{furniture}:visible").first.wait_for()
    page.locator(".counter").click()
    count(page, 1)
    button(page, "Hide code").click()
    page.locator(".jp-CodeMirrorEditor:visible").wait_for(state="detached")
    assert page.locator("#jp-top-panel").is_hidden()


# What command mode would take for: insert, delete, cut, merge, change type, run, undo, save as.
KEYS = ["a", "b", "d", "d", "x", "m", "y", "z", "Shift+M", "ArrowDown", "ArrowUp", "Enter",
        "Shift+Enter", "Control+Enter", "Escape", "Control+Shift+s", "Control+Shift+c"]  # fmt: skip


@pytest.mark.parametrize("code_shown", [False, True])
def test_keys_never_reach_the_notebook(page: Any, running: Running, code_shown: bool) -> None:
    file = running.places.folder / FIRST
    before, number = file.read_bytes(), cells(page)
    if code_shown:
        button(page, "Show code").click()
    places = [page.locator(".typed"), page.locator(".counter")]
    for place in places:
        place.click()
        for key in KEYS:
            place.press(key)
    assert page.locator(".typed").input_value().startswith("abddxmyz")
    if not code_shown:
        # On the page itself, after a click on the text and after two.
        for clicks in (1, 2):
            page.get_by_role("paragraph").filter(has_text="A customer.").click(click_count=clicks)
            for key in KEYS:
                page.keyboard.press(key)
    page.wait_for_timeout(2000)
    assert cells(page) == number
    assert page.locator(".jp-Dialog").count() == 0
    assert file.read_bytes() == before
    if not code_shown:
        assert page.locator(".jp-CodeMirrorEditor:visible").count() == 0


def test_a_lesson_scrolls_by_keyboard(page: Any) -> None:
    outer = page.locator(".jp-WindowedPanel-outer")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(400)
    assert outer.evaluate("node => node.scrollTop") > 100


def test_a_failing_cell_shows_a_sentence(page: Any) -> None:
    sorry = page.locator(".ccv-sorry:visible")
    assert "This part cannot be shown at the moment." in sorry.inner_text()
    for noise in ("nobody should read this", "a warning", "Traceback"):
        assert not page.get_by_text(noise).first.is_visible()
    assert page.get_by_text("after", exact=True).is_visible()
    sorry.get_by_role("button", name="Try again").click()
    page.wait_for_timeout(500)
    assert page.locator(".ccv-sorry:visible").count() == 1
    button(page, "Show code").click()
    page.get_by_text("Traceback (most recent call last)").wait_for()
    assert page.locator(".ccv-sorry:visible").count() == 0


def test_from_lesson_to_lesson(page: Any, running: Running) -> None:
    with rebuilt(page):
        page.get_by_role("link", name="Next: Complaints").click()
    page.wait_for_url("**/complaints.ipynb*")
    assert page.evaluate("document.activeElement.innerText").startswith("When things go wrong")
    page.locator(".counter:visible").click()
    count(page, 1)
    assert page.get_by_text("This is the last lesson of the course.").is_visible()
    assert page.locator(".ccv-place").inner_text() == "Lesson 2 of 2: Complaints"
    # One Python for the whole course, however many lessons were opened.
    sessions = running.request("GET", "api/sessions")
    assert {one["path"] for one in sessions} == {FIRST, SECOND}
    assert len({one["kernel"]["id"] for one in sessions}) == 1
    assert first_page(running.places) == SECOND
    with rebuilt(page):
        button(page, "Contents").click()
        page.get_by_role("dialog").get_by_role("link", name="Welcome").click()
    page.wait_for_url("**/welcome.ipynb*")
    count(page, 1)
    for step, number in ((page.go_back, 2), (page.go_back, 1), (page.go_forward, 2)):
        with rebuilt(page):
            step()
        page.locator(".ccv-place", has_text=f"Lesson {number} of 2").wait_for()


def test_reload_ends_with_live_widgets(page: Any) -> None:
    page.locator(".counter").click()
    count(page, 1)
    with fresh(page):
        page.reload()
    page.locator(".counter").click()
    count(page, 2)


def test_running_leaves_the_file_alone_and_writing_saves_it(page: Any, running: Running) -> None:
    file = running.places.folder / FIRST
    before = file.read_bytes()
    page.wait_for_timeout(2500)
    assert file.read_bytes() == before
    button(page, "Show code").click()
    page.locator(".jp-CodeMirrorEditor .cm-content", has_text="print('after')").click()
    page.keyboard.press("End")
    page.keyboard.type(" # mine")
    deadline = time.monotonic() + 15
    while "# mine" not in file.read_text(encoding="utf-8") and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    assert "# mine" in file.read_text(encoding="utf-8")
    file.write_bytes(before)


def test_a_restart_from_outside_is_noticed_and_mended(page: Any, running: Running) -> None:
    page.locator(".counter").click()
    count(page, 1)
    listen(page)
    with rebuilt(page):
        running.request(
            "POST", f"api/kernels/{session(running)['kernel']['id']}/restart", timeout=60
        )
    page.locator(".counter").click()
    count(page, 2)
    assert "restarted" in said(page)
    assert page.locator(".ccv-loud").is_hidden()
    assert "You can go on." in page.locator(".ccv-soft").inner_text()


def test_a_kernel_killed_is_noticed_and_replaced(page: Any, running: Running) -> None:
    page.locator(".counter").click()
    count(page, 1)
    listen(page)
    with rebuilt(page):
        os.kill(int((running.places.answers / "pid.txt").read_text()), signal.SIGKILL)
    page.locator(".counter").click()
    count(page, 2)
    assert "restarted" in said(page) or "starting again" in said(page)
    assert page.locator(".jp-Dialog").count() == 0


def test_a_kernel_that_stays_away_comes_back_by_one_button(page: Any, running: Running) -> None:
    page.locator(".counter").click()
    count(page, 1)
    running.request("DELETE", f"api/sessions/{session(running)['id']}", timeout=60)
    loud = page.locator(".ccv-loud")
    loud.get_by_text("nothing is being saved").wait_for(timeout=20_000)
    assert page.locator(READY).count() == 0
    with fresh(page):
        loud.get_by_role("button", name="Start it again").click()
    page.locator(".counter").click()
    count(page, 2)


def test_a_killed_server_is_noticed_and_the_page_comes_back(
    notebooks: Path, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    with serve(tmp_path / "mine", built=built(notebooks)) as first:
        page = visit(new_page(), first.url)
        page.locator(".counter").click()
        count(page, 1)
        assert first.process is not None
        first.process.kill()
        first.process.wait()
        loud = page.locator(".ccv-loud")
        loud.get_by_text("no longer running on this computer").wait_for(timeout=20_000)
        assert page.locator(READY).count() == 0
        page.wait_for_timeout(500)
        assert page.locator(".jp-Dialog").count() == 0
        # The same port is free again, so the page that stayed open finds the course.
        second = launch(first.places)
        try:
            assert second.base == first.base
            with fresh(page):
                loud.get_by_role("button", name="Carry on").click(timeout=30_000)
            page.locator(".counter").click()
            count(page, 2)
        finally:
            stop(second)


def test_without_the_extension_it_is_a_normal_notebook(
    notebooks: Path, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    with serve(tmp_path / "mine", built=built(notebooks)) as plain:
        remote = plain.places.run / "labextensions" / "customer-care-course" / "static"
        (remote / "course.js").write_text("throw new Error('broken');\n", encoding="utf-8")
        page = new_page()
        page.goto(plain.url)
        page.locator(".jp-CodeMirrorEditor:visible").first.wait_for(timeout=60_000)
        assert page.locator("#jp-menu-panel").is_visible()
        page.locator(".jp-Notebook-cell", has_text="print('after')").last.click()
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea", has_text="after").first.wait_for(timeout=30_000)


def test_themes(page: Any) -> None:
    body = page.locator("body")
    assert body.get_attribute("data-jp-theme-light") == "true"
    button(page, "Dark theme").click()
    page.wait_for_selector('body[data-jp-theme-light="false"]')
    with fresh(page):
        page.reload()
    assert body.get_attribute("data-jp-theme-light") == "false"
    button(page, "Light theme").click()
    page.wait_for_selector('body[data-jp-theme-light="true"]')
