"""What the dashboard says: each number is the calculator's own, and small groups have no rank."""

import json

import pytest

from course.desk.board.against import against
from course.desk.board.breakdown import breakdown as breakdown_of
from course.desk.board.desk import read_desk
from course.desk.board.filters import Filters, chosen, read_filters
from course.desk.board.measures import MEASURES, work_out
from course.desk.board.over_time import months
from course.desk.board.over_time import over_time as over_time_of
from course.desk.board.page import METRICS, numbers
from course.desk.board.page import company as company_of
from course.desk.board.topics import ranked_topics
from course.desk.board.topics import topics as topics_of
from course.lessons import records_folder
from course.metrics import csat, fcr
from course.page.messages import plain


@pytest.fixture(scope="module")
def desk():
    return read_desk(records_folder())


def company(*given):
    """What the page is sent; the same holds for the other parts."""
    return plain(company_of(*given))


def breakdown(*given, **more):
    return plain(breakdown_of(*given, **more))


def over_time(*given):
    story, said = over_time_of(*given)
    return story, plain(said)


def topics(found):
    return plain(topics_of(found))


def look(desk, **values):
    return read_filters(values, desk, METRICS)


def shown(desk, **values):
    filters = look(desk, **values)
    return company(filters, numbers(filters, desk))


def test_it_opens_on_the_last_twelve_months_beside_the_twelve_before(desk):
    filters = look(desk)
    assert (filters.start, filters.end, filters.against) == ("2025-11", "2026-10", "before")
    assert against(filters, desk).name == "November 2024 to October 2025"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"start": "1999-01"}, {"start": "2024-11"}),
        ({"end": "soon"}, {"end": "2026-10"}),
        ({"start": "2026-05", "end": "2026-02"}, {"start": "2026-02", "end": "2026-02"}),
        ({"channel": "pigeon"}, {"channel": ""}),
        ({"against": "channel:pigeon"}, {"against": "before"}),
        ({"metric": "joy", "by": "mood"}, {"metric": "csat", "by": "channel"}),
        ({"zeros": "yes"}, {"zeros": False}),
        ("nonsense", {"metric": "csat"}),
    ],
)
def test_what_the_records_do_not_know_is_set_back(desk, sent, kept):
    filters = read_filters(sent, desk, METRICS)
    assert {name: getattr(filters, name) for name in kept} == kept


def test_a_tile_is_the_calculators_own_number(desk):
    frame = desk.contacts
    rows = (frame["channel"] == "chat") & frame["month"].between(2025 * 12 + 10, 2026 * 12 + 9)
    expected = csat(frame.loc[rows & frame["invited"], "satisfaction"])
    made = shown(desk, channel="chat")
    tile = next(one for one in made["tiles"] if one["id"] == "csat")
    assert tile["value"] == f"{expected.value:.1f}"
    assert tile["range"] == f"{expected.low:.1f} to {expected.high:.1f}"
    assert tile["base"] == f"{expected.n:,} answers"
    assert f"CSAT {expected.value:.1f} %" in made["summary"]
    assert made["summary"].startswith(f"{int(rows.sum()):,} contacts, {expected.n:,} surveys")


def test_a_second_contact_by_another_channel_is_a_repeat(desk):
    rows = chosen(look(desk, channel="chat"), desk)
    told = work_out(MEASURES["fcr"], desk, rows).score
    alone = fcr(desk.contacts[rows], customer="customer_id", topic="topic", opened="opened")
    assert told is not None
    assert told.value < alone.value - 5


@pytest.mark.parametrize("copies", [False, True])
def test_cases_too_young_to_be_judged_are_left_out_and_said(desk, copies):
    made = shown(desk, start="2024-11", team="trade", against="", metric="fcr", copies=copies)
    tile = next(one for one in made["tiles"] if one["id"] == "fcr")
    assert (tile["value"], tile["base"]) == ("93.4", "272 cases")
    assert "6 cases too young to have had 7 days left out." in made["detail"]["notes"]


def test_a_case_at_the_end_of_a_period_is_followed_into_the_next_month(desk):
    september = look(desk, start="2026-09", end="2026-09")
    told = work_out(MEASURES["fcr"], desk, chosen(september, desk)).score
    assert told is not None
    assert told.missing == 0
    until = desk.contacts[desk.contacts["month"] <= 2026 * 12 + 8]
    short = work_out(MEASURES["fcr"], desk._replace(contacts=until),
                     chosen(september, desk._replace(contacts=until))).score  # fmt: skip
    assert short is not None
    assert short.missing > 100


