"""What Spark is asked to do: how often it reads the table, what comes back, and the plan.

Run ``python -m tests.benchmarks.spark_plans [ROWS] [--plans]``; 20 million rows unless said
otherwise, on a local Spark (it needs Java). Each line says how many times the file was read, how
many plans were carried out and in how many seconds; the last two columns are the number that was
found and that of NumPy. ``--plans`` prints the plans as well.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from course.metrics import csat, histograms, resolution_time, retention, survival
from tests.metrics.conftest import spark

PIECE = 1_000_000


def write(path: Path, rows: int) -> dict[str, np.ndarray]:
    """Cases with a start, an end (blank in one of five) and a rating; row groups of a million."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    random = np.random.default_rng(4)
    # All begin before July 2025, and nobody is followed beyond the end of that year.
    start = np.datetime64("2025-01-01", "us")
    opened = start + random.integers(0, 180 * 1440, rows) * np.timedelta64(60_000_000, "us")
    length = random.integers(1, 180 * 1440, rows) * np.timedelta64(60_000_000, "us")
    is_open = random.random(rows) < 0.2
    columns: dict[str, np.ndarray] = {
        "customer": np.arange(rows), "opened": opened, "resolved": opened + length,
        "rating": random.integers(1, 6, rows).astype("int8"), "open": is_open,
    }  # fmt: skip
    writer = None
    for first in range(0, rows, PIECE):
        part = slice(first, first + PIECE)
        table = pa.table(
            {
                name: cells[part]
                for name, cells in columns.items()
                if name not in ("resolved", "open")
            }
            | {"resolved": pa.array(columns["resolved"][part], mask=is_open[part])}
        )
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    assert writer is not None
    writer.close()
    return columns


def plans(session: Any, after: int) -> list[str]:
    """The physical plans that were carried out, those before a number left out."""
    session.sparkContext._jsc.sc().listenerBus().waitUntilEmpty()
    found = session._jsparkSession.sharedState().statusStore().executionsList()
    return [found.apply(at).physicalPlanDescription() for at in range(after, found.size())]


def reads(plan: str) -> int:
    """How many times a plan reads a file."""
    tree = plan.partition("== Final Plan ==")[2].partition("== Initial Plan ==")[0] or plan
    tree = tree.split("\n\n\n", 1)[0]
    return sum("Scan parquet" in line for line in tree.splitlines())


def work(table: Any, made: dict[str, np.ndarray]) -> dict[str, tuple[Callable[[], float], float]]:
    """What is worked out on Spark, and the number that NumPy finds."""
    roles: dict[str, Any] = {"opened": "opened", "resolved": "resolved"}
    closed = ~made["open"]
    hours = (made["resolved"] - made["opened"])[closed] / np.timedelta64(1, "h")
    begin, end = np.datetime64("2025-04-01", "us"), np.datetime64("2025-07-01", "us")
    there = (made["opened"] < begin) & ~(closed & (made["resolved"] < begin))
    kept = there & ~(closed & (made["resolved"] < end))
    return {
        "ratings": (
            lambda: csat(histograms(table, "rating")[()]).value,
            100 * float(np.mean(made["rating"] >= 4)),
        ),
        "waits": (
            lambda: resolution_time(table, **roles, unit="hours").mean, float(hours.mean())
        ),
        "survival": (
            lambda: float(survival(table, joined="opened", left="resolved").ended),
            float(closed.sum()),
        ),
        "retention": (
            lambda: retention(
                table, customer="customer", joined="opened", left="resolved",
                start="2025-04-01", end="2025-07-01", until="2025-12-31",
            ).value,
            100 * float(kept.sum() / there.sum()),
        ),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=20_000_000)
    parser.add_argument("--plans", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cases.parquet"
        made = write(path, given.rows)
        session = spark()
        table = session.read.parquet(str(path))
        print(f"{given.rows:,} rows on a local Spark")
        print(f"{'work':12} {'reads':>5} {'plans':>5} {'seconds':>8} {'Spark':>16} {'NumPy':>16}")
        for name, (ours, known) in work(table, made).items():
            before = session._jsparkSession.sharedState().statusStore().executionsCount()
            began = time.perf_counter()
            value = ours()
            took = time.perf_counter() - began
            carried = plans(session, before)
            read = sum(map(reads, carried))
            numbers = f"{value:>16.6f} {known:>16.6f}"
            print(f"{name:12} {read:>5} {len(carried):>5} {took:>8.1f} {numbers}", flush=True)
            if given.plans:
                print("\n".join(carried))


if __name__ == "__main__":
    main()
