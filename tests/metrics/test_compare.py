from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from course.metrics import (
    Histogram,
    MetricsError,
    Score,
    ces,
    csat,
    difference,
    nps,
    simpson_check,
    trend,
)


def share(hits: int, n: int) -> Score:
    return csat(Histogram({5: hits, 1: n - hits}))


rates = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(rates, rates)
def test_difference_of_rates_against_statsmodels(first, second):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    expected = proportion.confint_proportions_2indep(
        *second, *first, compare="diff", method="newcomb"
    )
    found = difference(share(*first), share(*second))
    assert (found.low / 100, found.high / 100) == pytest.approx(expected, abs=1e-9)


@given(rates, rates)
def test_difference_turned_round_is_its_opposite(first, second):
    one, other = share(*first), share(*second)
    there, back = difference(one, other), difference(other, one)
    assert there.low <= there.value <= there.high
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert there.beyond_chance == back.beyond_chance


def test_difference_of_means_is_close_to_welch():
    first, second = [7] * 40 + [5] * 30 + [2] * 10, [7] * 20 + [5] * 40 + [2] * 30
    found = difference(ces(first, high="easy"), ces(second, high="easy"))
    welch = stats.ttest_ind(second, first, equal_var=False).confidence_interval()
    assert (found.low, found.high) == pytest.approx((welch.low, welch.high), rel=0.02)


def test_verdicts():
    assert difference(share(50, 100), share(56, 100)).verdict == "could be chance"
    assert difference(share(500, 1000), share(560, 1000)).verdict == "higher, more than chance"
    assert difference(share(560, 1000), share(500, 1000)).verdict == "lower, more than chance"
    assert difference(share(0, 20), share(20, 20)).verdict == "too few to tell (under 30)"


@pytest.mark.parametrize(
    ("second", "word"),
    [
        (csat([5, 4], measure="mean"), "metrics"),
        (csat([5, 4], scale=(1, 7)), "conventions"),
        (csat([5, 4], confidence=0.9), "confidences"),
    ],
)
def test_scores_made_differently_are_not_compared(second, word):
    with pytest.raises(MetricsError, match=word):
        difference(csat([5, 4]), second)


def test_trend_of_one_bad_month():
    months = {month: share(80, 100) for month in range(1, 8)} | {8: share(60, 100)}
    found = trend(months, base=7)
    assert found.centre == pytest.approx(80)
    assert [(point.period, point.signal) for point in found.signals] == [(8, "below")]
    # Limits of a p-chart.
    assert found.points[0].low == pytest.approx(80 - 300 * (0.8 * 0.2 / 100) ** 0.5)


def test_trend_widens_where_answers_are_few():
    found = trend({"a": share(80, 100), "b": share(8, 10)})
    widths = [point.high - point.low for point in found.points]
    assert widths[1] == pytest.approx(widths[0] * 10**0.5)
    assert "nothing that chance would not do" in str(found)


def test_trend_finds_a_shift():
    months = dict(enumerate([share(75, 100)] * 9 + [share(79, 100)] * 9))
    signals = trend(months, base=9).signals
    assert [(point.period, point.signal) for point in signals] == [(16, "shift"), (17, "shift")]


ratings = st.lists(
    st.dictionaries(st.integers(0, 10), st.integers(1, 50), min_size=1), min_size=2, max_size=8
)


@given(ratings)
def test_centre_and_spread_are_those_of_all_answers(periods):
    histograms = [Histogram(counts) for counts in periods]
    found = trend(dict(enumerate(map(nps, histograms))))
    total = nps(sum(histograms, start=Histogram({})))
    assert found.centre == pytest.approx(total.value)
    assert found.spread == pytest.approx(total.spread, abs=1e-6)


def test_false_alarms_are_rare():
    import numpy as np

    random = np.random.default_rng(7)
    alarms = sum(
        len(trend({m: share(int(random.binomial(200, 0.8)), 200) for m in range(12)}).signals)
        for _ in range(50)
    )
    assert alarms / (50 * 12) < 0.02


@pytest.mark.parametrize(
    ("scores", "options", "word"),
    [
        ({"a": share(1, 2)}, {}, "at least two"),
        ({"a": share(1, 2), "b": nps([9])}, {}, "same metric"),
        ({"a": share(1, 2), "b": share(1, 2)}, {"base": 3}, "base"),
        ({k: Score(1, 0, 2, 9, 0, "mine") for k in "ab"}, {}, "spread"),
    ],
)
def test_trends_that_mean_nothing_are_refused(scores, options, word):
    with pytest.raises(MetricsError, match=word):
        trend(scores, **options)


MAY = {"chat": Histogram({5: 800, 1: 200}), "phone": Histogram({5: 50, 1: 50})}
JUNE = {"chat": Histogram({5: 85, 1: 15}), "phone": Histogram({5: 550, 1: 450})}


def test_each_group_up_and_the_total_down():
    found = simpson_check(csat, MAY, JUNE)
    assert found.reversed
    assert found.total.value < 0 < min(group.value for group in found.groups.values())
    assert found.same_mix == pytest.approx(5)
    assert "Every group went up, yet the total went down" in str(found)
    assert "Every group went down, yet the total went up" in str(simpson_check(csat, JUNE, MAY))


def test_no_reversal_where_the_mix_stays():
    found = simpson_check(csat, MAY, {name: counts + counts for name, counts in MAY.items()})
    assert not found.reversed
    assert found.total.value == pytest.approx(0)


def test_groups_of_one_period_only_are_named():
    found = simpson_check(
        partial(ces, high="easy"), {"a": [5], "b": [6, 7]}, {"a": [6], "c": [1], "b": [None]}
    )
    assert list(found.groups) == ["a"]
    assert found.only_once == ("b", "c")
    with pytest.raises(MetricsError, match="No group"):
        simpson_check(csat, {"a": [5]}, {"b": [5]})
