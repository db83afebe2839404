"""Spark at a size that no teaching table has; the counts must be those of numpy."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from course.metrics import csat, histograms
from tests.metrics.conftest import spark

ROWS = 20_000_000


@pytest.mark.long
def test_twenty_million_ratings_are_counted_as_numpy_counts_them(tmp_path: Path) -> None:
    dice = np.random.default_rng(7)
    teams, ratings = dice.integers(0, 12, ROWS), dice.integers(1, 6, ROWS)
    table = pa.table({"team": pa.array(teams, "int32"), "rating": pa.array(ratings, "int8")})
    path = tmp_path / "ratings.parquet"
    pq.write_table(table, path, row_group_size=1_000_000)
    counted = histograms(spark().read.parquet(str(path)), "rating", by="team")
    assert list(counted) == list(range(12))
    for team, found in counted.items():
        there = ratings[teams == team]
        assert csat(found).n == there.size
        assert csat(found).value == pytest.approx(100 * np.mean(there >= 4))
