"""A course of somebody's own, from plain text alone: checked, played, opened, handed in, graded."""

import csv
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from course.lab import lay_out
from course.lab.pages import build_pages
from course.lessons import load_course
from course.lessons.page import slug
from tests.browser.conftest import READY
from tests.browser.hands import Mouse, say_lines

pytestmark = pytest.mark.browser

ORDER = "- opening-hours\n- a-late-bus\n"
OBJECTIVES = """\
- id: HEAR-1
  text: Say back what the passenger said.
- id: ONE-1
  text: Hear a problem before solving it.
"""
SMALL = Path(__file__).parent.parent / "fixtures" / "course"

HOURS = {
    "page.md": """\
# Opening hours: who is at the counter

@summary Answer one passenger at the counter of a bus company.

It is five to six at the counter in Nairn Street.

## Answer somebody who comes late

@minutes 1

@exercise closing-soon

## One more, if you have a minute

@minutes 1
@more-practice

You may leave this out. See [the late bus](a-late-bus) next.

@exercise who-first
""",
    "exercises/closing-soon.yaml": """\
kind: choice
id: closing-soon
title: Five to six
prompt: A man with a folded pushchair asks whether he is too late. What do you say first?
covers: [HEAR-1]
options:
  - {id: not-yet, text: "Not yet. You have five minutes and a pushchair, so tell me."}
  - {id: nearly, text: "Nearly, so please be quick with whatever it is you need."}
key:
  worth: {not-yet: 1}
  because:
    not-yet: "You said 'five minutes and a pushchair'. He heard that you had seen him."
    nearly: "You said 'be quick'. He heard that he was in your way."
""",
    "exercises/who-first.yaml": """\
kind: sort
id: who-first
title: Who waits
prompt: Put each of them where they belong.
covers: [HEAR-1]
items:
  - {id: bus, text: "Her bus leaves in four minutes."}
  - {id: card, text: "He would like a new card some day."}
headings:
  - {id: now, text: "Now"}
  - {id: later, text: "Later"}
key:
  belongs: {bus: now, card: later}
  because:
    bus: "Four minutes is now."
    card: "Some day can be tomorrow."
""",
}
BUS = {
    "page.md": """\
# A late bus

@summary Write to somebody who missed a train.

Halima Noor missed her train because our bus came late.

## Write your first line

@minutes 2

@exercise first-line

## At the lost property desk

@minutes 6

@exercise broken-mug

## For your team lead

@card first-line
- Says back what happened before offering anything.

@hand-in
""",
    "exercises/first-line.yaml": """\
kind: reply
id: first-line
title: Your first line
prompt: Write your first line to her.
covers: [ONE-1]
said_by: Halima
says: "The 14 came at ten past. I stood on the platform and saw my train go."
problem_terms: [train, bus, late]
key:
  rubric:
    - {id: back, text: "Says the missed train back.", points: 1}
  model: "You saw your train go because our bus was late. I am looking up the next one for you."
  because: "It says what happened to her, and then what you do."
""",
}


def text_of(name: str) -> str:
    return (SMALL / name).read_text(encoding="utf-8")


def write(content: Path) -> Path:
    talk = {name: text_of(f"first/{name}") for name in (
        "exercises/broken-mug.yaml", "scenarios/broken-mug.yaml")}  # fmt: skip
    shared = {
        "order.yaml": ORDER,
        "objectives.yaml": OBJECTIVES,
        "house-rules.yaml": text_of("house-rules.yaml"),
    }
    for folder, files in (("", shared), ("opening-hours", HOURS), ("a-late-bus", BUS | talk)):
        for name, text in files.items():
            path = content / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "bus-company")


def course(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "course", *words], capture_output=True, text=True)


