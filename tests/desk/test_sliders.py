"""Tools with sliders: they move Python, and words, table and picture say the same."""

import re
from typing import Any

import pytest

from course.charts.asking import draw_asking, rows
from course.charts.bars import Bar, Bars, draw_bars
from course.desk import TOOLS, Sliders
from course.desk.sliders.asking_words import finding, summary
from course.desk.sliders.how_many import STOPS
from course.lessons.page import COMMANDS
from course.metrics.errors import MetricsError
from course.metrics.intervals import wilson
from course.metrics.ratings.asking import asked


def shown(name: str, **places: int) -> Any:
    return Sliders(name, **places).view


@pytest.mark.parametrize("n", STOPS)
@pytest.mark.parametrize("in_hundred", [1, 7, 10, 50])
def test_words_and_figures_agree(n, in_hundred):
    one = asked(n, in_hundred / 100)
    assert one.chance == pytest.approx(1 - (1 - one.share) ** n)
    assert (one.low, one.high) == wilson(one.heard, n)
    assert one.fewest <= one.heard <= one.most
    assert one.low <= one.share <= one.high
    assert f"Ask {n}," in summary(one)
    assert f"with {n}" in finding(one)


def test_few_find_that_it_exists_and_many_how_many_have_it():
    few, many = asked(12, 0.25), asked(400, 0.25)
    assert few.chance > 0.95
    assert (few.grasp, many.grasp) == ("hardly", "closely")
    assert many.high - many.low < (few.high - few.low) / 4


def test_the_usual_range_is_that_of_scipy():
    from scipy.stats import binom

    for n in (3, 12, 400):
        for share in (0.01, 0.1, 0.5):
            one = asked(n, share)
            assert (one.fewest, one.most) == (
                binom.ppf(0.025, n, share),
                binom.ppf(0.975, n, share),
            )


@pytest.mark.parametrize(("n", "share"), [(0, 0.1), (5, 0.0), (5, 1.0)])
def test_what_cannot_be_asked_is_refused(n, share):
    with pytest.raises(MetricsError):
        asked(n, share)


@pytest.mark.parametrize("chosen", [(2, 10), (401, 10), (12, 0), (12, 51), (12.5, 10), ("12", 10)])
def test_a_slider_stays_between_its_ends(chosen):
    with pytest.raises(ValueError, match="a whole number from"):
        Sliders("how-many-to-ask", customers=chosen[0], in_hundred=chosen[1])


def test_what_there_is_not_is_named():
    with pytest.raises(KeyError, match="there are no sliders 'weather'; there are: how-many"):
        Sliders("weather")
    with pytest.raises(ValueError, match="there is no slider 'rain'"):
        Sliders("who-answers", rain=3)


def test_a_page_can_name_every_tool():
    assert {"how-many-to-ask", *COMMANDS["what-if"].names} == set(TOOLS)


@pytest.mark.parametrize("places", [{"customers": 20, "in_hundred": 99}, {"rain": 3}])
def test_nonsense_from_the_page_changes_nothing(places):
    made, sent = Sliders("how-many-to-ask"), []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": 1, "do": "set", "value": {"places": places}})
    assert "error" in sent[0]
    assert repr(made) == "<Sliders how-many-to-ask: 12 customers, 10 in 100>"


def test_the_table_holds_what_is_drawn():
    view = shown("how-many-to-ask", customers=30)
    assert [row[0] for row in view["rows"]] == [str(one.n) for one in rows(30, 0.1)]
    assert ["30", "96", "3", "from 3 to 26 in 100"] in view["rows"]


@pytest.mark.parametrize("name", TOOLS)
def test_at_every_end_there_are_words_a_table_and_a_picture(name):
    tool = TOOLS[name]
    for end in (0, -1):
        for one in tool.sliders:
            view = shown(name, **{one.id: one.stops[end]})
            assert len(view["facts"]) >= 2, (name, one.id)
            assert {len(row) for row in view["rows"]} == {len(view["heads"])}
            told = " ".join([view["summary"], *(fact["said"] for fact in view["facts"])])
            assert not re.search(r"nan|inf\b|-0(\.0)?(?![.\d])|None", told), told
            at = next(field for field in view["sliders"] if field["id"] == one.id)
            assert at["said"][at["at"]] == one.say(one.stops[end])
    places = {one.id: one.start for one in tool.sliders}
    assert tool.draw(places, False, False)[:4] == b"\x89PNG"
    assert re.search(r"\d", tool.told(places).alt)


def test_silence_makes_a_figure_and_more_of_the_same_mends_nothing():
    even = shown("who-answers", satisfied=60, pleased=30, others=30)
    assert "silence changes nothing" in even["summary"]
    loud = shown("who-answers", satisfied=60, pleased=50, others=20)
    # 300 of 600 and 80 of 400 answer: 300 of 380 are satisfied.
    assert loud["summary"].startswith("380 of 1,000 answer, and their CSAT is 79 per cent.")
    assert "19 points better" in loud["summary"]


