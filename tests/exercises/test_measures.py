"""Averages, shares, loyalty and figures from the records: the right number and each named slip."""

from typing import Any

import pandas as pd
import pytest

from course.company import read_table
from course.exercises.calculators import CALCULATORS, Arguments, Calculator, Table
from course.exercises.records import TABLES, measure, settle
from course.lessons import records_folder

MARKS = Table(columns=("mark", "people"), rows=((5, 6), (3, 2), (1, 1), (0, 3), (None, 4)))
COUNTED = {"ratings": "mark", "count": "people", "blank": [0]}


def slips(name: str, table: Table | None, arguments: dict[str, Any]) -> dict[str, float]:
    calculator = CALCULATORS[name]
    return {slip: calculator.slip(slip, table, arguments) for slip in calculator.slips}


def test_the_mean_leaves_out_blanks_and_what_means_blank() -> None:
    assert CALCULATORS["mean"].compute(MARKS, COUNTED) == pytest.approx(37 / 9)
    assert slips("mean", MARKS, COUNTED) == pytest.approx(
        {
            "as-per-cent": 100 * 37 / 9 / 5,
            "levels-averaged": 3.0,
            "blanks-as-zero": 37 / 16,
            "zeros-counted": 37 / 12,
        }
    )


def test_csat_counts_a_table_of_counts() -> None:
    table = Table(columns=("mark", "people"), rows=((5, 6), (3, 2), (1, 2), (None, 4)))
    asked = {"ratings": "mark", "count": "people"}
    assert CALCULATORS["csat"].compute(table, asked) == pytest.approx(60.0)
    assert CALCULATORS["csat"].slip("blanks-counted", table, asked) == pytest.approx(600 / 14)


def test_ease_and_its_slips() -> None:
    eased = Table(columns=("ease",), rows=((7,), (6,), (6,), (4,), (2,), (0,), (None,)))
    asked = {"ratings": "ease", "high": "easy", "blank": [0]}
    assert CALCULATORS["ces"].compute(eased, asked) == pytest.approx(5.0)
    net = {**asked, "measure": "net"}
    assert CALCULATORS["ces"].compute(eased, net) == pytest.approx(40.0)
    assert slips("ces", eased, net) == pytest.approx(
        {
            "turned-round": -40.0,
            "hard-less-easy": -40.0,
            "zeros-counted": 25 / 6,
            "middle-left-out": 50.0,
            "easy-only": 60.0,
        }
    )
    assert CALCULATORS["ces"].slip("turned-round", eased, asked) == pytest.approx(3.0)


def test_a_weighted_mean_and_its_slips() -> None:
    table = Table(columns=("group", "csat", "old", "n", "old n"), rows=(
        ("a", 90, 80, 10, 30), ("b", 60, 50, 30, 10),
    ))  # fmt: skip
    asked = {"values": "csat", "weights": "n", "other_weights": "old n", "other_values": "old"}
    assert CALCULATORS["weighted"].compute(table, asked) == pytest.approx(67.5)
    assert slips("weighted", table, asked) == pytest.approx(
        {"plain-average": 75.0, "other-weights": 82.5, "other-values": 57.5}
    )


def test_shares_and_their_change() -> None:
    table = Table(columns=("when", "all", "late", "asked"), rows=(
        ("before", 200, 20, 150), ("after", 100, 30, 90),
    ))  # fmt: skip
    asked = {"row": "after", "part": "late", "whole": "all", "other_whole": "asked"}
    assert CALCULATORS["rate"].compute(table, asked) == pytest.approx(30.0)
    assert slips("rate", table, asked) == pytest.approx(
        {"other-whole": 100 / 3, "all-rows": 50 / 3, "of-the-parts": 60.0}
    )
    change = {"first": "before", "second": "after", "part": "late", "whole": "all"}
    assert CALCULATORS["change"].compute(table, change) == pytest.approx(20.0)
    assert slips("change", table, change) == pytest.approx(
        {"turned-round": -20.0, "relative": 200.0, "in-numbers": 10.0}
    )
    with pytest.raises(KeyError, match="there is no row 'never'"):
        CALCULATORS["rate"].compute(table, {**asked, "row": "never"})


