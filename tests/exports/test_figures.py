"""Weeks, groups, first contacts and what is said where nothing can be measured."""

import json
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.exports import measure_cases, understand
from course.exports.figures.weeks import volume
from course.exports.record import as_json
from course.exports.tables import measured, understood

Save = Callable[..., Path]
MONDAY = date(2026, 1, 5)


def surveys(teams: dict[str, list[int]]) -> list[list[str]]:
    rows = [["Ticket ID", "Created", "Team", "CSAT"]]
    for team, answers in teams.items():
        for answer in answers:
            day = MONDAY + timedelta(days=len(rows) % 70)
            rows.append([f"T{len(rows)}", f"{day} 10:00", team, str(answer)])
    return rows


def test_under_thirty_surveys_a_team_has_counts_and_no_score(save: Save) -> None:
    teams = {"North": [5] * 40, "South": [5] * 29 + [1], "Tiny": [5] * 3}
    export = understand(save(surveys(teams)))
    groups = measure_cases(export).groups[0]
    assert [(one.name, one.surveys) for one in groups.groups] == [
        ("North", 40), ("South", 30), ("Tiny", 3),
    ]  # fmt: skip
    assert [one.score is None for one in groups.groups] == [False, False, True]
    assert groups.warnings == ("1 team with under 30 surveys: counts only, and no ranking",)
    assert "too few" in measured(measure_cases(export))


def test_the_biggest_group_comes_first_whatever_its_score(save: Save) -> None:
    export = understand(save(surveys({"A": [5] * 31, "B": [1] * 60})))
    assert [one.name for one in measure_cases(export).groups[0].groups] == ["B", "A"]


def test_a_week_that_stands_out_is_named() -> None:
    days = [MONDAY + timedelta(days=day) for day in range(7 * 12)]
    days += [MONDAY + timedelta(weeks=6)] * 40
    found = volume(days)
    assert found is not None
    assert [week.start for week in found.signals] == [MONDAY + timedelta(weeks=6)]
    assert "16 February 2026 (47)" in str(found)


def test_a_started_week_makes_no_signal() -> None:
    days = [MONDAY + timedelta(days=day) for day in range(7 * 10 + 2) for _ in range(10)]
    found = volume(days)
    assert found is not None
    assert not found.weeks[-1].whole
    assert found.signals == ()


@given(st.lists(st.dates(date(2024, 1, 1), date(2026, 1, 1)), min_size=1, max_size=200))
def test_every_case_is_in_one_week_and_order_never_matters(days: list[date]) -> None:
    found = volume(days)
    assert found is not None
    assert sum(week.cases for week in found.weeks) == len(days)
    assert found == volume(sorted(days))
    if found.low is not None and found.centre is not None and found.high is not None:
        assert 0 <= found.low <= found.centre <= found.high


def test_the_dates_of_a_survey_do_not_pass_for_waiting_times(save: Save) -> None:
    rows = [["Survey ID", "Sent", "Answered", "CSAT"]]
    rows += [[f"S{i}", f"2026-03-{i:02d} 09:00", f"2026-03-{i:02d} 12:00", "4"]
             for i in range(1, 29)]  # fmt: skip
    export = understand(save(rows))
    assert "first_response_time" not in measure_cases(export)


def test_a_week_of_records_says_nothing_about_who_came_back(save: Save) -> None:
    rows = [["Ticket ID", "Created", "Customer", "Topic"]]
    rows += [[f"T{i}", f"2026-03-0{i % 5 + 2} 09:00", f"P{i}", "late"] for i in range(50)]
    found = measure_cases(understand(save(rows)))
    assert "fcr" not in found
    assert "less than 7 days" in dict(found.skipped)["Resolved at first contact"]


def test_dates_without_hours_give_days(save: Save) -> None:
    rows = [["Ticket ID", "Created", "Resolved"]]
    rows += [[f"T{i}", f"2026-03-{i:02d}", f"2026-03-{i + 2:02d}"] for i in range(1, 20)]
    found = measure_cases(understand(save(rows)))
    assert (found["resolution_time"].value, found["resolution_time"].unit) == (2, "days")


