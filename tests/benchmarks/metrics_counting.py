"""How fast ratings are counted: ratios from one interleaved run.

Run ``python tests/benchmarks/metrics_counting.py [ROWS] [ROUNDS]``; needs DuckDB and PyArrow.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from course.metrics import Histogram, histograms, nps

GROUPS = {"month": 24, "team": 12}
COLUMNS = [*GROUPS, "rating"]


def write(path: Path, rows: int) -> None:
    """Write a table in row groups of a million, so that making it stays small."""
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


def peak() -> int:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(rows: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ratings.parquet"
        write(path, rows)
        print(f"{rows:,} ratings in {np.prod(list(GROUPS.values()))} groups, {rounds} rounds")

        def count() -> object:
            # A connection that may use both cores and no more memory than promised.
            with duckdb.connect(config={"memory_limit": "400MB"}) as connection:
                return histograms(connection.read_parquet(str(path)), "rating", by=[*GROUPS])

        before = peak()
        found = count()
        print(f"added memory of counting: {peak() - before} MB")
        assert sum(h.n + h.missing for h in found.values()) == rows

        def decode() -> object:
            return pq.read_table(path, columns=COLUMNS, read_dictionary=[*GROUPS])

        ratio("Parquet, DuckDB, against the bare PyArrow decode", count, decode, rounds)

        table = pq.ParquetFile(path, read_dictionary=[*GROUPS]).read_row_groups(
            range(min(5, -(-rows // 1_000_000)))
        )
        for kind, frame in {
            "text": table.to_pandas(categories=[]).astype(dict.fromkeys(GROUPS, "str")),
            "categories": table.to_pandas(),
        }.items():
            ratio(
                f"pandas, groups as {kind}, {len(frame):,} rows, against groupby.size",
                lambda frame=frame: histograms(frame, "rating", by=[*GROUPS]),
                lambda frame=frame: frame.groupby(COLUMNS, dropna=False, observed=True).size(),
                rounds,
            )
        nps(Histogram({10: 1}))
        best = min(seconds(lambda: [nps(h) for h in found.values()]) for _ in range(20))
        print(f"intervals for {len(found)} groups: {1000 * best:.2f} ms")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [50_000_000, 5][len(arguments) :]))
