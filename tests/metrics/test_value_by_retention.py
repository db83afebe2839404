from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, cltv_by_retention, retention_from_counts


@given(st.floats(2, 99), st.floats(0, 0.5), st.integers(1, 40), st.floats(1, 1000))
def test_against_adding_up_period_by_period(kept, discount, periods, margin):
    by_hand = sum(margin * (kept / 100 / (1 + discount)) ** period for period in range(periods))
    found = cltv_by_retention(margin, kept, discount=discount, periods=periods)
    assert found.value == pytest.approx(by_hand)
    endless = cltv_by_retention(margin, kept, discount=discount)
    assert endless.value >= found.value
    assert endless.value == pytest.approx(margin * (1 + discount) / (1 + discount - kept / 100))


def test_the_interval_of_retention_carries_over():
    kept = retention_from_counts(at_start=200, at_end=210, new=50)
    found = cltv_by_retention(100, kept, discount=0.1, acquisition=40)
    assert found.low == pytest.approx(cltv_by_retention(100, kept.low, discount=0.1).value - 40)
    assert found.low < found.value < found.high  # type: ignore[operator]
    assert found.lifespan == pytest.approx(5)
    all_stay = retention_from_counts(at_start=20, at_end=20, new=0)
    with pytest.raises(MetricsError, match="no end"):
        cltv_by_retention(100, all_stay)
    assert cltv_by_retention(100, all_stay, periods=3).value == 300


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: cltv_by_retention(100, 0.8), "Write 80"),
        (lambda: cltv_by_retention(100, 101), "per cent"),
        (lambda: cltv_by_retention(0, 80), "margin"),
        (lambda: cltv_by_retention(100, 80, discount=10), "write 10 % as 0.1"),
        (lambda: cltv_by_retention(100, 80, periods=0), "periods"),
    ],
)
def test_bad_input_is_refused_in_words(call, word):
    with pytest.raises(MetricsError, match=word):
        call()
