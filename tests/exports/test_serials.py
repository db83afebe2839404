"""Dates that a spreadsheet left behind as numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import ExportError, measure_cases, understand

Save = Callable[..., Path]


def desk(cells: list[str], heading: str = "Created") -> list[list[str]]:
    pairs = enumerate(cells)
    return [["Ticket ID", heading, "CSAT"], *([f"T{i}", one, "4"] for i, one in pairs)]


def test_numbers_under_a_heading_that_says_when_are_moments(save: Save) -> None:
    rows = [["Ticket ID", "Created at", "Solved at"]]
    rows += [[f"T{i}", f"{45_678 + i}.375", f"{45_678 + i}.5"] for i in range(9)]
    export = understand(save(rows))
    # 21 January 2025, 09:00 to 12:00.
    assert export.frame["opened"][0].isoformat() == "2025-01-21T09:00:00"
    assert measure_cases(export)["resolution_time"].value == pytest.approx(3)
    assert (
        "numbers in 'Created at' are days as Excel counts them (1900 system): 45678.375 is "
        "2025-01-21 09:00:00"
    ) in export.told


def test_headings_of_a_product_say_when_too(save: Save) -> None:
    rows = [["Conversation ID", "Conversation started at (UTC)",
             "Conversation last closed at (UTC)", "Team currently assigned"]]  # fmt: skip
    rows += [[f"T{i}", f"{45_678 + i}.5", f"{45_678 + i}.75", "Desk"] for i in range(9)]
    assert measure_cases(understand(save(rows)))["resolution_time"].value == 6


def test_whole_numbers_are_dates_without_an_hour(save: Save) -> None:
    rows = [["Ticket ID", "Created", "Resolved"]]
    rows += [[f"T{i}", str(45_678 + i), str(45_680 + i)] for i in range(9)]
    times = measure_cases(understand(save(rows)))["resolution_time"]
    assert (times.value, times.unit) == (2, "days")


def test_decimal_commas(save: Save) -> None:
    export = understand(save(desk(["45678,5"] * 5), separator=";"))
    assert export.frame["opened"][0].hour == 12


@pytest.mark.parametrize(
    "heading",
    ["Amount", "Score", "First response time", "Number", "Created by", "Resolution time (seconds)"],
)
def test_numbers_are_no_dates_unless_the_heading_says_so(heading: str, save: Save) -> None:
    export = understand(save(desk(["45678.5", "45679.5"] * 5, heading)))
    assert "opened" not in export.headings
    assert not any("Excel" in one for one in export.told)


@pytest.mark.parametrize("odd", ["12", "99999", "1.5", "soon"])
def test_one_cell_that_is_no_such_number_and_none_is_guessed(odd: str, save: Save) -> None:
    export = understand(save(desk([*["45678.5"] * 9, odd])))
    assert "opened" not in export.headings


def test_a_late_cell_that_is_none_is_counted(save: Save) -> None:
    export = understand(save(desk([*["45678.5"] * 5200, "soon"])))
    assert len(export.frame) == 5200
    assert {why: one.rows for why, one in export.left_out.items()} == {
        "with no date in 'Created'": 1
    }


def test_a_mapping_file_says_when_a_heading_does_not(save: Save, tmp_path: Path) -> None:
    mapping = tmp_path / "say.yaml"
    mapping.write_text("columns: {opened: Eingang}\n", encoding="utf-8")
    path = save(desk(["45678.5"] * 5, "Eingang"))
    assert understand(path, mapping=mapping).frame["opened"][0].year == 2025
    small = save(desk(["12.5"] * 5, "Eingang"), "small.csv")
    with pytest.raises(ExportError, match="but it holds numbers"):
        understand(small, mapping=mapping)
