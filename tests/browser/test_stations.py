"""One station on the page at a time: the way to it, where the page opens, and what Python runs."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from course.answers import open_session
from course.exercises import best
from course.lab import Running, serve
from course.lessons import load_course
from tests.browser.conftest import READY, leave, open_course
from tests.browser.hands import SAVED, Keyboard, Mouse, answer, say_lines
from tests.page.stops import ROUND_THEM, STOPS

pytestmark = pytest.mark.browser
SMALL = Path(__file__).parent.parent / "fixtures" / "course"
PAGES = {
    "first": """\
# Hear them: before you solve it

It is nine in the morning.

## Hear what happened

@minutes 9

A mug has come in two pieces.

@exercise pick-one

@exercise in-your-words

## Say it to her

@minutes 12

@exercise broken-mug

## Sort it once more

@minutes 8
@more-practice

@exercise tag-lines

@exercise in-order
""",
    "second": """\
# Count them

## Count what came back

@minutes 10

You may want to [hear them](first) first.

@exercise how-many

@exercise pick-several
""",
}
HEAR, SAY, SORT = "hear-what-happened", "say-it-to-her", "sort-it-once-more"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lessons; the first has an opening, a conversation, and more practice."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for name, page in PAGES.items():
        exercises = folder / name / "exercises"
        exercises.mkdir(parents=True, exist_ok=True)
        (folder / name / "page.md").write_text(page, encoding="utf-8")
    for name in ("how-many", "pick-several"):
        shutil.move(folder / "first" / "exercises" / f"{name}.yaml", folder / "second/exercises")
    (folder / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def running(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server for what each test begins anew."""
    with serve(tmp_path_factory.mktemp("care"), content=content) as made:
        yield made


@pytest.fixture
def untouched(running: Running, one_page: Page) -> Page:
    """The first lesson, of which nothing was done yet, for tests that only look."""
    if not one_page.evaluate("window.asItWas === true"):
        begin_anew(running, one_page)
        one_page.evaluate("window.asItWas = true")
    return one_page


@pytest.fixture
def page(untouched: Page) -> Page:
    """The same for tests that do something; whatever comes after them begins anew."""
    untouched.evaluate("window.asItWas = false")
    return untouched


def begin_anew(running: Running, page: Page) -> None:
    if page.url.startswith(running.base):
        page.evaluate("sessionStorage.clear(), localStorage.clear()")
    leave(page)
    for kept in running.places.answers.glob("*"):
        kept.unlink()
    restart(running)
    page.set_viewport_size({"width": 1280, "height": 800})
    open_course(page, running, "first.ipynb")


def restart(running: Running) -> None:
    """A fresh Python, as after a night."""
    (kernel,) = {one["kernel"]["id"] for one in running.request("GET", "api/sessions")}
    running.request("POST", f"api/kernels/{kernel}/restart", timeout=60)


def exercise(page: Page, name: str) -> Locator:
    return page.locator(f'.cc-exercise[data-exercise="{name}"]')


def title(page: Page) -> Locator:
    return page.locator(".ccv-title")


def here(page: Page, name: str) -> None:
    """The exercise is on the page, in view, and has the focus or holds it."""
    there = exercise(page, name)
    expect(there).to_be_in_viewport(timeout=30_000)
    page.wait_for_function(
        "(one) => one === document.activeElement || one.contains(document.activeElement)",
        arg=there.element_handle(),
        timeout=10_000,
    )


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector(READY, timeout=60_000)


def follow(page: Page, link: str | re.Pattern[str]) -> None:
    page.get_by_role("link", name=link).click()
    page.wait_for_selector(READY, timeout=60_000)


def answer_right(page: Page) -> None:
    one = exercise(page, "pick-one")
    one.locator('input[value="say-back"]').check()
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".cc-status").last).to_contain_text("Saved", timeout=SAVED)


def marks(page: Page) -> list[str]:
    return [str(one.get_attribute("aria-label")) for one in page.locator(".ccv-marks a").all()]


