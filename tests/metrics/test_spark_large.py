"""Twenty million rows on a local Spark: each figure is NumPy's, and nothing is read again."""

from pathlib import Path

import pytest

from tests.benchmarks.spark_plans import plans, reads, work, write
from tests.metrics.conftest import spark

ROWS = 20_000_000


@pytest.mark.long
def test_a_large_table_is_read_once_for_waits_survival_and_retention(tmp_path: Path) -> None:
    path = tmp_path / "cases.parquet"
    made = write(path, ROWS)
    session = spark()
    table = session.read.parquet(str(path))
    for name, (ours, known) in work(table, made).items():
        before = session._jsparkSession.sharedState().statusStore().executionsCount()
        assert ours() == pytest.approx(known, rel=1e-9), name
        # The scale is looked for before ratings are counted.
        most = 2 if name == "ratings" else 1
        assert sum(map(reads, plans(session, before))) <= most, name
