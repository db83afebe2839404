from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, WorkingHours, first_response_time, resolution_time

START = pd.Timestamp("2025-03-03 09:00")
ROLES: dict[str, Any] = {"opened": "opened", "resolved": "resolved"}


def desk(*hours: float | None) -> pd.DataFrame:
    ends = [pd.NaT if h is None else START + pd.Timedelta(hours=h) for h in hours]
    return pd.DataFrame({"opened": START, "resolved": pd.Series(ends, dtype="datetime64[us]")})


def test_open_tickets_are_counted_and_lengthen_the_median(engine):
    found = resolution_time(engine(desk(1, 3, 48, None, None)), **ROLES)
    assert (found.n, found.open, found.missing) == (3, 2, 0)
    assert (found.median, found.p90) == (3, 48)
    assert found.mean == pytest.approx(52 / 3)
    assert found.median_with_open == 48
    assert found.p90_with_open is None
    assert "2 open" in str(found)
    assert "more than can be seen" in str(found)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=60))
def test_without_open_tickets_all_agrees_with_numpy(minutes):
    found = resolution_time(desk(*(m / 60 for m in minutes)), **ROLES, unit="minutes")
    assert found.median == found.median_with_open == pytest.approx(np.median(minutes))
    expected = np.quantile(minutes, 0.9, method="averaged_inverted_cdf")
    assert found.p90 == found.p90_with_open == pytest.approx(expected)
    assert found.mean == pytest.approx(np.mean(minutes))


@given(
    st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=1, max_size=30).filter(
        lambda rows: any(not is_open for _, is_open in rows)
    ),
    st.randoms(),
)
def test_order_never_matters(rows, random):
    table = desk(*(None if is_open else hours for hours, is_open in rows))
    shuffled = table.iloc[random.sample(range(len(table)), len(table))]
    assert resolution_time(table, **ROLES) == resolution_time(shuffled, **ROLES)


def test_until_moves_the_end_of_the_records():
    table = desk(1, 3, 48, None)
    found = resolution_time(table, **ROLES, until=datetime(2025, 3, 3, 13))
    assert (found.n, found.open) == (2, 2)
    assert found.median == 2
    late = pd.concat([table, table + pd.Timedelta(days=400)])
    again = resolution_time(late, **ROLES, until=datetime(2025, 3, 3, 13))
    assert again.missing == 4
    assert "4 rows that start after the records end left out" in again.notes


def test_first_and_full_resolution_of_events(engine):
    events = pd.DataFrame(
        {
            "ticket": ["a", "a", "b", None],
            "opened": START,
            "resolved": [
                START + timedelta(hours=2),
                START + timedelta(hours=10),
                START + timedelta(hours=4),
                START,
            ],
        }
    )
    frame = engine(events)
    assert resolution_time(frame, **ROLES, ticket="ticket").mean == 7
    first = resolution_time(frame, **ROLES, ticket="ticket", which="first")
    assert (first.mean, first.n, first.missing) == (3, 2, 1)
    assert "1 row without 'ticket' left out" in first.notes
    response = first_response_time(frame, opened="opened", responded="resolved", ticket="ticket")
    assert response.mean == 3
    assert response.metric == "First response time"


def test_rows_that_make_no_sense_are_counted(engine):
    table = desk(1, 2, -5)
    table = pd.concat([table, pd.DataFrame({"opened": [pd.NaT], "resolved": [START]})])
    found = resolution_time(engine(table), **ROLES)
    assert (found.n, found.missing, found.mean) == (2, 2, 1.5)
    assert "1 row resolved before the start left out" in found.notes
    assert "1 row without 'opened' left out" in found.notes


def test_zones_are_instants(engine):
    table = desk(1, 3)
    aware = pd.DataFrame(
        {
            "opened": table["opened"].dt.tz_localize("UTC"),
            "resolved": table["resolved"].dt.tz_localize("UTC"),
        }
    )
    assert resolution_time(engine(aware), **ROLES).mean == 2
    assert "no zone" not in str(resolution_time(engine(aware), **ROLES))
    assert "no zone" in str(resolution_time(engine(table), **ROLES))


def test_two_zones_are_both_converted_and_said():
    table = desk(1, 3)
    mixed = pd.DataFrame(
        {
            "opened": table["opened"].dt.tz_localize("UTC"),
            "resolved": table["resolved"].dt.tz_localize("UTC").dt.tz_convert("Asia/Tokyo"),
        }
    )
    found = resolution_time(mixed, **ROLES)
    assert found.mean == 2
    assert any("Asia/Tokyo" in note for note in found.notes)


def test_one_zone_missing_is_refused_unless_named():
    table = desk(1, 3)
    table["resolved"] = table["resolved"].dt.tz_localize("UTC")
    with pytest.raises(MetricsError, match="'opened' has no time zone"):
        resolution_time(table, **ROLES)
    assert resolution_time(table, **ROLES, zone="UTC").mean == 2


