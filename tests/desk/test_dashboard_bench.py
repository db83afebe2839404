"""The bench: every choice changes what the calculator is asked, and says so."""

import re
from typing import Any

import pandas as pd
import pytest

from course.company import read_table
from course.desk import Bench
from course.desk.bench.setting import TASKS
from course.desk.bench.tables import TABLES
from course.lessons import records_folder
from course.metrics import ces, churn, cltv, csat, fcr, first_response_time, nps, repeat_purchase


def ask(bench, doing, value):
    bench.send = lambda message, buffers=None: None
    bench._heard(None, {"re": 1, "do": doing, "value": value})


def made(metric, table="", where=None, **values):
    bench = Bench(records_folder(), table, metric)
    setting = dict(bench.view["form"]["setting"])
    setting["values"] = setting["values"] | values
    ask(bench, "work", setting | (where or {}))
    return bench.view["results"][0]


@pytest.fixture(scope="module")
def table():
    return lambda name: read_table(records_folder(), name)


def test_satisfaction(table):
    answers = table("surveys")["satisfaction"]
    assert made("csat")["sentence"] == f"{csat(answers)}."
    assert made("csat", boxes="1")["sentence"] == f"{csat(answers, boxes=1)}."
    mean = made("csat", measure="mean")
    assert mean["sentence"] == f"{csat(answers, measure='mean')}."
    assert mean["heads"][-1] == "Adds up to"


def test_recommendation_and_its_sides(table):
    found = made("nps")
    assert found["sentence"] == f"{nps(table('surveys')['recommend'])}."
    assert {row[3] for row in found["rows"]} == {"promoter", "passive", "detractor", "left out"}
    assert "needs the question from 0 to 10" in made("nps", scale="1-10")["problem"]


def test_effort_asks_for_its_direction_and_for_its_zeros(table):
    blank = made("ces")
    assert "Choose which way the scale runs" in blank["problem"]
    assert "which way the scale runs not chosen yet" in blank["chosen"]
    assert "for example 0" in made("ces", high="easy")["problem"]
    ease = table("surveys")["ease"]
    told = made("ces", high="easy", zeros=True)["sentence"]
    assert told == f"{ces(ease.where(ease != 0), high='easy')}."
    effort = made("ces", high="effort", zeros=True, measure="net")
    assert "easy answers (1 or 2)" in effort["working"][0]


def test_first_contact_by_case_and_by_contact(table):
    contacts = table("contacts")
    end = pd.Timestamp("2026-11-01", tz="Europe/London").to_pydatetime()
    roles: dict[str, Any] = {"customer": "customer_id", "topic": "topic", "opened": "opened"}
    assert made("fcr", young=False)["sentence"] == f"{fcr(contacts, **roles)}."
    roles["until"] = end
    assert made("fcr")["sentence"] == f"{fcr(contacts, **roles)}."
    assert "too young to have had 7 days left out" in made("fcr")["working"][-1]
    per = made("fcr", per="contact", window="72h")["sentence"]
    assert per == f"{fcr(contacts, **roles, per='contact', window='72h')}."
    any_topic = made("fcr", topic="")["sentence"]
    assert any_topic == f"{fcr(contacts, customer='customer_id', opened='opened', until=end)}."


def test_the_trade_desk_has_the_cases_of_the_lesson():
    found = made("fcr", where={"where": "team", "value": "trade"})
    assert found["sentence"].startswith("FCR 93.4 % (89.8 to 95.8), 272 cases, 6 left out")


def test_a_filter_hides_no_second_contact():
    found = made("fcr", where={"where": "channel", "value": "chat", "start": "2025-09"})
    assert "only September 2025 to October 2026, channel is chat" in found["chosen"]
    assert "a second contact counts wherever it came in" in " ".join(found["working"])


def test_first_replies_by_people(table):
    contacts = table("contacts")
    people = contacts[contacts["team"] != "bot"]
    roles: dict[str, Any] = {"opened": "opened", "responded": "first_response"}
    hours = first_response_time(people, **roles)
    told = made("first_response_time")
    assert told["sentence"].startswith(
        f"First response time: half within {60 * hours.median:.0f} minutes; nine in ten within "
        f"{hours.p90:.1f} hours, mean {hours.mean:.1f} hours, {hours.n:,} answered"
    )
    assert "Times are given under 2 hours in minutes, over 72 hours in days." in told["working"]
    everyone = first_response_time(contacts, **roles, unit="minutes")
    found = made("first_response_time", people=False, unit="minutes")
    assert f"half within {everyone.median:,.1f} minutes;" in found["sentence"]
    assert f"mean {everyone.mean:,.1f} minutes" in found["sentence"]


def test_the_assistants_three_minutes_are_three_minutes():
    found = made("resolution_time", where={"where": "team", "value": "bot"})
    assert found["sentence"].startswith("Resolution time: half within 3 minutes;")


def test_churn_under_two_bases(table):
    roles: dict[str, Any] = {
        "customer": "customer_id", "joined": "club_joined", "left": "club_left",
        "start": "2025-11-01", "end": "2026-11-01",
    }  # fmt: skip
    customers = table("customers")
    assert made("churn")["sentence"] == f"{churn(customers, **roles)}."
    wide = made("churn", of="start+new")["sentence"]
    assert wide == f"{churn(customers, **roles, of='start+new')}."
    assert "is empty" in made("churn", end="2025-02-01")["problem"]