def test_the_price_of_one_kept_counts_nobody_who_would_have_stayed() -> None:
    table = Table(columns=("what", "each", "once", "had", "had left", "not", "not left"), rows=(
        ("call", 2, 100, 200, 30, 100, 25),
    ))  # fmt: skip
    asked = {"row": "call", "each": "each", "once": "once", "treated": "had",
             "treated_left": "had left", "control": "not", "control_left": "not left"}  # fmt: skip
    # 25 in 100 leave without it: of 200 that would be 50, and 30 did.
    assert CALCULATORS["price-of-one-kept"].compute(table, asked) == pytest.approx(500 / 20)
    assert slips("price-of-one-kept", table, asked) == pytest.approx(
        {"all-who-stayed": 500 / 170, "all-who-had-it": 2.5, "without-the-once": 20.0}
    )


def test_a_blank_can_be_asked_for() -> None:
    consents = read_table(records_folder(), "consents")
    asked = {"table": "consents", "metric": "count", "where": {"withdrawn": [None]}}
    assert measure(records, asked) == consents.withdrawn.isna().sum() > 1000


def test_retention_and_churn_add_up_to_all() -> None:
    club = Table(columns=("members", "people"), rows=(
        ("start", 80), ("end", 70), ("new", 30), ("lost", 40), ("left", 45),
    ))  # fmt: skip
    stayed = {"start": "start", "end": "end", "new": "new"}
    gone = {"start": "start", "lost": "lost", "new": "new", "all_left": "left"}
    assert CALCULATORS["retention"].compute(club, stayed) == pytest.approx(50.0)
    assert CALCULATORS["churn"].compute(club, gone) == pytest.approx(50.0)
    assert slips("retention", club, stayed) == pytest.approx(
        {"new-counted": 87.5, "of-the-end": 4000 / 70}
    )
    assert slips("churn", club, gone) == pytest.approx(
        {"of-start-and-new": 4500 / 110, "all-who-left": 56.25, "stayed": 50.0}
    )


def test_a_year_of_months() -> None:
    asked = {"rate": 5}
    assert CALCULATORS["churn-over"].compute(None, asked) == pytest.approx(45.964, abs=1e-3)
    found = slips("churn-over", None, asked)
    assert found == pytest.approx({"added-up": 60.0, "still-there": 54.036}, abs=1e-3)


def test_who_came_back_within_the_window() -> None:
    orders = Table(columns=("who", "at"), rows=(
        ("a", "2024-01-01"), ("a", "2024-06-01"), ("b", "2024-01-01"), ("b", "2025-06-01"),
        ("c", "2024-02-01"), ("a", "2024-07-01"),
    ))  # fmt: skip
    asked = {"customer": "who", "ordered": "at", "window": "365d", "until": "2026-01-01"}
    repeat = CALCULATORS["repeat-purchase"]
    assert repeat.compute(orders, asked) == pytest.approx(100 / 3)
    assert repeat.slip("ever", orders, asked) == pytest.approx(200 / 3)
    assert repeat.slip("orders-not-people", orders, asked) > 100 / 3


def test_a_lifetime_in_three_factors() -> None:
    orders = Table(columns=("who", "paid"), rows=(("a", 10), ("a", 20), ("b", 30)))
    asked = {
        "customer": "who", "amount": "paid", "lifespan": 3, "periods": 2,
        "method": "mean of products",
    }  # fmt: skip
    assert CALCULATORS["cltv"].compute(orders, asked) == pytest.approx(45.0)
    assert slips("cltv", orders, asked) == pytest.approx(
        {
            "means-multiplied": 22.5 * 0.75 * 3,
            "one-year": 15.0,
            "one-purchase-a-year": 60.0,
            "both-years": 90.0,
        }
    )


def test_a_contact_twice_in_the_books_is_one() -> None:
    rows = (("a", "x", "2026-01-12"), ("a", "x", "2026-01-12"), ("b", "x", "2026-01-12"))
    table = Table(columns=("who", "what", "at"), rows=rows)
    asked = {"customer": "who", "topic": "what", "opened": "at", "same": ["who", "what", "at"]}
    assert CALCULATORS["fcr"].compute(table, asked) == pytest.approx(100.0)
    assert CALCULATORS["fcr"].slip("twins-kept", table, asked) == pytest.approx(50.0)


def test_cases_solved_over_all_contacts_is_a_slip() -> None:
    rows = (("a", "x", "2026-01-12"), ("a", "x", "2026-01-13"), ("b", "x", "2026-01-12"))
    table = Table(columns=("who", "what", "at"), rows=rows)
    asked = {"customer": "who", "topic": "what", "opened": "at"}
    assert CALCULATORS["fcr"].compute(table, asked) == pytest.approx(50.0)
    assert CALCULATORS["fcr"].slip("over-contacts", table, asked) == pytest.approx(100 / 3)