def test_a_second_copy_left_out_is_no_second_contact(desk):
    january = {"start": "2026-01", "end": "2026-01", "metric": "fcr"}
    values = {
        copies: next(float(one["value"]) for one in shown(desk, **january, copies=copies)["tiles"]
                     if one["id"] == "fcr")
        for copies in (False, True)
    }  # fmt: skip
    assert values[True] > values[False] + 5


def test_a_time_is_given_in_the_unit_that_suits_its_size(desk):
    everything = {"start": "2024-11", "against": "", "metric": "resolution_time"}
    bot = shown(desk, **everything, team="bot")
    tile = next(one for one in bot["tiles"] if one["id"] == "resolution_time")
    assert (tile["value"], tile["unit"]) == ("3", "minutes")
    assert "under 2 hours in minutes, over 72 hours in days" in bot["detail"]["convention"]
    evening = shown(desk, **everything, team="evening")
    tile = next(one for one in evening["tiles"] if one["id"] == "first_response_time")
    assert tile["unit"] == "hours"
    rows = chosen(look(desk, **everything), desk)
    teams = breakdown(MEASURES["resolution_time"], desk, rows, "team", zeros=False)["rows"]
    assert next(one["value"] for one in teams if one["name"] == "bot") == "3 minutes"
    assert len({one["value"].split()[-1] for one in teams}) > 1
    lengths = [one["mark"]["value"] for one in teams]
    assert lengths == sorted(lengths, reverse=True)


def test_months_on_one_axis_share_a_unit(desk):
    filters = look(desk, start="2024-11", team="bot", metric="resolution_time")
    story, said = over_time(filters, desk)
    assert story.unit == "minutes"
    assert {one["value"].split()[-1] for one in said["rows"]} == {"minutes"}


def test_a_page_speaks_of_ranges_and_gives_the_other_word_once(desk):
    made = json.dumps([shown(desk, metric=one) for one in ("nps", "volume")])
    assert made.count("interval") == 1
    assert "The range (interval) is where the true figure may well lie." in made


def test_every_tile_has_an_interval_or_says_why_not(desk):
    for one in shown(desk)["tiles"]:
        assert one["bar"] or one["id"] == "volume"
        if one["bar"]:
            mark = one["bar"]["marks"][0]
            assert one["bar"]["from"] <= mark["low"] <= mark["value"] <= mark["high"]
            assert mark["high"] <= one["bar"]["to"]


def test_zeros_are_the_calculators_sentence_until_they_are_mended(desk):
    period = {"start": "2025-05", "end": "2025-08", "metric": "ces"}
    raw = shown(desk, **period)
    assert "lie outside the scale 1 to 7, for example 0" in raw["detail"]["problem"]
    mended = shown(desk, **period, zeros=True)
    assert mended["detail"]["problem"] == ""
    assert mended["summary"].endswith("Mended: an ease of 0 read as blank.")


def test_second_copies_can_be_left_out(desk):
    january = {"start": "2026-01", "end": "2026-01"}
    raw = chosen(look(desk, **january), desk)
    once = chosen(look(desk, **january, copies=True), desk)
    assert raw.sum() - once.sum() >= 40


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"start": "2024-11"}, "The records begin in November 2024"),
        ({"start": "2025-01", "end": "2026-10", "against": "year"}, "overlap"),
        ({"against": "rest"}, "Choose a channel, a region or a team"),
        ({"against": "channel:phone"}, "Choose a channel to set against phone"),
        ({"against": "team:social", "team": "social"}, "social against itself"),
    ],
)
def test_a_comparison_that_means_nothing_is_a_sentence(desk, values, words):
    made = shown(desk, **values)
    assert words in made["against"]
    assert all(one["verdict"]["short"] == "" for one in made["tiles"])


@pytest.mark.parametrize("other", ["before", "year", "rest", "channel:phone"])
def test_what_is_compared_has_no_row_in_common(desk, other):
    filters = look(desk, start="2026-03", end="2026-06", channel="chat", against=other)
    found = against(filters, desk)
    assert found.problem == ""
    assert found.rows.any()
    assert not (found.rows & chosen(filters, desk)).any()