def test_orders(table):
    orders = table("orders")
    again = repeat_purchase(orders, customer="customer_id", ordered="ordered", window="90d")
    assert made("repeat_purchase", window="90d")["sentence"] == f"{again}."
    value = cltv(
        orders, customer="customer_id", amount="amount", lifespan=3, periods=2, margin=0.4,
        discount=0.08,
    )  # fmt: skip
    found = made("cltv", margin="40", discount="8 %")
    assert found["sentence"].startswith(
        f"CLTV £{value.value:,.2f} a customer; £{value.purchase_value:,.2f} a purchase, "
        f"{value.frequency:.2f} purchases a year, 3 years, {value.customers:,} customers"
    )
    assert "a customer stays, in years: 3" in found["chosen"]
    assert "the table covers, in years: 2" in found["chosen"]
    assert "is a number, such as" in made("cltv", lifespan="long")["problem"]


def figures(line):
    """The amounts and factors of one line of the working."""
    return [float(one.replace(",", "")) for one in re.findall(r"[\d,]*\d\.?\d*", line)]


@pytest.mark.parametrize("method", ["product of means", "mean of products"])
@pytest.mark.parametrize("discount", ["0", "8"])
def test_every_product_in_the_working_of_a_lifetime_value_comes_out(table, method, discount):
    choices = {"method": method, "discount": discount, "margin": "40", "acquisition": "12"}
    found = made("cltv", **choices)
    value = cltv(
        table("orders"), customer="customer_id", amount="amount", lifespan=3, periods=2,
        method=method, margin=0.4, discount=float(discount) / 100, acquisition=12,
    ).value  # fmt: skip
    products = [line for line in found["working"] if " × " in line]
    assert len(products) == (2 if method == "product of means" else 1)
    for line in products:
        first, second, result = figures(line.rpartition(": ")[2])
        # Each factor was rounded to the penny, or to a hundredth of a year.
        assert result == pytest.approx(first * second, rel=0.006)
    assert f"Less £12.00 for winning a customer: £{value:,.2f}." in found["working"]


def test_a_mean_of_products_says_that_the_averages_do_not_multiply_to_it():
    working = " ".join(made("cltv", method="mean of products")["working"])
    assert "The mean of each customer's own product (mean of products)" in working
    assert "The two averages above do not multiply to it" in working
    assert "Money of later years counts in full (undiscounted)." in working


@pytest.mark.parametrize("metric", TASKS)
@pytest.mark.parametrize("name", TABLES)
def test_every_number_on_every_table_is_a_number_or_a_sentence(metric, name):
    found = made(metric, name)
    assert bool(found["sentence"]) != bool(found["problem"])
    assert (found["sentence"] or found["problem"]).endswith(".")


def test_earlier_results_stay_and_nonsense_changes_nothing():
    bench = Bench(records_folder(), metric="csat", title="How satisfied?")
    sent = []
    bench.send = lambda message, buffers=None: sent.append(message)
    first = dict(bench.view["form"]["setting"])
    bench._heard(None, {"re": 1, "do": "work", "value": first})
    bench._heard(None, {"re": 2, "do": "set", "value": {"table": "moon", "metric": "csat"}})
    bench._heard(None, {"re": 3, "do": "work", "value": first | {"metric": "nps"}})
    assert [one.get("error") for one in sent] == [None, None, None]
    assert [one["sentence"][:4] for one in bench.view["results"]] == ["NPS ", "CSAT"]
    assert bench.view["title"] == "How satisfied?"


def test_another_number_brings_its_table_and_its_choices():
    bench = Bench(records_folder(), metric="csat")
    first = dict(bench.view["form"]["setting"])
    ask(bench, "set", first | {"metric": "cltv"})
    setting = bench.view["form"]["setting"]
    assert (setting["table"], setting["values"]["amount"]) == ("orders", "amount")
    ask(bench, "set", setting | {"table": "surveys"})
    assert bench.view["form"]["setting"]["values"]["amount"] == ""


def test_facts_for_a_page_without_widgets():
    import course

    assert repr(course.bench(metric="cltv")) == "<Bench cltv on orders: nothing worked out yet>"
    with pytest.raises(ValueError, match="there is no metric 'joy'"):
        course.bench(metric="joy")
    with pytest.raises(ValueError, match="there is no table 'moon'"):
        course.bench("moon")


def test_the_survey_about_deliveries_in_writing_and_on_the_phone(table):
    asked = table("delivery-survey")
    written = made("csat", "delivery-survey")
    assert written["sentence"] == f"{csat(asked['satisfaction'])}."
    phone = made("csat", "delivery-survey", rating="on_phone")
    assert phone["sentence"] == f"{csat(asked['on_phone'])}."


def test_care_plans_by_what_went_before(table):
    plans = table("care-plans")
    twice = plans[plans["orders_before"] == 2]
    roles: dict[str, Any] = {
        "customer": "customer_id", "joined": "started", "left": "ended",
        "start": "2026-02-01", "end": "2026-08-01",
    }  # fmt: skip
    period = {"start": roles["start"], "end": roles["end"]}
    assert made("churn", "care-plans", **period)["sentence"] == f"{churn(plans, **roles)}."
    only = {"where": "orders_before", "value": "2"}
    found = made("churn", "care-plans", only, **period)
    assert found["sentence"] == f"{churn(twice, **roles)}."


def test_what_new_customers_leave_by_how_they_came(table):
    orders = table("order-margins").merge(table("orders"), on="order_id")
    orders = orders.merge(table("newcomers"), on="customer_id")
    value = cltv(
        orders[orders["came_by"] == "offer"],
        customer="customer_id", amount="margin", lifespan=3, periods=2,
    )  # fmt: skip
    only = {"where": "came_by", "value": "offer"}
    found = made("cltv", "order-margins", only, amount="margin", margin="")
    assert found["sentence"].startswith(f"CLTV £{value.value:,.2f} a customer")
