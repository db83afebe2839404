"""Two hundred odd arguments, each to every calculator: a result or a sentence, no traceback."""

from __future__ import annotations

import inspect
import os
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import course.metrics as room
from course.metrics import MetricsError


class Hostile:
    """Answers every question with an error."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")


STARS = pd.DataFrame(
    {
        "stars": [5, 4, 1, 2] * 10, "ten": [10, 9, 7, 3] * 10, "who": list(range(20)) * 2,
        "team": ["A", "B"] * 20, "w": [1.0] * 40, "paid": [2.5] * 40,
        "at": pd.date_range("2024-01-01", periods=40, freq="20D"),
        "end": [*pd.date_range("2025-01-02", periods=38, freq="20D"), pd.NaT, pd.NaT],
        "yes": [True, False] * 20, "id": range(40), "cause": ["late", None, "rude", "late"] * 10,
    }
)  # fmt: skip
HALF = {"a": room.Histogram({5: 3, 1: 2}), "b": room.Histogram({5: 9, 1: 1})}
SCORES = {name: room.csat(answers) for name, answers in HALF.items()}
# fmt: off
# ruff: noqa: E501
CALLS: dict[str, dict[str, Any]] = {
    "agents_needed": {"calls": 100, "period": 1800, "aht": 180, "target": 20, "service_level": 0.8},
    "agents_needed_with_patience": {
        "calls": 30, "period": 1800, "aht": 180, "patience": 60, "target": 20, "service_level": 0.8},
    "attainment": {
        "tickets": STARS, "opened": "at", "done": "end", "promise": "2d", "ticket": "id",
        "which": "full", "until": "2026-12-31", "hours": None, "zone": None, "by": "team",
        "confidence": 0.9},
    "ces": {"ratings": STARS, "rating": "stars", "high": "easy", "scale": (1, 7), "by": "team",
            "cluster": "who", "weight": "w", "measure": "mean", "confidence": 0.9},
    "churn": {"customers": STARS, "customer": "id", "joined": "at", "left": "end",
              "start": "2025-01-01", "end": "2026-01-01", "of": "start", "until": None, "by": None,
              "confidence": 0.9},
    "churn_from_counts": {"at_start": 10, "lost": 2, "new": 1, "confidence": 0.9},
    "churn_over": {"rate": 5.0, "periods": 12},
    "cltv": {"orders": STARS, "customer": "who", "amount": "paid", "lifespan": 3, "periods": 1,
             "order": "id", "method": "product of means", "margin": 0.4, "discount": 0.1,
             "acquisition": 1},
    "cltv_by_retention": {"margin": 100, "retention": 80, "discount": 0.1, "periods": 3,
                          "acquisition": 1},
    "cohorts": {"customers": STARS, "joined": "at", "left": "end", "until": "2026-12-31",
                "customer": "id", "confidence": 0.9},
    "csat": {"ratings": STARS, "scale": (1, 5), "rating": "stars", "by": "team", "cluster": None,
             "weight": None, "measure": "top-box", "boxes": 2, "confidence": 0.9},
    "erlang_a": {"calls": 30, "period": 1800, "aht": 180, "agents": 4, "patience": 60, "target": 20},
    "erlang_c": {"calls": 30, "period": 1800, "aht": 180, "agents": 4, "target": 20},
    "fcr": {"contacts": STARS, "customer": "who", "opened": "at", "topic": "cause", "window": "7d",
            "resolved": "yes", "resolvable": "yes", "per": "case", "until": None, "by": None,
            "confidence": 0.9},
    "first_response_time": {"tickets": STARS, "opened": "at", "responded": "end", "ticket": "id",
                            "until": None, "hours": None, "zone": None, "unit": "days",
                            "by": "team", "confidence": 0.9},
    "funnel": {"scores": SCORES, "false_discovery": 0.05},
    "histograms": {"frame": STARS, "rating": "stars", "by": "team"},
    "kaplan_meier": {"durations": [1, 2], "ended": [True, False], "unit": "days", "confidence": 0.9},
    "nonresponse": {"metric": room.csat, "ratings": [5, None], "scale": (1, 5), "asked": 3},
    "nps": {"ratings": STARS, "rating": "ten", "scale": (0, 10), "by": "team", "cluster": None,
            "weight": "w", "confidence": 0.9},
    "pareto": {"causes": STARS, "column": "cause", "share": 0.8},
    "patience_from": {"abandoned": 0.05, "wait": 9},
    "post_stratify": {"metric": room.csat, "strata": HALF, "shares": {"a": 1, "b": 2}},
    "power_of": {"expected": 80, "change": 5, "n": 100, "confidence": 0.9},
    "repeat_purchase": {"orders": STARS, "customer": "who", "ordered": "at", "order": "id",
                        "window": "30d", "until": None, "per": "customer", "by": None,
                        "confidence": 0.9},
    "resolution_time": {"tickets": STARS, "opened": "at", "resolved": "end", "ticket": None,
                        "which": "full", "until": None, "hours": None, "zone": None,
                        "unit": "days", "by": None, "confidence": 0.9},
    "response_rate": {"asked": 10, "answered": 5, "confidence": 0.9},
    "retention": {"customers": STARS, "customer": "id", "joined": "at", "left": "end",
                  "start": "2025-01-01", "end": "2026-01-01", "until": None, "by": "team",
                  "confidence": 0.9},
    "retention_from_counts": {"at_start": 10, "at_end": 10, "new": 2, "confidence": 0.9},
    "sample_size": {"expected": 80, "margin": 3, "change": None, "power": 0.8, "confidence": 0.9},
    "score_table": {"metric": room.csat, "frame": STARS, "rating": "stars", "by": "team"},
    "staff_day": {"calls": [30, 40], "period": 1800, "aht": 180, "target": 20,
                  "service_level": 0.8, "patience": None, "shrinkage": 0.3},
    "survival": {"customers": STARS, "joined": "at", "left": "end", "customer": "id", "until": None,
                 "zone": None, "unit": "days", "confidence": 0.9},
    "trend": {"scores": SCORES, "base": 1},
    "with_shrinkage": {"agents": 14, "shrinkage": 0.3},
    "Histogram": {"counts": {5: 1}, "missing": 0},
    "difference": {"first": SCORES["a"], "second": SCORES["b"]},
    "simpson_check": {"metric": room.csat, "first": HALF, "second": HALF},
    "WorkingHours": {"opens": time(9), "closes": time(17), "days": "1111100", "holidays": (),
                     "also": ()},
}  # fmt: skip
LONG = os.environ.get("COURSE_LONG") == "1"
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 2, 7, 0.0, -0.5, 0.5, 1.0, 1.5, 80, 80.0, 10**30, -(10**30), 1e308,
    float("nan"), float("inf"), float("-inf"), 1j, Decimal("0.5"), Decimal("NaN"), Fraction(1, 2),
    np.int64(3), np.float32(0.5), np.bool_(True), np.float64("nan"), np.datetime64("2025-01-01"),
    np.datetime64("NaT"), np.timedelta64(1, "D"), pd.NA, pd.NaT, pd.Timestamp("2025-01-01"),
    pd.Timestamp("2025-01-01", tz="UTC"), pd.Timedelta("7D"), pd.Interval(0, 1), "", " ", "x", "5",
    "stars", "team", "who", "at", "yes", "2025-01-01", "2025-13-01", "7d", "7 days", "99999999999d",
    "UTC", "Europe/London", "Mars/Base", "../etc", "full", "easy", "\x00", "é" * 500, b"5", b"",
    bytearray(b"x"), [], [5], [5, 4, 1], [None], ["team"], ["team", "who"], [[1, 2]], [1, [2]], [{}],
    (), (1,), (1, 5), (5, 1), (0, 10), (1, 7), (1.0, 5.0), ("a", "b"), (1, 2, 3), (True, 5), {}, {5: 1},
    {"a": 1}, {"a": [5]}, {None: 1}, {5: -1}, {5: 1.5}, {"a": None}, set(), {1, 2}, frozenset({5}),
    range(0), range(5), range(10**4), iter([5, 4]), (x for x in [5]), map(int, "54"), object(), Hostile(),
    type, int, len, lambda: 5, lambda x: x, partial(int, "5"), Exception("x"), ..., NotImplemented,
    date(2025, 1, 1), date.max, datetime(2025, 1, 1), datetime.max, datetime.min, time(9),
    timedelta(0), timedelta(days=7), timedelta(days=-7), timedelta.max, Counter([5, 5, 1]),
    np.array([]), np.array([5, 4]), np.array([[1, 2], [3, 4]]), np.array(5), np.array(["a"]),
    np.array([True, False]), np.array([5, None], dtype=object), np.array(["2025-01-01"], "M8[D]"),
    pd.Series([], dtype=float), pd.Series([5, 4]), pd.Series(["a"]), pd.Series([True]),
    pd.Series([None, None]), pd.Series([5, "a"]), pd.Series([5, 4], dtype="Int64"),
    pd.Series([5, 4]).value_counts(), pd.Series(pd.to_datetime(["2025-01-01"])),
    pd.Series([5], index=["a"]), pd.Series([[1]]), pd.Index([5, 4]), pd.Categorical([5, 4]),
    pd.DataFrame(), pd.DataFrame({"stars": []}), pd.DataFrame({"stars": [5]}), STARS, STARS[["who"]],
    STARS.iloc[:0], STARS.astype(str), STARS.astype(object), STARS.rename(columns={"stars": 5}),
    pd.concat([STARS, STARS], axis=1), STARS.set_index("who"), STARS.T, STARS.assign(at=None),
    STARS.assign(who=None, id=None), STARS.assign(end=STARS["at"].dt.tz_localize("UTC")),
    STARS.assign(at=STARS["at"].dt.tz_localize("America/New_York")),
    STARS.assign(at=STARS["at"].dt.date), STARS.assign(stars=1.5), STARS.assign(stars=None),
    STARS.assign(yes=None), STARS.assign(who=float("nan")), STARS.assign(paid=-1), STARS.groupby("team"),
    pl.DataFrame({"stars": [5, 4]}), pl.DataFrame({"stars": [5]}).lazy(), pl.Series([5, 4]), pl.Series(["a"]),
    pl.col("stars"), pl.DataFrame(), room.csat, room.csat([5]), room.nps([9]), room.Histogram({}),
    room.Histogram({5: 1}), room.Histogram({99: 1}), HALF, SCORES, {"a": SCORES["a"]},
    {"a": room.Score(1, 0, 2, 9, 0, "mine"), "b": room.Score(1, 0, 2, 9, 0, "mine")},
    room.WorkingHours(), [room.WorkingHours()], [date(2025, 1, 1)], [5] * 1000, ["a"] * 1000,
    "a" * 10**5, inspect, 2**63, -(2**63), 1e-300, 5e-324, "nan", "None", "0", "-1", "1e5", "α", "\n", "5,0", "1.5", np.array([np.nan, 5]),
]  # fmt: skip


def is_table(value: Any) -> bool:
    return isinstance(value, pd.DataFrame)


def test_there_are_two_hundred_and_every_calculator_is_here():
    assert len(ODD) >= 200
    called = {name for name in room.__all__ if name[0].islower()}
    assert called <= set(CALLS), called - set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_a_result_or_a_sentence(name):
    call: Callable[..., Any] = getattr(room, name)
    usual = CALLS[name]
    assert set(usual) <= set(inspect.signature(call).parameters)
    call(**usual)
    broken = []
    for argument in usual:
        # All of them take long: each argument gets a part, and all arguments together every one.
        shift = sum(map(ord, name + argument))
        step = 1 if LONG else 19 if any(map(is_table, usual.values())) else 5
        for place in range(shift % step, len(ODD), step):
            odd = ODD[place]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    call(**(usual | {argument: odd}))
                except MetricsError:
                    pass
                except Exception as error:
                    broken.append((argument, place, f"{type(error).__name__}: {error}"[:150]))
    assert not broken, "\n".join(map(str, broken[:40]))
