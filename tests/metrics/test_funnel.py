from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from course.metrics import Histogram, MetricsError, csat, funnel, nps
from course.metrics.comparison.funnel import false_discovery_rates


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_adjusted_values_against_statsmodels(chances):
    from statsmodels.stats.multitest import multipletests

    assert false_discovery_rates(chances) == pytest.approx(
        list(multipletests(chances, method="fdr_bh")[1])
    )


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=2, max_size=6))
def test_chances_and_limits_of_rates_against_scipy(teams):
    scores = {
        place: csat(Histogram({5: hits, 1: more})) for place, (hits, more) in enumerate(teams)
    }
    found = funnel(scores)
    share = sum(hits for hits, _ in teams) / sum(sum(team) for team in teams)
    assert found.centre == pytest.approx(100 * share)
    if not 0 < share < 1:
        return
    for point, (hits, more) in zip(found.points, teams, strict=True):
        n = hits + more
        binomial = stats.binom(n, share)
        assert point.p == pytest.approx(
            min(1, 2 * min(binomial.cdf(hits), binomial.sf(hits - 1))), abs=1e-9
        )
        assert point.low == pytest.approx(100 * binomial.ppf(0.025) / n)
        assert point.outer_high == pytest.approx(100 * binomial.ppf(0.999) / n)


def test_fifty_equal_teams_seldom_show_a_difference():
    dice = np.random.default_rng(5)
    named, apart = 0, 0
    for _ in range(60):
        hits = dice.binomial(100, 0.8, 50)
        scores = {
            team: csat(Histogram({5: int(h), 1: 100 - int(h)})) for team, h in enumerate(hits)
        }
        named += bool(funnel(scores).found)
        # One by one, the best and the worst nearly always look different.
        best, worst = max(hits) / 100, min(hits) / 100
        apart += best - worst > 1.96 * ((best * (1 - best) + worst * (1 - worst)) / 100) ** 0.5
    assert named <= 6
    assert apart >= 50


def test_a_team_that_differs_is_named_in_words():
    scores = {name: nps(Histogram({10: 60, 7: 20, 3: 20})) for name in "ABCDEFGH"}
    scores["I"] = nps(Histogram({10: 20, 7: 20, 3: 60}))
    found = funnel(scores)
    assert [(point.group, point.verdict) for point in found.found] == [("I", "lower")]
    assert "look at I (lower). Of findings made in this way about 5 in 100 at most are chance" in (
        str(found)
    )
    assert found.to_frame()["group"].tolist() == list("ABCDEFGHI")


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ([csat([5])], "Give scores by name"),
        ({"A": csat([5])}, "at least two"),
        ({"A": csat([5]), "B": nps([9])}, "same metric"),
    ],
)
def test_what_cannot_be_compared_is_refused(scores, word):
    with pytest.raises(MetricsError, match=word):
        funnel(scores)
