"""How fast ratings are counted: ratios from one interleaved run.

Run ``python tests/benchmarks/metrics_counting.py [ROWS] [ROUNDS]``; needs Linux, DuckDB, PyArrow.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from course.metrics import Histogram, histograms, nps
from course.metrics.intervals import net_share

GROUPS = {"month": 24, "team": 12}
COLUMNS = [*GROUPS, "rating"]


def write(path: Path, rows: int) -> None:
    """Write a table in row groups of a million, so that making it stays small."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    random = np.random.default_rng(1)
    writer = None
    for start in range(0, rows, 1_000_000):
        size = min(1_000_000, rows - start)
        columns = {
            name: pa.DictionaryArray.from_arrays(
                pa.array(random.integers(0, kinds, size, dtype="int32")),
                pa.array([f"{name} {kind:02}" for kind in range(kinds)]),
            )
            for name, kinds in GROUPS.items()
        }
        columns["rating"] = pa.array(
            random.integers(0, 11, size, dtype="int8"), mask=random.random(size) < 0.1
        )
        table = pa.table(columns)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    assert writer is not None
    writer.close()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(name: str, ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> None:
    """Time the two in turn and print the median ratio."""
    times = [(seconds(bare), seconds(ours)) for _ in range(rounds)]
    print(
        f"{name}: {median(o / b for b, o in times):.2f} times "
        f"({median(o for _, o in times):.2f} s against {median(b for b, _ in times):.2f} s)"
    )


def count(path: str) -> dict[Any, Histogram]:
    """Count on DuckDB, allowed less memory than the whole may add."""
    import duckdb

    with duckdb.connect(config={"memory_limit": "400MB"}) as connection:
        return histograms(connection.read_parquet(path), "rating", by=[*GROUPS])


def peak() -> float:
    """Peak memory of this process in MB; the one of getrusage would include its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def added_memory(path: str) -> float:
    """Count in this fresh process and say by how much its peak memory rose, in MB."""
    import_module("duckdb")
    import_module("narwhals.stable.v2")
    before = peak()
    count(path)
    return peak() - before


def main(rows: int, rounds: int) -> None:
    import pyarrow.parquet as pq

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ratings.parquet"
        write(path, rows)
        print(f"{rows:,} ratings in {np.prod(list(GROUPS.values()))} groups, {rounds} rounds")

        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            memory = fresh.submit(added_memory, str(path)).result()
        print(f"added memory of counting: {memory:.0f} MB")
        found = count(str(path))
        assert sum(h.n + h.missing for h in found.values()) == rows

        def decode() -> object:
            return pq.read_table(path, columns=COLUMNS, read_dictionary=[*GROUPS])

        ratio(
            "Parquet, DuckDB, against the bare PyArrow decode",
            lambda: count(str(path)),
            decode,
            rounds,
        )

        table = pq.ParquetFile(path, read_dictionary=[*GROUPS]).read_row_groups(
            range(min(5, -(-rows // 1_000_000)))
        )
        for kind, frame in {
            "text": table.to_pandas(categories=[]).astype(dict.fromkeys(GROUPS, "str")),
            "categories": table.to_pandas(),
        }.items():
            ratio(
                f"pandas, groups as {kind}, {len(frame):,} rows, against groupby.size",
                partial(histograms, frame, "rating", by=[*GROUPS]),
                frame.groupby(COLUMNS, dropna=False, observed=True).size,
                rounds,
            )
        some = list(found.values())
        shares = [(h.between(9, 10), h.between(0, 6), h.n) for h in some]
        intervals = min(seconds(lambda: [net_share(*share) for share in shares]) for _ in range(20))
        scores = min(seconds(lambda: [nps(h) for h in some]) for _ in range(20))
        print(
            f"{len(some)} groups: intervals {1000 * intervals:.2f} ms, "
            f"whole scores {1000 * scores:.2f} ms"
        )


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [50_000_000, 5][len(arguments) :]))