def test_clock_changes():
    opened = ["2025-03-29 12:00", "2025-03-30 01:30", "2025-10-26 01:30"]
    resolved = ["2025-03-30 12:00", "2025-03-30 05:00", "2025-10-26 05:00"]
    table = pd.DataFrame({"opened": pd.to_datetime(opened), "resolved": pd.to_datetime(resolved)})
    found = resolution_time(table, **ROLES, zone="Europe/London")
    assert (found.n, found.mean, found.missing) == (1, 23, 2)
    assert "2 rows at an hour the clock showed twice or never left out" in found.notes
    assert resolution_time(table.iloc[:1], **ROLES).mean == 24


def opening_minutes(start: datetime, end: datetime, hours: WorkingHours) -> int:
    """Walk from start to end minute by minute and look at the door."""
    total, now = 0, start
    while now < end:
        working = hours.days[now.weekday()] == "1" and now.date() not in hours.holidays
        total += working and hours.opens <= now.time() < hours.closes
        now += timedelta(minutes=1)
    return total


@given(st.integers(0, 12 * 24 * 6), st.integers(0, 6 * 24 * 6))
def test_opening_hours_against_walking_the_clock(start, length):
    hours = WorkingHours(time(8, 30), time(17), "1111110", (date(2025, 3, 5),))
    begin = datetime(2025, 2, 28) + timedelta(minutes=10 * start)
    end = begin + timedelta(minutes=10 * length)
    table = pd.DataFrame({"opened": [begin], "resolved": [end]})
    found = resolution_time(table, **ROLES, hours=hours, unit="minutes")
    assert found.mean == opening_minutes(begin, end, hours)


def test_opening_hours_follow_the_wall_clock_of_the_zone():
    table = pd.DataFrame(
        {
            "opened": pd.to_datetime(["2025-07-01 08:00"]).tz_localize("UTC"),
            "resolved": pd.to_datetime(["2025-07-01 16:30"]).tz_localize("UTC"),
        }
    )
    hours = WorkingHours(time(9), time(17))
    assert resolution_time(table, **ROLES, hours=hours).mean == 7.5
    # In London it is summer: the desk opens at 08:00 UTC and closes at 16:00.
    assert resolution_time(table, **ROLES, hours=hours, zone="Europe/London").mean == 8


@pytest.mark.parametrize(
    ("table", "roles", "words"),
    [
        (desk(None, None), {}, ["Of 2 rows none was resolved", "'resolved'"]),
        (desk(), {}, ["Of 0 rows none"]),
        (desk(1), {"resolved": "done"}, ["no column 'done'"]),
        (desk(1).astype(str), {}, ["'opened'", "1 row", "2025-03-03"]),
        (desk(1), {"unit": "weeks"}, ["unit"]),
        (desk(1), {"which": "last"}, ["which"]),
        (desk(1), {"zone": "Mars/Base"}, ["no time zone"]),
        (desk(1), {"until": datetime.fromisoformat("2025-04-01T00:00+00:00")}, ["'until'"]),
        (desk(1), {"zone": "UTC", "until": datetime(2025, 4, 1)}, ["'until'"]),
    ],
)
def test_bad_input_is_refused_in_words(table, roles, words):
    with pytest.raises(MetricsError) as error:
        resolution_time(table, **(ROLES | roles))
    for word in words:
        assert word in str(error.value)


def test_impossible_opening_hours_are_refused():
    with pytest.raises(MetricsError, match="close after"):
        WorkingHours(time(17), time(9))
    with pytest.raises(MetricsError, match="seven marks"):
        WorkingHours(days="11111")


def test_opening_hours_are_read_by_the_clock_of_a_zone_with_a_name_of_its_own():
    opened = pd.to_datetime(["2025-01-02 16:00", "2025-01-03 10:00"])
    opened = opened.tz_localize("America/New_York")
    table = pd.DataFrame({"opened": opened, "resolved": opened + pd.Timedelta("18h")})
    hours = WorkingHours(time(9), time(17))
    # Thursday 16 to 17 and Friday 9 to 10; Friday 10 to 17.
    assert resolution_time(table, **ROLES, hours=hours).mean == (2 + 7) / 2
    in_utc = table.apply(lambda column: column.dt.tz_convert("UTC"))
    found = resolution_time(in_utc, **ROLES, hours=hours, zone="America/New_York")
    assert found.mean == (2 + 7) / 2
    assert resolution_time(table.assign(resolved=None, end=table["resolved"]),
                           opened="opened", resolved="end").mean == 18  # fmt: skip


def test_tickets_are_formed_before_groups(engine):
    events = pd.DataFrame(
        {
            "ticket": ["a", "a", "b", "c", "d"],
            "opened": [START, START + timedelta(hours=1), START, START, START],
            "resolved": [START + timedelta(hours=h) for h in (2, 10, 4, 6)] + [None],
            "team": ["East", "West", "West", "West", "West"],
        }
    )
    found = resolution_time(engine(events), **ROLES, ticket="ticket", by="team")
    # Ticket a was begun in the East and ended ten hours later in the West.
    assert {team: (times.mean, times.n, times.open) for team, times in found.items()} == {
        "East": (10, 1, 0),
        "West": (5, 2, 1),
    }
    # The last thing seen anywhere ends the records, also for a team that saw nothing so late.
    assert found["West"].median_with_open == 6
    assert found["West"].to_dict()["open"] == 1