@contextmanager
def started(folder: Path, content: Path) -> Iterator[tuple[str, str]]:
    """The address of the running course, and all that was said until then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "course", "start", str(folder), "--content", str(content),
         "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    said = ""
    assert process.stdout is not None
    try:
        for line in process.stdout:
            said += line
            found = re.search(r"https?://\S+", line)
            if found:
                yield found.group(), said
                return
        raise AssertionError(f"the course did not start:\n{said}")
    finally:
        process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        process.wait(60)


def test_lint_and_play_take_it(content: Path, tmp_path: Path) -> None:
    done = course("lint", str(content))
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    out = tmp_path / "played"
    done = course("play", "--learners", "3", "--content", str(content), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert len(list(out.glob("*.jsonl"))) == 3


def test_a_trainee_takes_it_and_is_graded(content: Path, tmp_path: Path, new_page: Any) -> None:
    folder = tmp_path / "care"
    with started(folder, content) as (address, said):
        assert "left out" not in said
        page: Page = new_page()
        page.goto(address)
        page.wait_for_selector(READY, timeout=90_000)
        expect(page.locator(".ccv-place")).to_have_text("Lesson 1 of 2: Opening hours")
        assert {path.name for path in folder.glob("*.ipynb")} == {
            "home.ipynb", "privacy.ipynb", "review.ipynb",
            "opening-hours.ipynb", "a-late-bus.ipynb",
        }  # fmt: skip
        first = page.locator("[data-exercise='closing-soon']")
        first.get_by_label("Not yet. You have five minutes").check()
        first.get_by_role("button", name="Check").click()
        expect(first.locator(".cc-status").last).to_contain_text("Saved", timeout=30_000)
        page.get_by_role("link", name="Next: One more, if you have a minute").click()
        page.get_by_role("link", name="the late bus").click()
        expect(page.locator(".ccv-place")).to_have_text("Lesson 2 of 2: A late bus", timeout=60_000)
        page.wait_for_selector(READY, timeout=60_000)
        reply = page.locator("[data-exercise='first-line']")
        reply.locator("textarea").fill("You saw your train go because of our late bus.")
        reply.get_by_role("button", name="Send").click()
        expect(reply.locator(".cc-status").last).to_contain_text("Saved", timeout=30_000)

        page.get_by_role("link", name="Next: At the lost property desk").click()
        talk = page.locator("[data-exercise='broken-mug']")
        say_lines(Mouse(page), talk, ["own-it"], "Poor you, and so close to Saturday.")

    handed, graded = tmp_path / "handed-in", tmp_path / "graded"
    assert course("submit", str(folder), "--out", str(handed / "halima.jsonl")).returncode == 0
    done = course("grade", str(handed), "--key", str(content), "--out", str(graded))
    assert done.returncode == 0, done.stderr
    with (graded / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    # One right choice is all there is to be marked in the core: the reply waits for a reader, and
    # what was left out is more practice.
    assert load_course(content).lessons["opening-hours"].core == ("closing-soon",)
    assert "100" in row.values() or "100.0" in row.values(), row


def test_what_cannot_be_built_is_said_and_the_rest_opens(
    content: Path, tmp_path: Path, new_page: Any
) -> None:
    with (content / "order.yaml").open("a", encoding="utf-8") as file:
        file.write("- lost-property\n")
    broken = content / "a-late-bus" / "exercises" / "first-line.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("kind: reply", "kind: replay"))
    page_file = content / "opening-hours" / "page.md"
    with started(tmp_path / "care", content) as (address, said):
        assert "The lesson 'lost-property' is left out: order.yaml, line 3" in said
        assert "'first-line' in 'a-late-bus' cannot be shown:" in said
        page: Page = new_page()
        page.goto(address)
        page.wait_for_selector(READY, timeout=90_000)
        expect(page.locator("[data-exercise='closing-soon']")).to_be_visible()
        expect(page.locator(".ccv-place")).to_have_text("Lesson 1 of 2: Opening hours")
    page_file.write_text("No title here.\n", encoding="utf-8")
    with started(tmp_path / "care", content) as (_, said):
        assert "The lesson 'opening-hours' is left out: opening-hours/page.md, line 1" in said
        there = {path.name for path in (tmp_path / "care").glob("*.ipynb")}
        assert there == {"home.ipynb", "privacy.ipynb", "review.ipynb", "a-late-bus.ipynb"}


def test_one_station_is_shown_and_only_its_cells_are_run_and_the_way_on_fits_a_phone(
    content: Path, tmp_path: Path, new_page: Any
) -> None:
    title = "What a whole morning of waiting in Nairn Street is worth to you, to us and to them"
    path = content / "opening-hours" / "page.md"
    text = path.read_text(encoding="utf-8").replace("One more, if you have a minute", title, 1)
    path.write_text(text, encoding="utf-8")
    with started(tmp_path / "care", content) as (address, _):
        page: Page = new_page()
        page.goto(f"{address}&station={slug(title)}")
        page.wait_for_selector(READY, timeout=90_000)
        expect(page.locator("[data-exercise='who-first']")).to_be_visible()
        expect(page.locator("[data-exercise='closing-soon']")).to_have_count(0)
        expect(page.locator("p", has_text="It is five to six")).to_be_hidden()
        page.get_by_role("button", name="Show code").click()
        expect(page.locator("p", has_text="It is five to six")).to_be_visible()
        page.get_by_role("button", name="Hide code").click()
        expect(page.locator("p", has_text="It is five to six")).to_be_hidden()
        expect(page.locator("[data-exercise='who-first']")).to_have_count(1)

        page.set_viewport_size({"width": 390, "height": 844})
        Mouse(page).turn_to("?station=answer-somebody-who-comes-late")
        box = page.get_by_role("link", name="Next: What a whole morning").bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390


def test_a_changed_notebook_without_the_station_is_shown_whole(
    content: Path, tmp_path: Path, new_page: Any
) -> None:
    folder = tmp_path / "care"
    lay_out(folder, build_pages(content))
    notebook = folder / "opening-hours.ipynb"
    text = notebook.read_text(encoding="utf-8").replace("It is five to six", "My note: it is late")
    notebook.write_text(
        text.replace('"one-more-if-you-have-a-minute"', '"another"'), encoding="utf-8"
    )
    with started(folder, content) as (address, said):
        assert "You have your own version of opening-hours.ipynb" in said
        page: Page = new_page()
        page.goto(f"{address}&station=one-more-if-you-have-a-minute")
        page.wait_for_selector(READY, timeout=90_000)
        expect(page.locator("p", has_text="My note: it is late")).to_be_visible()
        expect(page.locator("[data-exercise='closing-soon']")).to_be_visible()
        expect(page.locator(".ccv-head")).to_be_hidden()
