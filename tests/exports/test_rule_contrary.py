"""Headings that say the contrary, dates that stand for none, and other forms of the same kinds."""

from pathlib import Path

import pytest

from course.exports import Measured, Understood, measure_cases, understand
from tests.exports.conftest import Save

ROWS = 40


def measured(save: Save, headings: list[str], *columns: list[str]) -> tuple[Understood, Measured]:
    """A desk of a case every five hours, with these columns beside."""
    start = [f"2026-03-{2 + row // 4:02d} {9 + row % 4 * 3:02d}:00:00" for row in range(ROWS)]
    rows = [list(row) for row in zip(map(str, range(ROWS)), start, *columns, strict=True)]
    path: Path = save([["Ticket ID", "Created", *headings], *rows])
    export = understand(path)
    return export, measure_cases(export)


def three_of_four(yes: str, no: str) -> list[str]:
    return [yes if row % 4 else no for row in range(ROWS)]


@pytest.mark.parametrize(
    "heading",
    ["Not reopened", "Never reopened", "Unresolved after first contact", "Not on time",
     "No first contact resolution"],
)  # fmt: skip
def test_a_heading_of_the_contrary_is_not_taken(save: Save, heading: str) -> None:
    export, found = measured(save, [heading], three_of_four("Yes", "No"))
    assert heading not in export.headings.values()
    assert not {one.id for one in found.figures} & {"reopened", "fcr_marked", "in_time"}


@pytest.mark.parametrize(
    "heading", ["Employee satisfaction", "CSAT goal", "Average CSAT", "Predicted satisfaction"]
)
def test_satisfaction_of_somebody_else_or_hoped_for(save: Save, heading: str) -> None:
    export, found = measured(save, [heading], three_of_four("5", "2"))
    assert heading not in export.headings.values()
    assert "csat" not in found
    told = next(one for one in export.readings if one.heading == heading)
    assert "say it in a mapping file" in told.because


def test_questions_that_end_in_the_ends_of_their_scale_are_taken(save: Save) -> None:
    question = "Would you recommend us? (0 = not at all likely, 10 = extremely likely)"
    _, found = measured(save, [question], three_of_four("10", "0"))
    assert found["nps"].value == 50


@pytest.mark.parametrize("none", ["0000-00-00 00:00:00", "1970-01-01 00:00:00", "1900-01-01"])
def test_a_date_that_stands_for_none_is_blank(save: Save, none: str) -> None:
    ends = [none if row % 2 else f"2026-03-{2 + row // 4:02d} 19:00:00"
            for row in range(ROWS)]  # fmt: skip
    status = ["Open" if row % 2 else "Closed" for row in range(ROWS)]
    export, found = measured(save, ["Resolved", "Status"], ends, status)
    assert (len(export.frame), export.left_out) == (ROWS, {})
    assert any(
        "20 cells of open cases with a date that stands for none" in one for one in export.told
    )
    assert (found["resolution_time"].n, found["resolution_time"].more["open"]) == (20, 20)


def test_without_a_status_nobody_knows_what_such_a_date_means(save: Save) -> None:
    ends = ["1970-01-01 00:00:00" if row % 2 else f"2026-03-{2 + row // 4:02d} 19:00:00"
            for row in range(ROWS)]  # fmt: skip
    export, _ = measured(save, ["Resolved"], ends)
    assert {why: one.rows for why, one in export.left_out.items()} == {
        "with no date in 'Resolved'": 20
    }


def test_an_sla_status_in_words(save: Save) -> None:
    _, found = measured(save, ["SLA status"], three_of_four("Within SLA", "Breached"))
    assert found["in_time"].value == 75


def test_hours_and_minutes_named_by_the_heading(save: Save) -> None:
    _, found = measured(save, ["Resolution time (h:mm)"], ["27:30"] * ROWS)
    assert found["resolution_time"].value == 27.5


def test_the_second_heading_of_a_survey_tool(save: Save) -> None:
    words = ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied"]
    rows = [[str(1000 + row), words[row % 4], "fine"] for row in range(ROWS)]
    path = save([
        ["Respondent ID", "How satisfied are you with our support?", "Anything else?"],
        ["", "Response", "Open-Ended Response"],
        *rows,
    ])  # fmt: skip
    export = understand(path)
    assert (export.rows, export.left_out) == (ROWS, {})
    assert measure_cases(export)["csat"].value == 50