def test_a_share_of_rows_that_stand_for_many() -> None:
    table = Table(columns=("cause", "topic", "contacts"), rows=(
        ("late", "delivery", 30), ("lost", "delivery", 10), ("sold out", "stock", 60),
    ))  # fmt: skip
    asked = {"where": {"cause": ["late", "sold out"]}, "count": "contacts"}
    assert CALCULATORS["share"].compute(table, asked) == pytest.approx(90.0)
    assert CALCULATORS["share"].slip("rows-counted", table, asked) == pytest.approx(200 / 3)
    part = {**asked, "of": {"topic": "delivery"}}
    assert slips("share", table, part) == pytest.approx(
        {"of-all": 30.0, "turned-round": 100 / 3, "rows-counted": 50.0}
    )
    assert CALCULATORS["share"].compute(table, part) == pytest.approx(75.0)


RECORDS = {
    "customers": pd.DataFrame({"customer_id": ["a", "b"], "region": ["Wales", "London"]}),
    "contacts": pd.DataFrame({
        "contact_id": ["1", "2", "3", "4"],
        "customer_id": ["a", "a", "b", "b"],
        "order_id": ["x", None, "y", "y"],
        "channel": ["chat", "phone", "chat", "chat"],
        "opened": pd.to_datetime(
            ["2026-01-01 09:00", "2026-01-31 23:59", "2026-02-01 00:00", "2026-02-03 12:00"]
        ).tz_localize("Europe/London"),
    }),
    "orders": pd.DataFrame({
        "order_id": ["x", "y"], "customer_id": ["a", "b"], "product": ["bed", "lamp"],
    }),
    "surveys": pd.DataFrame({
        "contact_id": ["1", "2", "3", "4"],
        "satisfaction": pd.array([5, 2, 4, None], dtype="Int64"),
        "recommend": pd.array([10, 3, 9, None], dtype="Int64"),
        "ease": pd.array([7, 1, 4, None], dtype="Int64"),
    }),
}  # fmt: skip
JANUARY = ["2026-01-01", "2026-01-31"]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"table": "surveys", "metric": "csat"}, 200 / 3),
        ({"table": "surveys", "metric": "csat", "period": JANUARY}, 50.0),
        ({"table": "surveys", "metric": "csat", "blanks": True}, 50.0),
        ({"table": "surveys", "metric": "mean"}, 11 / 3),
        ({"table": "surveys", "metric": "nps"}, 100 / 3),
        ({"table": "surveys", "metric": "ces", "where": {"region": "Wales"}}, 4.0),
        ({"table": "contacts", "metric": "count", "where": {"channel": ["chat", "social"]}}, 3.0),
        ({"table": "contacts", "metric": "share", "of": {"channel": "phone"}}, 25.0),
        ({"table": "contacts", "metric": "share", "of": {"product": "lamp"}}, 50.0),
        ({"table": "surveys", "metric": "csat", "where": {"product": "lamp"}}, 100.0),
        ({"table": "customers", "metric": "count", "where": {"region": "Wales"}}, 1.0),
    ],
)
def test_a_figure_from_the_records(asked: dict[str, Any], wanted: float) -> None:
    assert measure(RECORDS.__getitem__, asked) == pytest.approx(wanted)


def test_figures_are_settled_with_their_slips() -> None:
    asked = {
        "table": "surveys", "metric": "csat", "period": ["2026-02-01", "2026-02-28"],
        "where": {"channel": "chat"}, "other_period": JANUARY,
    }  # fmt: skip
    names = ["whole-time", "everybody", "other-period", "blanks-counted", "mean-as-percent"]
    settled = settle(asked, names, RECORDS.__getitem__)
    assert CALCULATORS["records"].compute(None, settled) == 100.0
    assert {name: CALCULATORS["records"].slip(name, None, settled) for name in names} == (
        pytest.approx({
            "whole-time": 100.0, "everybody": 100.0, "other-period": 100.0,
            "blanks-counted": 50.0, "mean-as-percent": 80.0,
        })
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"table": "shifts", "metric": "count"}, "no table 'shifts'"),
        ({"table": "contacts", "metric": "joy"}, "no metric 'joy'"),
        ({"table": "contacts", "metric": "share", "of": {"mood": "low"}}, "no column 'mood'"),
        ({"table": "surveys", "metric": "csat", "where": {"channel": "fax"}}, "no row matches"),
    ],
)
def test_what_is_not_there_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises((KeyError, ValueError), match=said):
        measure(RECORDS.__getitem__, asked)


