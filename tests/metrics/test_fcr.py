from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, fcr

LOG = pd.DataFrame(
    {
        "who": ["Tom", "John", "Betty", "John"],
        "about": ["invoice", "parcel", "parcel", "parcel"],
        "at": pd.to_datetime(["2025-03-03", "2025-03-03", "2025-03-04", "2025-03-05"]),
    }
)
ROLES: dict[str, Any] = {"customer": "who", "topic": "about", "opened": "at"}


def test_published_log_per_case_and_per_contact(engine):
    frame = engine(LOG)
    assert fcr(frame, **ROLES).value == pytest.approx(200 / 3)
    assert fcr(frame, **ROLES, per="contact").value == 50
    assert fcr(frame, **ROLES).convention == (
        "per case, gross, same customer and topic, no repeat within 7 days, times without a zone"
    )


def test_topic_and_window():
    log = pd.DataFrame(
        {
            "who": ["Tom"] * 3,
            "about": ["invoice", "parcel", "parcel"],
            "at": pd.to_datetime(["2025-03-01", "2025-03-03", "2025-03-10"]),
        }
    )
    # Seven days to the minute still count as a repeat.
    assert fcr(log, **ROLES).value == 50
    assert fcr(log, **ROLES, window="6d").value == 100
    assert fcr(log, customer="who", opened="at").value == 0
    assert fcr(log, customer="who", opened="at", window=timedelta(hours=1)).n == 3


def test_a_long_case_is_one_case():
    log = pd.DataFrame(
        {"who": ["Tom"] * 5, "at": pd.date_range("2025-01-01", periods=5, freq="5D")}
    )
    score = fcr(log, customer="who", opened="at")
    assert (score.value, score.n) == (0, 1)


def test_marked_as_resolved_and_net(engine):
    log = LOG.assign(solved=[True, True, False, True], ours=[True, True, False, True])
    frame = engine(log)
    assert fcr(frame, **ROLES, resolved="solved").value == pytest.approx(100 / 3)
    net = fcr(frame, **ROLES, resolvable="ours")
    assert (net.value, net.n) == (50, 2)
    assert "net" in net.convention


def test_rows_that_cannot_be_judged_are_counted(engine):
    log = pd.concat(
        [
            LOG,
            pd.DataFrame(
                {
                    "who": [None, "Ann", "Ann"],
                    "about": ["parcel", None, "parcel"],
                    "at": [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-01"), pd.NaT],
                }
            ),
        ],
        ignore_index=True,
    )
    score = fcr(engine(log), **ROLES)
    assert score.value == pytest.approx(200 / 3)
    assert score.missing == 3
    assert "1 row without 'who' left out" in score.notes
    assert "1 row without 'about' left out" in score.notes
    assert "1 row without 'at' left out" in score.notes


def test_empty_names_are_missing_names():
    log = LOG.assign(who=["Tom", "", "Betty", ""])
    assert fcr(log, **ROLES).missing == 2


def test_young_cases_are_said_or_left_out(engine):
    log = pd.DataFrame(
        {
            "who": ["Tom", "Ann", "Ann", "Bob", "Cat"],
            "at": pd.to_datetime(
                ["2025-03-01", "2025-03-02", "2025-03-04", "2025-03-20", "2025-03-24"]
            ),
        }
    )
    frame = engine(log)
    score = fcr(frame, customer="who", opened="at")
    assert score.value == 75
    assert "2 cases are younger than 7 days and may come back" in score.notes
    judged = fcr(frame, customer="who", opened="at", until="2025-03-25")
    assert (judged.value, judged.n, judged.missing) == (50, 2, 2)
    assert "2 cases too young to have had 7 days left out" in judged.notes


@pytest.mark.parametrize("zone", [None, "UTC", "Europe/Paris"])
def test_zones(engine, zone):
    log = LOG.assign(at=LOG["at"].dt.tz_localize(zone))
    score = fcr(engine(log), **ROLES)
    assert score.value == pytest.approx(200 / 3)
    assert ("times without a zone" in score.convention) == (zone is None)


@pytest.mark.parametrize("engine", ["polars", "pyarrow", "duckdb"], indirect=True)
def test_dates_without_times(engine):
    log = LOG.assign(at=LOG["at"].dt.date)
    score = fcr(engine(log), **ROLES)
    assert score.value == pytest.approx(200 / 3)
    assert "zone" not in score.convention


def brute_force(rows: list[tuple[int, int, int]], window: int) -> tuple[int, int]:
    cases = solved = 0
    for who, about in {(who, about) for who, about, _ in rows}:
        days = sorted(day for w, a, day in rows if (w, a) == (who, about))
        chains: list[list[int]] = []
        for day in days:
            if chains and day - chains[-1][-1] <= window:
                chains[-1].append(day)
            else:
                chains.append([day])
        cases += len(chains)
        solved += sum(len(chain) == 1 for chain in chains)
    return cases, solved


contacts = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 1), st.integers(0, 40)), min_size=1, max_size=40
)


