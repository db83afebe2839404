"""The two lessons on measuring: what they cover, and in how many ways."""

from collections.abc import Callable

import pytest

from course.lessons.decode import ContentError
from course.lessons.load import Course
from course.lessons.page import shown
from course.lessons.places import records_folder
from tests.lessons.conftest import Spoilt
from tests.shipped import load_course

MEASURING = {f"MEAS-{number}" for number in range(1, 17)}
CLASHES = {f"CLASH-{number}" for number in (1, 2, 5, 6, 7, 9)}


def test_together_they_cover_all_of_measuring() -> None:
    lessons = load_course().lessons
    covered = {
        name
        for lesson in ("measurement", "investigation")
        for item in lessons[lesson].values()
        for name in item.exercise.covers
    }
    assert covered >= MEASURING | CLASHES | {"STAT-4"}


@pytest.mark.parametrize("lesson", ["measurement", "investigation"])
def test_each_has_at_least_ten_exercises_of_four_kinds(lesson: str) -> None:
    kinds = [item.kind.name for item in load_course().lessons[lesson].values()]
    assert len(kinds) >= 10
    assert len(set(kinds)) >= 4
    assert kinds.count("number") >= 5


@pytest.mark.parametrize("lesson", ["measurement", "investigation"])
def test_figures_are_worked_out_and_never_written_into_a_key(lesson: str) -> None:
    for item in load_course().lessons[lesson].values():
        if item.kind.name == "number":
            assert item.exercise.table or item.exercise.draws or item.key.calculator == "records"


@pytest.mark.parametrize("name", ["measurement", "investigation"])
def test_the_pages_bring_dashboard_and_bench(name: str) -> None:
    commands = {one.command for one in shown(load_course().lessons[name].page.parts)}
    assert {"dashboard", "bench", "card", "hand-in"} <= commands


ASKED = """
kind: number
id: how-many
title: How many
prompt: How many?
covers: []
key:
  calculator: records
  arguments: {table: contacts, metric: count, where: {team: trade}}
  because: That many.
  slips: {everybody: You counted all.}
"""


def test_a_figure_from_the_records_is_worked_out_on_loading(spoil: Callable[[], Spoilt]) -> None:
    made = spoil().add("first/exercises/how-many.yaml", ASKED)
    course = Course(made.folder, records_folder())
    found = course.read_item(made.folder / "first" / "exercises" / "how-many.yaml").key.arguments
    assert (found["found"], found["slipped"]) == (312, {"everybody": 16_225})


def test_a_figure_that_the_records_do_not_have_is_refused(spoil: Callable[[], Spoilt]) -> None:
    made = spoil().add("first/exercises/how-many.yaml", ASKED.replace("team", "tean"))
    course = Course(made.folder, records_folder())
    with pytest.raises(ContentError, match="there is no column 'tean'") as refused:
        course.read_item(made.folder / "first" / "exercises" / "how-many.yaml")
    assert refused.value.place == "key.arguments"
