"""What the lessons on feedback, outreach and retention quote from the records, recomputed."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
import pytest

from course.company import read_table
from course.lessons import records_folder
from course.metrics import difference
from course.metrics.rates import rate
from tests.lessons.test_figures import says
from tests.shipped import load_course


@cache
def table(name: str) -> Any:
    return read_table(records_folder(), name)


def gap(first: pd.Series, second: pd.Series) -> Any:
    """The difference of two shares, in percentage points."""
    return difference(
        *(rate("share", int(one.sum()), len(one), 0, "yes", 0.95) for one in (first, second))
    )


def ends(found: Any) -> tuple[int, int]:
    return round(found.low), round(found.high)


def test_what_wording_and_silence_did() -> None:
    said = table("wording-trial").query("answered == 'yes'")
    good, enjoy = said.good.eq("yes"), said.wording.eq("enjoy")
    found = gap(good[~enjoy], good[enjoy])
    assert (f"{found.value:.1f}", ends(found)) == ("12.9", (6, 20))
    says("one-word-apart", "12.9", "6 to 20", "178 of 257", "225 of 274")

    asked = (
        table("delivery-survey").merge(table("orders"), on="order_id").query("courier == 'Tern'")
    )
    wrote, rung = asked.satisfaction.dropna(), asked.on_phone.dropna()
    silent = len(asked) - len(wrote)
    best = (int(wrote.ge(4).sum()) + silent) / len(asked)
    whole = (int(wrote.ge(4).sum()) + silent * float(rung.ge(4).mean())) / len(asked)
    figures = (f"{100 * best:.1f}", f"{100 * float(wrote.ge(4).mean()):.1f}",
               f"{int(rung.ge(4).sum())} of {len(rung)}", f"about {100 * whole:.0f}")  # fmt: skip
    assert figures == ("94.5", "86.7", "94 of 167", "about 69")
    says("at-the-least", *figures)


def test_what_mails_and_a_tip_did() -> None:
    trial = table("mail-trial")
    lapsed = trial[trial.buying.eq("lapsed")]
    bought = {name: these.bought.eq("yes") for name, these in lapsed.groupby("drawn")}
    found = gap(bought["control"], bought["three mails"])
    assert (f"{found.value:.1f}", ends(found)) == ("15.3", (10, 21))
    anyway = float(bought["control"].mean()) * len(bought["three mails"])
    says("letter-or-not", "15.3", "from 10 to 21", f"some {anyway:.0f} of the 57")
    says("letter-or-not", "57 of 268")

    mails = table("trial-mails")
    stopped = mails.no_more.eq("yes").groupby(mails.mail).mean().mul(100).round(1)
    says("four-mails", f"{stopped[4]:.1f} per cent", f"{stopped[3]:.1f}")
    opened = mails.opened.eq("yes").groupby(mails.mail).mean()
    assert opened[4] < 0.6 * opened[3]

    tips = table("feature-tips")
    used = {key: these.used.eq("yes") for key, these in tips.groupby(["feature", "shown"])}
    slot = gap(used["delivery slot", "no"], used["delivery slot", "yes"])
    assert f"{slot.low:.1f} to {slot.high:.1f}" == "6.5 to 11.5"
    plan = [f"{100 * float(used['room planner', shown].mean()):.1f}" for shown in ("yes", "no")]
    says("tip-on-the-page", "6.5 to 11.5", " against ".join(plan))


def stayed(plans: pd.DataFrame, days: int) -> pd.Series:
    return plans.ended.isna() | ((plans.ended - plans.started).dt.days > days)


def test_who_kept_a_plan() -> None:
    plans = table("care-plans")
    prompt = load_course().lessons["retention"]["free-at-first"].exercise.prompt
    for month, name in (("2026-02", "February"), ("2026-03", "March"), ("2026-04", "April")):
        began = plans[plans.started.dt.strftime("%Y-%m").eq(month)]
        shares = [f"{100 * float(stayed(began, days).mean()):.0f}" for days in (30, 90, 120, 180)]
        assert f"| {name} | {len(began)} | {' | '.join(shares)} |" in prompt
        if name == "March":
            says("free-at-first", f"{int(stayed(began, 180).sum())}")

    early = plans[plans.started.lt("2026-03-01") & plans.complaint.ne("unsolved")]
    kept, solved = stayed(early, 120), early.complaint.eq("solved")
    found = gap(kept[~solved], kept[solved])
    assert (f"{found.value:.1f}", ends(found)) == ("13.1", (8, 18))
    says("complained-and-stayed", "13.1", "8 to 18")
    prompt = load_course().lessons["retention"]["as-many-orders"].exercise.prompt
    for orders, name in ((1, "one"), (2, "two"), (3, "three or more")):
        alike = early.orders_before.clip(upper=3).eq(orders)
        shares = [f"{100 * float(kept[alike & mark].mean()):.0f}" for mark in (~solved, solved)]
        assert f"| {name} | {' | '.join(shares)} |" in prompt
        assert not gap(kept[alike & ~solved], kept[alike & solved]).beyond_chance


@pytest.mark.parametrize(
    ("pilot", "row"),
    [
        ("call", "| a call after a fault | 900 |"),
        ("voucher", "| a voucher of £10 | 900 |"),
        ("gift-box", "| a box with oil and a cloth | 1,200 |"),
        ("letter", "| a letter from the workshop | 28 |"),
        ("priority-line", "| a phone line without a queue | 25 |"),
    ],
)
def test_what_was_tried_and_what_it_cost(pilot: str, row: str) -> None:
    one = table("pilots").set_index("pilot_id").loc[pilot]
    left = [rate("left", int(one[f"{who}_left"]), int(one[who]), 0, "left", 0.95)
            for who in ("treated", "control")]  # fmt: skip
    found = difference(*left)
    more = one.control_left / one.control * one.treated - one.treated_left
    cost = (one.treated * one.cost_each + one.cost_once) / more
    low, high = ends(found)
    assert (
        f"{row} {found.value:.0f} | {low} to {high} | £{cost:,.0f} |"
        in load_course().lessons["retention"]["six-thousand"].exercise.prompt
    )


def test_what_offers_leave() -> None:
    orders = table("order-margins").merge(table("orders"), on="order_id")
    orders = orders.merge(table("newcomers"), on="customer_id")
    offer = orders.came_by.eq("offer")
    people = table("newcomers").came_by.eq("offer")
    for mark, count, paid, left in (
        (offer, people.sum(), 287, 20),
        (~offer, (~people).sum(), 293, 109),
    ):
        assert round(float(orders[mark].amount.sum()) / count) == paid
        assert round(float(orders[mark].margin.sum()) / count) == left
    share = [
        100 * float(orders[mark].margin.sum() / orders[mark].amount.sum())
        for mark in (offer, ~offer)
    ]
    assert [round(share[0], 1), round(share[1])] == [7.0, 37]
    assert 0.22 < float(orders[offer].margin.lt(0).mean()) < 0.28
    says("left-of-a-pound", "7.0 per cent", "£287", "£293", "£20", "£109", "37")


def test_orders_of_seven_customers_are_those_of_the_records() -> None:
    shown = load_course().lessons["retention"]["again-within-ninety"].exercise.table
    assert shown is not None
    names = set(shown.column("customer"))
    orders = table("orders")
    theirs = orders[orders.customer_id.isin(names)]
    wanted = {(str(one.customer_id), f"{one.ordered:%Y-%m-%d}") for one in theirs.itertuples()}
    assert {tuple(row) for row in shown.rows} == wanted
    came_by = table("newcomers").set_index("customer_id").came_by
    assert set(came_by[list(names)]) == {"offer"}
