"""Agreement, the tail of the waits, and the gap: the right number and each named slip."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from course.exercises.agreement import agreement, expected, kappa, observed
from course.exercises.calculators import CALCULATORS, Table

COUNTED = Table(
    columns=("a", "b", "replies"),
    rows=(("met", "met", 14), ("met", "not", 2), ("not", "met", 2), ("not", "not", 2)),
)
ASKED = {"first": "a", "second": "b", "count": "replies"}


def test_kappa_and_its_slips() -> None:
    calculator = CALCULATORS["kappa"]
    assert calculator.compute(COUNTED, ASKED) == pytest.approx(0.375)
    slips = {name: calculator.slip(name, COUNTED, ASKED) for name in calculator.slips}
    assert slips == pytest.approx(
        {"agreement": 0.8, "chance": 0.68, "not-divided": 0.12, "even-chance": 0.6}
    )


def test_kappa_counts_rows_where_there_is_no_count() -> None:
    rows = tuple((one, other) for one, other, n in COUNTED.rows for _ in range(int(n or 0)))
    listed = Table(columns=("a", "b"), rows=rows)
    assert CALCULATORS["kappa"].compute(listed, {"first": "a", "second": "b"}) == pytest.approx(
        0.375
    )


def test_kappa_of_marks_that_never_differ_is_refused() -> None:
    with pytest.raises(ValueError, match="not defined"):
        kappa({("met", "met"): 5})
    with pytest.raises(ValueError, match="nothing was marked"):
        observed({})


def test_chance_agrees_as_often_as_the_marks_are_common() -> None:
    assert expected({("met", "met"): 5, ("not", "not"): 5}) == 0.5
    assert kappa({("met", "met"): 5, ("not", "not"): 5}) == 1.0
    assert kappa({("met", "not"): 5, ("not", "met"): 5}) == -1.0


@pytest.mark.parametrize("count", [10, 11, 12, 20])
def test_p90_is_that_of_the_metrics_room(count: int) -> None:
    values = [float(one * one % 37) for one in range(count)]
    table = Table(columns=("hours",), rows=tuple((one,) for one in values))
    wanted = np.quantile(values, 0.9, method="averaged_inverted_cdf")
    assert CALCULATORS["p90"].compute(table, {"hours": "hours"}) == pytest.approx(float(wanted))


def test_gap_leaves_out_rows_with_one_answer() -> None:
    table = Table(columns=("got", "hoped"), rows=((3, 5), (4, 4), (None, 7), (2, 6)))
    asked = {"first": "got", "second": "hoped"}
    calculator = CALCULATORS["mean-gap"]
    assert calculator.compute(table, asked) == -2.0
    assert calculator.slip("turned-round", table, asked) == 2.0
    assert calculator.slip("first-only", table, asked) == 3.0
    assert calculator.slip("unpaired", table, asked) == -2.5


MARKS = ("met", "half", "not")
PAIRS = st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(MARKS)), min_size=1)


@given(PAIRS)
def test_marks_side_by_side_are_those_of_statsmodels(pairs) -> None:
    made = agreement(MARKS, pairs)
    assert sum(map(sum, made.counts)) == made.of == len(pairs)
    assert made.agreed == sum(one == other for one, other in pairs)
    if made.kappa is None:
        assert made.chance == 1
        assert "not defined" in made.sentence
    else:
        with_theirs = cohens_kappa(np.array(made.counts), return_results=False)
        assert made.kappa == pytest.approx(with_theirs, abs=1e-9)
        assert f"{made.agreed} of {made.of}" in made.sentence
