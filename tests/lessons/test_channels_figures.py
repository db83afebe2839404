"""What the lesson on channels says of its own tables and of the records, worked out again."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from course.company import read_table
from course.exercises import best
from course.lessons import records_folder
from course.metrics import difference, erlang_c, fcr
from course.metrics.rates import rate
from tests.company.finding import once, repeats
from tests.lessons.test_figures import says
from tests.shipped import load_course


@cache
def table(name: str) -> Any:
    return read_table(records_folder(), name)


def item(name: str) -> Any:
    return load_course().lessons["channels"][name]


def rows(name: str) -> list[list[str]]:
    """The cells of the table in a prompt, without its head."""
    lines = [one for one in item(name).exercise.prompt.splitlines() if one.startswith("|")]
    return [[cell.strip() for cell in one.strip("|").split("|")] for one in lines[2:]]


def whole(cell: str) -> int:
    return int(cell.replace(",", ""))


def says_on_file(exercise: Any) -> str:
    return str(next(one.text for one in exercise.items if one.id == "forty-less-plastic"))


def test_people_and_waits_are_what_the_formula_gives() -> None:
    for people, within, wait, busy, cost in rows("nine-or-seven"):
        assert cost == f"£{18 * int(people)}"
        if int(people) == 6:
            assert (within, busy) == ("-", "100 %")
            continue
        found = erlang_c(60, 3600, 360, int(people), 20)
        assert within == f"{100 * found.service_level:.0f} of 100"
        assert wait == f"{found.asa:.0f} seconds"
        assert busy == f"{100 * found.occupancy:.0f} %"
    rising = [erlang_c(60, 3600, 360, people, 20) for people in range(7, 11)]
    both = [one.agents for one in rising if one.service_level >= 0.8 and one.occupancy <= 0.8]
    assert min(both) == 9
    says("nine-or-seven", "£36 an hour cheaper", f"£{4 * 36} on a morning of four hours",
         "nine minutes", "58 of 100", "15 seconds")  # fmt: skip
    assert round(60 * (1 - 6 / 7)) == 9


def test_the_oldest_fall_where_the_total_rises() -> None:
    (_, may, july), (_, older_may, older_july) = rows("seventy-five-and-older")
    shares = []
    for cell in (may, july, older_may, older_july):
        got, asked = (whole(one) for one in cell.split(" of "))
        shares.append(100 * got / asked)
    assert [f"{one:.1f}" for one in shares] == ["90.0", "91.0", "90.0", "70.0"]
    assert (320 - 288, 310 - 217) == (32, 93)


def test_the_worst_step_is_where_the_records_have_it() -> None:
    rung = table("journeys").query("channel == 'phone' and came_from.notna()")
    by_channel = {name: these for name, these in rung.groupby("came_from")}
    told, gave_up = {}, {}
    for before, people, again, gone in rows("worst-step"):
        these = by_channel.pop(before)
        assert int(people) == len(these)
        assert int(again) == these.told_again.eq("yes").sum()
        assert int(gone) == these.ended_here.eq("gave up").sum()
        told[before], gave_up[before] = int(again) / int(people), int(gone)
    assert not by_channel, "nobody who rang is left out"
    assert f"{100 * told.pop('assistant'):.0f}" == "73"
    assert (round(100 * min(told.values())), round(100 * max(told.values()))) == (12, 18)
    assert sum(gave_up.values()) == 73
    assert gave_up["assistant"] > 73 / 2


def test_a_monday_at_nine_and_all_of_them() -> None:
    hours = table("phone-hours")
    monday = hours[hours.date.dt.day_of_week.eq(0)]
    one = monday[monday.date.eq(pd.Timestamp("2026-10-05")) & monday.hour.eq(9)].iloc[0]
    assert (one.calls, one.answered, one.in_time) == (45, 37, 14)
    assert abs(float(best(item("monday-at-nine"))) - 100 * 14 / 45) < 0.05
    nine = monday[monday.hour.eq(9)]
    assert len(nine) == 13
    says("monday-at-nine", f"{100 * nine.in_time.sum() / nine.calls.sum():.1f} per cent between",
         f"{100 * 14 / 37:.1f}")  # fmt: skip


def test_where_the_phone_team_has_time() -> None:
    hours = table("phone-hours")
    monday = hours.date.dt.day_of_week.eq(0)
    parts = {"Monday, 9 to 12": monday & hours.hour.between(9, 11),
             "Monday, 12 to 16": monday & hours.hour.between(12, 15),
             "Monday, 17 to 20": monday & hours.hour.between(17, 19),
             "other days, 12 to 16": ~monday & hours.hour.between(12, 15),
             "other days, 17 to 20": ~monday & hours.hour.between(17, 19)}  # fmt: skip
    for name, people, calls, in_time, busy in rows("two-for-monday"):
        these = hours[parts.pop(name)]
        assert people == f"{these.on_duty.mean():.1f}"
        assert calls == f"{these.calls.mean():.1f}"
        assert in_time == f"{100 * these.in_time.sum() / these.calls.sum():.0f} of 100"
        minutes = 60 * these.on_duty.sum()
        assert busy == f"{100 * these.busy_minutes.sum() / minutes:.0f} %"
    assert not parts

    def busy_with(calls: float, people: float) -> float:
        return calls * 5.5 / 60 / people

    def in_time_with(calls: float, people: int) -> float:
        return erlang_c(calls, 3600, 330, people, 20).service_level

    assert in_time_with(43.8, 5) < 2 / 3 < in_time_with(43.8, 6), "3.6 and two more"
    assert busy_with(15.6, 3.5 - 2) > 0.9
    noon, evening = busy_with(18.5, 7 - 1), busy_with(8.5, 3.5 - 1)
    says("two-for-monday", f"{100 * noon:.0f} at noon and {100 * evening:.0f} in the evening")
    assert in_time_with(8.5, 2) > 3 / 4, "an evening on which only two are left"


def test_who_asked_the_assistant_for_a_person_came_back() -> None:
    contacts = once(table)
    chats = table("assistant-chats").set_index("contact_id")
    asked = contacts.contact_id.map(chats.asked_for_person)
    for (_, matters, not_back), answer in zip(
        item("came-back-in-a-week").exercise.table.rows, ("no", "yes"), strict=True
    ):
        found = repeats(contacts, asked.eq(answer))
        assert (found.n, round(found.value * found.n / 100)) == (matters, not_back)
    shares = [rate("share", now, n, 0, "yes", 0.95) for now, n in ((343, 559), (62, 279))]
    assert difference(*shares).high < 0
    assert abs(float(best(item("came-back-in-a-week"))) + 39.1) < 0.05


def test_what_the_assistant_calls_solved() -> None:
    chats = table("assistant-chats").merge(table("contacts"), on="contact_id")
    asked = chats.asked_for_person.eq("yes")
    solved = chats.outcome.eq("solved")
    thumbs = chats.thumb.notna()
    assert (len(chats), solved.sum(), thumbs.sum()) == (963, 946, 136)
    assert (asked.sum(), (asked & thumbs).sum(), (asked & solved).sum()) == (323, 0, 313)
    assert f"{100 * chats.thumb.eq('up').sum() / thumbs.sum():.0f}" == "77"
    assert f"{100 * 946 / 963:.0f}" == "98"


def test_readers_of_help_pages_and_who_got_in_touch() -> None:
    visits = table("help-visits")
    shown = {}
    for page, readers, followed in rows("one-page-this-week"):
        these = visits[visits.page.eq(page)]
        assert (int(readers), int(followed)) == (len(these), these.got_in_touch.eq("yes").sum())
        shown[page] = int(followed)
    others = visits[~visits.page.isin(shown)].query("got_in_touch == 'yes'")
    assert max(shown, key=lambda one: shown[one]) == "sizes, colours and care"
    assert others.groupby("page").size().max() < max(shown.values())


def test_matters_over_four_channels() -> None:
    exercise = item("first-channel-last-channel")
    contacts = pd.DataFrame(list(exercise.exercise.table.rows),
                            columns=list(exercise.exercise.table.columns))  # fmt: skip
    contacts["opened"] = pd.to_datetime(contacts.opened)
    found = fcr(contacts, customer="customer", topic="topic", opened="opened", window="7d")
    assert (found.n, f"{found.value:.1f}") == (7, "71.4")
    assert "5 of 7" in exercise.key.because
    assert abs(float(best(exercise)) - 71.4) < 0.05


def test_green_figures_are_right_and_the_study_is_named() -> None:
    because = item("at-the-fair").key.because["beginners-third"]
    assert re.search(r"Brynjolfsson, Li and Raymond.*2025", because)
    green = item("greener-by-how-much").exercise
    assert "2021" in green.prompt
    then, now = (float(one) for one in re.findall(r"(\d+) g", says_on_file(green)))
    assert f"{100 * (then - now) / then:.0f} per cent less" in says_on_file(green)
