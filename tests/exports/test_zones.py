"""Names of zones, in cells and in headings: read where they mean one thing, asked where not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import Doubt, measure_cases, understand

Save = Callable[..., Path]


def desk(pairs: list[tuple[str, str]], zone: str = "") -> list[list[str]]:
    said = f" ({zone})" if zone else ""
    rows = [["Ticket ID", f"Created{said}", f"Resolved{said}"]]
    return [*rows, *([f"T{i}", start, end] for i, (start, end) in enumerate(pairs))]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-01-05 09:00 EST", "2026-01-05 15:00 UTC", 1),
        ("2026-07-05 09:00 EDT", "2026-07-05 14:00Z", 1),
        # A name holds all year, whatever the clocks of New York show.
        ("2026-07-05 09:00 EST", "2026-07-05 15:00 GMT", 1),
        ("2026-07-05 09:00 PDT", "2026-07-05 18:30 (CEST)", 0.5),
        ("05/Jan/26 3:07 PM MST", "2026-01-05T23:07:00+01:00", 0),
        ("Mon, 5 Jan 2026 09:00 EET", "2026-01-05 08:00 wet", 1),
        ("Jan 5, 2026 09:00 AM PST", "2026-01-05 18:00+00:00", 1),
    ],
)
def test_a_name_with_one_meaning_is_a_distance_from_utc(
    start: str, end: str, hours: float, save: Save
) -> None:
    found = measure_cases(understand(save(desk([(start, end)] * 3))))
    assert found["resolution_time"].value == hours


def test_how_names_were_read_is_said(save: Save) -> None:
    export = understand(save(desk([("2026-01-05 09:00 EST", "2026-07-05 09:00 CEST")] * 3)))
    assert "CEST is read as UTC+02:00, EST is read as UTC-05:00" in export.told


@pytest.mark.parametrize("name", ["CST", "IST", "BST", "CDT", "AST", "ADT"])
def test_a_name_of_several_zones_is_a_question(name: str, save: Save) -> None:
    path = save(desk([(f"2026-01-05 09:00 {name}", "")] * 3))
    with pytest.raises(Doubt, match=f"several zones go by: {name} is .*--zone Europe/London"):
        understand(path)


def test_the_zone_settles_the_name(save: Save) -> None:
    path = save(desk([("2026-07-06 09:00 CST", "2026-07-06 02:00 UTC")] * 3))
    found = measure_cases(understand(path, zone="Asia/Shanghai"))
    assert found["resolution_time"].value == 1
    asked = understand(path, ask=lambda question: "Asia/Shanghai")
    assert "CST is read as the time of Asia/Shanghai" in asked.told


def test_the_name_tells_which_of_two_equal_hours_it_was(save: Save) -> None:
    # On 25 October 2026 London's clocks show half past one twice.
    pairs = [("2026-10-25 01:30 BST", "2026-10-25 01:30 GMT")] * 3
    found = measure_cases(understand(save(desk(pairs)), zone="Europe/London"))
    assert found["resolution_time"].value == 1


def test_a_name_holds_all_year_in_its_zone_too(save: Save) -> None:
    path = save(desk([("2026-07-06 09:00 CST", "2026-07-06 16:00 UTC")] * 3))
    found = measure_cases(understand(path, zone="America/Chicago"))
    assert found["resolution_time"].value == 1


def test_a_name_that_contradicts_the_zone_is_left_out_and_counted(save: Save) -> None:
    pairs = [("2026-07-06 09:00 BST", "")] * 9 + [("2026-01-06 09:00 CST", "")]
    export = understand(save(desk(pairs)), zone="Europe/London")
    lost = {why: one.rows for why, one in export.left_out.items()}
    assert lost == {"with CST in 'Created', no name of Europe/London": 1}


def test_a_zone_without_names_of_its_own_contradicts_none(save: Save) -> None:
    path = save(desk([("2026-01-05 09:00 BST", "2026-01-05 04:00 UTC")] * 3))
    found = measure_cases(understand(path, zone="Asia/Dhaka"))
    assert found["resolution_time"].value == 1


def test_a_heading_names_the_zone_of_its_cells(save: Save) -> None:
    # New York puts its clocks on by an hour on 8 March 2026.
    pairs = [("2026-03-07 12:00:00", "2026-03-08 12:00:00")] * 3
    export = understand(save(desk(pairs, "America/New_York")))
    assert measure_cases(export)["resolution_time"].value == 23
    assert "times are in the zone that their heading names: America/New_York" in export.told
    assert measure_cases(understand(save(desk(pairs))))["resolution_time"].value == 24


def test_dates_without_hours_stay_dates_in_any_zone(save: Save) -> None:
    pairs = [("2026-05-07", "2026-05-09")] * 3
    times = measure_cases(understand(save(desk(pairs, "America/New_York"))))["resolution_time"]
    assert (times.value, times.unit) == (2, "days")


def test_one_heading_with_a_zone_and_one_without(save: Save) -> None:
    rows = desk([("2026-03-07 12:00", "2026-03-07 19:00")] * 3)
    rows[0][1] += " (America/New_York)"
    path = save(rows)
    with pytest.raises(Doubt, match="those in 'Resolved' do not"):
        understand(path)
    found = measure_cases(understand(path, zone="Europe/London"))
    assert found["resolution_time"].value == 2