def test_a_letter_that_may_be_chance_is_said_to_be():
    few, many = shown("letter-trial"), shown("letter-trial", written=10000, control=10000)
    assert "it may be chance" in few["summary"]
    assert "more than chance" in many["summary"]
    assert "About 40 came because of it" in few["facts"][0]["said"]


def test_a_card_that_brings_nobody_costs_what_it_gives_away():
    view = shown("loyalty-card", usual=11, more=0, after=10, filled=100, price=300)
    # One of eleven drinks is free: 100 drinks at £3.
    assert "100 of them are free. The card costs £300 a month." in view["summary"]


def test_the_sums_of_the_lesson_come_out_of_the_sliders():
    view = shown("lifetime-value", paid=150, years=3, margin=30, stay=60, discount=10)
    assert "The simple sum says £450. £83 is left over" in view["summary"]
    assert view["rows"][1] == ["2", "150", "45", "60", "27", "25"]


def test_one_point_more_is_worth_what_the_start_makes_of_it_and_proves_nothing():
    view = shown("retention-and-profit", stay=80, margin=60, cost=4, discount=10)
    # 60 x 1.1/0.30 and 60 x 1.1/0.29, for 1,000 customers.
    assert "1,000 customers leave £220,000" in view["summary"]
    assert "it would be £7,586 more: 3.4 per cent." in view["summary"]
    assert "20 per cent on top, from here" in view["facts"][0]["said"]
    assert "It must make 2.0 in 100 stay" in view["facts"][1]["said"]
    assert "arithmetic, and no evidence" in view["supposed"]
    dear = shown("retention-and-profit", stay=90, margin=20, cost=19, discount=20)
    assert "It cannot, even if everybody stayed." in dear["facts"][1]["said"]


def test_length_moves_the_average_and_not_what_peak_and_end_guess():
    short, long = (shown("peak-and-end", minutes=n, most=6, worst=2, end=5) for n in (4, 30))
    # 6, 2, 6, 5 are 19 in 4 minutes; 28 sixes, 2 and 5 are 175 in 30. Halfway between 2 and 5.
    same = "Halfway between the worst minute and the last is 3.5"
    assert f"all 4 minutes is 4.8. {same}" in short["summary"]
    assert f"all 30 minutes is 5.8. {same}" in long["summary"]
    even = shown("peak-and-end", most=5, worst=5, end=5)
    assert "both rules guess the same" in even["summary"]


def test_the_worst_minute_is_the_lowest_wherever_the_sliders_stand():
    view = shown("peak-and-end", minutes=10, most=3, worst=8, end=5)
    assert "the worst minute and the last is 4.0" in view["summary"]


def test_shorter_calls_can_make_more_hours_of_talk():
    view = shown("talk-or-causes", calls=12, minutes=8, again=10, less=4, each=16, cause=25)
    # 120 first calls: 120/0.9 x 8 and 120/0.26 x 4 minutes; 90 first calls: 90/0.9 x 8.
    assert "bring 18 hours of talk" in view["summary"]
    assert "4 minutes less on each call it is 31" in view["summary"]
    assert "as long as they are, it is 13" in view["summary"]
    assert "74 of 100 callers, in place of 10" in view["facts"][0]["said"]


def test_no_call_is_shortened_to_nothing():
    view = shown("talk-or-causes", minutes=2, less=10)
    assert "With 1 minute less on each call" in view["summary"]


def test_a_list_in_sixteen_shows_luck_more_easily_than_the_letter():
    whole = shown("list-in-groups", people=4800, groups=1, base=5, adds=3)
    many = shown("list-in-groups", people=4800, groups=16, base=5, adds=3)
    assert "with 2,400 people who get the letter and 2,400 who do not." in whole["summary"]
    assert "16 groups, with 150 people who get the letter" in many["summary"]
    # 1 - 0.95 ** 16 is 0.56.
    assert "In 56 of 100 such trials there is at least one." in many["facts"][1]["said"]
    seen = [int(row[2].removeprefix("over ")) for row in many["rows"]]
    luck = [int(row[3]) for row in many["rows"]]
    assert seen == sorted(seen, reverse=True)
    assert luck == sorted(luck)
    assert "whatever is seen in a group is luck" in shown("list-in-groups", adds=0)["summary"]


