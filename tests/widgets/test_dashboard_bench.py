"""The bench: every choice changes what the calculator is asked, and says so."""

import pytest

from course.company import read
from course.lessons import records_folder
from course.metrics import ces, churn, cltv, csat, fcr, first_response_time, nps, repeat_purchase
from course.widgets import Bench
from course.widgets.bench.setting import TASKS


def made(metric, table="", where=None, **values):
    bench = Bench(records_folder(), table, metric)
    bench.send = lambda message, buffers=None: None
    setting = dict(bench.view["form"]["setting"])
    setting["values"] = setting["values"] | values
    bench._on_work(setting | (where or {}))
    return bench.view["results"][0]


@pytest.fixture(scope="module")
def table():
    return lambda name: read(records_folder(), name)


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
    assert "Choose what a high answer means" in made("ces")["problem"]
    assert "for example 0" in made("ces", high="easy")["problem"]
    ease = table("surveys")["ease"]
    told = made("ces", high="easy", zeros=True)["sentence"]
    assert told == f"{ces(ease.where(ease != 0), high='easy')}."
    effort = made("ces", high="effort", zeros=True, measure="net")
    assert "easy answers (1 or 2)" in effort["working"][0]


def test_first_contact_by_case_and_by_contact(table):
    contacts = table("contacts")
    roles = {"customer": "customer_id", "topic": "topic", "opened": "opened"}
    assert made("fcr")["sentence"] == f"{fcr(contacts, **roles)}."
    per = made("fcr", per="contact", window="72h")["sentence"]
    assert per == f"{fcr(contacts, **roles, per='contact', window='72h')}."
    any_topic = made("fcr", topic="")["sentence"]
    assert any_topic == f"{fcr(contacts, customer='customer_id', opened='opened')}."


def test_a_filter_hides_no_second_contact():
    found = made("fcr", where={"where": "channel", "value": "chat", "start": "2025-09"})
    assert "only September 2025 to October 2026, channel is chat" in found["chosen"]
    assert "a second contact counts wherever it came in" in " ".join(found["working"])


def test_first_replies_by_people(table):
    contacts = table("contacts")
    people = contacts[contacts["team"] != "bot"]
    roles = {"opened": "opened", "responded": "first_response"}
    assert made("first_response_time")["sentence"] == f"{first_response_time(people, **roles)}."
    everyone = made("first_response_time", people=False, unit="minutes")["sentence"]
    assert everyone == f"{first_response_time(contacts, **roles, unit='minutes')}."


def test_churn_under_two_bases(table):
    roles = {"customer": "customer_id", "joined": "club_joined", "left": "club_left",
             "start": "2025-11-01", "end": "2026-11-01"}  # fmt: skip
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
    assert made("cltv", margin="40", discount="8 %")["sentence"] == f"{value}."
    assert "is a number, such as" in made("cltv", lifespan="long")["problem"]


@pytest.mark.parametrize("metric", TASKS)
@pytest.mark.parametrize("name", ["contacts", "surveys", "orders", "customers"])
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
    bench._on_set(first | {"metric": "cltv"})
    setting = bench.view["form"]["setting"]
    assert (setting["table"], setting["values"]["amount"]) == ("orders", "amount")
    bench._on_set(setting | {"table": "surveys"})
    assert bench.view["form"]["setting"]["values"]["amount"] == ""


def test_facts_for_a_page_without_widgets():
    import course

    assert repr(course.bench(metric="cltv")) == "<Bench cltv on orders: nothing worked out yet>"
    with pytest.raises(ValueError, match="there is no metric 'joy'"):
        course.bench(metric="joy")
    with pytest.raises(ValueError, match="there is no table 'moon'"):
        course.bench("moon")
