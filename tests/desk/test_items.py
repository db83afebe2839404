"""How the exercises of a cohort did, on the page: filters, figures, keyboard, and both grounds."""

import re
from pathlib import Path
from typing import Any

import pytest

from course.desk.items.shown import ItemFilters, view
from course.desk.items.widget import CohortItems, NoResults, answered_in
from course.grading.items import Answered, encode, made_up, study
from course.lessons import Course
from course.roof import cohort as shown
from tests.shipped import load_course
from tests.trainees import course

__all__ = ["course"]


@pytest.fixture(scope="session")
def simulated() -> Answered:
    return made_up(load_course())


def looked(answered: Answered, **filters: Any) -> Any:
    return view(answered, "Whose.", {}, ItemFilters(**filters))


def heard(made: CohortItems, value: Any) -> dict[str, Any]:
    sent: list[dict[str, Any]] = []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": 1, "do": "show", "value": value})
    return sent[0]


def test_a_simulated_cohort_is_said_to_be_one_and_is_always_the_same(
    simulated: Answered,
) -> None:
    made = CohortItems(load_course())
    assert "24 simulated learners" in made.view["source"]
    assert encode(made.answered) == encode(simulated)
    assert repr(made) == "<CohortItems: 24 simulated trainees>"
    assert len(made.view["items"]) > 20


def test_figures_are_those_of_the_study(simulated: Answered) -> None:
    by_id = {one.id: one for one in looked(simulated).items}
    for one in study(simulated).items:
        if one.n:
            there = by_id[one.asked.id]
            assert there.right == f"{one.right} of {one.n}"
            assert there.mark is not None
            assert there.mark.low <= there.mark.value <= there.mark.high


def test_each_filter_narrows_what_is_shown(simulated: Answered) -> None:
    everything = looked(simulated)
    lesson = everything.lessons[1].id
    one_lesson = looked(simulated, lesson=lesson)
    assert 0 < len(one_lesson.items) < len(everything.items)
    assert len(looked(simulated, core=True).items) < len(everything.items)
    half = looked(simulated, group="Team:Late shift")
    assert half.summary.startswith("12 trainees")
    assert {one.right.split()[-1] for one in half.items} == {"12"}
    best = looked(simulated, best=True)
    first = [int(one.right.split()[0]) for one in everything.items]
    last = [int(one.right.split()[0]) for one in best.items]
    assert all(after >= before for before, after in zip(first, last, strict=True))
    assert sum(last) > sum(first)
    hardest = [int(one.right.split()[0]) for one in looked(simulated, order="hardest").items]
    assert hardest == sorted(hardest)


def test_what_there_is_not_is_set_back(simulated: Answered) -> None:
    found = looked(simulated, lesson="no-such", group="Team:nobody")
    assert (found.filters.lesson, found.filters.group) == ("", "")
    assert found.summary == looked(simulated).summary


def test_nonsense_from_the_page_is_refused_in_a_sentence(course: Course) -> None:
    made = CohortItems(course)
    assert "cannot read" in heard(made, {"order": "by-luck"})["error"]
    assert "error" not in heard(made, {"best": True})
    assert made.view["filters"]["best"] is True


def test_results_are_read_from_their_folder(simulated: Answered, tmp_path: Path) -> None:
    (tmp_path / "answered.json").write_bytes(encode(simulated))
    made = shown(str(tmp_path))
    assert made.view["source"].startswith(f"What 24 trainees handed in, from {tmp_path.name}.")


def test_a_folder_without_results_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoResults, match="course grade SUBMISSIONS --out"):
        answered_in(tmp_path)
    (tmp_path / "answered.json").write_text("[]")
    with pytest.raises(NoResults, match="Grade again"):
        answered_in(tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_filters_and_the_exercises_work_from_the_keyboard(
    stage: Any, width: int, simulated: Answered, tmp_path: Path
) -> None:
    (tmp_path / "answered.json").write_bytes(encode(simulated))
    opened, made = stage(width=width), CohortItems(load_course(), tmp_path)
    box = opened.mount(made)
    status = box.get_by_role("status").first
    status.get_by_text("24 trainees").wait_for()
    before = len(made.view["items"])
    assert box.locator(".cc-item").count() == before
    box.get_by_label("Lesson").focus()
    opened.page.keyboard.press("ArrowDown")
    opened.page.wait_for_function(
        "(n) => document.querySelectorAll('.cc-item').length < n", arg=before
    )
    assert made.view["filters"]["lesson"]
    box.get_by_label("Tries").select_option("best")
    status.get_by_text("best tries").wait_for()
    first = box.locator(".cc-item summary").first
    first.focus()
    opened.page.keyboard.press("Enter")
    inside = box.locator(".cc-item").first.locator(".cc-item-inside")
    inside.get_by_text(re.compile("had it right in the end")).wait_for()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
@pytest.mark.parametrize("light", [True, False])
def test_nothing_stands_in_the_way_of_anybody(
    stage: Any, light: bool, simulated: Answered, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    (tmp_path / "answered.json").write_bytes(encode(simulated))
    opened = stage(light=light, width=390)
    box = opened.mount(CohortItems(load_course(), tmp_path))
    box.locator(".cc-item").first.wait_for()
    opened.page.evaluate("for (const one of document.querySelectorAll('.cc-item')) one.open = true")
    found = Axe().run(opened.page, context=".cc").response["violations"]
    wrong = [(one["id"], [node["html"] for node in one["nodes"]][:2]) for one in found]
    assert wrong == []