def test_a_station_has_a_head_a_foot_and_its_own_cells_alone(untouched: Page) -> None:
    page = untouched
    expect(title(page)).to_have_text("Hear what happened")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hear them: before you solve it")
    expect(page.locator(".ccv-facts").first).to_have_text("About 9 minutes · 0 of 2 met")
    expect(page.locator("p", has_text="It is nine in the morning.")).to_be_visible()
    expect(page.locator("p", has_text="A mug has come in two pieces.")).to_be_visible()
    assert marks(page) == ["The mug in two pieces: open", "Write to Ines: open"]
    # What is not shown was not run, and its words are out of sight.
    assert page.locator("[data-exercise]").count() == 2
    shown = page.locator(".jp-Notebook-cell:visible")
    assert shown.count() == 4, "the opening, the words of the station, and two exercises"
    expect(page.locator(".ccv-met")).to_have_text(
        "You have not met any of the exercises here yet. They stay open."
    )
    expect(page.get_by_role("link", name=re.compile("^Next"))).to_have_text(
        "Next: Say it to her (about 12 minutes)"
    )


def test_a_print_is_the_station_and_nothing_round_it(untouched: Page) -> None:
    page = untouched
    page.emulate_media(media="print")
    for gone in (".ccv-header", ".ccv-end", ".ccv-marks"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(title(page)).to_be_visible()
    expect(exercise(page, "pick-one")).to_be_visible()
    assert page.locator(".jp-Notebook-cell:visible").count() == 4
    page.emulate_media(media="screen")


def test_on_a_phone_the_contents_are_a_sheet(untouched: Page) -> None:
    page = untouched
    page.set_viewport_size({"width": 390, "height": 844})
    page.keyboard.press("Alt+c")
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert 0 < box["y"] < 844
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    page.mouse.click(195, box["y"] / 2)
    expect(page.get_by_role("dialog")).to_be_hidden()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for one in page.locator(
            ".ccv-header *:visible, .ccv-head *:visible, .ccv-end *:visible"
        ).all():
            part = one.bounding_box()
            assert part is None or 0 <= part["x"] <= part["x"] + part["width"] <= width + 0.5
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_head_foot_and_contents_are_accessible(untouched: Page, theme: str) -> None:
    page = untouched
    if theme == "dark":
        page.get_by_role("button", name="Dark theme").click()
        page.wait_for_selector('body[data-jp-theme-light="false"]')
    clean(page)
    # The ring is the course's own on every button, two pixels with a gap, and shows on its ground.
    rings = set()
    for button in page.locator(".ccv-header button, .ccv-end button, .cc-check").all():
        button.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        rings.add(button.evaluate(
            "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth,"
            " getComputedStyle(one).outlineOffset, getComputedStyle(one).outlineColor].join(' ')"
        ))  # fmt: skip
    accent = {"light": "rgb(11, 107, 93)", "dark": "rgb(111, 211, 191)"}[theme]
    assert rings == {f"solid 2px 2px {accent}"}
    page.keyboard.press("Alt+c")
    clean(page)
    page.keyboard.press("Escape")
    if theme == "dark":
        page.get_by_role("button", name="Light theme").click()
        page.wait_for_selector('body[data-jp-theme-light="true"]')


def clean(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    # Outside what is shown Lab has elements of its own.
    ours = [
        (one["id"], node["target"])
        for one in found for node in one["nodes"]
        if re.search(r"\.(cc|ccv)-|#cc|dialog", json.dumps(node["target"]))
    ]  # fmt: skip
    assert ours == []


def test_what_stands_round_the_exercises_takes_few_tab_stops(untouched: Page) -> None:
    """As `tests.page.test_every_station` reckons with it."""
    round_them = untouched.evaluate(STOPS, ".ccv-header, .ccv-head, .ccv-end")
    assert round_them <= ROUND_THEM + untouched.locator(".ccv-marks a").count()


def test_nothing_is_announced_but_what_changed(page: Page) -> None:
    """Arrow keys in a group of options are no news; what they say of a draft is told apart."""
    page.evaluate("""() => {
      window.news = [];
      for (const region of document.querySelectorAll(".ccv-header [role], .ccv-head, .ccv-end")) {
        new MutationObserver(() => window.news.push(region.className))
          .observe(region, { childList: true, subtree: true, characterData: true });
      }
    }""")
    exercise(page, "pick-one").locator("input").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(400)
    page.wait_for_timeout(800)
    assert page.evaluate("window.news") == []
    code = page.get_by_role("button", name="Show code")
    assert code.get_attribute("aria-pressed") is None
    assert page.locator("[role=tabpanel]:visible").count() == 0


def test_marks_follow_what_is_answered(page: Page) -> None:
    one = exercise(page, "pick-one")
    one.locator('input[value="sorry"]').check()
    one.get_by_role("button", name="Check").click()
    mark = page.locator(".ccv-marks a").first
    expect(mark).to_have_attribute("aria-label", "The mug in two pieces: tried", timeout=SAVED)
    mark.click()
    here(page, "pick-one")
    one.locator('input[value="say-back"]').check()
    one.get_by_role("button", name="Check again").click()
    expect(mark).to_have_attribute("aria-label", "The mug in two pieces: met", timeout=SAVED)
    expect(page.locator(".ccv-facts").first).to_have_text("About 9 minutes · 1 of 2 met")
    expect(page.locator(".ccv-met")).to_have_text(
        "You have met 1 of 2 exercises here. Left for later: Write to Ines."
    )


def test_next_goes_on_and_back_and_forward_lead_through(page: Page) -> None:
    follow(page, re.compile("^Next: Say it to her"))
    expect(title(page)).to_have_text("Say it to her")
    expect(title(page)).to_be_focused()
    assert page.url.endswith(f"first.ipynb?station={SAY}")
    assert page.locator("[data-exercise]:visible").count() == 1
    expect(page.locator("p", has_text="It is nine in the morning.")).to_be_hidden()
    # Nothing of its core is open on this page any more, so more practice is what is next.
    follow(page, re.compile("^Next: Sort it once more"))
    expect(page.locator(".ccv-facts").first).to_have_text(
        "About 8 minutes · more practice · 0 of 2 met"
    )
    follow(page, re.compile("^Next: Count them: Count what came back"))
    page.wait_for_url("**/second.ipynb?station=count-what-came-back", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    expect(title(page)).to_be_focused()
    expect(page.get_by_role("link", name=re.compile("^Next"))).to_have_count(0)
    back, forward = page.go_back, page.go_forward
    steps = [
        (back, "Sort it once more"), (back, "Say it to her"), (back, "Hear what happened"),
        (forward, "Say it to her"), (forward, "Sort it once more"),
        (forward, "Count what came back"),
    ]  # fmt: skip
    for step, shown in steps:
        step()
        expect(title(page)).to_have_text(shown, timeout=60_000)
        page.wait_for_selector(READY, timeout=60_000)
    follow(page, "hear them")
    page.wait_for_url("**/first.ipynb?station=*", timeout=60_000)


def test_it_opens_at_the_first_open_exercise(page: Page, running: Running) -> None:
    here(page, "pick-one")
    answer_right(page)
    page.goto(running.address("first.ipynb"))
    page.wait_for_selector(READY, timeout=60_000)
    here(page, "pick-one")  # it is what was touched last


def test_it_opens_where_one_was_after_everything(
    page: Page, running: Running, new_page: Callable[..., Page]
) -> None:
    follow(page, re.compile("^Next"))
    follow(page, re.compile("^Next: Sort"))
    row = exercise(page, "in-order").locator("li.cc-rank-item").nth(1)
    row.locator("button.cc-move").first.click()
    expect(exercise(page, "in-order").locator(".cc-status").last).to_contain_text(
        "kept", timeout=SAVED
    )
    reload(page)
    here(page, "in-order")
    assert page.url.endswith(f"?station={SORT}")

    # A fresh Python: the page sets itself up again, and whoever was in an exercise is in it.
    page.evaluate("window.readies = 0; document.addEventListener('course:ready', () => readies++)")
    restart(running)
    page.wait_for_function("window.readies > 0", timeout=60_000)
    here(page, "in-order")

    # From another lesson, by the list of lessons.
    hands = Mouse(page)
    hands.turn_to_lesson("second.ipynb")
    here(page, "how-many")
    hands.turn_to_lesson("first.ipynb")
    here(page, "in-order")

    # And the next day, without an address that says so.
    leave(page)
    tomorrow = open_course(new_page(reduced_motion="reduce"), running, "first.ipynb")
    here(tomorrow, "in-order")


def test_a_conversation_that_is_half_played_comes_first(
    page: Page, running: Running, new_page: Callable[..., Page]
) -> None:
    hands = Mouse(page)
    say_lines(hands, hands.section("broken-mug"), ["own-it"], "In two pieces, and for Saturday.")
    hands.section("in-order").locator("button.cc-move").nth(2).click()
    expect(exercise(page, "in-order").locator(".cc-status").last).to_contain_text(
        "kept", timeout=SAVED
    )
    leave(page)
    again = open_course(new_page(reduced_motion="reduce"), running, "first.ipynb")
    here(again, "broken-mug")
    expect(title(again)).to_have_text("Say it to her")
    expect(exercise(again, "broken-mug").locator(".cc-say")).to_be_focused()
    expect(exercise(again, "broken-mug").locator(".cc-say")).to_be_in_viewport()
    # An address that names a station is followed all the same.
    again.goto(running.address("first.ipynb", SORT))
    again.wait_for_selector(READY, timeout=60_000)
    expect(title(again)).to_have_text("Sort it once more")


def test_contents_by_button_and_by_key(page: Page) -> None:
    page.get_by_role("button", name="Contents", exact=True).click()
    panel = page.get_by_role("dialog", name="Contents")
    expect(panel).to_be_visible()
    here_now = panel.get_by_role("link", name=re.compile("Hear what happened"))
    expect(here_now).to_be_focused()
    expect(here_now).to_have_attribute("aria-current", "step")
    expect(here_now).to_contain_text("about 9 minutes · open")
    names = [one.inner_text().replace("\n", " ") for one in panel.get_by_role("link").all()]
    assert len(names) == 3 + 5 + 2 + 3, "stations, their exercises, lessons and other pages"
    assert "Sort it once more about 8 minutes · more practice · open" in names
    assert "The mug for Saturday open" in names
    assert "Count them about 10 minutes of core left · open" in names
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.get_by_role("button", name="Contents", exact=True)).to_be_focused()

    # By the key from within an exercise, and back into it.
    hands = Keyboard(page)
    box = hands.section("in-your-words").locator("textarea")
    hands.write(box, "Your mug came ")
    page.keyboard.press("Alt+c")
    expect(panel).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('dialog') !== null"
                             " || document.activeElement === document.body")  # fmt: skip
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.insert_text("without its handle.")
    expect(box).to_have_value("Your mug came without its handle.")

    page.keyboard.press("Alt+c")
    hands.press(panel.get_by_role("link", name=re.compile("The mug for Saturday")))
    expect(panel).to_be_hidden()
    here(page, "broken-mug")
    page.get_by_role("button", name="Hear them: before you solve it").click()
    expect(panel.get_by_role("link", name=re.compile("Say it to her"))).to_be_focused()


def test_a_page_can_ask_for_another_place(page: Page) -> None:
    ask = "detail => document.dispatchEvent(new CustomEvent('course:go', { detail }))"
    page.evaluate(ask, {"lesson": "first", "station": SORT, "exercise": "in-order"})
    here(page, "in-order")
    page.evaluate(ask, {"lesson": "second", "station": "count-what-came-back"})
    page.wait_for_url("**/second.ipynb?station=*", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    expect(title(page)).to_be_focused()
    page.evaluate(ask, {"lesson": "nowhere"})
    expect(title(page)).to_have_text("Count what came back")


def test_what_is_known_can_be_shown_at_once(page: Page, content: Path) -> None:
    hands = Mouse(page)
    hands.turn_to(f"?station={SORT}")
    known = page.get_by_role("link", name="I know this")
    known.click()
    here(page, "in-order")
    item = load_course(content).find("in-order")
    assert item is not None
    answer(hands, item, best(item))
    expect(page.locator(".ccv-met")).to_have_text(
        "You have shown that you know this. The other exercises stay open.", timeout=SAVED
    )
    expect(known).to_have_count(0)


def test_home_is_where_the_course_opens_once_it_was_begun(
    page: Page, running: Running, new_page: Callable[..., Page]
) -> None:
    answer_right(page)
    page.get_by_role("button", name="Stop here").click()
    page.wait_for_url("**/home.ipynb", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    said = page.get_by_role("status").filter(has_text="Everything you did is kept")
    expect(said).to_be_visible()
    expect(page.locator(".ccv-head")).to_be_hidden()
    page.go_back()
    expect(title(page)).to_have_text("Hear what happened", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    follow(page, "Customer care")
    page.wait_for_url("**/home.ipynb", timeout=60_000)
    leave(page)
    restart(running)
    assert running.url.partition("?")[0].endswith("home.ipynb"), "the next day"
    tomorrow = open_course(new_page(reduced_motion="reduce"), running)
    Mouse(tomorrow).turn_to_lesson("first.ipynb")
    here(tomorrow, "pick-one")


def test_the_session_knows_which_stations_were_opened(page: Page, running: Running) -> None:
    follow(page, re.compile("^Next"))
    reload(page)
    page.wait_for_timeout(500)
    session = open_session(load_course(SMALL), running.places.folder)
    seen = [one.station for one in session.reading.records if hasattr(one, "station")]
    assert seen == [HEAR, SAY], "each once, whatever was loaded again"
