"""The end of a lesson: what was done is told in counts, and the way leads back to the map."""

import shutil
from pathlib import Path

import pytest

from course.answers import Feedback
from course.answers.submission import submit
from course.desk import Ending, Home
from course.lessons import Course
from course.reports.confirm import confirm
from tests.desk.taken import Taken
from tests.shipped import load_course
from tests.stations import small_course
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


def test_a_lesson_without_a_card_can_name_the_sentence_itself(taken, tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(taken.course.folder, folder)
    page = folder / "second" / "page.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.partition("@card")[0] + "@ending in-your-words\n", encoding="utf-8")
    other = Taken(Course(folder, folder), tmp_path / "other")
    assert ending(other, "second").view["noSentence"].startswith("Your own sentence")
    other.answers(in_your_words=REPLY)
    assert ending(other, "second").view["own"] == REPLY


def test_every_lesson_of_the_course_ends_with_a_sentence_of_ones_own():
    for lesson in load_course().lessons.values():
        assert lesson[lesson.page.own].kind.name == "reply", lesson.id


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


def says(taken: Taken) -> list[tuple[str, str, int | None, str]]:
    kept = [one for one in taken.session.reading.records if isinstance(one, Feedback)]
    return [(one.question, one.lesson, one.rating, one.text) for one in kept]


def tell(made: Ending, do: str, **value: object) -> dict[str, object]:
    heard: list[dict[str, object]] = []
    made.send = lambda message, buffers=None: heard.append(message)
    made._heard(
        None, {"re": 1, "do": do, "value": {"rating": 0, "helped": "", "wrong": "", **value}}
    )
    return heard[-1]


def test_what_is_said_of_a_lesson_is_kept_once_and_only_what_is_new_again(taken):
    made = ending(taken)
    assert tell(made, "keep", rating=4, helped="The calls")["saved"]
    tell(made, "keep", rating=4, helped="The calls")
    tell(made, "keep", rating=4, helped="The calls", wrong="A long text")
    assert says(taken) == [
        ("how-was-it", "first", 4, "The calls"),
        ("what-is-wrong", "first", None, "A long text"),
    ]
    assert ending(taken).view["opinion"] == {
        "rating": 4, "helped": "The calls", "wrong": "A long text",
    }  # fmt: skip
    assert ending(taken, "second").view["opinion"]["rating"] == 0


def test_what_cannot_be_kept_yet_says_why_and_is_not_lost(taken):
    made = ending(taken)
    assert tell(made, "keep", helped="The calls")["saved"] is None
    assert made.view["missing"].startswith("Choose a number")
    assert says(taken) == []
    assert ending(taken).view["opinion"]["helped"] == "The calls"
    tell(made, "draft", helped="The calls and")
    assert ending(taken).view["opinion"]["helped"] == "The calls and"


@pytest.mark.browser
def test_the_three_questions_are_answered_by_keyboard(stage, taken):
    shown = stage()
    box = shown.mount(ending(taken))
    box.get_by_role("radio", name="1, not at all").focus()
    for _ in range(3):
        shown.page.keyboard.press("ArrowRight")
    box.get_by_label("What helped you most?").fill("The calls")
    box.get_by_role("button", name="Keep my answers").press("Enter")
    box.get_by_text("Saved ").wait_for()
    assert says(taken) == [("how-was-it", "first", 4, "The calls")]


@pytest.mark.browser
@pytest.mark.parametrize("where", ["home", "ending"])
def test_the_record_of_training_comes_down_and_the_answers_confirm_it(
    stage, taken, tmp_path, where
):
    taken.answers(pick_one=["refund"], broken_mug=BEST["broken-mug"])
    assert ending(taken).view["last"] is False
    made = ending(taken, "second") if where == "ending" else Home(taken.session, taken.clock)
    shown = stage()
    box = shown.mount(made)
    with shown.page.expect_download() as down:
        box.get_by_role("button", name="Record of training").press("Enter")
    assert down.value.suggested_filename == "record-of-training.html"
    [found] = confirm(taken.course, [Path(down.value.path())], [submit(taken.folder)], ())
    assert found.confirmed, found.said
