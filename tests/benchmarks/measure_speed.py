"""How fast a large export is understood and measured, beside pandas that only reads it.

Run ``python tests/benchmarks/measure_speed.py [ROWS]``: CPU seconds, side by side in one run, and
the most memory used.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from course.exports import measure_cases, understand


def write(path: Path, rows: int) -> None:
    """Thirteen columns of a desk over two years, the comments of which nobody needs."""
    import pandas as pd

    random = np.random.default_rng(3)
    start = np.datetime64("2024-01-01T00:00:00")
    opened = start + np.sort(random.integers(0, 2 * 365 * 86_400, rows)).astype("timedelta64[s]")
    later = [
        opened + random.exponential(mean, rows).astype("timedelta64[s]") for mean in (3600, 86_400)
    ]
    status = random.choice(["Closed", "Open", "Pending"], rows, p=[0.9, 0.07, 0.03])
    numbers = np.arange(1, rows + 1)
    pd.DataFrame(
        {
            "Ticket ID": numbers,
            "Created at": opened,
            "First response at": later[0],
            "Resolved at": pd.Series(later[1]).where(status == "Closed"),
            "Status": status,
            "Channel": random.choice(["Email", "Phone", "Chat", "Web"], rows),
            "Team": pd.Series(random.integers(0, 12, rows)).map("Team {}".format),
            "Agent": pd.Series(random.integers(0, 200, rows)).map("Agent {}".format),
            "Customer ID": pd.Series(random.integers(0, rows // 4, rows)).map("C{:07d}".format),
            "Category": random.choice(["Delivery", "Refund", "Fault", "Account"], rows),
            "CSAT": random.choice(["", "5", "4", "2", "1"], rows, p=[0.7, 0.2, 0.05, 0.03, 0.02]),
            "Reopens": random.choice([0, 1, 2], rows, p=[0.93, 0.05, 0.02]),
            "Comment": pd.Series(numbers * 7).map("Wrote about order {} again".format),
        }
    ).to_csv(path, index=False)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(rows: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.csv"
        write(path, rows)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB; CPU seconds")

        def whole() -> None:
            measure_cases(understand(path))

        def bare() -> None:
            import pandas as pd

            pd.read_csv(path)

        ours, theirs = seconds(whole), seconds(bare)
        print(f"understood and measured {ours:.1f}, read by pandas {theirs:.1f}: "
              f"{ours / theirs:.1f} times")  # fmt: skip
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"most memory, with the file that was made: {most:,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
