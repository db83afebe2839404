"""How fast first contact resolution is worked out: a ratio from one interleaved run.

Run ``python tests/benchmarks/metrics_fcr.py [ROWS] [ROUNDS]``; needs DuckDB and PyArrow.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np

from course.metrics import fcr


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(rows: int, rounds: int) -> None:
    import duckdb
    import pyarrow as pa

    random = np.random.default_rng(1)
    customer = random.integers(0, rows // 20, rows)
    topic = random.integers(0, 8, rows)
    minute = random.integers(0, 2 * 365 * 1440, rows)
    opened = np.datetime64("2024-01-01", "us") + minute * np.timedelta64(1, "m")
    table = pa.table({"customer": customer, "topic": topic.astype("int8"), "opened": opened})
    packed = (customer * 8 + topic) * 2**21 + minute
    roles: dict[str, Any] = {"customer": "customer", "topic": "topic", "opened": "opened"}
    engines: dict[str, Callable[[], object]] = {
        "DuckDB": lambda: fcr(duckdb.connect().from_arrow(table), **roles),
    }
    if rows <= 2_000_000:
        frame = table.to_pandas()
        engines["pandas"] = lambda: fcr(frame, **roles)
    column = pa.table({"packed": packed})
    baselines: dict[str, Callable[[], object]] = {
        "DuckDB's sort": lambda: (
            duckdb.connect().from_arrow(column).order("packed").to_arrow_table()
        ),
        "NumPy's stable sort": lambda: np.sort(packed, kind="stable"),
    }
    print(f"{rows:,} contacts, {rounds} rounds, against sorting one packed int64 column")
    times: dict[str, list[float]] = {name: [] for name in (*engines, *baselines)}
    for _ in range(rounds):
        for name, work in (engines | baselines).items():
            times[name].append(seconds(work))
    for name in engines:
        for bare in baselines:
            ratios = [ours / its for ours, its in zip(times[name], times[bare], strict=True)]
            print(
                f"fcr on {name} against {bare}: {median(ratios):.2f} times "
                f"({median(times[name]):.2f} s against {median(times[bare]):.2f} s)"
            )
    print(next(iter(engines.values()))())


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [10_000_000, 5][len(arguments) :]))
