from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.metrics import Histogram, MetricsError, ces, csat, nps, power_of, sample_size

MIX = nps(Histogram({10: 50, 7: 30, 3: 20}))


@given(st.floats(2, 98), st.floats(0.5, 10))
def test_a_margin_against_statsmodels(rate, margin):
    from statsmodels.stats.proportion import samplesize_confint_proportion

    needed = samplesize_confint_proportion(rate / 100, margin / 100)
    assert sample_size(rate, margin=margin).n == pytest.approx(max(2, needed), abs=1)


@settings(max_examples=30)
@given(st.integers(5, 95), st.sampled_from([-4, -2, 2, 4]), st.integers(50, 5000))
def test_power_of_rates_against_statsmodels(rate, change, n):
    from statsmodels.stats.proportion import power_proportions_2indep

    expected = power_proportions_2indep(
        change / 100, rate / 100, n, alpha=0.025, return_results=False,
        alternative="larger" if change > 0 else "smaller",
    )  # fmt: skip
    assert power_of(rate, change=change, n=n) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=30)
@given(st.floats(3, 30), st.floats(0.6, 0.95))
def test_size_for_a_change_of_nps_against_statsmodels(change, power):
    from statsmodels.stats.power import NormalIndPower

    assert MIX.spread is not None
    # A change found the wrong way round is not counted, so half the alpha on one side.
    needed = NormalIndPower().solve_power(
        change / MIX.spread, alpha=0.025, power=power, alternative="larger"
    )
    assert needed - 0.01 <= sample_size(MIX, change=change, power=power).n <= needed + 1.01


@given(st.integers(10, 90), st.sampled_from([-6, -3, 3, 6]), st.floats(0.55, 0.99))
def test_the_size_has_the_power_and_one_fewer_has_not(rate, change, power):
    n = sample_size(rate, change=change, power=power).n
    assert power_of(rate, change=change, n=n) >= power - 1e-9
    assert power_of(rate, change=change, n=n - 1) < power


def test_the_margin_is_the_interval_that_comes():
    n = sample_size(csat([5] * 4 + [1]), margin=2).n
    score = csat(Histogram({5: round(0.8 * n), 1: n - round(0.8 * n)}))
    assert (score.high - score.low) / 2 == pytest.approx(2, abs=0.02)
    assert "in each of two groups" in str(sample_size(MIX, change=5))
    assert sample_size(ces([7, 6, 2], high="easy"), margin=0.2).groups == 1


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: sample_size(80), "one of them"),
        (lambda: sample_size(80, margin=3, change=2), "one of them"),
        (lambda: sample_size(0.8, margin=3), "Write 80"),
        (lambda: sample_size(98, change=5), "cannot change"),
        (lambda: sample_size(80, change=5, power=80), "write 80 % as 0.8"),
        (lambda: sample_size(80, margin=3).asked(response=0), "response"),
        (lambda: power_of(80, change=0, n=100), "other than 0"),
        (lambda: power_of(80, change=5, n=0), "n is a whole number"),
    ],
)
def test_bad_input_is_refused_in_words(call, word):
    with pytest.raises(MetricsError, match=word):
        call()
