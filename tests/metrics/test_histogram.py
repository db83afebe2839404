from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import Histogram, MetricsError, csat, histograms

answers = st.lists(st.one_of(st.none(), st.integers(0, 10)))


@given(answers, answers)
def test_merging_equals_counting_together(first: list[int | None], second: list[int | None]):
    assert Histogram.of(first) + Histogram.of(second) == Histogram.of(first + second)


@given(answers, st.randoms())
def test_order_never_matters(ratings: list[int | None], random):
    shuffled = random.sample(ratings, len(ratings))
    assert Histogram.of(shuffled) == Histogram.of(ratings)
    assert hash(Histogram.of(shuffled)) == hash(Histogram.of(ratings))


@given(answers)
def test_nothing_is_lost(ratings: list[int | None]):
    histogram = Histogram.of(ratings)
    assert histogram.n + histogram.missing == len(ratings)
    assert histogram.total == sum(rating or 0 for rating in ratings)


@given(answers)
def test_series_and_list_agree(ratings: list[int | None]):
    expected = Histogram.of(ratings)
    assert Histogram.of(pd.Series(ratings, dtype="float64")) == expected
    assert Histogram.of(pd.Series(ratings, dtype="Int64")) == expected
    assert Histogram.of(pd.Series(ratings, dtype="object")) == expected


def test_every_kind_of_blank_counts_as_blank():
    blanks = [None, float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT, Decimal("NaN")]
    assert Histogram.of([5, *blanks]) == Histogram({5: 1}, missing=len(blanks))


def test_every_kind_of_whole_number_counts():
    ratings = [4, 4.0, np.int8(4), np.float32(4), np.uint64(4), Decimal("4.0")]
    assert Histogram.of(ratings) == Histogram({4: 6})
    assert Histogram.of(np.array([1, 2, 2])) == Histogram({1: 1, 2: 2})


def test_polars_series():
    pl = pytest.importorskip("polars")
    series = pl.Series("stars", [5.0, None, float("nan"), 4.0])
    assert Histogram.of(series) == Histogram({4: 1, 5: 1}, missing=2)


def test_is_frozen_and_can_be_copied():
    histogram = Histogram({5: 2, 1: 0}, missing=1)
    assert dict(histogram.counts) == {5: 2}
    with pytest.raises(TypeError):
        histogram.counts[5] = 3  # type: ignore[index]
    assert pickle.loads(pickle.dumps(histogram)) == histogram
    assert copy.deepcopy(histogram) == histogram
    assert eval(repr(histogram)) == histogram


def test_whole_numbers_of_numpy_are_counts():
    counts: Any = {np.int64(5): np.int32(3)}
    blank: Any = np.int8(1)
    made = Histogram(counts, missing=blank)
    assert made == Histogram({5: 3}, missing=1)
    assert {type(part) for pair in made.counts.items() for part in pair} == {int}


def test_value_counts_are_counts_and_never_answers():
    stars = pd.Series([5, 5, 4, 4, 4, 1, None], name="stars")
    assert Histogram.of(stars.value_counts()) == Histogram({5: 2, 4: 3, 1: 1})
    assert csat(stars.astype("Int64").value_counts()) == csat([5, 5, 4, 4, 4, 1])
    for unclear in (pd.Series([5, 5, 4]).value_counts(), stars.value_counts(normalize=True)):
        with pytest.raises(MetricsError, match="value_counts"):
            csat(unclear)
    # A column that is merely called so has rows that are numbered.
    assert csat(pd.DataFrame({"count": [5, 4]})["count"]).value == 100


def test_columns_may_be_numbered():
    table = pd.DataFrame([["A", 5], ["A", 1], ["B", 4]])
    assert histograms(table, 1, by=0) == {"A": Histogram({5: 1, 1: 1}), "B": Histogram({4: 1})}  # type: ignore[arg-type]


def test_a_column_of_nothing_is_blank():
    table = pd.DataFrame({"stars": [None, None]})
    assert Histogram.of(table, column="stars") == Histogram({}, missing=2)
    with pytest.raises(MetricsError, match="all 2 rows are blank"):
        csat(table, rating="stars")