def test_nine_people_answer_most_calls_in_time_and_eight_do_not():
    # 60 calls of 6 minutes fill the hour of six; Erlang C gives 0.681 and 0.834.
    eight = shown("people-and-waits", calls=60, minutes=6, people=8, cost=18)
    assert "fill the hour of 6.0 people. With 8, 68 of 100 callers" in eight["summary"]
    assert "£144, which is £2.40 a call." in eight["facts"][0]["said"]
    assert "would be 24 seconds, and not 64 seconds" in eight["facts"][1]["said"]
    nine = shown("people-and-waits", calls=60, minutes=6, people=9, cost=18)
    assert "With 9, 83 of 100 callers" in nine["summary"]
    assert "hangs up" in nine["supposed"]


def test_with_as_many_people_as_calls_fill_the_queue_never_ends():
    full = shown("people-and-waits", calls=60, minutes=6, people=6)
    assert "With 6, the queue grows as long as the hour lasts." in full["summary"]
    assert ["6", "-", "grows all hour", "100 %", "£108"] in full["rows"]
    assert "would come to an end" in full["facts"][1]["said"]
    tired = shown("people-and-waits", calls=60, minutes=6, people=7)
    assert "hard for hours on end" in tired["facts"][2]["said"]


def test_what_may_be_given_alone_is_weighed_against_the_work_it_spares():
    view = shown("how-much-to-give", complaints=300, hour=20, second=15)
    # 300 x (14.10 + (14.4 + 0.246 x 15) / 60 x 20), and so with 12.57, 22.1 and 0.455.
    assert "cost £6,039 with a limit of £40" in view["summary"]
    assert "With £10 it is £6,664, and 63 more people" in view["summary"]
    # 1.53 more is given, and 7.7 + 0.209 x 15 minutes are spared.
    assert view["facts"][0]["said"].startswith("From £8.47 an hour on.")
    assert [row[0] for row in view["rows"]] == ["£10", "£40", "£80"]


def test_cheap_work_makes_the_low_limit_the_cheapest():
    costs = [row[-1] for row in shown("how-much-to-give", hour=5, second=0)["rows"]]
    assert [float(one.strip("£").replace(",", "")) for one in costs] == sorted(
        float(one.strip("£").replace(",", "")) for one in costs
    )


def test_each_ground_and_width_is_its_own_picture():
    both = [(dark, narrow) for dark in (False, True) for narrow in (False, True)]
    assert len({draw_asking(12, 0.1, dark=dark, narrow=narrow) for dark, narrow in both}) == 4
    story = Bars(bars=(Bar(name="all", value=-3, label="-3", range=(-5, 2)),))
    assert len({draw_bars(story, dark=dark, narrow=narrow) for dark, narrow in both}) == 4


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_sliders_work_from_the_keyboard(stage, width):
    opened, made = stage(width=width), Sliders("how-many-to-ask")
    box = opened.mount(made)
    first = box.get_by_role("img")
    first.wait_for()
    before = first.get_attribute("src")
    customers = box.get_by_role("slider", name="Customers you ask")
    assert customers.get_attribute("aria-valuetext") == "12 customers"
    customers.focus()
    opened.page.keyboard.press("End")
    box.get_by_role("status").get_by_text("Ask 400, and you would almost surely").wait_for()
    assert repr(made) == "<Sliders how-many-to-ask: 400 customers, 10 in 100>"
    share = box.get_by_role("slider", name="Customers who have the need")
    share.focus()
    opened.page.keyboard.press("Home")
    box.get_by_role("status").get_by_text("98 chances in 100").wait_for()
    assert share.get_attribute("aria-valuetext") == "1 in 100"
    box.get_by_role("img", name="with 400 asked").wait_for()
    opened.page.wait_for_function("(src) => document.querySelector('img').src !== src", arg=before)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_five_sliders_stand_on_a_narrow_page_and_each_is_heard_by_its_name(stage):
    opened = stage(width=390)
    made = Sliders("lifetime-value")
    box = opened.mount(made)
    box.get_by_role("img").wait_for()
    for one in TOOLS["lifetime-value"].sliders:
        box.get_by_role("slider", name=one.label).focus()
        opened.page.keyboard.press("Home")
    box.get_by_role("status").get_by_text("The simple sum says £10.").wait_for()
    box.get_by_role("img", name="£10 is paid").wait_for()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_the_table_opens_under_the_picture(stage):
    box = stage().mount(Sliders("how-many-to-ask", customers=6, in_hundred=50))
    assert not box.get_by_role("table").is_visible()
    box.get_by_text("The same as a table").click()
    assert box.get_by_role("row").count() == 9


@pytest.mark.browser
def test_another_ground_is_another_picture(stage):
    opened = stage()
    image = opened.mount(Sliders("how-many-to-ask")).get_by_role("img")
    image.wait_for()
    light = image.get_attribute("src")
    opened.page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    opened.page.wait_for_function("(src) => document.querySelector('img').src !== src", arg=light)
