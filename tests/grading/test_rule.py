"""The mark: best tries over the core of the lessons assigned, and nothing else can lower it."""

import csv
import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.answers import PLAY, REVIEW, MemoryLog, Session, Way
from course.answers.submission import Submission
from course.exercises import Scored
from course.grading import (
    ReviewedLine,
    TraineeMarks,
    UnknownLesson,
    assigned,
    cohort,
    exports,
    mark,
)
from course.grading.people.records import reply_id
from course.lessons import Course, Lesson
from course.reports import pages
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]
CORE = ("pick-one", "tag-lines", "how-many", "in-your-words", "broken-mug")
"""What the tests here call core; the other three are more practice."""
WORDS = ["I'm sorry your mug came without its handle.", "I'll send you a whole mug today."]
ANSWERS: dict[str, list[Any]] = {
    "pick-one": [["say-back"], ["sorry"], ["refund"]],
    "pick-several": [["write-down"], ["write-down", "book-van"]],
    "tag-lines": [
        {"two-pieces": "hears", "by-friday": "solves", "ring-you": "hears"},
        {"two-pieces": "solves", "by-friday": "solves", "ring-you": "solves"},
    ],
    "in-order": [["heard", "ask", "offer", "check"], ["check", "offer", "ask", "heard"]],
    "how-many": [22.2, 55.6, 3.0],
    "drawn-share": [50.0, 75.0],
    "in-your-words": WORDS,
    "broken-mug": [["own-it", "new-mug"], ["coupon", "new-mug"], ["ask-courier"]],
}


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lesson of which three exercises are more practice."""
    monkeypatch.setattr(Lesson, "core", property(lambda lesson: CORE))


Step = tuple[str, Any, int]
"""An exercise, what is answered, and in which variant."""


@st.composite
def steps(draw: st.DrawFn, names: tuple[str, ...] = tuple(ANSWERS)) -> list[Step]:
    chosen = draw(st.lists(st.sampled_from(names), max_size=8))
    return [
        (name, draw(st.sampled_from(ANSWERS[name])), draw(st.integers(0, 2))) for name in chosen
    ]


def session_of(course: Course) -> Session:
    now = [datetime(2026, 11, 23, 9, 0, tzinfo=UTC)]

    def tick() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    return Session(course, MemoryLog(), tick)


def play(session: Session, taken: list[Step], way: Way = PLAY) -> None:
    for name, answer, variant in taken:
        if way.occasion == "road" and not session.done(name):
            continue
        if name == "broken-mug":
            session.again(name, way=way)
            for choice in answer:
                session.turn(name, choice, way=way)
        session.hint(name, 1, way=way)
        session.answer(name, answer, way=way, variant=variant)


def marks_of(session: Session, reviews: Any = None) -> TraineeMarks:
    """Marked as if it had been handed in just now."""
    given = Submission(
        file="", trainee=session.trainee, name="", made="", records=session.reading.records
    )
    known = reviews or {}
    return mark(session.course, given, lambda reply, rubric: known.get(reply, ()))


def no_lower(before: float | None, after: float | None) -> bool:
    # Without a mark, as when all that counts waits for a reader, nothing can be lowered.
    return before is None or after is None or after >= before - 1e-9


many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@many
@given(first=steps(), more=steps())
def test_repeated_tries_never_lower_the_mark(
    course: Course, core: None, first: list[Step], more: list[Step]
) -> None:
    session = session_of(course)
    play(session, first)
    before = marks_of(session)
    play(session, more)
    assert no_lower(before.mark, marks_of(session).mark)


@many
@given(first=steps(), reviewed=steps(), roads=steps(), turn=st.integers(1, 3))
def test_reviews_and_roads_never_enter_the_mark(
    course: Course,
    core: None,
    first: list[Step],
    reviewed: list[Step],
    roads: list[Step],
    turn: int,
) -> None:
    session = session_of(course)
    play(session, first)
    before = marks_of(session)
    play(session, reviewed, REVIEW)
    play(session, roads, Way(occasion="road", attempt=1, turn=turn))
    session.review(objective="ONE-1")
    session.visit("first")
    session.wrong_here("?", lesson="first")
    after = marks_of(session)
    assert (after.mark, after.first_tries) == (before.mark, before.first_tries)
    assert (after.answered, after.hints, after.awaiting) == (
        before.answered, before.hints, before.awaiting,
    )  # fmt: skip
    assert after.in_review == len(reviewed)
    assert after.on_roads == sum(session.done(name) for name, _, _ in roads)


@many
@given(first=steps(), more=steps(tuple(name for name in ANSWERS if name not in CORE)))
def test_more_practice_never_enters_the_mark(
    course: Course, core: None, first: list[Step], more: list[Step]
) -> None:
    session = session_of(course)
    play(session, first)
    before = marks_of(session)
    play(session, more)
    after = marks_of(session)
    assert (after.mark, after.first_tries) == (before.mark, before.first_tries)
    assert {one.id for one in after.more} == {
        name for name, _, _ in (*first, *more) if name not in CORE
    }


@many
@given(
    points=st.lists(st.sampled_from([0.0, 1.0, 2.0]), min_size=1, max_size=4),
    anew=st.integers(0, 3),
)
def test_a_reply_given_anew_never_lowers_the_mark_of_those_that_were_read(
    course: Course, points: list[float], anew: int
) -> None:
    session = session_of(course)
    play(session, [("pick-one", ["say-back"], 0)])
    for n in range(len(points)):
        session.answer("in-your-words", f"{WORDS[n % 2]} Again, {n}.")
    reviews = {
        reply_id(session.trainee, "in-your-words", one.answer): (
            ReviewedLine(criterion="heard", points=given),
            ReviewedLine(criterion="tone", points=0.0),
        )
        for one, given in zip(session.history("in-your-words").attempts, points, strict=True)
    }
    before = marks_of(session, reviews)
    for n in range(anew):
        session.answer("in-your-words", f"{WORDS[n % 2]} Anew, {n}.")
    after = marks_of(session, reviews)
    assert after.mark == before.mark
    assert after.awaiting == (1 if anew else 0)
    [reply] = [one for one in after.exercises if one.kind == "reply"]
    assert reply.best == pytest.approx(max(points) / 3)


@many
@given(taken=steps())
def test_the_mark_is_what_the_rule_says(course: Course, core: None, taken: list[Step]) -> None:
    """Worked out a second time, from the session's own history."""
    session = session_of(course)
    play(session, taken)
    earned = first = whole = 0.0
    for name in CORE:
        item = session.item(name)
        assert item is not None
        results = [one.result for one in session.history(name).attempts]
        if name == "in-your-words" and results:
            continue
        shares = [one.share for one in results if isinstance(one, Scored)]
        whole += item.exercise.points
        earned += item.exercise.points * max(shares, default=0.0)
        first += item.exercise.points * (shares[0] if shares else 0.0)
    marks = marks_of(session)
    assert marks.mark == pytest.approx(100 * earned / whole)
    assert marks.first_tries == pytest.approx(100 * first / whole)