def test_printing_an_empty_one():
    assert str(Histogram({}, missing=3)) == "0 answers, 3 blank"


def test_groups_on_every_engine(engine):
    table = pd.DataFrame(
        {
            "team": ["A", "A", "B", None, "B", "A"],
            "year": [2024, 2025, 2024, 2024, 2024, 2024],
            "rating": [5.0, 3.0, None, 1.0, 2.0, 5.0],
        }
    )
    frame = engine(table)
    assert histograms(frame, "rating") == {(): Histogram({1: 1, 2: 1, 3: 1, 5: 2}, 1)}
    assert Histogram.of(frame, column="rating") == Histogram({1: 1, 2: 1, 3: 1, 5: 2}, 1)
    by_team = histograms(frame, "rating", by="team")
    assert by_team == {
        "A": Histogram({3: 1, 5: 2}),
        "B": Histogram({2: 1}, 1),
        None: Histogram({1: 1}),
    }
    assert list(by_team) == ["A", "B", None]
    by_both = histograms(frame, "rating", by=["team", "year"])
    assert by_both[("A", 2024)] == Histogram({5: 2})
    assert len(by_both) == 4


def test_grouped_object_columns_tell_true_from_one():
    table = pd.DataFrame({"team": ["A", "A"], "rating": pd.Series([1, True], dtype="object")})
    with pytest.raises(MetricsError, match="true or false"):
        histograms(table, "rating", by="team")


def test_categories_of_whole_numbers_are_ratings():
    ratings = pd.Series([5, 4, 5], dtype="category")
    assert Histogram.of(ratings) == Histogram({4: 1, 5: 2})


def test_an_empty_frame_is_an_empty_histogram(engine):
    frame = engine(pd.DataFrame({"rating": pd.Series([], dtype="float64")}))
    assert Histogram.of(frame, column="rating") == Histogram({})


@pytest.mark.parametrize(
    ("ratings", "words"),
    [
        ([5, 4.5, 4], ["'ratings'", "1 of 3 rows", "4.5", "whole"]),
        ([5, "good", "good"], ["2 of 3 rows", "'good'", "text"]),
        ([5, True], ["1 of 2 rows", "True", "true or false"]),
        ([np.bool_(True)], ["1 of 1 rows", "True"]),
        ([1, float("inf")], ["infinite", "inf"]),
        ([1, Decimal("Infinity")], ["infinite"]),
        ([1, 2j], ["no number"]),
        ([1, [2]], ["unhashable"]),
        ("55", ["list or a column", "str"]),
        ({5: 1}, ["Histogram({rating: count})"]),
    ],
)
def test_what_is_no_rating_is_refused(ratings, words):
    with pytest.raises(MetricsError) as error:
        Histogram.of(ratings)
    assert isinstance(error.value, ValueError)
    for word in words:
        assert word in str(error.value)


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ([4.5, 3.0], "whole"),
        (["5", "4"], "text"),
        ([True, False], "true or false"),
        ([float("inf"), 1.0], "infinite"),
        (pd.to_datetime(["2025-01-01", "2025-01-02"]), "not ratings"),
        (range(500), "500 different"),
    ],
)
def test_wrong_columns_are_refused_on_every_engine(engine, values, word):
    frame = engine(pd.DataFrame({"stars": values}))
    with pytest.raises(MetricsError, match=word) as error:
        Histogram.of(frame, column="stars")
    assert "'stars'" in str(error.value)


def test_a_whole_table_or_an_unknown_column_is_refused():
    table = pd.DataFrame({"stars": [5]})
    with pytest.raises(MetricsError, match="which column"):
        Histogram.of(table)
    with pytest.raises(MetricsError, match="The columns are: stars"):
        Histogram.of(table, column="rating")
    with pytest.raises(MetricsError, match="Give a table"):
        histograms([5, 4], "rating")


@pytest.mark.parametrize(
    ("counts", "missing"),
    [({5.0: 1}, 0), ({5: -1}, 0), ({5: 1}, -1), ({True: 1}, 0), ({5: 1}, 1.5)],
)
def test_impossible_counts_are_refused(counts, missing):
    with pytest.raises(MetricsError):
        Histogram(counts, missing)
