"""Answers in clusters and with weights, against statsmodels and by simulation."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.metrics import MetricsError, ces, csat, nps

VALUES: dict[str, Any] = {
    "csat": (csat, 100, lambda r: (r >= 4) * 1.0, (1, 5)),
    "ces": (partial(ces, high="easy", scale=(1, 5)), 1, lambda r: r * 1.0, (1, 5)),
    "nps": (nps, 100, lambda r: (r >= 9) * 1.0 - (r <= 6) * 1.0, (0, 10)),
}


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=15)
@given(data=st.data())
def test_against_a_regression_on_a_constant(name, data):
    import statsmodels.api as sm

    metric, factor, worth, (lowest, highest) = VALUES[name]
    size = data.draw(st.integers(4, 40))
    dice = np.random.default_rng(data.draw(st.integers(0, 10_000)))
    table = pd.DataFrame(
        {
            "who": dice.integers(0, max(2, size // 3), size),
            "stars": dice.integers(lowest, highest + 1, size),
            "w": dice.uniform(0.5, 3, size),
        }
    )
    values = worth(table["stars"].to_numpy())
    if table["who"].nunique() < 2 or np.ptp(values) == 0:
        return
    fit = sm.WLS(values, np.ones(size), weights=table["w"]).fit(
        cov_type="cluster", cov_kwds={"groups": table["who"]}, use_t=True
    )
    score = metric(table, rating="stars", cluster="who", weight="w", confidence=0.9)
    assert score.value == pytest.approx(factor * fit.params[0])
    if name == "ces":
        low, high = fit.conf_int(alpha=0.1)[0]
        assert (score.low, score.high) == pytest.approx((max(1, low), min(5, high)))
    # As many independent answers would have this variance.
    certain = score.notes[-1].split(" as certain as ")[1].split(" ")[0].replace(",", "")
    assert score.spread is not None
    variance = float(fit.bse[0]) ** 2
    if variance > 1e-12:
        assert int(certain) == pytest.approx(score.spread**2 / factor**2 / variance, abs=0.51)


def test_alike_on_every_engine(engine):
    table = pd.DataFrame(
        {
            "team": ["A"] * 4 + ["B"] * 4,
            "who": [1, 1, 2, 3, 4, 5, 5, None],
            "stars": [5.0, 5, 1, 4, 2, 3, None, 5],
            "w": [1.0, 2, 1, 1, 1, 1, 1, 1],
        }
    )
    found = csat(engine(table), rating="stars", by="team", cluster="who", weight="w")
    assert found["A"].value == pytest.approx(80)
    assert (found["B"].value, found["B"].n, found["B"].missing) == (0, 2, 2)
    assert "1 answer without 'who' or 'w' left out" in found["B"].notes
    assert "weighted by 'w', clustered by 'who'" in found["A"].convention


def test_one_answer_each_is_nearly_the_plain_interval():
    stars = pd.DataFrame({"who": range(400), "stars": [5] * 300 + [1] * 100})
    plain, each = csat(stars["stars"]), csat(stars, rating="stars", cluster="who")
    assert (each.low, each.high) == pytest.approx((plain.low, plain.high), abs=0.1)


def test_who_answers_often_is_allowed_for():
    dice = np.random.default_rng(3)
    caught = {"plain": 0, "clustered": 0}
    for _ in range(200):
        # 60 customers, each with a mind of their own, who answer one to nine times.
        times = dice.integers(1, 10, 60)
        who = np.repeat(np.arange(60), times)
        happy = dice.random(who.size) < dice.beta(2, 0.5, 60)[who]
        table = pd.DataFrame({"who": who, "stars": np.where(happy, 5, 1)})
        for name, cluster in {"plain": None, "clustered": "who"}.items():
            score = csat(table, rating="stars", cluster=cluster)
            caught[name] += score.low <= 80 <= score.high
    assert caught["plain"] < 170
    assert caught["clustered"] >= 182


@pytest.mark.parametrize(
    ("change", "options", "words"),
    [
        ({}, {"cluster": "name"}, "no column 'name'"),
        ({"w": ["x", "y"]}, {"weight": "w"}, "weights are numbers"),
        ({"w": [-1, 2]}, {"weight": "w"}, "that of 1 row is not"),
        ({"who": [1, 1]}, {"cluster": "who"}, "at least two clusters"),
        ({"w": [0, 0]}, {"weight": "w"}, "weight above 0"),
    ],
)
def test_bad_input_is_refused_in_words(change, options: dict[str, Any], words):
    table = pd.DataFrame({"who": [1, 2], "stars": [5, 1], "w": [1, 1]}).assign(**change)
    with pytest.raises(MetricsError, match=words):
        csat(table, rating="stars", **options)
    with pytest.raises(MetricsError, match="give the frame"):
        csat([5, 4], **options)
