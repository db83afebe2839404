"""The page a trainee gets back: what they can do, what slips, what to practise, then the rest."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import open_session
from course.answers.submission import submit
from course.exercises import Item, specimens
from course.grading import cohort
from course.lessons import Course
from course.reports import pages
from tests.shipped import load_course
from tests.trainees import clock as clock

HEADINGS = ("What you can do", "What slips", "Three things to practise", "lesson by lesson")


@pytest.fixture
def whole() -> Course:
    return load_course()


def choices(course: Course, lesson: str) -> list[Item]:
    return [one for one in course.lessons[lesson].values() if one.kind.name == "choice"]


def with_tables(course: Course) -> list[Item]:
    """Exercises that ask about a table which stands in their text."""
    found = [one for one in course.items() if "|---" in one.exercise.prompt.replace(" ", "")]
    assert found
    return found


def answer(item: Item, name: str) -> object:
    return next(one.answer for one in specimens(item) if one.name == name)


@pytest.fixture
def text(whole: Course, clock: Callable[[], datetime], tmp_path: Path) -> str:
    """The page of somebody who does well with needs, and takes two tries each with qualities."""
    session = open_session(whole, tmp_path / "care", clock)
    session.profile("Ifeoma")
    for one in choices(whole, "needs"):
        session.answer(one.id, answer(one, "right"))
    for one in choices(whole, "qualities"):
        for name in ("wrong", "right"):
            session.answer(one.id, answer(one, name))
    for one in with_tables(whole):
        session.answer(one.id, answer(one, "right"))
    file = submit(
        tmp_path / "care", tmp_path / "in" / "ifeoma.jsonl", "2026-11-24T09:00:00.000000Z"
    )
    [raw] = [
        raw for name, raw in pages(whole, cohort(whole, [file])).items() if name != "report.html"
    ]
    return raw.decode("utf-8")


def part(text: str, heading: str) -> str:
    """What stands under a heading of the second level, up to the next."""
    return next(one for one in text.split("<h2")[1:] if heading in one.split("</h2>")[0])


def test_it_begins_with_what_one_can_do_and_the_lessons_are_folded(text: str) -> None:
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert re.search(r"on \d+ of \d+ first tries", part(text, "What you can do"))
    lessons = part(text, "lesson by lesson")
    assert lessons.count('<details class="lesson">') == lessons.count("<summary><h3")
    assert "<section" not in text[: text.index("<details")]


def test_what_slips_has_an_example_in_the_own_words_of_the_first_try(
    text: str, whole: Course
) -> None:
    slipping = part(text, "What slips")
    assert 1 <= slipping.count('class="example"') <= 3
    for id in re.findall(r'href="#([\w-]+)"', slipping):
        item = whole.find(id)
        assert item is not None
        assert item.kind.lead.removesuffix(":") in slipping


def test_what_is_to_be_practised_can_be_gone_to(text: str) -> None:
    practise = part(text, "Three things to practise")
    assert practise.count("<li>") == 3
    links = re.findall(r'href="#([\w-]+)"', practise)
    assert links
    assert all(f'id="{link}"' in text for link in links)


def test_the_first_mistake_stands_before_the_best_try(text: str, whole: Course) -> None:
    one = choices(whole, "qualities")[0]
    shown = text[text.index(f'id="{one.id}"') :].split("</section>")[0]
    assert shown.index("Your first try.") < shown.index("Your best try, number 2")


def test_no_markdown_is_left_raw(text: str, whole: Course) -> None:
    assert "|---" not in text.replace(" ", "")
    assert "**" not in text
    for one in with_tables(whole):
        shown = text[text.index(f'id="{one.id}"') :].split("</section>")[0]
        assert '<th scope="col"' in shown
