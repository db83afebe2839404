"""Every figure that the lessons on measuring quote from the company's records, recomputed.

`says` looks for a figure in an exercise as it is printed there; tables on a page are compared
cell by cell. A figure that the generator moves fails here by name.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, Literal

import pandas as pd
import pytest

from course.company import read_table
from course.lessons import records_folder
from course.metrics import (
    Score,
    ces,
    churn,
    csat,
    difference,
    fcr,
    first_response_time,
    histograms,
    nps,
    resolution_time,
    retention,
    score_table,
    simpson_check,
    trend,
)
from tests.shipped import load_course

SAME = ["customer_id", "channel", "topic", "opened"]
CLUB: dict[str, Any] = {"customer": "customer_id", "joined": "club_joined", "left": "club_left"}
YEAR: dict[str, Any] = {"start": date(2025, 11, 1), "end": date(2026, 11, 1)}


@cache
def table(name: str) -> Any:
    return read_table(records_folder(), name)


def moment(day: str) -> pd.Timestamp:
    return pd.Timestamp(day, tz="Europe/London")


@cache
def rated() -> Any:
    people = table("customers")[["customer_id", "region"]]
    joined = table("surveys").merge(table("contacts"), on="contact_id").merge(people)
    return joined.assign(
        month=joined.opened.dt.strftime("%Y-%m"), second=joined.opened >= moment("2025-11-01")
    )


def once() -> Any:
    return table("contacts").drop_duplicates(SAME)


def cases(contacts: Any, these: Any) -> Score:
    return fcr(
        contacts.assign(these=these), customer="customer_id", topic="topic", opened="opened",
        resolvable="these", until=moment("2026-11-01").to_pydatetime(),
    )  # fmt: skip


@cache
def words(exercise: str) -> str:
    """All that is written in an exercise and, where there is one, in its scenario."""
    course = load_course()
    item = course.find(exercise)
    assert item is not None, exercise
    lesson = next(one for one in course.lessons.values() if exercise in one)
    files = [lesson.folder / "exercises" / f"{exercise}.yaml"]
    files += [file for file in [lesson.folder / "scenarios" / f"{exercise}.yaml"] if file.exists()]
    return " ".join(" ".join(file.read_text(encoding="utf-8") for file in files).split())


def says(exercise: str, *figures: str) -> None:
    for figure in figures:
        found = re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", words(exercise))
        assert found, f"{exercise} does not say '{figure}'"


def brief(score: Score) -> str:
    return f"{score.value:.1f} ({score.low:.1f} to {score.high:.1f})"


def rows(exercise: str) -> list[list[Any]]:
    item = load_course().find(exercise)
    assert item is not None
    return [list(row) for row in item.exercise.table.rows]


def in_records(exercise: str) -> None:
    """The contacts on a page are contacts of the records."""
    contacts = table("contacts")
    when = contacts.opened.dt.strftime("%Y-%m-%d %H:%M")
    there = set(zip(contacts.customer_id, contacts.channel, contacts.topic, when, strict=True))
    assert {tuple(row[:4]) for row in rows(exercise)} <= there


def counts(column: str) -> dict[Any, int]:
    october = rated()[rated().month.eq("2026-10")][column]
    return {
        **{int(one): int(n) for one, n in october.value_counts().items()},
        None: int(october.isna().sum()),
    }


@pytest.mark.parametrize(
    ("exercise", "column"),
    [("october-satisfied", "satisfaction"), ("october-mean", "satisfaction"),
     ("october-ease", "ease")],
)  # fmt: skip
def test_the_answers_of_october(exercise: str, column: str) -> None:
    assert {row[0]: row[1] for row in rows(exercise)} == counts(column)


def test_contacts_closed_as_unsolved() -> None:
    year = rated()[rated().second & rated().outcome.eq("unsolved")].satisfaction
    given: dict[int | None, int] = {int(one): int(n) for one, n in year.value_counts().items()}
    given[None] = 321
    assert (dict(rows("left-unsolved")), int(year.isna().sum())) == (given, 321)
    found, mean = csat(year), csat(year, measure="mean").value
    says("left-unsolved", f"{found.value:.1f} per cent ({found.low:.0f} to {found.high:.0f})")
    says("left-unsolved", f"{mean:.2f}", f"{20 * mean:.1f}", "63 of 160", f"{len(year)}")


def test_october_and_september() -> None:
    october, september = (rated()[rated().month.eq(m)] for m in ("2026-10", "2026-09"))
    now, before = csat(october.satisfaction), csat(september.satisfaction)
    mean = csat(october.satisfaction, measure="mean").value
    says("october-satisfied", f"{now.value:.1f}", f"{now.n}", f"{now.missing}", "60 to 74")
    assert (round(now.low), round(now.high)) == (60, 74)
    says("october-mean", f"{mean:.2f}", f"{100 * mean / 5:.1f}")
    says("under-the-slide", "67", "75", "117 of the 174", "3.7 of 5", "500")
    assert (round(now.value), round(20 * mean), now.n + now.missing) == (67, 75, 500)
    assert october.satisfaction.ge(4).sum() == 117
    assert october.satisfaction.le(2).sum() == 45
    says(
        "noon-slide", "67 per cent (60 to 74)", "77 per cent (71 to 83)", "72 per cent", "45", "4.8"
    )
    says("hard-to-get-a-time", "4.8")
    assert (round(before.value), round(before.low), round(before.high)) == (77, 71, 83)
    ease = ces(october.ease, high="easy")
    assert (round(ease.value, 1), ease.n) == (4.8, 130)
    says("october-ease", f"{ease.value:.2f}")
    assert difference(before, now).beyond_chance


def test_the_pair_of_months_was_picked_for_its_size() -> None:
    year = rated()[rated().second]
    months = {name: csat(one) for name, one in histograms(year, "satisfaction", "month").items()}
    assert not trend(months).signals
    every = histograms(rated(), "satisfaction", "month")
    values = [csat(one).value for one in every.values()]
    steps = [other - one for one, other in pairwise(values)]
    assert len(steps) == 23
    assert min(steps) == steps[-1]
    answers = [one.n for one in list(every.values())[-12:]]
    says("biggest-step", "77 per cent", "67", "23", "170 to 195")
    assert (min(answers) // 10, max(answers) // 5) == (17, 39)


def test_the_two_years() -> None:
    before, after = (rated()[rated().second.eq(flag)] for flag in (False, True))
    then, now = csat(before.satisfaction), csat(after.satisfaction)
    says("chance-or-more", brief(then), brief(now))
    says("read-the-tile", f"{now.value:.1f}", f"{then.value:.1f}")
    says("read-the-tile", f"{csat(rated().satisfaction).value:.1f}")
    says("read-the-tile", f"{20 * csat(after.satisfaction, measure='mean').value:.1f}")
    assert now.n == pytest.approx(2200, abs=20)
    promoters = nps(after.recommend)
    says("recommend-the-year", f"{promoters.value:.0f}", "12 to 19", "26 (22 to 30)")
    assert (round(nps(before.recommend).low), round(nps(before.recommend).high)) == (22, 30)
    assert round(nps(before.recommend).value) == 26
    assert 11 <= promoters.low < 12 < promoters.high < 20
    assert round(nps(rated().recommend).value) == 20
    says("two-efforts", f"{ces(after.ease, high='easy').value:.1f}")


def test_each_channel_up_and_the_total_down() -> None:
    parts = [
        histograms(rated()[rated().second.eq(flag)], "satisfaction", "channel")
        for flag in (False, True)
    ]
    found = simpson_check(csat, *parts)
    assert found.reversed
    shown = {row[0]: row[1:] for row in rows("last-years-mix")}
    for name in shown:
        one, other = csat(parts[0][name]), csat(parts[1][name])
        assert shown[name] == [one.n, round(one.value, 1), other.n, round(other.value, 1)]
    says("last-years-mix", f"{found.same_mix:.1f}", "84.5", "78.9", "71.7", "77.9")
    assert all(4.5 < one.value < 7 for one in found.groups.values())
    for name, beyond in {"e-mail": False, "phone": True, "chat": False}.items():
        assert found.groups[name].beyond_chance == beyond
        says("chance-or-more", brief(found.groups[name].first), brief(found.groups[name].second))
    contacts = table("contacts").assign(second=table("contacts").opened >= moment("2025-11-01"))
    shares = pd.crosstab(contacts.channel, contacts.second, normalize="columns") * 100
    assert [*shares.round().loc["e-mail"]] == [14, 52]
    assert [*shares.round().loc["phone"]] == [45, 18]
    says("half-by-e-mail", "14", "52", "45", "18")
    says("what-the-mix-says", "14 to 52", "61", "56")


def test_groups_that_could_be_chance() -> None:
    after = rated()[rated().second]
    whole = csat(after.satisfaction)
    for region, exercise in (("Scotland", "chance-or-more"), ("Yorkshire", "cause-or-company")):
        here = after.region.eq(region)
        one, rest = csat(after[here].satisfaction), csat(after[~here].satisfaction)
        assert not difference(one, rest).beyond_chance
        says(exercise, f"{one.value:.1f}" if region == "Scotland" else f"{one.value:.0f} per cent")
    says("chance-or-more", brief(csat(after[after.region.eq("Scotland")].satisfaction)))
    assert csat(after[after.region.eq("Yorkshire")].satisfaction).n == 295
    assert round(whole.value) == 72


def test_the_written_desk_in_october() -> None:
    names = table("agents")[["agent_id", "name"]]
    desk = rated()[rated().team.eq("written") & rated().month.eq("2026-10")].merge(names)
    answers = desk[desk.satisfaction.notna()]
    pleased = answers.satisfaction.ge(4).groupby(answers.name).agg(["sum", "size"])
    for name, (top, n) in pleased.iterrows():
        first = str(name).split()[0]
        says("thirty-by-noon", f"{first} {top} of {n}")
    says("thirty-by-noon", f"{len(answers)} answers", f"{int(pleased['sum'].sum())} gave 4 or 5")
    says("thirty-by-noon", f"{100 * 11 / 14:.0f}", f"{100 * 6 / 14:.0f}")
    says("chance-or-more", "Noor 11 of 14 satisfied, Kofi 6 of 14")
    year = rated()[rated().team.eq("written") & rated().second].merge(names)
    assert year.satisfaction.notna().groupby(year.name).sum().min() > 100


def test_the_club() -> None:
    members = table("customers")[table("customers").club_joined.notna()]
    first, last = pd.Timestamp("2025-11-01"), pd.Timestamp("2026-11-01")
    start = members.club_joined.lt(first) & ~members.club_left.lt(first)
    end = members.club_joined.lt(last) & ~members.club_left.lt(last)
    new = members.club_joined.ge(first) & members.club_joined.lt(last)
    gone, left = start & ~end, (start | new) & ~end
    shown = {row[0]: row[1] for one in ("club-stayed", "club-left") for row in rows(one)}
    assert sorted(shown.values()) == sorted(
        int(one.sum()) for one in (start, end, new, new & ~end, new & end, gone, left)
    )
    stayed, lost = (one(members, **CLUB, **YEAR).value for one in (retention, churn))
    says("club-stayed", f"{stayed:.1f}", "94.5", "64.3", f"{int(start.sum() - end.sum())}")
    says("club-left", f"{lost:.1f}", f"{stayed:.1f}", "43.0")
    says("club-left", f"{churn(members, **CLUB, **YEAR, of='start+new').value:.1f}")


def test_the_courier() -> None:
    people = table("customers")[["customer_id", "region"]]
    orders = table("orders").merge(people)
    parcels = orders[orders.courier.isin(["Tern", "Kestrel"]) & orders.delivered.notna()]
    there, since = parcels.region.eq("South West"), parcels.ordered >= moment("2026-03-02")
    late = parcels.delivered > parcels.promised
    asking = table("contacts")[table("contacts").topic.eq("delivery")].order_id
    asked = parcels.order_id.isin(asking)
    shown = rows("late-in-the-south-west")
    for row, when in zip(shown, (~since, since), strict=True):
        assert row[1:] == [int((there & when).sum()), int((late & there & when).sum())]
    shares = {
        (name, here): [round(100 * float(one[mask & when].mean())) for when in (~since, since)]
        for name, one in (("late", late), ("asked", asked))
        for here, mask in ((True, there), (False, ~there))
    }
    assert shares == {
        ("late", True): [9, 36], ("late", False): [10, 9],
        ("asked", True): [9, 26], ("asked", False): [12, 11],
    }  # fmt: skip
    says(
        "only-there", "9 per cent before 2 March and 36 since", "10 and 9", "26 since", "12 and 11"
    )
    says("late-in-the-south-west", "27.2", "9.0", "36.2", "40 of 446", "81 of 224", "41")
    says("one-page", "81 of 224", "40 of 446")


def test_the_assistant() -> None:
    contacts = once()
    bot, chat = contacts.team.eq("bot"), contacts.channel.eq("chat")
    times = resolution_time(contacts[bot], opened="opened", resolved="resolved", unit="minutes")
    marked = 100 * float(contacts[bot].outcome.eq("solved").mean())
    assert (times.median, round(marked)) == (3, 98)
    says("quick-and-solved", "3 minutes", "98 per cent", f"{cases(contacts, bot).n}")
    found, people = cases(contacts, bot), cases(contacts, chat & ~bot)
    says("bot-first-time", f"{found.value:.0f} of 100", "91")
    assert int(people.value) == 91
    in_records("bot-first-time")
    shown = rows("bot-first-time")
    assert len(shown) == 14
    first = [row for row in shown if row[4] == "bot"]
    assert len(first) == 8
    there = contacts[bot & contacts.customer_id.isin([row[0] for row in first])]
    when = there.opened.dt.strftime("%Y-%m-%d %H:%M")
    assert set(there[when.isin([row[3] for row in first])].outcome) == {"solved"}
    assert not contacts[bot].contact_id.isin(table("surveys").contact_id).any()


def test_the_trade_desk() -> None:
    contacts = once()
    closed = contacts[contacts.resolved.notna() & contacts.team.ne("bot")]
    sent = closed.contact_id.isin(table("surveys").contact_id)
    answered = closed.contact_id.isin(rated()[rated().satisfaction.notna()].contact_id)
    for team, *numbers in rows("asked-to-answer"):
        here = closed.team.eq(team)
        assert numbers == [int(one.sum()) for one in (here, sent[here], answered[here])], team
    says("asked-to-answer", "9.6", "73.4", "21 of 21", "303")
    scores = score_table(csat, rated(), "satisfaction", by="team").set_index("team")
    assert (scores.value.trade, scores.n.trade) == (100, 21)
    says("chance-or-more", f"100 ({scores.low.trade:.1f} to 100)")
    phones = scores.loc["phones"]
    says("chance-or-more", f"{phones.value:.1f} ({phones.low:.1f} to {phones.high:.1f})")
    desk = {
        team: cases(contacts, contacts.team.eq(team)) for team in ("trade", "phones", "written")
    }
    says("the-good-number", f"{desk['trade'].value:.0f} in 100 ({desk['trade'].n} cases)")
    says("the-good-number", f"phones {desk['phones'].value:.0f}")
    says("the-good-number", f"written {desk['written'].value:.0f}", "303", "29", "21", "85")


def test_those_who_said_nothing() -> None:
    sent, calls = table("surveys"), table("survey-calls")
    asked = sent[(sent.sent >= moment("2026-05-01")) & (sent.sent < moment("2026-07-01"))]
    answered, reached = csat(asked.satisfaction), csat(calls.satisfaction)
    (_, n, share, _), (_, silent, other, spoken) = rows("those-who-were-rung")
    assert (n, silent, spoken) == (answered.n, answered.missing, reached.n)
    assert (share, other) == (round(answered.value, 1), round(reached.value, 1))
    says("those-who-were-rung", f"{len(asked)}", "65.1")
    threes = asked.satisfaction.eq(3).sum() / answered.n, calls.satisfaction.eq(3).sum() / reached.n
    assert threes[0] == pytest.approx(1 / 18, abs=0.002)
    assert threes[1] == pytest.approx(1 / 4, abs=0.005)
    says("who-stayed-silent", f"{silent - spoken}", "425", "65.1")


def test_noughts_in_summer() -> None:
    surveys = table("surveys")
    summer = surveys[
        (surveys.answered >= moment("2025-06-01")) & (surveys.answered < moment("2025-08-01"))
    ].ease
    mended = ces(summer.where(summer.ne(0)), high="easy")
    says("nought-is-no-answer", f"{int(summer.eq(0).sum())}", f"{float(summer.mean()):.2f}")
    says("nought-is-no-answer", f"{mended.value:.2f}", "5.44", "3.77", "3.9")
    spring = rated()[rated().month.isin(["2025-03", "2025-04", "2025-05"])].ease
    assert ces(spring.where(spring.ne(0)), high="easy").value == pytest.approx(5, abs=0.15)
    days = surveys[surveys.contact_id.isin([row[0] for row in rows("nought-is-no-answer")])]
    assert days.answered.min() >= moment("2025-06-23")
    assert days.answered.max() < moment("2025-06-26")


def test_twins_in_january() -> None:
    contacts, alone = table("contacts"), once()
    week = (contacts.opened >= moment("2026-01-12")) & (contacts.opened < moment("2026-01-19"))
    raw, clean = cases(contacts, week), cases(alone, week[alone.index])
    assert (round(raw.value), round(clean.value)) == (46, 88)
    says("twice-in-january", "88 to 46", "7 of 8: 87.5", "37.5")
    says("order-of-the-search", "88 to 46", f"{raw.n} cases", "42 points")
    in_records("twice-in-january")
    shown = rows("twice-in-january")
    assert len(shown) == 14
    assert len({row[0] for row in shown}) == 8
    assert len(shown) - len({tuple(row[:4]) for row in shown}) == 5


def test_the_other_clock() -> None:
    contacts = table("contacts")
    team = contacts[contacts.team.eq("evening")]
    backwards = team.first_response < team.opened
    says("cause-or-company", f"{int(backwards.sum())} contacts")
    assert (contacts.first_response < contacts.opened).sum() == backwards.sum()
    says("answered-before-asked", f"{len(team):,} contacts")
    for chat, figures in (("T000020-01", ("18:10", "13:13")), ("T000043-02", ("18:04", "14:04")),
                          ("T000078-01", ("18:16", "14:17"))):  # fmt: skip
        row = team[team.contact_id.eq(chat)].iloc[0]
        assert (row.opened.strftime("%H:%M"), row.first_response.strftime("%H:%M")) == figures
        says("answered-before-asked", *figures)
    wall = team.first_response.dt.tz_localize(None).dt.tz_localize("America/Barbados")
    mended = team.assign(first_response=wall)

    def middle(frame: Any, channel: str, unit: Literal["minutes", "hours"]) -> int:
        some, roles = frame[frame.channel.eq(channel)], ("opened", "first_response")
        return round(
            first_response_time(some, opened=roles[0], responded=roles[1], unit=unit).median
        )

    assert (middle(team, "e-mail", "hours"), middle(mended, "e-mail", "hours")) == (19, 21)
    assert middle(mended, "chat", "minutes") == 2
    says("answered-before-asked", "19 hours", "21 hours", "2 minutes")


def test_warned_by_lot_and_members_who_left() -> None:
    orders = table("orders")
    late = orders[orders.delivered > orders.promised]
    late = late[late.promised > pd.Timestamp("2026-06-01")]
    day = late.ordered.dt.tz_localize(None).dt.normalize()
    late = late[day < late.promised - pd.Timedelta(days=1)]
    sent = table("outreach").query("campaign_id == 'late-warning'").order_id
    asking = table("contacts")[table("contacts").topic.eq("delivery")].order_id
    warned, asked = late.order_id.isin(sent), late.order_id.isin(asking)
    for row, here in zip(rows("told-before-they-notice"), (~warned, warned), strict=True):
        assert row[1:] == [int(here.sum()), int(asked[here].sum())]
    share = lambda marks: csat(marks.astype(int), (0, 1), boxes=1)  # noqa: E731
    found = difference(share(asked[~warned]), share(asked[warned]))
    says(
        "told-before-they-notice", f"{found.value:.1f}", "-56 to -33", "23.4", "69.2", "-66.2", "58"
    )
    assert (round(found.low), round(found.high)) == (-56, -33)
    says("cause-or-company", "25 of 107", "83 of 120", "227 people", "46 points")

    members = table("customers")[table("customers").club_joined.notna()]
    contacts = table("contacts")
    unsolved = contacts.outcome.eq("unsolved") & (contacts.resolved >= moment("2025-11-01"))
    hurt = members.customer_id.isin(contacts[unsolved].customer_id)
    gone = [churn(members[one], **CLUB, **YEAR) for one in (hurt, ~hurt)]
    assert [round(one.value) for one in gone] == [63, 37]
    assert difference(*gone).beyond_chance
    says("cause-or-company", "63 per cent", "37", "63 against 37")


def test_thirteen_answers_have_a_wide_range() -> None:
    found = nps([row[1] for row in rows("recommend-fourteen")])
    says("recommend-fourteen", f"{found.value:.1f}", f"{found.low:.0f} to {found.high:.0f}")


def test_what_a_finding_weighs() -> None:
    parcels = table("orders").merge(table("customers")[["customer_id", "region"]])
    parcels = parcels[parcels.courier.isin(["Tern", "Kestrel"]) & parcels.region.eq("South West")]
    late = parcels[parcels.delivered > parcels.promised].courier.value_counts()
    says("only-there", "seven or eight")
    assert 7 < late.Kestrel / 8 - late.Tern / 16 < 8

    contacts = once()
    mail = contacts[contacts.channel.eq("e-mail")]
    wall = mail.first_response.dt.tz_localize(None).dt.tz_localize("America/Barbados")
    there = wall.dt.tz_convert("Europe/London")
    wait = mail.first_response.mask(mail.team.eq("evening"), there) - mail.opened
    second = mail.opened >= moment("2025-11-01")
    middle = [f"{wait[one].median() / pd.Timedelta(hours=1):.1f}" for one in (~second, second)]
    slow = [f"{int((wait[one] > pd.Timedelta(days=1)).sum()):,}" for one in (~second, second)]
    assert (middle, slow) == (["12.6", "13.1"], ["211", "1,016"])
    desk = pd.crosstab(mail[mail.team.eq("written")].agent_id, second).sum()
    assert 4.6 < desk[True] / desk[False] < 5
    assert 4.6 < second.sum() / (~second).sum() < 5
    assert (pd.crosstab(mail[mail.team.eq("written")].agent_id, second) > 0).all().all()
    assert mail[mail.team.eq("written")].agent_id.nunique() == 7
    says("finding-to-monday", "half a day", "same seven", "nearly five times", *middle, *slow)
    says("what-the-mix-says", "half a day", "nearly five times")

    chats = contacts[contacts.channel.eq("chat") & (contacts.opened >= moment("2025-11-01"))]
    hours = chats.opened.dt.hour.value_counts()
    assert hours.idxmax() == 19
    says("finding-to-monday", f"{hours[19]} of {len(chats):,}", "Four people", "by day it is six")
    shifts = table("shifts").merge(table("agents"))
    shifts = shifts[shifts.date >= pd.Timestamp("2025-11-01")]
    for team, time, people in (("evening", "19:30", 4), ("written", "14:30", 6)):
        on = shifts[shifts.team.eq(team) & shifts.starts.le(time) & shifts.ends.gt(time)]
        assert round(on.groupby("date").size().mean()) == people


def test_what_people_bought_tells_them_apart() -> None:
    contacts = table("contacts").merge(table("orders")[["order_id", "product"]], how="left")
    assert len(contacts) == len(table("contacts"))
    span = contacts[contacts.opened >= moment("2026-02-01")]
    shown = {row[0]: row[1:] for row in rows("whose-first-question")}
    for product, counted in shown.items():
        here = span[span["product"].eq(product)]
        assert counted == [len(here), int(here.topic.eq("assembly").sum())], product
    every, building = (sum(one[place] for one in shown.values()) for place in (0, 1))
    bed, asked = shown["Elm bed frame"]
    says("whose-first-question", f"{asked} of {bed}", f"{100 * asked / bed:.1f}")
    says("whose-first-question", f"{building} of {every}", f"the {building} contacts")
    by_age = span.merge(table("customers")[["customer_id", "age"]]).groupby("age").topic
    ages = by_age.apply(lambda topics: 100 * topics.eq("assembly").mean())
    says("whose-first-question", f"{len(span):,}", f"{100 * span.topic.eq('assembly').mean():.1f}")
    says("whose-first-question", f"{ages.min():.1f} to {ages.max():.1f}")

    big = once().merge(table("orders")[["order_id", "product"]])
    large = ["Alder wardrobe", "Elm bed frame", "Hazel desk", "Elm bookcase"]
    big = big[big["product"].isin(large)]
    for second in (False, True):
        here = big[big.opened.ge(moment("2025-11-01")).eq(second)]
        assert here.topic.eq("assembly").mean() == pytest.approx(0.25, abs=0.02)
    says("next-quarter", "one in four", "two years running", f"{len(big)} contacts")


def test_one_need_under_three_topics() -> None:
    span = table("contacts")[table("contacts").opened >= moment("2026-02-01")]
    here = span[span.topic.isin(["delivery", "stock", "refund"])]
    causes = here.cause.value_counts()
    assert {row[0]: row[1] for row in rows("when-by-any-name")} == causes.to_dict()
    when = ["when back", "late van", "no message sent", "not sent yet"]
    total = int(causes[when].sum())
    says("when-by-any-name", f"{total:,} of {len(here):,}", f"{100 * total / len(here):.1f}")
    says("when-by-any-name", "four of nine", *(f"{causes[one]}" for one in when))
    home = total - int(causes["when back"])
    says("when-by-any-name", f"{home} of {len(here):,}", f"{100 * home / len(here):.1f} per cent")
