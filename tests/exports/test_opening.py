"""Opening hours from a mapping file: strictly read, and never mixed with calendar time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import Doubt, ExportError, measure_cases, understand

Save = Callable[..., Path]
WEEK = "opening: {mon-fri: 09:00-17:30, sat: 10:00-14:00}\n"


def desk(start: str, end: str) -> list[list[str]]:
    rows = [["Ticket ID", "Created", "First reply at", "Resolved"]]
    return [*rows, *([f"T{i}", start, start, end] for i in range(30))]


def mapped(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "say.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("start", "end", "calendar", "opening"),
    [
        # 2 March 2026 is a Monday.
        ("2026-03-02 09:00", "2026-03-02 17:30", 8.5, 8.5),
        ("2026-03-02 17:00", "2026-03-03 09:30", 16.5, 1),
        ("2026-03-06 17:00", "2026-03-07 11:00", 18, 1.5),
        ("2026-03-07 13:00", "2026-03-09 10:00", 45, 2),
        ("2026-03-01 08:00", "2026-03-01 20:00", 12, 0),
    ],
)
def test_a_wait_is_given_by_the_calendar_and_in_opening_hours(
    start: str, end: str, calendar: float, opening: float, save: Save, tmp_path: Path
) -> None:
    export = understand(save(desk(start, end)), mapping=mapped(tmp_path, WEEK))
    found = measure_cases(export)
    assert found["resolution_time"].value == calendar
    assert found["resolution_time_opening"].value == opening
    assert found["resolution_time"].convention.startswith("calendar time")
    assert found["resolution_time_opening"].convention.startswith(
        "opening hours 09:00-17:30 on 5 days a week and 10:00-14:00 on 1 day a week"
    )
    assert found["first_response_time_opening"].value == 0
    assert (
        "opening hours, from your mapping file: mon-fri 09:00-17:30, sat 10:00-14:00" in export.told
    )


def test_holidays_do_not_count(save: Save, tmp_path: Path) -> None:
    path = save(desk("2026-03-02 17:00", "2026-03-04 09:30"))
    text = WEEK + "holidays: [2026-03-03]\n"
    export = understand(path, mapping=mapped(tmp_path, text))
    assert measure_cases(export)["resolution_time_opening"].value == 1
    assert any("closed on 1 date" in one for one in export.told)


def test_a_night_and_a_lunch_break(save: Save, tmp_path: Path) -> None:
    path = save(desk("2026-03-02 21:00", "2026-03-03 07:00"))
    text = "opening: {mon-sun: '00:00-06:00, 22:00-24:00'}\n"
    found = measure_cases(understand(path, mapping=mapped(tmp_path, text)))
    assert found["resolution_time_opening"].value == 8
    path = save(desk("2026-03-02 09:00", "2026-03-02 18:00"))
    text = "opening: {mon: '09:00-12:00, 13:00-17:00'}\n"
    found = measure_cases(understand(path, mapping=mapped(tmp_path, text)))
    assert found["resolution_time_opening"].value == 7


def test_opening_hours_need_the_clock_on_the_wall(save: Save, tmp_path: Path) -> None:
    path = save(desk("2026-07-06T08:30Z", "2026-07-06T16:00Z"))
    with pytest.raises(Doubt, match=r"In which zone is the desk.*--zone"):
        understand(path, mapping=mapped(tmp_path, WEEK))
    export = understand(path, mapping=mapped(tmp_path, WEEK), zone="Europe/London")
    # In London it is 09:30 to 17:00.
    assert measure_cases(export)["resolution_time_opening"].value == 7.5
    export = understand(path, mapping=mapped(tmp_path, WEEK), zone="America/New_York")
    assert measure_cases(export)["resolution_time_opening"].value == 3


def test_dates_without_hours_have_no_opening_hours(save: Save, tmp_path: Path) -> None:
    path = save(desk("2026-03-02", "2026-03-04"))
    found = measure_cases(understand(path, mapping=mapped(tmp_path, WEEK)))
    assert found["resolution_time"].unit == "days"
    assert dict(found.skipped)["Resolution time, opening hours"] == "the dates have no hours"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("opening: {mon: 17:30-09:00}", "17:30-09:00 for mon closes before it opens. Split a"),
        ("opening: {mon: 09:00-09:00}", "closes before it opens"),
        ("opening: {mo-fr: 09:00-17:00}", "no day is called 'mo'. Days are mon, tue"),
        ("opening: {fri-mon: 09:00-17:00}", "Write two entries: one up to sun"),
        ("opening: {mon: 9-17}", "'9-17' for mon are no opening hours"),
        ("opening: {mon: 09:00-25:00}", "are no opening hours"),
        ("opening: {mon-fri: 09:00-17:00, fri: 10:00-14:00}", "Opening hours overlap"),
        ("opening: {mon-fri: 09:00-17:00, fri: 09:00-17:00}", "fri is open from 09:00-17:00 twice"),
        ("opening: 09:00-17:00", "Expected `object`, got `str`, in opening"),
        ("opening: {mon: 9}", "Expected `str`, got `int`, in opening"),
        ("holidays: [2026-12-25]", "say nothing without 'opening'"),
        ("opening: {mon: 09:00-17:00}\nholidays: [christmas]", "in holidays"),
    ],
)
def test_bad_hours_are_refused_in_a_sentence(
    text: str, said: str, save: Save, tmp_path: Path
) -> None:
    path = save(desk("2026-03-02 09:00", "2026-03-02 10:00"))
    with pytest.raises(ExportError, match=said) as error:
        understand(path, mapping=mapped(tmp_path, text))
    assert str(error.value).startswith("say.yaml: ")


def test_business_hours_without_any_length_are_named_as_not_measured(save: Save) -> None:
    rows = [["Ticket ID", "Created", "CSAT", "Resolution time within business hours (minutes)"]]
    rows += [[f"T{i}", "2026-03-02 09:00", "4", "-5"] for i in range(9)]
    found = measure_cases(understand(save(rows)))
    why = dict(found.skipped)["Resolution time, business hours"]
    assert why == "how long it took to resolve in business hours: blank in every case."


def test_lengths_below_zero_are_left_out_and_counted(save: Save) -> None:
    rows = [["Ticket ID", "Created", "Resolution time in business hours"]]
    rows += [[f"T{i}", "2026-03-02 09:00", "2:30:00"] for i in range(9)]
    rows[1][2] = "-0:30:00"
    rows[2][2] = ""
    one = measure_cases(understand(save(rows)))["resolution_time_business"]
    assert (one.value, one.n, one.missing) == (2.5, 7, 2)
    assert one.notes == ("1 case without it not counted", "1 length below zero left out")


def test_the_hours_in_the_name_are_not_the_unit(save: Save, tmp_path: Path) -> None:
    rows = [["Ticket ID", "Created", "Time to close in SLA hours"]]
    rows += [[f"T{i}", "2026-03-02 09:00", "5400"] for i in range(9)]
    path = save(rows)
    why = {one.heading: one.because for one in understand(path).readings}
    assert "names no unit" in why["Time to close in SLA hours"]
    text = (
        "columns: {resolution_time_business: Time to close in SLA hours}\n"
        "units: {resolution_time_business: seconds}\n"
    )
    found = measure_cases(understand(path, mapping=mapped(tmp_path, text)))
    assert found["resolution_time_business"].value == 1.5