def test_a_figure_is_worked_out_once_for_a_table_however_many_answer() -> None:
    asked: list[Arguments] = []

    def counts(table: Table | None, arguments: Arguments) -> float:
        asked.append(arguments)
        return float(len(asked))

    calculator = Calculator(compute=counts, slips={"one": counts})
    one, same = Table(columns=("a",), rows=((1,),)), Table(columns=("a",), rows=((1,),))
    assert [calculator.wanted(one, {"x": {1: 2}}) for _ in range(3)] == [1.0, 1.0, 1.0]
    assert calculator.slip("one", one, {"x": {1: 2}}) == 1.0
    assert calculator.wanted(one, {"x": {1: True}}) == 2.0, "other arguments"
    assert calculator.wanted(same, {"x": {1: 2}}) == 3.0, "another table"
    assert calculator.wanted(one, {"x": 10**30}) == 4.0, "more than can be compared cheaply"


def test_three_other_readings_of_a_case_are_slips() -> None:
    rows = (
        ("a", "x", "2026-01-01"), ("a", "x", "2026-01-06"), ("a", "x", "2026-01-11"),
        ("b", "x", "2026-01-01"), ("b", "x", "2026-01-20"), ("c", "x", "2026-01-02"),
    )  # fmt: skip
    table = Table(columns=("who", "what", "at"), rows=rows)
    asked = {"customer": "who", "topic": "what", "opened": "at", "window": "7d"}
    fcr = CALCULATORS["fcr"]
    assert fcr.compute(table, asked) == pytest.approx(75.0)
    assert fcr.slip("always-one-case", table, asked) == pytest.approx(100 * 2 / 3)
    assert fcr.slip("back-at-any-time", table, asked) == pytest.approx(100 / 3)
    assert fcr.slip("from-the-first", table, asked) == pytest.approx(80.0)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_records_can_be_counted(name: str) -> None:
    table = read_table(records_folder(), name)
    # No row is doubled by what is beside it, and a period finds what has a time.
    asked = {"table": name, "metric": "count"}
    assert measure(records, asked) == len(table)
    timed = measure(records, {**asked, "period": ["2018-01-01", "2026-11-30"]})
    blank = {"mail-trial": "bought_on", "feature-tips": "used_on"}
    assert timed == (table[blank[name]].notna().sum() if name in blank else len(table))
    assert measure(records, {**asked, "period": ["2018-01-01", "2018-01-02"]}) < 10


def test_tables_about_keeping_customers_know_their_orders_and_answers() -> None:
    trial = read_table(records_folder(), "mail-trial")
    asked = {"table": "mail-trial", "metric": "share", "of": {"bought": "yes"}}
    some = {"drawn": "control", "buying": "lapsed"}
    wanted = trial[trial.drawn.eq("control") & trial.buying.eq("lapsed")].bought.eq("yes")
    found = measure(records, {**asked, "where": some})
    assert found == pytest.approx(100 * float(wanted.mean()))
    phone = {"table": "delivery-survey", "metric": "csat", "column": "on_phone"}
    answers = read_table(records_folder(), "delivery-survey").on_phone.dropna()
    assert measure(records, phone) == pytest.approx(100 * float(answers.ge(4).mean()))
    left = {"table": "order-margins", "metric": "sum", "column": "margin"}
    new = read_table(records_folder(), "newcomers").query("came_by == 'offer'").customer_id
    orders = read_table(records_folder(), "orders")
    theirs = orders[orders.customer_id.isin(new)].order_id
    margins = read_table(records_folder(), "order-margins").set_index("order_id").margin
    found = measure(records, {**left, "where": {"came_by": "offer"}})
    assert found == pytest.approx(float(margins[theirs].sum()))


def test_money_and_hours_are_averaged_and_blanks_left_out() -> None:
    asked = {"table": "evening-trial", "metric": "average", "column": "margin"}
    trial = read_table(records_folder(), "evening-trial")
    closed = trial[trial.desk.eq("closed")].margin
    found = measure(records, {**asked, "where": {"desk": "closed"}})
    assert found == pytest.approx(float(closed.sum()) / len(closed))
    waited = {"table": "journeys", "metric": "average", "column": "waited"}
    known = read_table(records_folder(), "journeys").waited.dropna()
    assert measure(records, waited) == pytest.approx(float(known.sum()) / len(known))


def records(name: str) -> pd.DataFrame:
    return read_table(records_folder(), name)
