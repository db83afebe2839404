from __future__ import annotations

from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.metrics import (
    Histogram,
    MetricsError,
    ces,
    csat,
    nonresponse,
    nps,
    post_stratify,
    response_rate,
)

METRICS = [
    (csat, (1, 5)),
    (nps, (0, 10)),
    (partial(ces, high="effort", scale=(1, 5)), (1, 5)),
]


@settings(max_examples=20)
@given(st.sampled_from(METRICS), st.data())
def test_no_answers_of_the_silent_go_beyond_the_bounds(metric_of, data):
    metric, (lowest, highest) = metric_of
    said = data.draw(st.lists(st.integers(lowest, highest), min_size=1, max_size=8))
    found = nonresponse(metric, [*said, None, None], scale=(lowest, highest))
    values = [
        metric([*said, *guess]).value for guess in product(range(lowest, highest + 1), repeat=2)
    ]
    assert (found.lowest, found.highest) == pytest.approx((min(values), max(values)))
    assert found.response.value == pytest.approx(100 * len(said) / (len(said) + 2))
    assert found == nonresponse(metric, said, scale=(lowest, highest), asked=len(said) + 2) or (
        found.score.missing == 2
    )


def test_response_rate():
    assert response_rate(np.int64(400), 100).value == 25  # type: ignore[arg-type]
    for asked, answered in ((10, 11), (0, 0), (10, -1)):
        with pytest.raises(MetricsError):
            response_rate(asked, answered)


def test_known_shares_mend_who_answers():
    # Of old customers, half of all, 90 % are content and nine in ten answer; of young ones half
    # are, and one in ten answers: 86 % of answers, 70 % of customers.
    strata = {"old": Histogram({5: 810, 1: 90}), "young": Histogram({5: 50, 1: 50})}
    score = post_stratify(csat, strata, {"old": 1000, "young": 1000})
    assert score.value == pytest.approx(70)
    assert "without the shares 86.0 %" in score.notes
    assert "2 groups at their shares" in score.convention
    assert score.low < 70 < score.high


def test_the_interval_catches_the_truth():
    dice = np.random.default_rng(11)
    caught = 0
    for _ in range(200):
        happy = {"a": dice.binomial(80, 0.9), "b": dice.binomial(25, 0.5)}
        strata = {
            name: Histogram({5: int(hits), 1: size - int(hits)})
            for (name, hits), size in zip(happy.items(), (80, 25), strict=True)
        }
        score = post_stratify(csat, strata, {"a": 0.3, "b": 0.7})
        caught += score.low <= 100 * (0.3 * 0.9 + 0.7 * 0.5) <= score.high
    assert caught >= 182


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: post_stratify(csat, {"a": [5]}, {"b": 1}), "'a' has no share"),
        (lambda: post_stratify(csat, {"a": [5]}, {"a": 1, "b": 1}), "'b' has no answers"),
        (lambda: post_stratify(csat, {"a": [5]}, {"a": 0}), "above 0"),
        (lambda: post_stratify(csat, {}, {}), "answers of each group"),
        (lambda: nonresponse(csat, [5, None], scale=5), "scale"),  # type: ignore[arg-type]
        (lambda: nonresponse(csat, [5, 5], scale=(1, 5), asked=1), "cannot be"),
        (lambda: nonresponse("csat", [5], scale=(1, 5)), "metric is"),  # type: ignore[arg-type]
    ],
)
def test_bad_input_is_refused_in_words(call, word):
    with pytest.raises(MetricsError, match=word):
        call()