@pytest.fixture
def two_lessons(course: Course, tmp_path: Path) -> Course:
    """The small course, its last four exercises in a lesson of their own."""
    content = tmp_path / "content"
    shutil.copytree(course.folder, content)
    text = (content / "first" / "page.md").read_text(encoding="utf-8")
    head, *lines = text.split("\n@exercise ")
    names = [line.strip() for line in lines]
    shutil.copytree(content / "first", content / "second")
    for lesson, kept in (("first", names[:4]), ("second", names[4:])):
        shown = "".join(f"\n@exercise {name}\n" for name in kept)
        named = head.replace("A first", f"The {lesson}")
        (content / lesson / "page.md").write_text(f"{named}{shown}", encoding="utf-8", newline="\n")
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return Course(content, content)


def row_of(files: dict[str, bytes]) -> dict[str, str]:
    [row] = csv.DictReader(files["grades.csv"].decode("utf-8-sig").splitlines())
    return row


def test_only_assigned_lessons_are_marked_and_the_rest_stands_apart(
    two_lessons: Course, enrol: Enrol
) -> None:
    trainee = enrol("Asha").answers({**BEST, "pick-one": ["refund"], "in-your-words": WORDS[0]})
    trainee.answers({"pick-one": ["say-back"]})
    trainee.session.answer("how-many", 3.0, way=REVIEW)
    trainee.session.answer(
        "broken-mug", ["ask-courier"], way=Way(occasion="road", attempt=1, turn=1)
    )
    path = trainee.hands_in()
    everything, first, second = (
        cohort(two_lessons, [path], lessons=names) for names in (None, ["first"], ["second"])
    )
    assert (everything.lessons, first.lessons) == (("first", "second"), ("first",))
    row = row_of(exports(first))
    assert (row["mark"], row["first tries"], row["mark first"]) == ("100.0", "80.0", "100.0")
    assert (row["answered"], row["exercises"]) == ("4", "4")
    assert (row["more exercises"], row["in reviews"], row["on other roads"]) == ("3", "1", "1")
    assert not {"mark second", "how-many", "broken-mug"} & set(row)
    assert (row["awaiting review"], row_of(exports(second))["awaiting review"]) == ("0", "1")
    assert exports(first)["review.csv"].count(b"\n") == 1
    assert row_of(exports(everything))["more exercises"] == "0"
    report = json.loads(exports(first)["report.json"])
    assert report["lessons"] == ["first"]
    assert report["trainees"][0]["exercises"]["how-many"]["assigned"] is False
    made = pages(two_lessons, first)
    told = made["report.html"].decode()
    assert "best tries over the core of the lessons named: The first lesson." in told
    [page] = [raw.decode() for name, raw in made.items() if name.startswith("feedback/")]
    assert "What else you did" in page
    assert (
        "3 more exercises, 1 answer in a review and 1 conversation played on another road. "
        "None of it changes the mark."
    ) in page
    assert page.index("Outside the mark: 1 try.") > page.index("What else you did")
    assert "What else you did" in next(
        raw.decode() for name, raw in pages(two_lessons, everything).items() if "feedback" in name
    )


def test_in_a_lesson_the_core_alone_is_marked(course: Course, core: None, enrol: Enrol) -> None:
    path = enrol("Asha").answers({"pick-several": BEST["pick-several"]}).hands_in()
    row = row_of(exports(cohort(course, [path])))
    assert (row["mark"], row["answered"], row["exercises"]) == ("0.0", "0", str(len(CORE)))
    assert (row["more exercises"], "pick-several" in row) == ("1", False)


def test_each_variant_is_marked_with_its_own_figures(course: Course) -> None:
    from course.exercises import best as right

    session = session_of(course)
    item = session.item("drawn-share", 3)
    assert item is not None
    session.answer("drawn-share", 1.0)
    session.answer("drawn-share", right(item), variant=3)
    [one] = [one for one in marks_of(session).exercises if one.id == "drawn-share"]
    assert (one.first, one.best, one.variant) == (0.0, 1.0, 3)
    assert one.prompt == item.exercise.prompt


def test_a_lesson_that_is_not_there_is_named(two_lessons: Course) -> None:
    assert assigned(two_lessons, ["second", "first"]) == ("first", "second")
    with pytest.raises(UnknownLesson, match=r"no lesson called 'third'. There are: first, second."):
        assigned(two_lessons, ["first", "third"])
    with pytest.raises(UnknownLesson, match="No lesson is named"):
        assigned(two_lessons, [])
