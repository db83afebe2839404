"""An exercise that comes back: the two first tries side by side, and marks beside the course's."""

from typing import Any

import pytest

from course.answers import Answer, MemoryLog, Session
from course.exercises import Item, specimens
from course.page import ExerciseWidget
from tests.shipped import load_course


def pairs() -> list[tuple[str, str]]:
    """Each exercise that comes back, and the one it comes back to."""
    all_ = load_course().items()
    return [(item.exercise.returns, item.id) for item in all_ if item.exercise.returns]


def found(name: str) -> Item:
    item = load_course().find(name)
    assert item is not None
    return item


def answers(name: str) -> list[Any]:
    """A right answer first, a wrong one last."""
    wanted = [one for one in specimens(found(name)) if one.name != "invalid"]
    return [one.answer for one in sorted(wanted, key=lambda one: one.low, reverse=True)]


def widget(session: Session, name: str) -> ExerciseWidget:
    item = session.item(name)
    assert item is not None
    return ExerciseWidget(item, session)


@pytest.fixture
def session() -> Session:
    return Session(load_course(), MemoryLog())


def test_every_lesson_after_needs_brings_something_back() -> None:
    course = load_course()
    counted = {lesson.id: 0 for lesson in course.lessons.values()}
    for _, name in pairs():
        counted[course.lesson_of(name).id] += 1
    after = list(counted)[list(counted).index("needs") + 1 :]
    assert all(counted[one] >= 3 for one in after), counted


def test_nothing_is_given_away_before_the_answer() -> None:
    for earlier, name in pairs():
        session = Session(load_course(), MemoryLog())
        session.answer(earlier, answers(earlier)[0])
        assert widget(session, name).view["returned"] is None, name


def test_first_tries_stand_side_by_side() -> None:
    for earlier, name in pairs():
        session = Session(load_course(), MemoryLog())
        session.answer(earlier, answers(earlier)[-1])
        session.answer(earlier, answers(earlier)[0])
        session.answer(name, answers(name)[0])
        made = widget(session, name).view["returned"]
        lesson = load_course().lesson_of(earlier).title.partition(":")[0]
        assert made["title"] == f"You have met this before, in {lesson}"
        assert len(made["columns"]) == 3, name
        assert all(len(row) == 3 and all(row) for row in made["rows"]), name
        session.answer(name, answers(name)[-1])
        # A later try changes neither of the first ones.
        assert widget(session, name).view["returned"] == made, name


def test_an_earlier_one_that_was_left_out_is_named(session) -> None:
    session.answer("one-litre", answers("one-litre")[0])
    made = widget(session, "one-litre").view["returned"]
    assert made["title"] == "This comes back from Needs"
    assert "'The thick green one' there" in made["said"]
    assert made["rows"] == []


def test_two_conversations_are_compared_by_what_was_done(session) -> None:
    session.answer("out-of-stock", answers("out-of-stock")[-1])
    session.answer("one-litre", answers("one-litre")[0])
    made = widget(session, "one-litre").view["returned"]
    assert made["columns"] == ["First try", "Hannah", "Pavel"]
    rows = {label: (then, now) for label, then, now in made["rows"]}
    assert rows["Handling mark"][1] == "100 of 100"
    assert "earned more this time" in made["said"]
    then, now = rows["Better than the other"]
    assert then == "Nothing"
    assert now.startswith("Listen; acknowledge")


def test_an_earlier_answer_that_no_longer_counts_is_passed_over(session) -> None:
    session._keep(Answer, session.item("out-of-stock"), answer=["a-line-taken-out-since"])
    session.answer("one-litre", answers("one-litre")[0])
    assert widget(session, "one-litre").view["returned"]["rows"] == []


def test_marks_are_laid_beside_the_courses(session) -> None:
    right = answers("mark-the-desk")[0]
    first = {**right, "posted-today": "met", "thank-you-warmly": "half"}
    session.answer("mark-the-desk", first)
    made = widget(session, "mark-the-desk").view["agreement"]
    assert "same mark to 6 of 8" in made["said"]
    counts = {row[0]: row[1:] for row in made["rows"]}
    assert counts == {
        "Met": ["3", "1", "0"],
        "Half met": ["0", "1", "1"],
        "Not yet": ["0", "0", "2"],
    }
    session.answer("mark-the-desk", right)
    assert widget(session, "mark-the-desk").view["agreement"] == made


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_on_the_page(stage, session, width) -> None:
    opened = stage(width=width)
    session.answer("out-of-stock", answers("out-of-stock")[-1])
    session.answer("one-litre", answers("one-litre")[0])
    box = opened.mount(widget(session, "one-litre"), "back")
    table = box.get_by_role("table", name="You have met this before, in Needs")
    assert table.get_by_role("columnheader", name="Pavel").is_visible()
    assert "100 of 100" in table.inner_text()
    session.answer("mark-the-desk", answers("mark-the-desk")[-1])
    box = opened.mount(widget(session, "mark-the-desk"), "marks")
    assert box.get_by_role("table", name="Your marks and the course's").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
