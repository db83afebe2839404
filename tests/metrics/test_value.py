from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, cltv

ROLES: dict[str, Any] = {"customer": "who", "amount": "paid"}

# Five guests: what each pays a visit and how often each comes in a week.
GUESTS = {"A": (3.5, 4), "B": (8.5, 3), "C": (5.0, 5), "D": (6.5, 6), "E": (6.0, 3)}
VISITS = pd.DataFrame(
    [(who, paid) for who, (paid, visits) in GUESTS.items() for _ in range(visits)],
    columns=["who", "paid"],
)


def test_published_figures_of_two_methods(engine):
    frame = engine(VISITS)
    product = cltv(frame, **ROLES, lifespan=1)
    assert product.value == pytest.approx(24.78)
    assert product.purchase_value == pytest.approx(5.90)
    assert product.frequency == pytest.approx(4.2)
    mean = cltv(frame, **ROLES, lifespan=1, method="mean of products")
    assert mean.value == pytest.approx(24.30)
    assert (mean.customers, mean.orders, mean.missing) == (5, 21, 0)
    assert "revenue, undiscounted" in mean.convention


def test_lifespan_periods_margin_discount_and_acquisition():
    plain = cltv(VISITS, **ROLES, lifespan=1).value
    assert cltv(VISITS, **ROLES, lifespan=10).value == pytest.approx(10 * plain)
    assert cltv(VISITS, **ROLES, lifespan=10, periods=2).value == pytest.approx(5 * plain)
    assert cltv(VISITS, **ROLES, lifespan=1, margin=0.4).value == pytest.approx(0.4 * plain)
    assert cltv(VISITS, **ROLES, lifespan=1, acquisition=4).value == pytest.approx(plain - 4)
    by_year = sum(plain / 1.1**year for year in (1, 2, 3))
    discounted = cltv(VISITS, **ROLES, lifespan=3, discount=0.1)
    assert discounted.value == pytest.approx(by_year)
    assert "discounted at 10.0% a period" in discounted.convention
    assert cltv(VISITS, **ROLES, lifespan=3, discount=1e-9).value == pytest.approx(3 * plain)


amounts = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 10_000)), min_size=1)


@given(amounts, st.randoms())
def test_mean_of_products_is_spending_a_customer_in_any_order(rows, random):
    orders = pd.DataFrame(random.sample(rows, len(rows)), columns=["who", "paid"])
    spending = sum(paid for _, paid in rows) / len({who for who, _ in rows})
    found = cltv(orders, **ROLES, lifespan=1, method="mean of products")
    assert found.value == pytest.approx(spending)


def test_rows_that_cannot_be_used_are_counted(engine):
    orders = pd.concat(
        [
            VISITS,
            pd.DataFrame({"who": [None, "A", "B"], "paid": [5.0, None, -8.5]}),
        ],
        ignore_index=True,
    )
    found = cltv(engine(orders), **ROLES, lifespan=1)
    assert found.value == pytest.approx(24.78)
    assert found.missing == 3
    assert "1 row without 'who' left out" in found.notes
    assert "1 row without 'paid' left out" in found.notes
    assert any("negative" in note for note in found.notes)


def test_rows_of_one_order_are_added_up(engine):
    lines = pd.DataFrame({"who": ["A", "A", "A"], "number": [1, 1, 2], "paid": [1.0, 2.0, 5.0]})
    found = cltv(engine(lines), **ROLES, order="number", lifespan=1)
    assert (found.orders, found.purchase_value, found.frequency) == (2, 4, 2)


def test_whole_amounts_and_decimals():
    duckdb = pytest.importorskip("duckdb")
    frame = duckdb.sql("select 'A' as who, 12.50::decimal(10, 2) as paid")
    assert cltv(frame, **ROLES, lifespan=1).value == 12.5
    assert cltv(pd.DataFrame({"who": ["A"], "paid": [12]}), **ROLES, lifespan=1).value == 12


@pytest.mark.parametrize(
    ("orders", "options", "words"),
    [
        (VISITS.assign(paid="5,90"), {}, ["'paid'", "21 rows", "'5,90'"]),
        (VISITS.assign(paid=float("inf")), {}, ["'paid'", "21 of 21 rows", "infinite"]),
        (VISITS.iloc[:0], {}, ["Of 0 rows none"]),
        (VISITS.assign(who=None), {}, ["Of 21 rows none", "21 rows without 'who'"]),
        (VISITS, {"lifespan": 0}, ["lifespan", "above 0"]),
        (VISITS, {"periods": -1}, ["periods"]),
        (VISITS, {"margin": 40}, ["margin", "0.4"]),
        (VISITS, {"discount": 10}, ["discount", "0.1"]),
        (VISITS, {"acquisition": -3}, ["acquisition"]),
        (VISITS, {"method": "median"}, ["method"]),
        (VISITS, {"amount": "price"}, ["no column 'price'"]),
    ],
)
def test_bad_input_is_refused_in_words(orders, options, words):
    with pytest.raises(MetricsError) as error:
        cltv(orders, **(ROLES | {"lifespan": 1} | options))
    for word in words:
        assert word in str(error.value)
