"""A review: what comes back, one exercise after the other; first try counts, no mark changes."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from ipywidgets.widgets.widget import _instances

from course.answers import PLAY, REVIEW, Answer
from course.desk import Review
from course.exercises import best
from course.grading.players import PLAYERS
from course.lessons import Course
from course.page import ExerciseWidget
from course.progress import back_on, due
from tests.desk.taken import Taken
from tests.trainees import BEST

RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "landmark-unique")}}  # fmt: skip


@pytest.fixture
def taken(course: Course, tmp_path: Path) -> Taken:
    """Two first tries were not right, on Monday; it is Wednesday."""
    made = Taken(course, tmp_path / "folder").answers(pick_one=["refund"], how_many=1.0)
    made.clock.goes_to(2)
    return made


WRONG: dict[str, Any] = {
    "pick-one": ["refund"],
    "pick-several": ["write-down"],
    "how-many": 1.0,
    "drawn-share": 0.0,
    "in-order": ["check", "offer", "ask", "heard"],
}


def tell(widget, doing, value=None):
    sent = []
    widget.send = lambda message, buffers=None: sent.append(message)
    widget._heard(None, {"re": 1, "do": doing, "value": value})
    return sent[0]


def shown(review):
    return [one for one in review.children if isinstance(one, ExerciseWidget)]


def test_nothing_comes_back_to_somebody_new_and_it_says_how_that_works(course, tmp_path):
    made = Review(Taken(course, tmp_path / "folder").session)
    assert repr(made) == "<Review: nothing comes back>"
    assert made.top.view["said"].startswith("Nothing comes back today. What was not right")
    assert shown(made) == []
    assert made.onward.view["home"] == "home.ipynb"


def test_before_its_day_it_says_when(course, tmp_path):
    taken = Taken(course, tmp_path / "folder").answers(pick_one=["refund"])
    made = Review(taken.session, taken.clock)
    said = "Nothing comes back today. The next exercise comes back tomorrow."
    assert made.top.view["said"] == said


def test_one_after_the_other_and_then_what_came_of_it(taken):
    made = Review(taken.session, taken.clock)
    names = [one.exercise for one in made.picked]
    assert len(names) == 2
    assert repr(made) == "<Review: 2 exercises come back>"
    assert made.top.view["title"] == "Exercise 1 of 2"
    assert made.top.view["said"].startswith("It comes back because a first try was not right.")

    tell(made.onward, "next", names[0])
    assert [one.item.id for one in shown(made)] == [names[0]], "it was not answered yet"
    for number, name in enumerate(names):
        (exercise,) = shown(made)
        tell(exercise, "answer", BEST[name] if number == 0 else WRONG[name])
        tell(made.onward, "look")
        assert made.onward.view["answered"]
        for _ in range(2):  # twice, because the answer came late
            tell(made.onward, "next", name)
    assert shown(made) == []
    right, wrong = made.onward.view["outcomes"]
    assert ": right at the first try. It comes back on " in right
    assert wrong.endswith("not right at the first try. It comes back tomorrow.")


def test_answers_are_reviews_and_change_no_play(taken):
    made = Review(taken.session, taken.clock)
    (exercise,) = shown(made)
    name = exercise.item.id
    before = taken.session.history(name, PLAY)
    tell(exercise, "answer", BEST[name])
    assert taken.session.history(name, PLAY) == before
    kept = [one for one in taken.session.reading.records if isinstance(one, Answer)]
    assert (kept[-1].exercise, kept[-1].way, kept[-1].variant) == (name, REVIEW, exercise.variant)


def test_there_are_no_hints_and_what_was_entered_in_the_lesson_is_not_there(taken):
    (exercise,) = shown(Review(taken.session, taken.clock))
    assert exercise.item.exercise.hints, "there would be some in the lesson"
    assert (exercise.view["hints"]["of"], exercise.view["hints"]["shown"]) == (0, [])
    assert (exercise.view["state"], exercise.view["tries"]) == ("before", 0)


def test_a_review_weeks_later_begins_afresh(taken):
    first = Review(taken.session, taken.clock)
    (exercise,) = shown(first)
    tell(exercise, "answer", WRONG[exercise.item.id])
    assert exercise.view["tries"] == 1
    taken.clock.goes_to(20)
    again = Review(taken.session, taken.clock)
    while shown(again):
        (one,) = shown(again)
        assert (one.view["state"], one.view["tries"]) == ("before", 0)
        tell(one, "answer", PLAYERS["perfect"](one.item, Random(1)))
        tell(again.onward, "next", one.item.id)
    assert all(": right at" in one for one in again.onward.view["outcomes"])


def test_loaded_again_in_the_middle_it_is_made_of_what_is_left(taken):
    made = Review(taken.session, taken.clock)
    (exercise,) = shown(made)
    tell(exercise, "answer", BEST[exercise.item.id])
    left = Review(taken.session, taken.clock)
    assert [one.exercise for one in left.picked] == [one.exercise for one in made.picked[1:]]


def test_a_review_that_is_on_no_page_any_more_leaves_nothing_in_python(taken):
    before = set(_instances)
    made = Review(taken.session, taken.clock)
    assert len(set(_instances) - before) > len(made.children)
    for one in (made.top, *shown(made), made.onward):
        one._heard(None, {"re": "", "do": "gone"})
    assert set(_instances) == before


def _share(taken, variant=0):
    return taken.session.item("drawn-share", variant)


def test_a_figure_comes_back_with_other_numbers_and_is_marked_by_them(course, tmp_path):
    # Numbers are drawn for each trainee, and two draws may have one answer by chance.
    several = (Taken(course, tmp_path / str(number)) for number in range(50))
    taken = next(one for one in several if best(_share(one)) != best(_share(one, 1)))
    taken.answers(how_many=1.0, drawn_share=3.0)
    taken.clock.goes_to(2)
    made = Review(taken.session, taken.clock)
    (exercise,) = shown(made)
    assert exercise.item.id == "drawn-share"
    assert exercise.variant != 0
    seen = taken.session.item("drawn-share")
    assert seen is not None
    assert exercise.item.exercise.prompt != seen.exercise.prompt
    assert best(exercise.item) != best(seen)
    tell(exercise, "answer", best(seen))
    assert exercise.view["state"] == "notyet", "the right answer to the numbers of the lesson"
    tell(exercise, "answer", best(exercise.item))
    assert exercise.view["state"] == "done"
    kept = [one for one in taken.session.reading.records if isinstance(one, Answer)]
    assert (kept[-1].way, kept[-1].variant) == (REVIEW, exercise.variant)


def test_a_draft_of_a_review_is_kept_for_the_review(taken):
    (exercise,) = shown(Review(taken.session, taken.clock))
    name = exercise.item.id
    tell(exercise, "draft", WRONG[name])
    assert taken.session.history(name, PLAY).draft is None
    (again,) = shown(Review(taken.session, taken.clock))
    assert again.view["cameBack"]


def test_the_day_on_which_it_comes_back_is_the_day_on_which_it_is_due(taken):
    """Whatever is said of when: it is due on that day, and not on the day before."""
    for objective, day in back_on(taken.session, taken.clock()).items():
        for shift, there in ((-1, False), (0, True)):
            taken.clock.goes_to((day - taken.clock.now.date()).days + 2 + shift)
            now = taken.clock()
            assert (objective in [one.objective for one in due(taken.session, now)]) is there
            taken.clock.goes_to(2)


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_on_the_page_by_keyboard(stage, taken, light, width):
    from axe_playwright_python.sync_playwright import Axe

    made = Review(taken.session, taken.clock)
    page = stage(light=light, width=width)

    def draw(children):
        """As Lab does: what is gone is taken away, then what is new is drawn."""
        names = [f"w{id(child)}" for child in children]
        page.page.evaluate(
            "(names) => { for (const box of [...document.querySelector('main').children])"
            " if (!names.includes(box.id)) box.remove(); }",
            [f"box-{name}" for name in names],
        )
        for name, child in zip(names, children, strict=True):
            if name not in page.widgets:
                page.mount(child, name)

    draw(made.children)
    for number, one in enumerate(made.picked, start=1):
        last = number == len(made.picked)
        (exercise,) = shown(made)
        box = page.page.locator(f'.cc-exercise[data-exercise="{one.exercise}"]')
        box.wait_for()
        assert page.page.get_by_role("button", name="Show a hint").is_hidden()
        words = "See how it went" if last else "Next exercise"
        assert page.page.get_by_role("button", name=words).is_hidden()
        if exercise.item.kind.name == "number":
            box.get_by_role("textbox").fill("22.2")
        else:
            box.locator("input").first.focus()
            page.page.keyboard.press("1")
        box.get_by_role("button", name="Check").focus()
        page.page.keyboard.press("Enter")
        on = page.page.get_by_role("button", name=words)
        on.wait_for()
        found = Axe().run(page.page, options=RULES).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
        on.focus()
        page.page.keyboard.press("Enter")
        title = "How it went" if last else f"Exercise {number + 1} of {len(made.picked)}"
        page.page.get_by_role("heading", name=title).wait_for()
        draw(made.children)
        page.page.wait_for_function("document.activeElement.matches('.cc-came, .cc-exercise')")
    assert page.page.get_by_role("heading", name="How it went").is_visible()
    assert page.page.get_by_role("link", name="Back to home").get_attribute("href") == "home.ipynb"
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
