"""One file or one lesson checked alone: all of its mistakes, and none of anybody else's."""

from collections.abc import Callable

import pytest

from course.codes import CODES
from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import check, lint
from course.lessons.part import part_of, root_of
from tests.shipped import load_course

from .conftest import Spoilt

ONE = "first/exercises/pick-one.yaml"
MUG = "first/scenarios/broken-mug.yaml"
PAGE = "first/page.md"


def alone(spoilt: Spoilt, name: str) -> tuple[list[Diagnostic], tuple[str, ...]]:
    course = Course(spoilt.folder, spoilt.folder)
    checked = check(course, part_of(course, spoilt.folder / name))
    return checked.found, checked.untried


def spoil_all(spoilt: Spoilt) -> Spoilt:
    """A mistake of its own in an exercise, a scenario and a page."""
    spoilt.change(ONE, "id: pick-one", "id: pick-two")
    spoilt.change(MUG, "channel: phone", "channel: pigeon")
    return spoilt.change(PAGE, "@exercise pick-one", "@exercise nowhere")


@pytest.mark.parametrize("name", [ONE, MUG, PAGE, "first"])
def test_a_part_is_told_what_the_whole_is_told_of_it(
    spoil: Callable[[], Spoilt], name: str
) -> None:
    spoilt = spoil_all(spoil())
    found, untried = alone(spoilt, name)
    reach = {"file", "lesson"} if name == "first" else {"file"}
    whole = [
        one
        for one in lint(Course(spoilt.folder, spoilt.folder))
        if one.file.startswith(name) and CODES[one.code].reach in reach
    ]
    assert found == whole
    assert found
    assert {CODES[code].reach for code in untried} == {"file", "lesson", "course"} - reach


def test_of_other_files_the_ids_are_known(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil()
    text = (spoilt.folder / ONE).read_text(encoding="utf-8")
    spoilt.add("second/page.md", "# B\n\n@exercise x\n")
    spoilt.add("second/exercises/pick-one.yaml", text)
    found, _ = alone(spoilt, "second/exercises/pick-one.yaml")
    assert [one.code for one in found] == ["CC011"]
    assert ONE in found[0].problem


def test_what_an_exercise_comes_back_to_is_read(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(ONE, "prompt:", "returns: how-many\nprompt:")
    found, _ = alone(spoilt, ONE)
    assert [(one.code, one.place) for one in found if one.code == "CC024"] == [("CC024", "returns")]


def test_a_scenario_that_nobody_plays_is_told_alone(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil()
    text = (spoilt.folder / MUG).read_text(encoding="utf-8")
    spoilt.add("first/scenarios/unused.yaml", text)
    found, _ = alone(spoilt, "first/scenarios/unused.yaml")
    assert [one.code for one in found] == ["CC017"]


def test_the_content_folder_is_found_from_inside(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil()
    course = Course(spoilt.folder, spoilt.folder)
    assert root_of(spoilt.folder / ONE) == root_of(spoilt.folder / "first") == spoilt.folder
    assert part_of(course, spoilt.folder / "order.yaml") is None, "that is about all lessons"


def test_every_shipped_lesson_is_sound_alone() -> None:
    course = load_course()
    path = course.folder / "welcome"
    assert check(course, part_of(course, path)).found == []
