"""The same table on every engine that is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import pytest

ENGINES = [
    "pandas",
    "pandas nullable",
    "pandas arrow",
    "polars",
    "polars lazy",
    "pyarrow",
    "duckdb",
    "pyspark",
]


def on_engine(engine: str, table: pd.DataFrame) -> Any:
    """Move a pandas table to an engine; skip where the engine is not installed."""
    if engine == "pandas":
        return table
    if engine == "pandas nullable":
        return table.convert_dtypes()
    pa = pytest.importorskip("pyarrow")
    if engine == "pandas arrow":
        return table.convert_dtypes(dtype_backend="pyarrow")
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    if engine == "pyarrow":
        return arrow
    if engine == "pyspark":
        return spark().createDataFrame(arrow)
    if engine == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        # A connection of its own, kept alive by the relation.
        return duckdb.connect().from_arrow(arrow)
    polars = pytest.importorskip("polars")
    frame = polars.from_arrow(arrow)
    return frame.lazy() if engine == "polars lazy" else frame


@cache
def spark() -> Any:
    """A local Spark, started once; skip where PySpark is not installed (it needs Java 17)."""
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    # Workers must be the Python that runs the tests, not whichever is first on the path.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    return (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.session.timeZone", "UTC")
        # Times without a zone stay so, as they do on every other engine.
        .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[[pd.DataFrame], Any]:
    """A function that moves a pandas table to one of the engines."""
    return lambda table: on_engine(request.param, table)
