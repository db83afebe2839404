"""The whole journey, on the installed wheel: practise, lose the server, hand in, be graded.

What a browser alone can show is shown on the first and the last exercise of each kind in two
lessons, and on a meeting with every third lesson; each answer of each exercise goes through the
same call in tests/grading, and each exercise is drawn in tests/page. The whole course by hand is
played where ``COURSE_LONG=1``.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.answers import FolderLog, Session, answers_folder
from course.exercises import Item, NeedsReview, Scored, check, specimens
from course.lessons.build import file_of
from course.lessons.page import shown
from tests.browser.hands import READY, SAVED, Keyboard, Mouse, answer, say_lines
from tests.browser.installed import Course, Started
from tests.shipped import load_course

UNHEARD = "I was writing this while the course was starting again"
HALF = "I started to write this and then the power"
BY_MOUSE, BY_KEYS = "feedback", "outreach"
"""Lessons of all kinds that are not long."""


@pytest.fixture
def course(programs: Path, tmp_path: Path) -> Course:
    return Course(programs, tmp_path / "customer-care")


def session(course: Course) -> Session:
    """What the disk holds, read from outside."""
    return Session(load_course(), FolderLog(answers_folder(course.folder), ""))


def best(item: Item) -> Any:
    """The answer that the exercise itself calls right."""
    return next(one.answer for one in specimens(item) if one.name == "right")


def had(course: Course, lesson: str) -> list[Item]:
    """The exercises of a lesson as this trainee has them, variants drawn."""
    here = session(course)
    found = [here.item(one) for one in load_course().lessons[lesson]]
    return [one for one in found if one is not None]


def ends_of_each_kind(items: list[Item]) -> list[Item]:
    """The first and the last exercise of each kind, in the order of the page."""
    first = {item.kind.name: item for item in reversed(items)}
    last = {item.kind.name: item for item in items}
    return [item for item in items if item in (first[item.kind.name], last[item.kind.name])]


def station_with(lesson: str, command: str) -> str:
    """The station of a lesson that shows something besides exercises."""
    stations = load_course().lessons[lesson].page.stations
    return next(
        one.id for one in stations if command in {part.command for part in shown(one.parts)}
    )


def open_lesson(page: Page, started: Started, lesson: str) -> None:
    page.goto(re.sub(r"[^/]+\.ipynb", file_of(lesson), started.url))
    page.wait_for_selector(READY, timeout=90_000)


def earned(answered: list[Item], missed: Mapping[str, Any] | None = None) -> float:
    """The mark in per cent: what is not answered earns nothing, a reply waits for a reviewer.

    Args:
        answered: What was answered right.
        missed: What was answered instead, by exercise.
    """
    given = missed or {}
    # As the trainee had them: an exercise with parameters is another one for everybody.
    own = {item.id: item for item in answered}
    got = total = 0.0
    for item in (one[name] for one in load_course().lessons.values() for name in one.core):
        mine = own.get(item.id)
        result = check(mine, given.get(item.id, best(mine))) if mine else None
        if isinstance(result, NeedsReview):
            continue
        total += item.exercise.points
        if isinstance(result, Scored):
            got += item.exercise.points * result.share
    return 100 * got / total


def grade(course: Course, tmp_path: Path) -> dict[str, str]:
    handed = tmp_path / "handed-in"
    done = course.run("submit", str(course.folder), "--out", str(handed / "asha.jsonl"))
    assert done.returncode == 0, done.stdout + done.stderr
    done = course.run("grade", str(handed), "--out", str(tmp_path / "graded"))
    assert done.returncode == 0, done.stdout + done.stderr
    with (tmp_path / "graded" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


def no_violations(page: Page) -> None:
    """No axe violation on the course's own elements."""
    found = Axe().run(page, context=[[".cc"], [".ccv-header"], [".jp-RenderedMarkdown"]])
    listed = [
        (one["id"], node["target"], node.get("failureSummary"))
        for one in found.response["violations"]
        for node in one["nodes"]
    ]
    assert not listed, json.dumps(listed, indent=1)[:4000]


