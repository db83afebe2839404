"""The same table on every engine that is installed."""

from __future__ import annotations

from collections.abc import Callable
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
    if engine == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        # A connection of its own, kept alive by the relation.
        return duckdb.connect().from_arrow(arrow)
    polars = pytest.importorskip("polars")
    frame = polars.from_arrow(arrow)
    return frame.lazy() if engine == "polars lazy" else frame


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[[pd.DataFrame], Any]:
    """A function that moves a pandas table to one of the engines."""
    return lambda table: on_engine(request.param, table)
