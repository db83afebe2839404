from __future__ import annotations

import warnings
from datetime import datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, kaplan_meier, survival

followed = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=60)


@given(followed.filter(lambda rows: any(ended for _, ended in rows)))
def test_curve_against_statsmodels(rows):
    duration = pytest.importorskip("statsmodels.duration.survfunc")
    times, ended = map(list, zip(*rows, strict=True))
    expected = duration.SurvfuncRight(times, np.array(ended, dtype=float))
    curve = kaplan_meier(times, ended)
    for time, share in zip(expected.surv_times, expected.surv_prob, strict=True):
        assert curve.after(time) == pytest.approx(share)


@given(followed, st.randoms())
def test_limits_hold_and_order_never_matters(rows, random):
    times, ended = zip(*rows, strict=True)
    curve = kaplan_meier(times, ended)
    shares = [1.0, *curve.share]
    assert all(a >= b - 1e-12 for a, b in pairwise(shares))
    for low, share, high in zip(curve.low, curve.share, curve.high, strict=True):
        assert -1e-12 <= low <= share + 1e-12 <= high + 2e-12 <= 1 + 1e-9
    assert curve == kaplan_meier(*zip(*random.sample(rows, len(rows)), strict=True))
    assert curve.censored == sum(not over for over in ended)


@given(st.lists(st.integers(0, 100), min_size=1))
def test_median_of_complete_data_is_the_usual_one(times):
    assert kaplan_meier(times, [True] * len(times)).median == pytest.approx(np.median(times))


@given(followed.filter(lambda rows: any(ended for _, ended in rows)))
def test_curve_and_its_band_against_scipy(rows):
    from scipy.stats import CensoredData, ecdf

    times, ended = map(np.array, zip(*rows, strict=True))
    expected = ecdf(CensoredData.right_censored(times, ~ended)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        band: Any = expected.confidence_interval(0.9, method="log-log")
    curve = kaplan_meier(times, ended.astype(int), confidence=0.9)
    assert curve.times == tuple(expected.quantiles)
    assert curve.share == pytest.approx(tuple(expected.probabilities), abs=1e-12)
    known = ~np.isnan(band.low.probabilities)
    for ours, theirs in ((curve.low, band.low), (curve.high, band.high)):
        assert np.array(ours)[known] == pytest.approx(theirs.probabilities[known], abs=1e-9)


def test_nobody_has_left():
    curve = kaplan_meier([3, 5], [False, False])
    assert curve.median is None
    assert curve.after(100) == 1
    assert "not reached" in str(curve)


def test_from_a_table(engine):
    base = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e"],
            "joined": pd.to_datetime(pd.Series([*["2025-01-01"] * 4, None])),
            "left": pd.to_datetime(
                pd.Series(["2025-01-11", "2025-01-31", "2025-01-31", None, None])
            ),
        }
    )
    curve = survival(engine(base), joined="joined", left="left", until=datetime(2025, 3, 2))
    assert curve.times == (10, 30, 60)
    assert curve.share == pytest.approx((0.75, 0.25, 0.25))
    assert (curve.n, curve.ended, curve.censored, curve.missing) == (4, 3, 1, 1)
    assert curve.median == 30
    assert "1 row without 'joined' left out" in curve.notes


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: kaplan_meier([], []), ["at least one"]),
        (lambda: kaplan_meier([1, 2], [True]), ["2 and 1"]),
        (lambda: kaplan_meier([1, -2], [True, True]), ["1 of 2", "-2"]),
        (lambda: kaplan_meier([float("nan")], [True]), ["no number"]),
        (lambda: kaplan_meier([1, 2], ["yes", "no"]), ["2 of 2", "'yes'", "true or false"]),
        (lambda: kaplan_meier([1, 2], [True, None]), ["1 of 2", "None"]),
        (lambda: kaplan_meier([1, 2], [1, 2]), ["1 of 2", "2"]),
        (lambda: kaplan_meier([1, 2], pd.array([True, None], dtype="boolean")), ["1 of 2"]),
        (lambda: kaplan_meier(["a week"], [True]), ["'a week'", "numbers"]),
        (lambda: kaplan_meier([1], [True], confidence=95), ["confidence", "0.95"]),
        (
            lambda: survival(
                pd.DataFrame(
                    {
                        "id": ["x", "x", "y"],
                        "a": pd.to_datetime(["2025-01-01"] * 3),
                        "b": pd.to_datetime(pd.Series(["2025-02-01", None, None])),
                    }
                ),
                joined="a",
                left="b",
                customer="id",
            ),
            ["'id'", "1 row of 3 names", "One row a customer"],
        ),
        (
            lambda: survival(pd.DataFrame({"a": ["x"], "b": ["y"]}), joined="a", left="b"),
            ["'a'", "1 row"],
        ),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    with pytest.raises(MetricsError) as error:
        call()
    for word in words:
        assert word in str(error.value)
