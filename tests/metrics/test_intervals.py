from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from course.metrics.intervals import (
    mean_interval,
    net_share,
    normal_quantile,
    student_quantile,
    wilson,
)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_against_statsmodels(case):
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    hits, n = case
    expected = proportion.proportion_confint(hits, n, method="wilson")
    assert wilson(hits, n) == pytest.approx(expected, abs=1e-12)
    assert wilson(hits, n)[0] <= hits / n <= wilson(hits, n)[1]


@given(st.lists(st.integers(1, 7), min_size=2).filter(lambda ratings: len(set(ratings)) > 1))
def test_mean_against_scipy(ratings):
    n, total, squares = len(ratings), sum(ratings), sum(r * r for r in ratings)
    expected = stats.t.interval(0.95, n - 1, np.mean(ratings), stats.sem(ratings))
    assert mean_interval(n, total, squares) == pytest.approx(expected)


@given(st.integers(2, 100_000), st.sampled_from([0.5, 0.8, 0.95, 0.999]))
def test_student_quantile_against_scipy(freedom, confidence):
    """By scipy up to some degrees of freedom and by a series from there on: nobody can tell."""
    expected = stats.t.ppf((1 + confidence) / 2, freedom)
    assert student_quantile(confidence, freedom) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("freedom", [9_999, 10_000, 10_001])
def test_student_quantile_where_the_series_begins(freedom):
    expected = stats.t.ppf(0.975, freedom)
    assert student_quantile(0.95, freedom) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.95, 0.99])
def test_normal_quantile_against_scipy(confidence):
    assert normal_quantile(confidence) == pytest.approx(stats.norm.ppf((1 + confidence) / 2))


def plain_wald(up: int, down: int, n: int) -> tuple[float, float]:
    net = (up - down) / n
    half = normal_quantile(0.95) * sqrt(((up + down) / n - net * net) / n)
    return net - half, net + half


def coverage(interval, n: int, shares: tuple[float, float, float]) -> float:
    """Exact: every possible outcome of n answers, weighted with its probability."""
    outcomes = [(up, down) for up in range(n + 1) for down in range(n + 1 - up)]
    chances = stats.multinomial.pmf([(u, n - u - d, d) for u, d in outcomes], n, shares)
    true_net = shares[0] - shares[2]
    limits = [interval(up, down, n) for up, down in outcomes]
    inside = [low - 1e-12 <= true_net <= high + 1e-12 for low, high in limits]
    return float(chances[inside].sum())


def test_net_share_keeps_its_promise_where_the_plain_interval_breaks_it():
    n, steps = 10, 20
    grid = [
        (up / steps, (steps - up - down) / steps, down / steps)
        for up in range(1, steps)
        for down in range(1, steps - up)
    ]
    adjusted = [coverage(net_share, n, shares) for shares in grid]
    plain = [coverage(plain_wald, n, shares) for shares in grid]
    assert min(adjusted) >= 0.93
    assert min(plain) <= 0.65
    assert np.mean(adjusted) == pytest.approx(0.955, abs=0.005)


def test_net_share_where_no_one_is_passive_or_against():
    edges = [(p / 20, 0.0, 1 - p / 20) for p in range(1, 20)]
    edges += [(p / 20, 1 - p / 20, 0.0) for p in range(1, 20)]
    assert min(coverage(net_share, 10, shares) for shares in edges) >= 0.87
    assert min(coverage(plain_wald, 10, shares) for shares in edges) <= 0.41


def test_wilson_holds_where_the_normal_interval_covers_forty_per_cent():
    n, share = 10, 0.95
    chances = stats.binom.pmf(range(n + 1), n, share)

    def normal(hits: int) -> tuple[float, float]:
        p = hits / n
        half = normal_quantile(0.95) * sqrt(p * (1 - p) / n)
        return p - half, p + half

    def covered(interval: Callable[[int], tuple[float, float]]) -> float:
        limits = [interval(hits) for hits in range(n + 1)]
        pairs = zip(np.atleast_1d(chances), limits, strict=True)
        return sum(float(chance) for chance, (low, high) in pairs if low <= share <= high)

    assert covered(normal) == pytest.approx(0.40, abs=0.005)
    assert covered(lambda hits: wilson(hits, n)) > 0.9
