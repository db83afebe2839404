"""Dates, zones, scales and directions: read where the cells tell, asked where they do not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import Doubt, ExportError, Question, measure_cases, understand

Save = Callable[..., Path]


def desk(opened: list[str], resolved: list[str] | None = None) -> list[list[str]]:
    ends = resolved or [""] * len(opened)
    pairs = enumerate(zip(opened, ends, strict=True))
    return [["Case ID", "Opened", "Resolved"], *([f"A{i}", a, b] for i, (a, b) in pairs)]


def answering(*answers: str) -> Callable[[Question], str]:
    left = list(answers)
    return lambda question: left.pop(0)


def test_the_order_of_day_and_month_is_told_by_one_date_that_allows_only_one(save: Save) -> None:
    export = understand(save(desk(["03/04/2026 09:00", "25/04/2026 09:00"])))
    assert [day.month for day in export.frame["opened"]] == [4, 4]


def test_an_open_order_is_a_question(save: Save) -> None:
    path = save(desk(["03/04/2026 09:00", "05/04/2026 09:00"]))
    with pytest.raises(Doubt, match="--day-first or --month-first"):
        understand(path)
    assert understand(path, day_first=True).frame["opened"][0].month == 4
    assert understand(path, day_first=False).frame["opened"][0].month == 3
    asked = understand(path, ask=answering("m", ""))
    assert asked.frame["opened"][0].month == 3


def test_both_orders_in_one_file_are_a_question_too(save: Save) -> None:
    path = save(desk(["13/04/2026", "04/13/2026", "05/06/2026"] * 10))
    with pytest.raises(Doubt, match="Both orders occur"):
        understand(path)
    export = understand(path, day_first=True)
    assert {why: one.rows for why, one in export.left_out.items()} == {
        "with no date in 'Opened'": 10
    }


def test_one_column_with_a_zone_and_one_without(save: Save) -> None:
    path = save(desk(["2026-07-01T09:00:00Z"] * 3, ["2026-07-01 11:00"] * 3))
    with pytest.raises(Doubt, match="--zone"):
        understand(path)
    found = measure_cases(understand(path, zone="Europe/London"))
    assert found["resolution_time"].value == 1
    found = measure_cases(understand(path, ask=answering("Europe/Berlin")))
    assert found["resolution_time"].value == 0


def test_a_zone_across_the_change_of_clocks(save: Save) -> None:
    path = save(desk(["2026-03-28 12:00"] * 3, ["2026-03-29 12:00"] * 3))
    assert measure_cases(understand(path))["resolution_time"].value == 24
    assert measure_cases(understand(path, zone="Europe/London"))["resolution_time"].value == 23


def test_no_zone_anywhere_is_one_clock_and_said(save: Save) -> None:
    export = understand(save(desk(["2026-03-02 09:00"] * 3)))
    assert any("--zone says which" in one for one in export.told)


def test_a_zone_that_is_none(save: Save) -> None:
    with pytest.raises(Doubt, match="is no time zone"):
        understand(save(desk(["2026-03-02 09:00"] * 3)), zone="Atlantis/Capital")


def ratings(heading: str, answers: list[str]) -> list[list[str]]:
    return [["Survey ID", heading], *([f"S{i}", one] for i, one in enumerate(answers))]


@pytest.mark.parametrize(
    ("answers", "convention"),
    [
        (["1", "3", "5", "4"], "top-2-box of 1-5"),
        (["1", "7", "5", "4"], "top-2-box of 1-7"),
        (["9", "10", "2", "4"], "top-2-box of 1-10"),
        (["Good", "Bad", "Offered", "Good"], "top-1-box of 0-1"),
        (["4/5", "5/5", "1/5"], "top-2-box of 1-5"),
        (["Very satisfied", "Neutral", "Dissatisfied"], "top-2-box of 1-5"),
        (["unhappy", "neutral", "happy"], "top-1-box of 1-3"),
    ],
)
def test_the_scale_is_told_by_the_answers(answers: list[str], convention: str, save: Save) -> None:
    found = measure_cases(understand(save(ratings("CSAT", answers * 5))))
    assert found["csat"].convention == convention


def test_a_scale_that_the_answers_leave_open(save: Save) -> None:
    path = save(ratings("CSAT", ["2", "3", "1"] * 5))
    found = measure_cases(understand(path))
    assert "csat" not in found
    assert "scale: [1, 5]" in dict(found.skipped)["CSAT"]
    found = measure_cases(understand(path, ask=answering("1-5")))
    assert found["csat"].value == 0


def test_a_zero_on_a_scale_from_one_is_no_answer_and_counted(save: Save) -> None:
    export = understand(save(ratings("Satisfaction", ["0", "5", "4", "1"] * 5)))
    assert any("5 answers outside 1 to 5" in one for one in export.told)
    assert measure_cases(export)["csat"].n == 15


def test_effort_needs_its_direction(save: Save, tmp_path: Path) -> None:
    path = save(ratings("CES", ["7", "6", "2"] * 12))
    assert "ces" not in measure_cases(understand(path))
    assert measure_cases(understand(path, ask=answering("easy")))["ces"].value == 5
    mapping = tmp_path / "say.yaml"
    mapping.write_text("effort: {high: effort}\n", encoding="utf-8")
    found = measure_cases(understand(path, mapping=mapping))
    assert found["ces"].convention == "mean of 1-7, high = effort"
    assert "ces" in measure_cases(understand(save(ratings("Ease", ["7", "6", "2"] * 12))))


def test_a_length_without_a_unit_is_not_guessed(save: Save, tmp_path: Path) -> None:
    rows = [["Case ID", "Opened", "Time to close"]]
    rows += [[f"A{i}", f"2026-03-{i:02d} 09:00", str(90 * i)] for i in range(1, 10)]
    path = save(rows)
    export = understand(path)
    why = {one.heading: one.because for one in export.readings}
    assert "names no unit" in why["Time to close"]
    mapping = tmp_path / "say.yaml"
    mapping.write_text(
        "columns: {resolution_time: Time to close}\nunits: {resolution_time: minutes}\n",
        encoding="utf-8",
    )
    found = measure_cases(understand(path, mapping=mapping))
    assert found["resolution_time"].value == 7.5


def test_a_mapping_file_for_headings_in_another_language(save: Save, tmp_path: Path) -> None:
    rows = [["Vorgang", "Eingang", "Erledigt", "Note", "Grund"]]
    rows += [[f"V{i}", f"{i:02d}.03.2026 09:00", f"{i:02d}.03.2026 11:00", "4", "keine"]
             for i in range(1, 29)]  # fmt: skip
    path = save(rows, separator=";", encoding="cp1252")
    mapping = tmp_path / "say.yaml"
    mapping.write_text(
        "columns: {case: Vorgang, opened: Eingang, resolved: Erledigt, satisfaction: Note,\n"
        "  cause: Grund}\nmissing: [keine]\nzone: Europe/Berlin\nsatisfaction: {scale: [1, 6]}\n",
        encoding="utf-8",
    )
    found = measure_cases(understand(path, mapping=mapping))
    assert found["resolution_time"].value == 2
    assert found["csat_mean"].convention == "mean of 1-6"
    assert found.causes is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns: {opened: Nowhere}", "there is none"),
        ("columns: {opening: Opened}", "nothing is called 'opening'"),
        ("columns: {satisfaction: Opened}", "but it does not hold whole numbers"),
        ("colums: {opened: Opened}", "unknown field `colums`"),
        ("satisfaction: {scale: 5}", "in satisfaction.scale"),
        ("columns: [", "line 1: this is not YAML"),
    ],
)
def test_a_mapping_file_with_a_mistake(text: str, said: str, save: Save, tmp_path: Path) -> None:
    mapping = tmp_path / "say.yaml"
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match=said):
        understand(save(desk(["2026-03-02 09:00"] * 3)), mapping=mapping)


def test_a_heading_that_promises_what_its_cells_do_not_hold(save: Save) -> None:
    rows = [["Complaint ID", "Date received", "State", "Status"]]
    rows += [[f"C{i}", f"2026-03-{i:02d}", ("FL", "CA")[i % 2], "Closed"] for i in range(1, 20)]
    export = understand(save(rows))
    why = {one.heading: one.because for one in export.readings}
    assert "holds no names of states" in why["State"]
    assert export.headings["status"] == "Status"
