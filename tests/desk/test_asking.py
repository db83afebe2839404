"""How many to ask: the sliders move Python, and words, table and picture say the same."""

import pytest

from course.charts.asking import draw_asking, rows
from course.desk import HowManyToAsk
from course.desk.asking.widget import STOPS
from course.desk.asking.words import finding, summary
from course.metrics.errors import MetricsError
from course.metrics.intervals import wilson
from course.metrics.ratings.asking import asked


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
        HowManyToAsk(*chosen)


def test_nonsense_from_the_page_changes_nothing():
    made, sent = HowManyToAsk(), []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": 1, "do": "set", "value": {"customers": 20, "inHundred": 99}})
    assert "error" in sent[0]
    assert repr(made) == "<HowManyToAsk: 12 customers, 10 in 100>"


def test_the_table_holds_what_is_drawn():
    view = HowManyToAsk(30, 10).view
    assert [row[0] for row in view["rows"]] == [str(one.n) for one in rows(30, 0.1)]
    assert ["30", "96", "3", "from 3 to 26 in 100"] in view["rows"]


def test_each_ground_and_width_is_its_own_picture():
    made = {draw_asking(12, 0.1, dark=dark, narrow=narrow) for dark in (0, 1) for narrow in (0, 1)}
    assert len(made) == 4


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_sliders_work_from_the_keyboard(stage, width):
    opened, made = stage(width=width), HowManyToAsk()
    box = opened.mount(made)
    first = box.get_by_role("img")
    first.wait_for()
    before = first.get_attribute("src")
    customers = box.get_by_role("slider", name="Customers you ask")
    assert customers.get_attribute("aria-valuetext") == "12 customers"
    customers.focus()
    opened.page.keyboard.press("End")
    box.get_by_role("status").get_by_text("Ask 400, and you would almost surely").wait_for()
    assert repr(made) == "<HowManyToAsk: 400 customers, 10 in 100>"
    share = box.get_by_role("slider", name="Customers who have the need")
    share.focus()
    opened.page.keyboard.press("Home")
    box.get_by_role("status").get_by_text("98 chances in 100").wait_for()
    assert share.get_attribute("aria-valuetext") == "1 in 100"
    box.get_by_role("img", name="with 400 asked").wait_for()
    opened.page.wait_for_function("(src) => document.querySelector('img').src !== src", arg=before)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_the_table_opens_under_the_picture(stage):
    box = stage().mount(HowManyToAsk(6, 50))
    assert not box.get_by_role("table").is_visible()
    box.get_by_text("The same as a table").click()
    assert box.get_by_role("row").count() == 9


@pytest.mark.browser
def test_another_ground_is_another_picture(stage):
    opened = stage()
    image = opened.mount(HowManyToAsk()).get_by_role("img")
    image.wait_for()
    light = image.get_attribute("src")
    opened.page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    opened.page.wait_for_function("(src) => document.querySelector('img').src !== src", arg=light)