def test_a_difference_says_whether_it_could_be_chance(desk):
    made = {one["id"]: one["verdict"] for one in shown(desk)["tiles"]}
    assert made["csat"]["sure"]
    assert "lower, more than chance" in made["csat"]["short"]
    assert made["response_rate"]["short"].endswith("could be chance")
    assert not made["volume"]["sure"]


def test_a_small_team_has_counts_and_quotes_and_no_rank(desk):
    rows = chosen(look(desk), desk)
    made = breakdown(MEASURES["csat"], desk, rows, "team", zeros=False)
    assert "trade" not in [one["name"] for one in made["rows"]]
    (small,) = [one for one in made["small"] if one["name"] == "trade"]
    assert "gave 5" in small["counts"]
    assert small["quotes"]
    assert "%" not in small["base"] + small["counts"]
    assert ("bot", "Nobody was invited to a survey here.") in [
        (one["name"], one["why"]) for one in made["none"]
    ]


def test_groups_stand_in_order(desk):
    made = breakdown(MEASURES["csat"], desk, chosen(look(desk), desk), "channel", zeros=False)
    values = [one["mark"]["value"] for one in made["rows"]]
    assert values == sorted(values, reverse=True)
    assert made["finding"].startswith("Highest: store")


def test_every_channel_rises_while_the_total_falls(desk):
    filters = look(desk)
    made = numbers(filters, desk)
    parts = breakdown(
        MEASURES["csat"], desk, made.rows, "channel", False, made.other.rows, made.other.name
    )
    assert {one["verdict"]["way"] for one in parts["rows"]} == {"up"}
    total = next(one for one in company(filters, made)["tiles"] if one["id"] == "csat")
    assert total["verdict"]["way"] == "down"


def test_months_without_a_score_are_a_gap_and_are_named(desk):
    filters = look(desk, start="2025-03", end="2025-10", metric="ces")
    _, without = months(filters, desk)
    story, said = over_time(filters, desk)
    assert without
    assert story.gaps == tuple(without)
    assert "No score in" in said["alt"]
    assert len(said["gaps"]) == len(without)


def test_months_with_few_answers_are_not_called_high_or_low(desk):
    _, said = over_time(look(desk, channel="chat"), desk)
    assert "none is called high or low" in said["alt"]


def test_one_month_with_enough_answers_is_neither_highest_nor_lowest(desk):
    _, said = over_time(look(desk, start="2024-11", region="Yorkshire"), desk)
    assert "only June 2026 has 30 answers, and it stands at 70.0 %." in said["alt"]
    assert "lowest" not in said["alt"]


def test_months_without_any_score_say_why(desk):
    _, said = over_time(look(desk, team="bot"), desk)
    assert "no month has a score" in said["alt"]
    assert said["alt"].endswith("Nobody was invited to a survey here.")


def test_limits_of_chance_end_where_the_scale_ends(desk):
    story, said = over_time(look(desk, channel="chat"), desk)
    assert {point.limit_high for point in story.points} == {100.0}
    assert said["rows"][0]["limits"].endswith("to 100.0")


@pytest.mark.parametrize("metric", METRICS)
def test_every_number_has_its_months_and_its_groups(desk, metric):
    filters = look(desk, start="2026-06", end="2026-08", metric=metric)
    story, said = over_time(filters, desk)
    assert len(story.points) == len(said["rows"]) == 3
    assert MEASURES[metric].name in said["alt"]
    made = breakdown(MEASURES[metric], desk, chosen(filters, desk), "region", zeros=False)
    assert made["rows"]


def test_topics_add_up(desk):
    rows = chosen(look(desk), desk)
    found = ranked_topics(desk, rows)
    assert found is not None
    assert found.n == int(rows.sum())
    assert topics(found)["rows"][-1]["sum"] == "100 %"


def test_a_selection_without_a_contact_is_told(desk):
    made = shown(desk, channel="store", team="bot", against="")
    assert made["summary"].startswith("0 contacts, 0 surveys.")
    tiles = {one["id"]: one for one in made["tiles"]}
    assert tiles["volume"]["value"] == "0"
    assert all(one["problem"] for name, one in tiles.items() if name != "volume")
    assert topics(ranked_topics(desk, chosen(Filters(), desk)))["rows"] == []