def test_hours_that_come_late_in_a_file_make_hours(save: Save) -> None:
    rows = [["Ticket ID", "Created", "Resolved"]]
    rows += [[f"T{i}", "2026-03-02 00:00", "2026-03-03 00:00"] for i in range(300)]
    rows += [["T300", "2026-03-02 07:00", "2026-03-02 09:00"]]
    assert measure_cases(understand(save(rows)))["resolution_time"].unit == "hours"


@pytest.mark.parametrize("zone", ["", "+02:00"])
def test_half_of_a_team_is_resolved_within_its_median(save: Save, zone: str) -> None:
    """By the calendar, whatever the zone; who has no team, or waits still, spoils nothing."""
    start = datetime(2026, 3, 2, 8)
    rows = [["Ticket ID", "Created", "Resolved", "Team"]]
    for team, hours in {"A": range(1, 42), "B": range(101, 142), "": range(1, 5)}.items():
        rows += [[f"{team}{hour}", f"{start}{zone}", f"{start + timedelta(hours=hour)}{zone}", team]
                 for hour in hours]  # fmt: skip
    rows += [[f"open{i}", f"{start}{zone}", "", "A"] for i in range(20)]
    groups = measure_cases(understand(save(rows))).groups[0]
    # 31 of 61 in team A are done within 31 hours.
    assert {one.name: one.half_within for one in groups.groups} == {"A": 31.0, "B": 121.0}
    assert groups.unnamed == 4


def test_what_cannot_be_measured_says_why(save: Save) -> None:
    found = measure_cases(understand(save([["nps"], *([str(i % 11)] for i in range(44))])))
    assert [one.id for one in found.figures] == ["nps"]
    assert dict(found.skipped)["Resolution time"] == "no column says when it came in"


def test_the_record_is_plain_json_and_complete(save: Save) -> None:
    export = understand(save(surveys({"North": [5, 4, 1] * 20, "South": [2, 5] * 20})))
    found = measure_cases(export)
    told = json.loads(as_json(export, found))
    assert told["version"] == 1
    assert {one["id"] for one in told["figures"]} == {"csat", "csat_mean"}
    assert sum(week["cases"] for week in told["weeks"]["weeks"]) == told["cases"] == 100
    assert all(one["convention"] for one in told["figures"])


def test_the_table_of_columns_comes_with_reasons(save: Save) -> None:
    text = understood(understand(save(surveys({"North": [5, 4]}))))
    assert "when it came in" in text
    assert "heading and cells" in text


def test_a_long_curve_is_thinned_to_exact_steps(save: Save) -> None:
    """A thousand steps are drawn of many lengths, each with the share that all of them give."""
    # Each length occurs once, in no order; every fifth case is still open.
    minutes = [(row * 1009) % 5003 + 1 for row in range(5000)]
    start = datetime(2026, 1, 1)
    rows = [
        [str(row), f"{start:%Y-%m-%d %H:%M}",
         "" if row % 5 == 0 else f"{start + timedelta(minutes=length):%Y-%m-%d %H:%M}"]
        for row, length in enumerate(minutes)
    ]  # fmt: skip
    curve = measure_cases(
        understand(save([["Ticket ID", "Created at", "Resolved at"], *rows]))
    ).resolution
    assert curve is not None
    assert 700 < len(curve.times) < 2100
    # All cases begin at once, and the open ones are last seen at the latest end: nobody leaves
    # before, and the share is a plain count of those that ended later.
    ends = sorted(length for row, length in enumerate(minutes) if row % 5)
    for hours, share in zip(curve.times, curve.share, strict=True):
        done = bisect_right(ends, round(hours * 60))
        assert share == pytest.approx(1 - done / 5000, abs=1e-9)
    drops = [one - other for one, other in pairwise(curve.share)]
    assert max(drops) <= 1 / 1000 + 1 / 5000