@given(contacts, st.integers(1, 10), st.randoms())
def test_against_following_every_case_by_hand(rows, window, random):
    cases, solved = brute_force(rows, window)
    shuffled = random.sample(rows, len(rows))
    log = pd.DataFrame(shuffled, columns=["who", "about", "day"])
    log["at"] = pd.Timestamp("2025-01-01") + pd.to_timedelta(log["day"], unit="D")
    score = fcr(log, **ROLES, window=f"{window}d")
    assert score.n == cases
    assert score.value == pytest.approx(100 * solved / cases)


@given(contacts, st.data())
def test_order_of_simultaneous_contacts_never_matters(rows, data):
    log = pd.DataFrame(rows, columns=["who", "about", "day"])
    log["at"] = pd.Timestamp("2025-01-01") + pd.to_timedelta(log["day"] // 10, unit="D")
    log["solved"] = data.draw(st.lists(st.booleans(), min_size=len(log), max_size=len(log)))
    shuffled = log.loc[data.draw(st.permutations(range(len(log))))]
    assert fcr(log, **ROLES, resolved="solved") == fcr(shuffled, **ROLES, resolved="solved")


@pytest.mark.parametrize(
    ("change", "roles", "words"),
    [
        ({}, {"customer": "customer"}, ["no column 'customer'", "who, about, at"]),
        ({"at": ["2025-03-03"] * 4}, {}, ["'at'", "4 rows", "'2025-03-03'", "to_datetime"]),
        ({"at": [1, 2, 3, 4]}, {}, ["'at'", "Int64", "4 rows"]),
        ({"at": [None] * 4}, {}, ["'at'", "blank in every row"]),
        ({"who": [None] * 4}, {}, ["Of 4 rows none", "4 rows without 'who'"]),
        ({"solved": ["yes"] * 4}, {"resolved": "solved"}, ["'solved'", "true or false", "'yes'"]),
        ({}, {"window": "a week"}, ["window", "'7d'"]),
        ({}, {"window": "0d"}, ["longer than nothing"]),
        ({}, {"per": "day"}, ["'case' or 'contact'"]),
        ({}, {"until": pd.Timestamp("2025-04-01", tz="UTC")}, ["time zone", "'at'"]),
        ({}, {"until": datetime(2025, 3, 1)}, ["none can be judged", "too young"]),
    ],
)
def test_bad_input_is_refused_in_words(change, roles, words):
    with pytest.raises(MetricsError) as error:
        fcr(LOG.assign(**change), **(ROLES | roles))
    for word in words:
        assert word in str(error.value)


def test_two_zones_in_one_column_are_refused():
    at = pd.Series(
        [pd.Timestamp("2025-03-03", tz="UTC"), pd.Timestamp("2025-03-03", tz="Asia/Tokyo")] * 2,
        dtype="object",
    )
    with pytest.raises(MetricsError, match="one time zone"):
        fcr(LOG.assign(at=at), **ROLES)


def test_an_empty_log(engine):
    with pytest.raises(MetricsError, match="Of 0 rows none"):
        fcr(engine(LOG.iloc[:0]), **ROLES)
