"""Each planted truth, looked for as a trainee would: with the calculators, on the tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from course.company.settings import truths
from course.metrics import (
    Difference,
    MetricsError,
    Score,
    ces,
    churn,
    csat,
    difference,
    fcr,
    first_response_time,
    histograms,
    pareto,
    resolution_time,
    score_table,
    simpson_check,
)

Tables = Callable[[str], pd.DataFrame]
SAME = ["customer_id", "channel", "topic", "opened"]
share = partial(csat, scale=(0, 1), boxes=1)


def moment(day: date) -> pd.Timestamp:
    return pd.Timestamp(datetime.combine(day, time()), tz=ZoneInfo("Europe/London"))


def told(name: str) -> tuple[Any, dict[str, Any]]:
    return getattr(truths().planted, name.replace("-", "_")), truths().truths[name].expect


def end() -> datetime:
    last = moment(truths().last) + pd.Timedelta(days=1)
    return last.to_pydatetime()


def once(table: Tables) -> pd.DataFrame:
    return table("contacts").drop_duplicates(SAME)


def repeats(contacts: pd.DataFrame, these: pd.Series) -> Score:
    return fcr(
        contacts.assign(these=these),
        customer="customer_id",
        topic="topic",
        opened="opened",
        resolvable="these",
        until=end(),
    )


def change(frame: pd.DataFrame, yes: str, after: pd.Series) -> Difference:
    marks = frame[yes].astype(int)
    return difference(share(marks[~after]), share(marks[after]))


def courier(table: Tables) -> str:
    plant, expect = told("courier")
    people = table("customers")[["customer_id", "region"]]
    orders = table("orders").merge(people, on="customer_id")
    parcels = orders[orders.courier.isin([plant.before, plant.after]) & orders.delivered.notna()]
    parcels = parcels.assign(late=parcels.delivered > parcels.promised)
    there, since = parcels.region.eq(plant.region), parcels.ordered >= moment(plant.from_)
    late = change(parcels[there], "late", since[there])
    elsewhere = change(parcels[~there], "late", since[~there])
    assert late.low > expect["late_rise_low"], str(late)
    assert abs(elsewhere.value) < expect["late_change_elsewhere"], str(elsewhere)
    assert not elsewhere.beyond_chance, str(elsewhere)

    contacts = table("contacts")
    asking = parcels.order_id.isin(contacts[contacts.topic.eq("delivery")].order_id)
    asked = change(parcels.assign(asked=asking)[there], "asked", since[there])
    assert asked.low > expect["asked_rise_low"], str(asked)
    theirs = contacts[contacts.order_id.isin(parcels[there & since].order_id)]
    assert pareto(theirs.topic).causes[0].name == "delivery"
    return f"late {late.value:+.1f}, elsewhere {elsewhere.value:+.1f}; asked {asked.value:+.1f}"


def chatbot(table: Tables) -> str:
    _, expect = told("chatbot")
    contacts = once(table)
    bot = contacts.team.eq("bot")
    marked = share(contacts[bot].outcome.eq("solved").astype(int))
    quick = resolution_time(contacts[bot], opened="opened", resolved="resolved", unit="minutes")
    found, people = repeats(contacts, bot), repeats(contacts, contacts.channel.eq("chat") & ~bot)
    assert marked.value >= expect["marked_solved_at_least"], str(marked)
    assert quick.p90 <= expect["minutes_at_most"], str(quick)
    low, high = expect["fcr_bot"]
    assert low <= found.value <= high, str(found)
    assert difference(found, people).low > expect["fcr_below_people_by"]
    asked = table("surveys").contact_id
    assert not contacts[bot].contact_id.isin(asked).any()
    return f"marked {marked.value:.1f}, FCR {found.value:.1f} against {people.value:.1f}"


def small_team(table: Tables) -> str:
    plant, expect = told("small-team")
    rated = table("surveys").merge(table("contacts"), on="contact_id")
    scores = score_table(csat, rated, "satisfaction", by="team").set_index("team")
    best = scores.loc[plant.team]
    assert scores.value.idxmax() == plant.team, str(scores)
    assert best.value >= expect["csat_at_least"], best.value
    assert best.n <= expect["answers_at_most"], best.n
    assert best.warning
    assert best.low < scores.drop(plant.team).value.max(), str(best)

    contacts = once(table)
    closed = contacts[contacts.resolved.notna() & contacts.team.ne("bot")]
    asked = closed.contact_id.isin(rated.contact_id).astype(int)
    ours = closed.team.eq(plant.team)
    rate, others = share(asked[ours]), share(asked[~ours])
    assert rate.value <= expect["asked_at_most"], str(rate)
    assert others.value >= expect["asked_elsewhere_at_least"], str(others)

    mine = contacts.team.eq(plant.team)
    back = difference(repeats(contacts, ~mine & contacts.team.ne("bot")), repeats(contacts, mine))
    assert abs(back.value) < expect["fcr_differs_at_most"], str(back)
    assert not back.beyond_chance, str(back)
    return f"CSAT {best.value:.1f} of {best.n}, asked {rate.value:.1f} against {others.value:.1f}"


def mix_shift(table: Tables) -> str:
    plant, expect = told("mix-shift")
    rated = table("surveys").merge(table("contacts"), on="contact_id")
    second = rated.opened >= moment(plant.from_)
    years = [
        dict(histograms(part, "satisfaction", "channel"))
        for part in (rated[~second], rated[second])
    ]
    found = simpson_check(csat, *years)
    assert found.reversed, str({name: one.value for name, one in found.groups.items()})
    assert found.total.beyond_chance, str(found.total)
    assert found.total.value <= expect["total_at_most"], str(found)
    assert found.same_mix >= expect["same_mix_at_least"], str(found)
    parts = ", ".join(f"{name} {one.value:+.1f}" for name, one in found.groups.items())
    return f"total {found.total.value:+.1f}; {parts}; same mix {found.same_mix:+.1f}"


def silent_middle(table: Tables) -> str:
    plant, expect = told("silent-middle")
    asked, called = table("surveys"), table("survey-calls")
    window = (asked.sent >= moment(plant.calls_from)) & (
        asked.sent < moment(plant.calls_until) + pd.Timedelta(days=1)
    )
    answered = asked[window].satisfaction.dropna()
    threes = [share(part.eq(3).astype(int)) for part in (answered, called.satisfaction.dropna())]
    assert threes[0].value <= expect["threes_among_answers_at_most"], str(threes[0])
    assert threes[1].value >= expect["threes_among_called_at_least"], str(threes[1])
    gap = difference(csat(answered), csat(called.satisfaction))
    assert gap.value <= -expect["csat_lower_by"], str(gap)
    assert gap.beyond_chance
    return f"threes {threes[0].value:.1f} and {threes[1].value:.1f}; CSAT {gap.value:+.1f}"


def zeros(table: Tables) -> str:
    plant, expect = told("zeros")
    surveys = table("surveys")
    wrong = surveys[surveys.ease.eq(0)]
    inside = (surveys.answered >= moment(plant.from_)) & (
        surveys.answered < moment(plant.until) + pd.Timedelta(days=1)
    )
    assert len(wrong) >= expect["zeros_at_least"], len(wrong)
    assert inside[wrong.index].all()
    summer = surveys[inside].ease
    with pytest.raises(MetricsError) as refused:
        ces(summer, high="easy")
    assert refused.value.value == 0
    mended = ces(summer.where(summer.ne(0)), high="easy")
    fall = mended.value - float(summer.mean())
    assert fall >= expect["mean_falls_by"], fall
    rest = ces(surveys[~inside].ease, high="easy")
    assert abs(difference(rest, mended).value) < fall / 2
    return f"{len(wrong)} zeros; {float(summer.mean()):.2f} with them, {mended.value:.2f} without"


def duplicates(table: Tables) -> str:
    plant, expect = told("duplicates")
    contacts = table("contacts")
    twins = contacts[contacts.duplicated(SAME)]
    last = moment(plant.until) + pd.Timedelta(days=1)
    week = (contacts.opened >= moment(plant.from_)) & (contacts.opened < last)
    assert len(twins) >= expect["twins_at_least"], len(twins)
    assert week[twins.index].all()
    assert set(twins.system) == {"new"}
    alone = once(table)
    raw, clean = repeats(contacts, week), repeats(alone, week[alone.index])
    assert clean.value - raw.value >= expect["fcr_falls_by"], f"{raw} {clean}"
    return f"{len(twins)} twins; FCR of the week {raw.value:.1f}, without them {clean.value:.1f}"


def clock(table: Tables) -> str:
    plant, expect = told("clock")
    contacts = table("contacts")
    backwards = contacts.first_response < contacts.opened
    assert set(contacts[backwards].team) == {plant.team}
    chats = contacts[contacts.team.eq(plant.team) & contacts.channel.eq("chat")]
    wrong = share((chats.first_response < chats.opened).astype(int))
    assert wrong.value >= expect["chats_backwards_at_least"], str(wrong)
    wall = chats.first_response.dt.tz_localize(None)
    mended = first_response_time(
        chats.assign(answered=wall.dt.tz_localize(plant.zone)),
        opened="opened",
        responded="answered",
        unit="minutes",
    )
    assert mended.missing == 0, mended.notes
    assert mended.median <= expect["median_minutes_of_chats_after_mending_at_most"], str(mended)
    return f"{wrong.value:.1f} % of chats backwards; median {mended.median:.1f} min once mended"


def warning(table: Tables) -> str:
    plant, expect = told("warning")
    orders = table("orders")
    late = orders[orders.delivered > orders.promised]
    late = late[late.promised > pd.Timestamp(plant.from_)]
    day = late.ordered.dt.tz_localize(None).dt.normalize()
    late = late[day < late.promised - pd.Timedelta(days=1)]
    sent = table("outreach").query("campaign_id == @plant.campaign")
    contacts = table("contacts")
    asked = late.order_id.isin(contacts[contacts.topic.eq("delivery")].order_id)
    found = change(late.assign(asked=asked), "asked", late.order_id.isin(sent.order_id))
    assert found.beyond_chance, str(found)
    assert found.value <= -expect["falls_by"], str(found)
    return f"asked {found.value:+.1f} of {found.first.n} and {found.second.n}"


def leavers(table: Tables) -> str:
    _, expect = told("leavers")
    people, contacts = table("customers"), table("contacts")
    members = people[people.club_joined.notna()]
    year = moment(truths().planted.mix_shift.from_)
    hurt = contacts[contacts.outcome.eq("unsolved") & (contacts.resolved >= year)].customer_id
    period: dict[str, Any] = {"start": date(2025, 11, 1), "end": date(2026, 11, 1)}
    names: dict[str, Any] = {
        "customer": "customer_id",
        "joined": "club_joined",
        "left": "club_left",
    }
    these = members.customer_id.isin(hurt)
    found = difference(
        churn(members[~these], **names, **period), churn(members[these], **names, **period)
    )
    assert found.beyond_chance, str(found)
    assert found.value >= expect["churn_higher_by"], str(found)
    return f"churn {found.first.value:.1f} and {found.second.value:.1f}"


FINDERS: dict[str, Callable[[Tables], str]] = {
    "courier": courier,
    "chatbot": chatbot,
    "small-team": small_team,
    "mix-shift": mix_shift,
    "silent-middle": silent_middle,
    "zeros": zeros,
    "duplicates": duplicates,
    "clock": clock,
    "warning": warning,
    "leavers": leavers,
}
