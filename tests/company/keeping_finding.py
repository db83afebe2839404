"""The truths about keeping customers, looked for as a trainee would (see `finding`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from course.metrics import (
    Difference,
    Histogram,
    agents_needed,
    churn_from_counts,
    cltv,
    cohorts,
    csat,
    difference,
    histograms,
    pareto,
    simpson_check,
    survival,
)

from .finding import Tables, change, end, once, repeats, share, told


def rate(marks: pd.Series) -> Any:
    return share(marks.astype(int))


def ticked(table: Tables) -> str:
    plant, expect = told("ticked")
    consents = table("consents")
    wrong = consents.how.eq("ticked for them")
    assert (consents[wrong].given <= pd.Timestamp(plant.until)).all()
    holds = consents[consents.withdrawn.isna()]
    found = rate(holds.how.eq("ticked for them"))
    low, high = expect["of_those_that_hold"]
    assert low <= found.value <= high, str(found)
    return f"{found.value:.1f} % of {found.n} consents that hold"


def stale_list(table: Tables) -> str:
    _, expect = told("stale-list")
    mail = table("consents").query("channel == 'e-mail'")
    trial = table("mail-trial").merge(mail, on="customer_id")
    wrong = trial[trial.withdrawn.notna() & trial.written.eq("yes")]
    assert len(wrong) >= expect["written_at_least"], len(wrong)
    assert wrong.customer_id.isin(table("trial-mails").customer_id).all()
    return f"{len(wrong)} written to after they had said no"


def lift(trial: pd.DataFrame, buying: str) -> Difference:
    these = trial[trial.buying.eq(buying)].assign(buys=trial.bought.eq("yes"))
    return change(these, "buys", these.drawn.ne("control"))


def uplift(table: Tables) -> str:
    _, expect = told("uplift")
    trial = table("mail-trial")
    lapsed, regular = lift(trial, "lapsed"), lift(trial, "regular")
    assert lapsed.beyond_chance, str(lapsed)
    assert lapsed.value >= expect["lapsed_rise_at_least"], str(lapsed)
    assert abs(regular.value) <= expect["regular_differs_at_most"], str(regular)
    assert regular.low <= 0, str(regular)
    mails = table("trial-mails")
    keen = trial.customer_id.isin(mails[mails.opened.eq("yes")].customer_id)
    got = trial[trial.written.eq("yes")].assign(buys=trial.bought.eq("yes"))
    openers = change(got, "buys", keen[got.index])
    assert openers.low > 0, str(openers)
    return f"lapsed {lapsed.value:+.1f}, regular {regular.value:+.1f}, openers {openers.value:+.1f}"


def fatigue(table: Tables) -> str:
    _, expect = told("fatigue")
    mails, trial = table("trial-mails"), table("mail-trial")
    late = mails.mail > 3
    opened = change(mails.assign(yes=mails.opened.eq("yes")), "yes", late)
    assert opened.high < 0, str(opened)
    assert opened.value <= -expect["opened_falls_by"], str(opened)
    got = trial[trial.written.eq("yes")]
    stops = got.customer_id.isin(mails[mails.no_more.eq("yes")].customer_id)
    six = got.drawn.eq("six mails")
    left = change(got.assign(stops=stops), "stops", six)
    assert left.low > 0, str(left)
    assert left.value >= expect["leavers_rise_at_least"], str(left)
    sold = change(got.assign(buys=got.bought.eq("yes")), "buys", six)
    assert abs(sold.value) <= expect["sales_differ_at_most"], str(sold)
    return f"opened {opened.value:+.1f}, no more {left.value:+.1f}, bought {sold.value:+.1f}"


def quiet_unhappy(table: Tables) -> str:
    _, expect = told("quiet-unhappy")
    asked = table("delivery-survey")
    written, phone = csat(asked.satisfaction), csat(asked.on_phone)
    gap = difference(written, phone)
    assert gap.high < 0, str(gap)
    assert gap.value <= -expect["csat_on_phone_lower_by"], str(gap)
    answered = asked.answered.notna().mean()
    everybody = answered * written.value + (1 - answered) * phone.value
    assert written.value - everybody >= expect["csat_of_all_lower_by"], everybody
    return (
        f"CSAT {written.value:.1f} written, {phone.value:.1f} on the phone, {everybody:.1f} of all"
    )


def one_word(table: Tables) -> str:
    _, expect = told("one-word")
    trial = table("wording-trial").merge(table("orders"), on="order_id")
    enjoy = trial.wording.eq("enjoy")
    answered = change(trial.assign(yes=trial.answered.eq("yes")), "yes", enjoy)
    assert abs(answered.value) <= expect["answered_differs_at_most"], str(answered)
    said = trial[trial.answered.eq("yes")]
    good = change(said.assign(yes=said.good.eq("yes")), "yes", enjoy[said.index])
    assert good.low > 0, str(good)
    assert good.value >= expect["good_rise_at_least"], str(good)
    # The deliveries themselves were as late for the one as for the other.
    late = change(trial.assign(yes=trial.delivered > trial.promised), "yes", enjoy)
    assert abs(late.value) <= expect["late_differs_at_most"], str(late)
    return f"good answers {good.value:+.1f}, of {good.second.n} and {good.first.n}"


def help_page(table: Tables) -> str:
    _, expect = told("help-page")
    visits = table("help-visits")
    assert pareto(visits.page).causes[0].name == expect["busiest"]
    money = visits.page.eq("get your money back")
    found = change(visits.assign(followed=visits.got_in_touch.eq("yes")), "followed", money)
    assert found.low > 0, str(found)
    assert found.value >= expect["followed_more_by"], str(found)
    return f"followed by a contact {found.value:+.1f}, of {found.second.n} visits"


def tip(table: Tables) -> str:
    _, expect = told("tip")
    tips = table("feature-tips")
    tips = tips.assign(uses=tips.used.eq("yes"))
    rises = {
        name: change(these, "uses", these.shown.eq("yes"))
        for name, these in tips.groupby("feature")
    }
    slot, planner = rises["delivery slot"], rises["room planner"]
    assert slot.low > 0, str(slot)
    assert slot.value >= expect["slot_rise_at_least"], str(slot)
    assert planner.low <= 0, str(planner)
    assert abs(planner.value) <= expect["planner_differs_at_most"], str(planner)
    return f"slot {slot.value:+.1f}, planner {planner.value:+.1f}"


def asked_for_person(table: Tables) -> str:
    _, expect = told("asked-for-person")
    contacts = once(table)
    chats = table("assistant-chats").set_index("contact_id").asked_for_person
    asked = contacts.contact_id.map(chats)
    found = difference(repeats(contacts, asked.eq("no")), repeats(contacts, asked.eq("yes")))
    assert found.high < 0, str(found)
    assert found.value <= -expect["fcr_lower_by"], str(found)
    return f"FCR {found.first.value:.1f} and {found.second.value:.1f}"


def loyal_complain(table: Tables) -> str:
    _, expect = told("loyal-complain")
    plans = table("care-plans")
    plans = plans[plans.complaint.ne("unsolved") & plans.started.dt.strftime("%Y-%m").ne("2026-03")]
    days = (plans.ended - plans.started).dt.days
    plans = plans.assign(
        kept=(~(days <= 120)).astype(int), level=plans.orders_before.clip(upper=3).astype(int)
    )
    solved = plans.complaint.eq("solved")
    found = change(plans, "kept", solved)
    assert found.low > 0, str(found)
    assert found.value >= expect["kept_more_by"], str(found)
    curves = [
        survival(part, joined="started", left="ended", until=end().date())
        for part in (plans[~solved], plans[solved])
    ]
    assert curves[1].after(120) > curves[0].after(120)
    # Hardly anybody without an order has had a complaint.
    bought = plans.level > 0
    parts = [dict(histograms(plans[bought & mark], "kept", "level")) for mark in (~solved, solved)]
    like = simpson_check(share, *parts)
    assert abs(like.same_mix) <= expect["same_orders_at_most"], str(like)
    assert abs(like.same_mix) < found.value
    return f"kept {found.value:+.1f}; with as many orders {like.same_mix:+.1f}"


def free_months(table: Tables) -> str:
    plant, expect = told("free-months")
    shown = cohorts(table("care-plans"), joined="started", left="ended", until=end().date())
    months = {one.month: one for one in shown.cohorts}
    free = months[plant.from_]
    before = months[plant.from_.replace(month=2)]
    assert free.size > before.size * 1.3
    early = difference(before.stayed[2], free.stayed[2])
    later = difference(before.stayed[5], free.stayed[5])
    assert early.value >= expect["early_higher_by"], str(early)
    assert later.value <= -expect["later_lower_by"], str(later)
    assert later.beyond_chance, str(later)
    return f"month 2 {early.value:+.1f}, month 5 {later.value:+.1f}"


def offer_customers(table: Tables) -> str:
    _, expect = told("offer-customers")
    orders = table("order-margins").merge(table("orders"), on="order_id")
    orders = orders.merge(table("newcomers"), on="customer_id")
    offer = orders.came_by.eq("offer")
    kept = [100 * part.margin.sum() / part.amount.sum() for part in (orders[~offer], orders[offer])]
    assert kept[0] - kept[1] >= expect["margin_lower_by"], kept
    losing = change(orders.assign(loses=orders.margin < 0), "loses", offer)
    assert losing.low > 0, str(losing)
    assert losing.value >= expect["losing_orders_more_by"], str(losing)
    people = orders.groupby("customer_id").agg(n=("order_id", "size"), by=("came_by", "first"))
    again = change(people.assign(again=people.n > 1), "again", people.by.eq("offer"))
    assert abs(again.value) <= expect["again_differs_at_most"], str(again)
    life: dict[str, Any] = {"customer": "customer_id", "amount": "amount", "lifespan": 3}
    simple = cltv(orders[offer], **life, periods=2)
    whole = cltv(orders[offer], **life, periods=2, margin=kept[1] / 100, discount=0.08)
    assert whole.value < simple.value / 4
    return f"left of a pound {kept[0]:.1f} and {kept[1]:.1f} %, losing orders {losing.value:+.1f}"


def monday_phones(table: Tables) -> str:
    _, expect = told("monday-phones")
    hours = table("phone-hours")
    busy = hours.date.dt.day_of_week.eq(0) & hours.hour.between(9, 11)
    quiet = hours.hour.between(13, 15) & hours.date.dt.day_of_week.ne(0)

    def occupancy(these: pd.DataFrame) -> float:
        return float(100 * these.busy_minutes.sum() / (60 * these.on_duty.sum()))

    def in_time(these: pd.DataFrame) -> Any:
        calls, within = int(these.calls.sum()), int(these.in_time.sum())
        return share(Histogram({0: calls - within, 1: within}))

    full, free = occupancy(hours[busy]), occupancy(hours[quiet])
    assert full >= expect["busy_at_least"], full
    assert free <= expect["quiet_at_most"], free
    waits = difference(in_time(hours[quiet]), in_time(hours[busy]))
    assert waits.value <= -expect["in_time_lower_by"], str(waits)
    assert waits.high < 0, str(waits)
    usual = hours[busy].mean(numeric_only=True)
    needed = agents_needed(float(usual.calls), 3600, 60 * usual.busy_minutes / usual.answered)
    assert needed.agents > usual.on_duty + 1
    return f"busy {full:.1f} and {free:.1f} %, in time {waits.value:+.1f}, needs {needed.agents}"


def pilots(table: Tables) -> str:
    _, expect = told("pilots")
    tried = table("pilots").set_index("pilot_id")
    worth = 110

    def saves(name: str) -> tuple[Difference, float]:
        one: Any = tried.loc[name]
        left = [
            churn_from_counts(int(one[group]), int(one[f"{group}_left"]))
            for group in ("treated", "control")
        ]
        found = difference(*left)
        earned = found.value / 100 * one.treated * worth
        return found, float(earned - one.treated * one.cost_each - one.cost_once)

    call, pays = saves("call")
    assert call.low > 0, str(call)
    assert call.value >= expect["call_keeps_more_by"], str(call)
    assert pays > 0, pays
    gift, costs = saves("gift-box")
    assert gift.low > 0, str(gift)
    assert gift.value >= expect["gift_keeps_more_by"], str(gift)
    assert costs < 0, costs
    voucher, _ = saves("voucher")
    assert voucher.low <= 0, str(voucher)
    assert abs(voucher.value) <= expect["voucher_differs_at_most"], str(voucher)
    for name in ("letter", "priority-line"):
        assert saves(name)[0].verdict.startswith("too few"), name
    return f"call {call.value:+.1f} earns {pays:,.0f}; gift {gift.value:+.1f} earns {costs:,.0f}"


KEEPING: dict[str, Callable[[Tables], str]] = {
    "ticked": ticked,
    "stale-list": stale_list,
    "uplift": uplift,
    "fatigue": fatigue,
    "quiet-unhappy": quiet_unhappy,
    "one-word": one_word,
    "help-page": help_page,
    "tip": tip,
    "asked-for-person": asked_for_person,
    "loyal-complain": loyal_complain,
    "free-months": free_months,
    "offer-customers": offer_customers,
    "monday-phones": monday_phones,
    "pilots": pilots,
}
