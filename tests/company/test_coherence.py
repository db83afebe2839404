"""Nothing in the records happens before it can, and only planted faults break a rule."""

from __future__ import annotations

import pandas as pd

from course.company.settings import baseline, truths

from .finding import SAME, Tables, end, moment


def midnight(moments: pd.Series) -> pd.Series:
    plain: pd.Series = moments.dt.tz_localize(None).dt.normalize()
    return plain


def test_everything_lies_within_the_records(table: Tables):
    for name, column in (
        ("orders", "ordered"),
        ("contacts", "opened"),
        ("contacts", "resolved"),
        ("messages", "sent"),
        ("surveys", "sent"),
        ("surveys", "answered"),
        ("survey-calls", "called"),
        ("outreach", "sent"),
    ):
        times = table(name)[column].dropna()
        assert times.min() >= moment(truths().first), (name, column)
        assert times.max() < end(), (name, column)


def test_orders_follow_the_account_and_goods_the_order(table: Tables):
    orders = table("orders").merge(table("customers"), on="customer_id")
    day = midnight(orders.ordered)
    assert (day >= orders.joined).all()
    sent = orders.courier.notna()
    assert (sent == orders.promised.notna()).all()
    assert (orders.promised > day)[sent].all()
    came = orders.delivered.notna()
    assert (sent | ~came).all()
    assert (orders.delivered > day)[came].all()
    prices = {product.name: product.price for product in baseline().products}
    pence = orders["product"].map(prices) * orders.quantity.astype(int)
    assert (orders.amount.mul(100).round().astype(int) == pence).all()


def test_contacts_follow_the_order_and_the_account(table: Tables):
    contacts = table("contacts").merge(table("customers"), on="customer_id")
    assert (midnight(contacts.opened) >= contacts.joined).all()
    about = contacts.merge(table("orders"), on="order_id", suffixes=("", "_of_order"))
    assert (about.customer_id == about.customer_id_of_order).all()
    assert (about.opened > about.ordered).all()
    assert contacts.order_id.notna().eq(~contacts.topic.isin(baseline().enquiries.topics)).all()


def test_answers_and_solutions_come_in_order(table: Tables):
    contacts = table("contacts")
    right = contacts.team.ne(truths().planted.clock.team)
    assert not (contacts.first_response < contacts.opened)[right].any()
    assert not (contacts.resolved < contacts.first_response)[right].any()
    assert not (contacts.resolved <= contacts.opened).any()
    assert (contacts.resolved.notna() == contacts.outcome.notna()).all()
    assert contacts.first_response.notna()[contacts.resolved.notna()].all()


def test_twins_are_alike_but_for_number_and_system(table: Tables):
    contacts = table("contacts")
    both = contacts[contacts.duplicated(SAME, keep=False)]
    alike = both.drop(columns=["contact_id", "system"])
    assert alike.drop_duplicates().shape[0] * 2 == len(both)


def test_agents_answer_in_their_own_team_and_on_shift(table: Tables):
    contacts, agents = table("contacts"), table("agents")
    bot = contacts.team.eq("bot")
    assert contacts[bot].agent_id.isna().all()
    assert (contacts.agent_id.notna() == contacts.first_response.notna())[~bot].all()
    done = contacts[contacts.agent_id.notna()].merge(agents, on="agent_id", suffixes=("", "_own"))
    assert (done.team == done.team_own).all()

    done = done[done.team.ne(truths().planted.clock.team)]
    done = done.assign(date=midnight(done.first_response))
    shifts = done.merge(table("shifts"), on=["agent_id", "date"], how="left")
    assert shifts.starts.notna().all()
    clock = shifts.first_response.dt.strftime("%H:%M")
    assert ((shifts.starts <= clock) & (clock < shifts.ends)).all()


def test_surveys_follow_the_contact_and_the_calls_the_survey(table: Tables):
    asked = table("surveys").merge(table("contacts"), on="contact_id")
    assert (asked.sent > asked.resolved).all()
    assert not (asked.answered <= asked.sent).any()
    assert asked.team.ne("bot").all()
    silent = asked.answered.isna()
    assert (silent == asked.satisfaction.isna()).all()
    assert asked[silent][["recommend", "ease"]].isna().all().all()
    calls = table("survey-calls").merge(asked, on="contact_id", suffixes=("", "_written"))
    assert (calls.called > calls.sent).all()
    assert calls.answered.isna().all()
    assert (calls.reached.eq("yes") == calls.satisfaction.notna()).all()
    people = calls.merge(table("customers"), on="customer_id")
    assert people.needs.ne("no phone calls please").all()


def test_marketing_goes_to_those_who_agreed(table: Tables):
    sent = table("outreach").merge(table("campaigns"), on="campaign_id", suffixes=("", "_of"))
    day = midnight(sent.sent)
    assert ((sent.starts <= day) & (day <= sent.ends)).all()
    sent = sent.merge(table("customers"), on="customer_id")
    day = midnight(sent.sent)
    marketing = sent.kind.eq("marketing")
    agreed = (sent.consent_from <= day) & (sent.consent_until.isna() | (sent.consent_until > day))
    assert agreed[marketing].all()
    assert sent.order_id.notna().eq(~marketing).all()
    warned = sent[~marketing].merge(table("orders"), on="order_id")
    assert (midnight(warned.sent) < warned.promised).all()
    assert (warned.sent > warned.ordered).all()


def test_consent_and_club_end_after_they_begin(table: Tables):
    people = table("customers")
    assert not (people.consent_until <= people.consent_from).any()
    assert not (people.club_left < people.club_joined).any()
    assert people.club_joined.notna()[people.club_left.notna()].all()


def test_messages_belong_to_written_contacts(table: Tables):
    written = table("messages").merge(table("contacts"), on="contact_id")
    assert set(written.channel) == {"e-mail", "chat", "social"}
    first = written.drop_duplicates("contact_id")
    assert first.sender.eq("customer").all()
    assert (first.sent == first.opened).all()
    assert written.groupby("contact_id").sent.apply(lambda sent: sent.is_monotonic_increasing).all()
    assert (
        written.sender.eq("assistant") == (written.team.eq("bot") & written.sender.ne("customer"))
    ).all()


def test_reviews_follow_the_goods(table: Tables):
    named = table("reviews").merge(table("orders"), on="order_id")
    there = named.delivered.fillna(midnight(named.ordered))
    assert (named.posted > there).all()
