"""The whole journey, on the installed wheel: practise, lose the server, hand in, be graded."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.answers import FolderLog, Session, answers_folder
from course.exercises import Item, NeedsReview, Scored, check, specimens
from course.lessons import load_course
from tests.browser.hands import SAVED, Keyboard, Mouse, answer, say_lines
from tests.browser.installed import Course, Started, install

READY = 'body[data-course-ready="true"]'
UNHEARD = "I was writing this while the course was starting again"
HALF = "I started to write this and then the power"


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed wheel, far from the checkout."""
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def course(programs: Path, tmp_path: Path) -> Course:
    return Course(programs, tmp_path / "customer-care")


def session(course: Course) -> Session:
    """What the disk holds, read from outside."""
    return Session(load_course(), FolderLog(answers_folder(course.folder), ""))


def best(item: Item) -> Any:
    """The answer that the exercise itself calls right."""
    return next(one.answer for one in specimens(item) if one.name == "right")


def open_lesson(page: Page, started: Started, notebook: str) -> None:
    page.goto(started.url.replace("welcome.ipynb", notebook))
    page.wait_for_selector(READY, timeout=90_000)


def earned(answered: list[Item]) -> float:
    """The mark in per cent: what is not answered earns nothing, a reply waits for a reviewer."""
    # As the trainee had them: an exercise with parameters is another one for everybody.
    had = {item.id: item for item in answered}
    got = total = 0.0
    for item in load_course().items():
        mine = had.get(item.id)
        result = check(mine, best(mine)) if mine else None
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


@pytest.mark.browser
def test_by_mouse_with_every_accident(
    course: Course, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    lessons = load_course().lessons
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        page.goto(started.url)
        page.wait_for_selector(READY, timeout=90_000)
        hands = Mouse(page)
        welcome = list(lessons["welcome"].values())
        for item in welcome:
            answer(hands, item, best(item))
        page.get_by_label("What should we call you?").fill("Asha <b>Ö</b>")
        page.get_by_role("button", name="Keep my name").click()
        expect(page.get_by_text("Asha <b>Ö</b>").first).to_be_visible(timeout=SAVED)

        open_lesson(page, started, "complaints.ipynb")
        here = session(course)
        items = [item for one in lessons["complaints"] if (item := here.item(one))]
        third = len(items) // 3
        for item in items[:third]:
            answer(hands, item, best(item))

        page.reload()
        page.wait_for_selector(READY, timeout=90_000)
        _all_there(page, items[:third])

        (kernel,) = [
            one["kernel"]["id"]
            for one in json.loads(started.rest("GET", "api/sessions"))
            if one["path"].endswith("complaints.ipynb")
        ]
        started.rest("POST", f"api/kernels/{kernel}/restart")
        # What is being written while nobody answers must not be lost either.
        open_reply = next(item for item in items[third:] if item.kind.name == "reply")
        hands.write(hands.section(open_reply.id).locator("textarea"), UNHEARD)
        # The page finds out by itself that everything behind it is new, and builds itself again.
        page.wait_for_selector("body:not([data-course-ready])", timeout=60_000)
        page.wait_for_selector(READY, timeout=90_000)
        _all_there(page, items[:third])
        written = hands.section(open_reply.id).locator("textarea")
        expect(written).to_have_value(UNHEARD, timeout=SAVED)
        for item in items[third : 2 * third]:
            answer(hands, item, best(item))

        replies = [item for item in items[2 * third :] if item.kind.name == "reply"]
        talks = [item for item in items[2 * third :] if item.kind.name == "dialogue"]
        hands.write(hands.section(replies[0].id).locator("textarea"), HALF)
        expect(hands.section(replies[0].id).locator(".cc-status").last).to_contain_text(
            "Draft kept", timeout=SAVED
        )
        say_lines(hands, hands.section(talks[0].id), best(talks[0])[:2], "Half a thought")
        started.kill()
        hands.section(items[0].id).get_by_role("button").first.click()
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
        open_lesson(page, started, "complaints.ipynb")
        _all_there(page, items[: 2 * third])
        draft = hands.section(replies[0].id).locator("textarea")
        expect(draft).to_have_value(HALF, timeout=30_000)
        talk = hands.section(talks[0].id)
        expect(talk.locator(".cc-bubble.cc-mine")).to_have_count(2)
        for item in items[2 * third :]:
            given = best(item)
            answer(hands, item, given[2:] if item.id == talks[0].id else given)

    row = grade(course, tmp_path)
    assert row["name"].endswith("Asha <b>Ö</b>")
    assert float(row["mark"]) == pytest.approx(earned([*welcome, *items]), abs=0.1)


def _all_there(page: Page, items: list[Item]) -> None:
    """Everything answered so far stands on the page as done."""
    for item in items:
        section = page.locator(f'section.cc-exercise[data-exercise="{item.id}"]')
        expect(section).to_have_attribute("data-state", "done", timeout=60_000)


@pytest.mark.browser
def test_by_keyboard_alone(course: Course, new_page: Callable[..., Page], tmp_path: Path) -> None:
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Keyboard(page)
        open_lesson(page, started, "complaints.ipynb")
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        here = session(course)
        items = [item for one in load_course().lessons["complaints"] if (item := here.item(one))]
        for item in items:
            answer(hands, item, best(item))
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells
        _all_there(page, items)
        no_violations(page)
        page.get_by_role("button", name="Dark theme").click()
        page.wait_for_timeout(1500)
        no_violations(page)
    row = grade(course, tmp_path)
    assert float(row["mark"]) == pytest.approx(earned(items), abs=0.1)


@pytest.mark.browser
def test_the_rest_of_the_sequence_by_mouse(
    course: Course, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """Every lesson but the two above, one after the other, by Next."""
    lessons = load_course().lessons
    done: list[Item] = []
    with course.started() as started:
        page = new_page(reduced_motion="reduce")
        hands = Mouse(page)
        page.goto(started.url)
        page.wait_for_selector(READY, timeout=90_000)
        for name, lesson in lessons.items():
            place = page.get_by_text(f"Lesson {list(lessons).index(name) + 1} of {len(lessons)}")
            expect(place).to_be_visible(timeout=60_000)
            page.wait_for_selector(READY, timeout=90_000)
            if name not in ("welcome", "complaints"):
                here = session(course)
                items = [item for one in lesson if (item := here.item(one))]
                for item in items:
                    answer(hands, item, best(item))
                _all_there(page, items)
                done += items
            if name != list(lessons)[-1]:
                page.get_by_role("button", name="Next", exact=True).click()
    row = grade(course, tmp_path)
    assert float(row["mark"]) == pytest.approx(earned(done), abs=0.1)


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COURSE_FOLDER", "COURSE_CONTENT"):
        monkeypatch.delenv(name, raising=False)
