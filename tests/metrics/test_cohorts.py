from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, cohorts, retention

BASE = pd.DataFrame(
    {
        "joined": pd.to_datetime(
            pd.Series(["2024-12-05", "2024-12-20", "2025-01-31", "2025-02-03", None, "2025-01-05"])
        ),
        "left": pd.to_datetime(
            pd.Series([None, "2025-01-01", "2025-01-31", None, None, "2024-01-05"])
        ),
    }
)


def test_counted_by_hand(engine):
    found = cohorts(engine(BASE), joined="joined", left="left", until="2025-02-20")
    assert [(f"{c.month:%Y-%m}", c.size) for c in found.cohorts] == [("2024-12", 2), ("2025-01", 1)]
    # Who leaves on the first of January was still there at the end of December.
    assert [score.value for score in found.cohorts[0].stayed] == [100, 50]
    assert [score.value for score in found.cohorts[1].stayed] == [0]
    assert found.missing == 3
    assert "1 row who joined after the last whole month left out" in found.notes


def test_nobody_has_left(engine):
    found = cohorts(
        engine(BASE.assign(left=None)), joined="joined", left="left", until="2025-03-01"
    )
    assert all(score.value == 100 for cohort in found.cohorts for score in cohort.stayed)


@given(
    st.lists(st.tuples(st.integers(0, 300), st.one_of(st.none(), st.integers(0, 300))), min_size=1)
)
def test_agrees_with_retention(spans):
    origin = pd.Timestamp("2024-06-01")
    people = pd.DataFrame(
        {
            "id": range(len(spans)),
            "joined": [origin + pd.Timedelta(days=joined) for joined, _ in spans],
            "left": pd.to_datetime(
                pd.Series(
                    [
                        None if gone is None else origin + pd.Timedelta(days=joined + gone)
                        for joined, gone in spans
                    ]
                )
            ),
        }
    )
    found = cohorts(people, joined="joined", left="left", until="2025-06-01")
    for cohort in found.cohorts:
        first = pd.Timestamp(cohort.month)
        mine = people[people["joined"].dt.strftime("%Y-%m") == f"{first:%Y-%m}"]
        assert cohort.size == len(mine)
        still = cohort.stayed[0].value * cohort.size / 100
        if round(still) == 0:
            continue
        kept = retention(
            mine,
            customer="id",
            joined="joined",
            left="left",
            start=(first + pd.DateOffset(months=1)).to_pydatetime(),
            end="2025-06-01",
        )
        assert cohort.stayed[-1].value * cohort.size == pytest.approx(kept.value * still)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"until": "2020-01-01"}, ["Of 6 rows none", "2020-01-01"]),
        ({"until": "May"}, ["'May'"]),
        ({"until": "2025-03-01", "customer": "id"}, ["'id'", "One row a customer"]),
        ({"until": "2025-02-01", "left": "gone"}, ["no column 'gone'"]),
    ],
)
def test_bad_input_is_refused_in_words(options, words):
    with pytest.raises(MetricsError) as error:
        cohorts(BASE.assign(id=1), **({"joined": "joined", "left": "left"} | options))
    for word in words:
        assert word in str(error.value)
