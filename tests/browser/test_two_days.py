"""A trainee's first two days, on the installed wheel, in one go.

The first day ends in the middle of a conversation, the second with a file that is graded. Between
the two nobody waits: what the first day wrote is dated a day back.
"""

import csv
import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from course.answers import FolderLog, Session, answers_folder
from course.answers.clock import stamp
from course.answers.record import chain
from course.exercises import Item, Scored, check, specimens
from course.lessons.build import file_of
from course.lessons.page import Station
from course.progress import Pick, pick
from tests.browser.hands import READY, SAVED, Keyboard, Mouse, answer, say_lines
from tests.browser.installed import Course, Started
from tests.browser.test_journey import best, earned, had
from tests.shipped import load_course

LESSON = "investigation"
MISSED = "what-the-mix-says"
TALK = "the-good-number"
SLOW = 60_000
OWN_WORDS = "I would say it plainly."


def test_two_days_of_a_trainee(
    programs: Path, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    course = Course(programs, tmp_path / "customer-care")
    with course.started() as started:
        done = first_day(course, opened(new_page, started))
    a_day_passes(answers_folder(course.folder))
    with course.started() as started:
        page = opened(new_page, started)
        carries_on(page)
        reviews(course, page)
        done += finishes(course, page)
        takes_a_line_back(course, page)
        done += hands_in(course, page, tmp_path / "handed-in")
    row = graded(course, tmp_path / "handed-in", tmp_path / "graded")
    wrong = wrong_answer(next(one for one in done if one.id == MISSED))
    # Neither the review nor the other road has moved it.
    assert float(row["mark"]) == pytest.approx(earned(done, {MISSED: wrong}), abs=0.1)
    assert float(row["mark"]) < earned(done)
    assert row["name"].endswith("Asha")


def first_day(course: Course, page: Page) -> list[Item]:
    """Welcome, then three stations with one miss, then half of a conversation."""
    hands = Mouse(page)
    assert "welcome.ipynb" in page.url, "the first launch"
    page.get_by_label("What should we call you?").fill("Asha")
    page.get_by_role("button", name="Keep my name").click()
    welcome = had(course, "welcome")
    for number, station in enumerate(stations("welcome")):
        if number:
            goes_on(page, station)
        for item in inside(station, welcome):
            answer(hands, item, best(item))

    hands.turn_to_lesson(file_of(LESSON))
    items = had(course, LESSON)
    *three, fourth = stations(LESSON)[:4]
    done = []
    for number, station in enumerate(three):
        if number:
            goes_on(page, station)
        for item in inside(station, items):
            answer(hands, item, wrong_answer(item) if item.id == MISSED else best(item))
            done.append(item)
    assert MISSED in [one.id for one in done]
    goes_on(page, fourth)
    say_lines(hands, hands.section(TALK), best(by_id(items, TALK))[:2], OWN_WORDS)
    return [*welcome, *done]


def carries_on(page: Page) -> None:
    """Home says who is waiting, and one link leads into the conversation."""
    at(page, "home.ipynb")
    expect(page.get_by_role("heading", name=re.compile("Asha"))).to_be_visible()
    expect(page.get_by_text("Gordon is waiting for an answer")).to_be_visible()
    page.get_by_role("link", name="Carry on").click()
    at(page, f"{LESSON}.ipynb?station={stations(LESSON)[3].id}")
    talk = page.locator(f'.cc-exercise[data-exercise="{TALK}"]')
    expect(talk.locator(".cc-bubble.cc-mine")).to_have_count(2, timeout=SLOW)
    expect(talk.locator(":focus")).to_have_count(1, timeout=SAVED)
    expect(talk.locator(":focus")).to_be_in_viewport()


def reviews(course: Course, page: Page) -> None:
    """The review is of what was missed, and is answered right."""
    page.locator(".ccv-header").get_by_role("link", name="Customer Care").click()
    at(page, "home.ipynb")
    page.locator('.cc-home a[href="review.ipynb"]').click(timeout=SLOW)
    at(page, "review.ipynb")
    asked, session = comes_back(course), kept(course)
    assert asked
    missed = covers(MISSED)
    for number, one in enumerate(asked, start=1):
        assert one.missed
        assert one.objective in missed
        title = page.get_by_role("heading", name=f"Exercise {number} of {len(asked)}")
        expect(title).to_be_visible(timeout=SLOW)
        expect(page.get_by_text("because a first try was not right")).to_be_visible()
        item = session.item(one.exercise, one.variant)
        assert item is not None
        looks_as_in_a_lesson(page, item)
        answer(Mouse(page), item, best(item))
        last = number == len(asked)
        page.get_by_role("button", name="See how it went" if last else "Next exercise").click()
    came = page.get_by_role("listitem").filter(has_text=": right at the first try.")
    expect(came).to_have_count(len(asked), timeout=SAVED)
    assert comes_back(course) == ()
    page.get_by_role("link", name="Back to home").click()
    at(page, "home.ipynb")


def looks_as_in_a_lesson(page: Page, item: Item) -> None:
    """In a box of widgets, Lab's own rules for buttons and labels must not win."""
    shown = page.locator(f'.cc-exercise[data-exercise="{item.id}"]')
    expect(shown.locator(".cc-check")).to_have_css("border-radius", "6px")
    apart = shown.locator(".cc-option:not(:last-child)")
    for one in apart.all():
        expect(one).to_have_css("margin-bottom", "8px")
    assert apart.count() or item.kind.name != "choice"


def finishes(course: Course, page: Page) -> list[Item]:
    """The conversation that was left is played to its best end."""
    page.get_by_role("link", name="Carry on").click()
    at(page, f"{LESSON}.ipynb")
    item = by_id(had(course, LESSON), TALK)
    answer(Keyboard(page), item, best(item)[2:], OWN_WORDS)
    return [item]


def takes_a_line_back(course: Course, page: Page) -> None:
    """The other road from the first line is played to its end beside the one that counts."""
    hands = Keyboard(page)
    section = hands.section(TALK)
    other = wrong_answer(by_id(had(course, LESSON), TALK))
    # A good line is folded.
    hands.press(section.locator('details:has([data-back="1"]) > summary'))
    hands.press(section.locator('[data-back="1"]'))
    expect(page.get_by_text("You took line 1 back.")).to_be_visible(timeout=SAVED)
    say_lines(hands, section, other[:-1], OWN_WORDS)
    hands.say_line(section, other[-1])
    head = section.get_by_role("heading", name="Two roads from your line 1")
    expect(head).to_be_focused(timeout=SAVED)
    expect(head).to_contain_text("The first one counts.")


def hands_in(course: Course, page: Page, folder: Path) -> list[Item]:
    """The last station: one's own page, what one takes along, and the file as a download."""
    hands = Mouse(page)
    last = stations(LESSON)[-1]
    items = inside(last, had(course, LESSON))
    hands.turn_to(f"?station={last.id}")
    for item in items:
        answer(hands, item, best(item))
    expect(page.get_by_role("heading", name="What I can do now")).to_be_visible(timeout=SLOW)
    rows = page.get_by_role("row", include_hidden=True)
    title = by_id(had(course, LESSON), MISSED).exercise.title
    expect(rows.filter(has_text=title)).to_have_text(re.compile("not yet"), timeout=SAVED)
    with page.expect_download(timeout=SLOW) as down:
        page.get_by_role("button", name="Download the file").click()
    folder.mkdir()
    down.value.save_as(folder / down.value.suggested_filename)
    expect(page.get_by_text("Send it to your instructor.").first).to_be_visible()
    return items


def graded(course: Course, handed: Path, out: Path) -> dict[str, str]:
    done = course.run("grade", str(handed), "--out", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


def a_day_passes(folder: Path) -> None:
    """Dates every record a day back, and has each name the lines before it by what they are now."""
    lines = []
    for path in folder.glob("*.jsonl"):
        lines += [(path, json.loads(line), line) for line in path.read_bytes().splitlines()]
        path.write_bytes(b"")
    named: dict[str, str] = {}
    for path, record, line in sorted(lines, key=lambda one: one[1]["n"]):
        record["at"] = stamp(datetime.fromisoformat(record["at"]) - timedelta(days=1))
        for field in {"prev", "after", "floor", "line"} & record.keys():
            record[field] = named.get(record[field], record[field])
        new = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        named[chain(line)] = chain(new)
        with path.open("ab") as file:
            file.write(new + b"\n")


def opened(new_page: Callable[..., Page], started: Started) -> Page:
    page = new_page(reduced_motion="reduce", accept_downloads=True)
    page.goto(started.url)
    page.wait_for_selector(READY, timeout=90_000)
    return page


def goes_on(page: Page, station: Station) -> None:
    """Follows the way on at the foot of a station."""
    page.locator(".ccv-end").get_by_role("link", name=f"Next: {station.title}").click()
    at(page, f"?station={station.id}")


def at(page: Page, end: str) -> None:
    page.wait_for_url(re.compile(re.escape(end)), timeout=SLOW)
    page.wait_for_selector(READY, timeout=90_000)


def kept(course: Course) -> Session:
    """What the disk holds, read from outside."""
    return Session(load_course(), FolderLog(answers_folder(course.folder), ""))


def comes_back(course: Course) -> tuple[Pick, ...]:
    return pick(kept(course), datetime.now().astimezone())


def covers(exercise: str) -> tuple[str, ...]:
    return load_course().lessons[LESSON].glance(exercise).covers


def stations(lesson: str) -> list[Station]:
    """Those with a heading, in the order of the page; of the core alone where there is more."""
    return [one for one in load_course().lessons[lesson].page.stations if one.title and one.core]


def inside(station: Station, items: list[Item]) -> list[Item]:
    return [one for one in items if one.id in station.exercises]


def by_id(items: list[Item], name: str) -> Item:
    return next(one for one in items if one.id == name)


def wrong_answer(item: Item) -> Any:
    wrong = next(one.answer for one in specimens(item) if one.name == "wrong")
    result = check(item, wrong)
    assert isinstance(result, Scored)
    assert not result.full
    return wrong
