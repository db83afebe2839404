from __future__ import annotations

from datetime import datetime, time
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.metrics import MetricsError, WorkingHours, attainment

ROLES: dict[str, Any] = {"opened": "opened", "done": "done"}
START = pd.Timestamp("2025-03-03 09:00")


def desk(rows: list[tuple[int, int | None]]) -> pd.DataFrame:
    """Hours of opening since the start, and hours until done."""
    opened = [START + pd.Timedelta(hours=at) for at, _ in rows]
    done = [pd.NaT if took is None else START + pd.Timedelta(hours=at + took) for at, took in rows]
    return pd.DataFrame({"opened": opened, "done": pd.Series(done, dtype="datetime64[us]")})


def test_counted_by_hand(engine):
    table = desk([(0, 5), (1, 24), (2, 30), (3, None), (40, 1), (41, None)]).assign(
        team=["A", "A", "B", "B", "A", "B"]
    )
    until = (START + pd.Timedelta(hours=45)).to_pydatetime()
    score = attainment(engine(table), **ROLES, promise="24h", until=until)
    assert (score.value, score.n, score.missing) == (50, 4, 2)
    assert "2 cases whose time had not run out left out, 1 of them done" in score.notes
    by_team = attainment(engine(table), **ROLES, promise="24h", until=until, by="team")
    assert (by_team["A"].value, by_team["B"].value) == (100, 0)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 60))), min_size=1),
    st.integers(1, 30),
)
def test_against_going_through_the_cases(rows, promise):
    now = 60
    due = [(at, took) for at, took in rows if at + promise <= now]
    # What is done after the records end is open then, and due all the same.
    kept = sum(took is not None and took <= promise for _, took in due)
    call: dict[str, Any] = {
        "promise": f"{promise}h",
        "until": (START + pd.Timedelta(hours=now)).to_pydatetime(),
    }
    if not due:
        with pytest.raises(MetricsError, match="run out"):
            attainment(desk(rows), **ROLES, **call)
        return
    score = attainment(desk(rows), **ROLES, **call)
    assert (score.n, score.value) == (len(due), pytest.approx(100 * kept / len(due)))


def test_neither_shortcut_is_right():
    dice = np.random.default_rng(1)
    at = dice.integers(0, 200, 4000)
    took = dice.exponential(40, 4000).astype(int)
    rows = [(int(a), int(t) if a + t <= 200 else None) for a, t in zip(at, took, strict=True)]
    until = (START + pd.Timedelta(hours=200)).to_pydatetime()
    truth = 100 * np.mean(took <= 48)
    score = attainment(desk(rows), **ROLES, promise="48h", until=until)
    done = [t for _, t in rows if t is not None]
    assert score.low < truth < score.high
    assert 100 * np.mean([t <= 48 for t in done]) > score.high  # open ones dropped
    assert 100 * sum(t <= 48 for t in done) / len(rows) < score.low  # all open ones missed


def test_opening_hours():
    friday = datetime(2025, 3, 7, 16)
    table = pd.DataFrame({"opened": [friday], "done": [datetime(2025, 3, 10, 12)]})
    until = datetime(2025, 3, 20)
    hours = WorkingHours(time(9), time(17))
    assert attainment(table, **ROLES, promise="4h", hours=hours, until=until).value == 100
    assert attainment(table, **ROLES, promise="3h", hours=hours, until=until).value == 0
    assert attainment(table, **ROLES, promise="24h", until=until).value == 0
    with pytest.raises(MetricsError, match="WorkingHours"):
        attainment(table, **ROLES, promise="4h", hours="9-5")  # type: ignore[call-overload]
