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


FOLLOWED = """
kind: number
id: how-many
title: How many
prompt: How many?
covers: []
table:
  stayed: care-plans
  joined: started
  left: ended
  until: "2026-10-31"
  after: [30, 90]
  period: ["2026-02-01", "2026-03-31"]
  caption: Plans
key:
  calculator: rate
  arguments: {row: March 2026, part: after 90 days, whole: began}
  because: That many.
"""


def test_who_was_still_there_is_counted_by_month(opened: Callable[[str], Any]) -> None:
    table = opened(FOLLOWED).exercise.table
    assert table.columns == ("began in", "began", "after 30 days", "after 90 days")
    assert table.rows == (("February 2026", 259, 231, 204), ("March 2026", 442, 442, 442))


def test_cohorts_of_the_metrics_see_as_many_begin(opened: Callable[[str], Any]) -> None:
    from course.company import read_table
    from course.metrics import cohorts

    plans = read_table(records_folder(), "care-plans")
    shown = cohorts(plans, joined="started", left="ended", until="2026-10-31").cohorts
    sizes = {f"{one.month:%B %Y}": one.size for one in shown}
    assert all(sizes[row[0]] == row[1] for row in opened(FOLLOWED).exercise.table.rows)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("joined: started", "joined: began", "no column 'began'"),
        ("after: [30, 90]", "after: [90, 30]", "rising list of days"),
        ("after: [30, 90]", "after: []", "rising list of days"),
        ("after: [30, 90]", "after: [30, 400]", "somebody began after 2025-09-26, too late"),
        ("2026-03-31", "2019-03-31", "no row matches"),
        ("care-plans", "shifts", "no table 'shifts'"),
    ],
)
def test_whom_nobody_can_follow_is_said(
    opened: Callable[[str], Any], before: str, after: str, said: str
) -> None:
    text = FOLLOWED.replace(before, after, 1)
    if after == "2019-03-31":
        text = text.replace("2026-02-01", "2019-02-01")
    with pytest.raises(ContentError) as refused:
        opened(text)
    assert said in " ".join(one.problem for one in refused.value.all)
