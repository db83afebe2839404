"""The end of a lesson: what was done is told in counts, and the way leads back to the map."""

from pathlib import Path

import pytest

from course.desk import Ending
from course.lessons import Course
from tests.desk.taken import Taken, small_course
from tests.trainees import BEST, REPLY

CARD = "\n\n@card in-your-words\n- Says sorry for something in particular.\n\n@ending\n"
RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "page-has-heading-one")}}  # fmt: skip


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    made = small_course(tmp_path_factory.mktemp("content") / "course")
    page = made.folder / "second" / "page.md"
    page.write_text(page.read_text(encoding="utf-8") + CARD, encoding="utf-8")
    return Course(made.folder, made.folder)


@pytest.fixture
def taken(course: Course, tmp_path: Path) -> Taken:
    return Taken(course, tmp_path / "folder")


def ending(taken: Taken, lesson: str = "first") -> Ending:
    return Ending(taken.session, taken.course.lessons[lesson], taken.clock)


def test_before_anything_was_answered_it_says_when_it_fills(taken):
    view = ending(taken).view
    assert view["able"]["lines"] == view["slips"]["lines"] == view["paired"]["lines"] == []
    assert view["able"]["empty"].endswith("in this lesson.")
    assert view["noSentence"] == "", "this lesson asks for no sentence of one's own"
    assert ending(taken, "second").view["noSentence"].startswith("Your own sentence")


def test_first_tries_stand_beside_the_latest(taken):
    taken.answers(pick_one=["refund"], in_order=BEST["in-order"])
    made = ending(taken)
    taken.answers(pick_one=BEST["pick-one"])
    assert [one["latest"] for one in made.view["paired"]["lines"]] == [False, True]
    made._heard(None, {"re": 1, "do": "look"})
    paired = made.view["paired"]
    assert [(one["first"], one["latest"]) for one in paired["lines"]] == [
        (False, True), (True, True),
    ]  # fmt: skip
    assert paired["said"] == (
        "Right at the first try: 1 of 2 exercises. Right at the latest try: 2."
    )
    (able,) = made.view["able"]["lines"]
    assert able["text"].endswith("Right on 1 of 2 first tries.")
    (slip,) = made.view["slips"]["lines"]
    assert slip["link"].startswith("first.ipynb?station=")
    assert "%" not in str(made.view)


def test_it_looks_at_its_own_lesson_and_holds_the_sentence_of_its_card(taken):
    taken.answers(pick_one=["refund"])
    made = ending(taken, "second")
    assert made.view["paired"]["lines"] == []
    assert made.view["own"] == ""
    taken.answers(in_your_words=REPLY)
    made._heard(None, {"re": 1, "do": "look"})
    assert made.view["own"] == REPLY


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_by_keyboard_and_without_a_fault_for_axe(stage, taken, light, width):
    from axe_playwright_python.sync_playwright import Axe

    taken.answers(pick_one=["refund"], broken_mug=BEST["broken-mug"], in_order=BEST["in-order"])
    shown = stage(light=light, width=width)
    box = shown.mount(ending(taken))
    box.get_by_text("Exercise by exercise").click()
    rows = [one.inner_text().split() for one in box.get_by_role("row").all()]
    assert [one[-2:] for one in rows[1:]] == [["not", "yet"], ["right", "right"], ["right"] * 2]
    found = Axe().run(shown.page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    back = box.get_by_role("link", name="Back to the map")
    assert back.get_attribute("href") == "home.ipynb"
    while not back.evaluate("(link) => link === document.activeElement"):
        shown.page.keyboard.press("Tab")


@pytest.mark.browser
def test_an_answer_elsewhere_on_the_page_changes_what_it_says(stage, taken):
    shown = stage()
    box = shown.mount(ending(taken))
    box.get_by_text("This fills with your first answers").wait_for()
    taken.answers(pick_one=BEST["pick-one"])
    shown.page.evaluate(
        "document.dispatchEvent(new CustomEvent('course:progress', { detail: {} }))"
    )
    box.get_by_text("Right at the first try: 1 of 1 exercise.").wait_for()
