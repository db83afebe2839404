"""What `import course` costs beside `import pandas`: python tests/benchmarks/import_cost.py.

Each import runs in a fresh interpreter, in turn, and the interpreter's own start is taken off.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 11
HERE = Path(__file__).parent.parent.parent


def seconds(program: str) -> float:
    """One run of a fresh interpreter."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, cwd=HERE)
    return time.perf_counter() - began


def main() -> None:
    """Prints the medians and their ratio."""
    programs = {"nothing": "pass", "course": "import course", "pandas": "import pandas"}
    for program in programs.values():
        seconds(program)
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            times[name].append(seconds(program))
    start = statistics.median(times["nothing"])
    cost = {name: statistics.median(times[name]) - start for name in ("course", "pandas")}
    for name, value in cost.items():
        print(f"import {name}: {1000 * value:.0f} ms")
    print(f"ratio: {cost['course'] / cost['pandas']:.2f} (at most 1.2)")


if __name__ == "__main__":
    main()
