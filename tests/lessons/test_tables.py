"""Tables that exercises take from the company's records."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.lessons import records_folder
from course.lessons.decode import ContentError
from course.lessons.load import Course
from course.lessons.places import content_folder
from tests.lessons.conftest import Spoilt

ASKED = """
kind: number
id: how-many
title: How many
prompt: How many?
covers: []
table:
  records: contacts
  by: team
  where: {team: [trade, bot]}
  figures:
    - {name: contacts, metric: count}
    - {name: solved, metric: share, of: {outcome: solved}}
  caption: Two teams
  headings: {team: Who handled it}
key:
  calculator: rate
  arguments: {row: trade, part: solved, whole: contacts}
  because: That many.
"""


@pytest.fixture
def opened(spoil: Callable[[], Spoilt]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        made = spoil().add("first/exercises/how-many.yaml", text)
        course = Course(made.folder, records_folder())
        return course.read_item(made.folder / "first" / "exercises" / "how-many.yaml")

    return read


def test_a_table_by_group_is_counted_on_opening(opened: Callable[[str], Any]) -> None:
    table = opened(ASKED).exercise.table
    assert table.columns == ("team", "contacts", "solved")
    assert [row[:2] for row in table.rows] == [("trade", 312), ("bot", 969)]
    assert all(row[2] == round(row[2], 1) for row in table.rows)
    assert (table.caption, table.heading("team")) == ("Two teams", "Who handled it")


@pytest.mark.parametrize(
    ("before", "after", "place", "said"),
    [
        ("by: team", "by: crew", "table", "no column 'crew'"),
        ("records: contacts", "records: shifts", "table", "no table 'shifts'"),
        ("{outcome: solved}", "{result: solved}", "table", "no column 'result'"),
        ("by: team", "grouped: team", "table.grouped", "grouped"),
        (
            "metric: count",
            "metric: 3",
            "table.figures[0].metric",
            "this should be text, and it is a whole number",
        ),
    ],
)
def test_what_the_records_do_not_have_is_refused(
    opened: Callable[[str], Any], before: str, after: str, place: str, said: str
) -> None:
    with pytest.raises(ContentError) as refused:
        opened(ASKED.replace(before, after, 1))
    told = {one.place: one.problem for one in refused.value.all}
    assert said in told[place]


def test_records_are_read_for_the_exercise_that_shows_them_alone(tmp_path: Path) -> None:
    needs = Course(content_folder(), tmp_path).lessons["needs"]
    assert needs["kano-from-twelve"].exercise.table.rows
    with pytest.raises(ContentError, match=r"holds no contacts\.csv"):
        needs["whose-first-question"]
