"""What only JupyterLab shows: how wide a page is in it, and whose ring a button has."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import nbformat
import pytest

from course.answers import open_session
from course.exercises import Item, specimens
from course.lab import serve
from tests.browser.conftest import open_course
from tests.pages import built
from tests.shipped import load_course

pytestmark = pytest.mark.browser
NOTEBOOK = "complaints.ipynb"
TOOLS = "from course import bench, dashboard, how_many_to_ask, lesson"


def one_of_each() -> dict[str, tuple[str, Item]]:
    """An exercise of each kind, with its lesson; those with the widest tables first."""
    found: dict[str, tuple[str, Item]] = {}
    for lesson in load_course().lessons.values():
        for item in lesson.values():
            table = getattr(item.exercise, "table", None)
            if item.kind.name not in found or (table and len(table.columns) > 4):
                found[item.kind.name] = (lesson.id, item)
    return found


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A page with everything on it that can be wide: tools, tables, a debrief."""
    places = one_of_each()
    folder, notebooks = tmp_path_factory.mktemp("care"), tmp_path_factory.mktemp("notebooks")
    new = nbformat.v4
    shown = [f'lesson("{where}")["{item.id}"]' for where, item in places.values()]
    shown += ["dashboard()", "bench()", "how_many_to_ask()"]
    cells = [new.new_markdown_cell("# Everything\n\n## At once")]
    cells += [new.new_code_cell(one) for one in (TOOLS, *shown)]
    nbformat.write(new.new_notebook(cells=cells), notebooks / NOTEBOOK)
    with serve(folder, built=built(notebooks)) as running:
        own = open_session(load_course(), folder)
        for _, item in places.values():
            wanted = {one.name: one.answer for one in specimens(item)}
            own.answer(item.id, wanted.get("wrong") or next(iter(wanted.values())))
        yield running


@pytest.fixture(scope="module")
def page(lab: Any, chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    open_course(page, lab)
    page.locator(".cc-tile").first.wait_for(timeout=30_000)
    page.locator(".cc-debrief img.cc-chart").wait_for(timeout=30_000)
    yield page
    context.close()


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_the_page_with_all_folds_open(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('.cc details').forEach((one) => { one.open = true })")
    page.wait_for_function("""() => [...document.querySelectorAll(".cc-table")]
      .filter((one) => one.checkVisibility()).length > 4""")
    page.wait_for_timeout(1000)
    over = page.evaluate("""() => [...document.querySelectorAll(".cc, .cc *")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true })
        && !one.closest(".cc-scroll > *, .cc-vanish")
        && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => `${one.className} ${Math.round(one.getBoundingClientRect().right)}`)""")
    assert over == []
    moved = page.evaluate("""() => [document.documentElement, ...document.querySelectorAll(
        ".jp-WindowedPanel-outer, .jp-Notebook")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)""")
    assert moved == []
    # What is drawn for a narrow page is drawn for this one.
    assert (
        page.evaluate("Math.max(...[...document.querySelectorAll('.cc')].map(e => e.clientWidth))")
        < 520
    )


def test_a_page_of_little_height_scrolls_in_one_place(page: Any) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    page.wait_for_timeout(800)
    scrollers = page.evaluate("""() => [...document.querySelectorAll("*")]
      .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1
        && (one === document.documentElement
          || ["auto", "scroll"].includes(getComputedStyle(one).overflowY)))
      .map((one) => one.tagName)""")
    assert scrollers == ["HTML"]
    page.locator(".cc-panel, .cc-desk").last.locator(".cc-range").last.focus()
    assert page.evaluate("""() => {
      const at = document.activeElement.getBoundingClientRect();
      return at.top >= 0 && at.bottom <= innerHeight;
    }""")


@pytest.mark.parametrize("light", [True, False])
def test_every_button_has_the_courses_own_ring(page: Any, light: bool) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("(on) => { document.body.dataset.jpThemeLight = String(on) }", light)
    rings = page.evaluate("""() => {
      const accent = document.createElement("i");
      accent.style.color = "var(--cc-accent)";
      document.querySelector(".cc").append(accent);
      const colour = getComputedStyle(accent).color;
      accent.remove();
      return [...document.querySelectorAll(".cc button")].filter((one) => one.checkVisibility())
        .map((one) => {
          one.focus({ focusVisible: true, preventScroll: true });
          const ring = getComputedStyle(one);
          return [one.textContent.trim(), one.matches(":focus-visible"), ring.outlineStyle,
            ring.outlineWidth, ring.outlineOffset, ring.outlineColor === colour];
        });
    }""")
    assert {"Work it out", "Start again"} <= {name for name, *_ in rings}
    assert [one for one in rings if one[1:] != [True, "solid", "2px", "2px", True]] == []


def test_the_button_of_an_alarm_has_a_ring_that_is_seen_on_it(page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    ring, offset, ground = page.evaluate("""() => {
      const box = document.createElement("div");
      box.className = "cc-alarm";
      box.innerHTML = '<button type="button" class="cc-button">Try again</button>';
      document.querySelector(".cc").append(box);
      box.firstChild.focus({ focusVisible: true });
      const ring = getComputedStyle(box.firstChild);
      const found = [ring.outlineColor, ring.outlineOffset, getComputedStyle(box).backgroundColor];
      box.remove();
      return found;
    }""")
    # It stands off the button, on the dark ground of the alarm.
    assert offset == "2px"
    assert ring != ground


def test_a_markdown_lesson_has_its_exercises_one_level_below(page: Any) -> None:
    levels = page.evaluate("""() => [...document.querySelectorAll("#cc-lesson :is(h1,h2,h3,h4,h5)")]
      .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))""")
    assert levels[:3] == [1, 2, 3]
    assert all(after - before <= 1 for before, after in pairwise(levels))
