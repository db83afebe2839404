from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, repeat_purchase

ROLES: dict[str, Any] = {"customer": "who", "ordered": "at"}
ORDERS = pd.DataFrame(
    {
        "who": ["Ann", "Ann", "Bob", "Cat", "Cat", "Dan", None, "Eve"],
        "at": pd.to_datetime(
            pd.Series(
                [
                    "2024-01-01",
                    "2024-03-31",  # 90 days later, the last day that counts
                    "2024-01-05",
                    "2024-01-06",
                    "2024-06-30",  # too late to count
                    "2024-06-01",  # window not ended
                    "2024-01-01",
                    None,
                ]
            )
        ),
    }
)


def test_counted_by_hand(engine):
    score = repeat_purchase(engine(ORDERS), **ROLES, window="90d")
    assert score.value == pytest.approx(100 / 3)
    assert (score.n, score.missing) == (3, 3)
    assert "1 customer not watched for 90 days yet left out" in score.notes
    assert "1 row without 'who' left out" in score.notes
    assert "1 row without 'at' left out" in score.notes
    by_order = repeat_purchase(engine(ORDERS), **ROLES, window="90d", per="order")
    assert (by_order.value, by_order.n) == (50, 4)
    assert by_order.convention != score.convention


def test_until_ends_the_records(engine):
    score = repeat_purchase(engine(ORDERS), **ROLES, window="30d", until=datetime(2024, 2, 4))
    assert (score.value, score.n) == (0, 2)
    assert "3 orders after the records end left out" in score.notes


def test_rows_of_one_order_are_one_order(engine):
    lines = pd.DataFrame(
        {
            "who": ["Ann", "Ann", "Bob", "Bob", "Cat"],
            "number": [1, 1, 2, 3, 4],
            "at": pd.to_datetime(["2024-01-01"] * 4 + ["2024-12-31"]),
        }
    )
    frame = engine(lines)
    assert repeat_purchase(frame, **ROLES, window="30d").value == 100
    assert repeat_purchase(frame, **ROLES, window="30d", order="number").value == 50


def test_zones(engine):
    orders = ORDERS.assign(at=ORDERS["at"].dt.tz_localize("UTC"))
    assert repeat_purchase(engine(orders), **ROLES, window="90d").n == 3


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 100)), min_size=1),
    st.integers(1, 60),
    st.randoms(),
)
def test_against_going_through_the_customers(rows, window, random):
    last = max(day for _, day in rows)
    ripe = again = 0
    for who in {who for who, _ in rows}:
        mine = sorted(day for one, day in rows if one == who)
        if mine[0] <= last - window:
            ripe += 1
            again += sum(day <= mine[0] + window for day in mine) >= 2
    orders = pd.DataFrame(random.sample(rows, len(rows)), columns=["who", "day"])
    orders["at"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(orders["day"], unit="D")
    if not ripe:
        with pytest.raises(MetricsError, match="Shorten the window"):
            repeat_purchase(orders, **ROLES, window=f"{window}d")
        return
    score = repeat_purchase(orders, **ROLES, window=f"{window}d")
    assert score.n == ripe
    assert score.value == pytest.approx(100 * again / ripe)


@pytest.mark.parametrize(
    ("orders", "options", "words"),
    [
        (ORDERS.iloc[:0], {}, ["Of 0 rows none"]),
        (ORDERS, {"window": "10w"}, []),
        (ORDERS, {"window": "500d"}, ["500 days", "Shorten the window"]),
        (ORDERS, {"per": "euro"}, ["'customer' or 'order'"]),
        (ORDERS, {"until": pd.Timestamp("2025-01-01", tz="UTC")}, ["'at'", "time zone"]),
        (ORDERS.assign(at="yesterday"), {}, ["'at'", "8 rows", "'yesterday'"]),
        (ORDERS, {"customer": "name"}, ["no column 'name'"]),
    ],
)
def test_bad_input_is_refused_in_words(orders, options, words):
    if not words:
        assert repeat_purchase(orders, **(ROLES | options)).n == 3
        return
    with pytest.raises(MetricsError) as error:
        repeat_purchase(orders, **(ROLES | options))
    for word in words:
        assert word in str(error.value)


def test_a_row_that_lacks_everything_is_left_out_once():
    orders = pd.concat([ORDERS, pd.DataFrame({"who": [None], "at": [pd.NaT]})])
    assert repeat_purchase(orders, **ROLES, window="90d").missing == 4
