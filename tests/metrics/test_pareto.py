from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError, pareto

CAUSES = ["late"] * 6 + ["broken"] * 3 + ["rude", None, " late "]


def test_on_every_engine(engine):
    frame = engine(pd.DataFrame({"cause": CAUSES}))
    found = pareto(frame, column="cause")
    assert [(row.name, row.count) for row in found.causes] == [
        ("late", 7),
        ("broken", 3),
        ("rude", 1),
    ]
    assert (found.n, found.missing) == (11, 1)
    assert found == pareto(CAUSES) == pareto(pd.Series(CAUSES))


def test_counts_that_are_ready():
    counted = {"late": 7, "broken": 3, "rude": 1, None: 1}
    assert pareto(counted) == pareto(Counter(counted)) == pareto(CAUSES)
    assert pareto(CAUSES, share=0.5) == pareto(CAUSES, share=50)
    frame = pareto(CAUSES).to_frame()
    assert frame["name"].tolist() == ["late", "broken", "rude"]
    with pytest.raises(MetricsError, match="The count of 'late' is a whole number"):
        pareto({"late": 0.5})


@given(st.lists(st.sampled_from("abcdef"), min_size=1), st.randoms(), st.integers(2, 100))
def test_laws(causes, random, share):
    found = pareto(causes, share=share)
    assert found == pareto(random.sample(causes, len(causes)), share=share)
    assert found.causes[-1].cumulative == pytest.approx(100)
    counts = [row.count for row in found.causes]
    assert counts == sorted(counts, reverse=True)
    assert found.few[-1].cumulative >= share - 1e-9
    assert len(found.few) == 1 or found.few[-2].cumulative < share
    for row in found.causes:
        assert row.low <= row.share <= row.high


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: pareto([]), "no cause in 0 rows"),
        (lambda: pareto([None, ""]), "no cause in 2 rows"),
        (lambda: pareto("late"), "list or a column"),
        (lambda: pareto(pd.DataFrame({"cause": CAUSES})), "which column"),
        (lambda: pareto(pd.DataFrame({"cause": CAUSES}), column="why"), "no column 'why'"),
        (lambda: pareto(CAUSES, share=0), "share"),
    ],
)
def test_bad_input_is_refused_in_words(call, word):
    with pytest.raises(MetricsError, match=word):
        call()