def test_by_mouse_with_every_accident(
    course: Course, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        page.goto(started.url)
        page.wait_for_selector(READY, timeout=90_000)
        hands = Mouse(page)
        hands.turn_to(f"?station={station_with('welcome', 'hello')}")
        page.get_by_label("What should we call you?").fill("Asha <b>Ö</b>")
        page.get_by_role("button", name="Keep my name").click()
        expect(page.get_by_text("Asha <b>Ö</b>").first).to_be_visible(timeout=SAVED)

        open_lesson(page, started, BY_MOUSE)
        items = ends_of_each_kind(had(course, BY_MOUSE))
        third = len(items) // 3
        talk_at = max(at for at, item in enumerate(items) if item.kind.name == "dialogue")
        late = min(2 * third, talk_at)
        for item in items[:third]:
            answer(hands, item, best(item))

        page.reload()
        page.wait_for_selector(READY, timeout=90_000)
        _all_there(hands, items[:third])

        open_reply = next(item for item in items[third:] if item.kind.name == "reply")
        written = hands.section(open_reply.id).locator("textarea")
        (kernel,) = [
            one["kernel"]["id"]
            for one in json.loads(started.rest("GET", "api/sessions"))
            if one["path"].endswith(file_of(BY_MOUSE))
        ]
        started.rest("POST", f"api/kernels/{kernel}/restart")
        # What is being written while nobody answers must not be lost either.
        hands.write(written, UNHEARD)
        # The page finds out by itself that everything behind it is new, and builds itself again.
        page.wait_for_selector("body:not([data-course-ready])", timeout=60_000)
        page.wait_for_selector(READY, timeout=90_000)
        expect(written).to_have_value(UNHEARD, timeout=SAVED)
        expect(written).to_be_focused()
        _all_there(hands, items[:third])
        for item in items[third:late]:
            answer(hands, item, best(item))

        replies = [item for item in items[late:] if item.kind.name == "reply"]
        talks = [item for item in items[late:] if item.kind.name == "dialogue"]
        hands.write(hands.section(replies[0].id).locator("textarea"), HALF)
        expect(hands.section(replies[0].id).locator(".cc-status").last).to_contain_text(
            "Draft kept", timeout=SAVED
        )
        say_lines(hands, hands.section(talks[0].id), best(talks[0])[:2], "Half a thought")
        started.kill()
        expect(page.get_by_text("Not being saved").first).to_be_visible(timeout=30_000)
        page.course_errors.clear()  # type: ignore[attr-defined]
        page.context.close()

    # A power cut in the middle of a line leaves half of it.
    torn = max(answers_folder(course.folder).glob("*.jsonl"), key=lambda path: path.stat().st_mtime)
    with torn.open("ab") as file:
        file.write(b'{"v":1,"kind":"answer","exercise":"first-w')

    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Mouse(page)
        open_lesson(page, started, BY_MOUSE)
        _all_there(hands, items[:late])
        draft = hands.section(replies[0].id).locator("textarea")
        expect(draft).to_have_value(HALF, timeout=30_000)
        talk = hands.section(talks[0].id)
        expect(talk.locator(".cc-bubble.cc-mine")).to_have_count(2)
        for item in items[late:]:
            given = best(item)
            answer(hands, item, given[2:] if item.id == talks[0].id else given)

    row = grade(course, tmp_path)
    assert row["name"].endswith("Asha <b>Ö</b>")
    assert float(row["mark"]) == pytest.approx(earned(items), abs=0.1)


def _all_there(hands: Mouse, items: list[Item]) -> None:
    """Everything answered so far is met in the contents, and what came last is done on its page."""
    if not items:
        return
    expect(hands.section(items[-1].id)).to_have_attribute("data-state", "done", timeout=60_000)
    mark = hands.page.locator(f'.ccv-marks a[href$="exercise={items[-1].id}"]')
    expect(mark).to_have_attribute("aria-label", re.compile(": met$"), timeout=SAVED)
    hands.open_contents()
    for item in items:
        line = hands.page.locator(f'.ccv-contents a[href$="exercise={item.id}"]')
        expect(line.locator(".ccv-line-facts")).to_have_text("met", timeout=SAVED)
    hands.page.keyboard.press("Escape")


def test_by_keyboard_alone(course: Course, new_page: Callable[..., Page], tmp_path: Path) -> None:
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Keyboard(page)
        open_lesson(page, started, BY_KEYS)
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        items = ends_of_each_kind(had(course, BY_KEYS))
        for item in items:
            answer(hands, item, best(item))
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells
        _all_there(hands, items)
        no_violations(page)
        page.get_by_role("button", name="Dark theme").click()
        page.wait_for_timeout(1500)
        no_violations(page)
    row = grade(course, tmp_path)
    assert float(row["mark"]) == pytest.approx(earned(items), abs=0.1)


def walk(hands: Mouse, started: Started, each: int = 1) -> Iterator[str]:
    """Lessons one after the other, by the contents: every one, or the first of `each` so many."""
    lessons = list(load_course().lessons)
    hands.page.goto(started.url)
    hands.page.wait_for_selector(READY, timeout=90_000)
    for number, name in list(enumerate(lessons, start=1))[::each]:
        if number > 1:
            hands.turn_to_lesson(file_of(name))
        expect(hands.page.get_by_text(f"Lesson {number} of {len(lessons)}")).to_be_visible()
        yield name


@pytest.mark.parametrize("each", [3, pytest.param(1, marks=pytest.mark.long)])
def test_lessons_are_met_by_mouse(
    course: Course, new_page: Callable[..., Page], tmp_path: Path, each: int
) -> None:
    """In each, an exercise is answered, of a new kind while there is one, and a talk begins."""
    done: list[Item] = []
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Mouse(page)
        for lesson in walk(hands, started, each):
            items = had(course, lesson)
            talks = [item for item in items if item.kind.name == "dialogue"]
            known = {one.kind.name for one in (*done, *talks)}
            item = next((one for one in items if one.kind.name not in known), items[0])
            answer(hands, item, best(item))
            done.append(item)
            for talk in talks[:1]:
                lines = best(talk)[:1]
                say_lines(hands, hands.section(talk.id), lines, "I would say it plainly.")
    row = grade(course, tmp_path)
    assert float(row["mark"]) == pytest.approx(earned(done), abs=0.1)


@pytest.mark.long
def test_every_lesson_is_played_whole_by_mouse(
    course: Course, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    done: list[Item] = []
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Mouse(page)
        for lesson in walk(hands, started):
            items = had(course, lesson)
            for item in items:
                answer(hands, item, best(item))
            _all_there(hands, items)
            done += items
    row = grade(course, tmp_path)
    assert float(row["mark"]) == pytest.approx(earned(done), abs=0.1)


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COURSE_FOLDER", "COURSE_CONTENT"):
        monkeypatch.delenv(name, raising=False)
