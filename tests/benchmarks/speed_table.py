"""All figures of speed in one table: CPU seconds and memory, each beside the same work by hand.

Run ``python -m tests.benchmarks.speed_table [PART ...] [--rounds N] [--small]``; parts are
``file`` (1 million rows), ``large-file`` (5 million), ``fcr``, ``table``, ``customers`` and
``ratings``. Each part runs in a process of its own, whose most memory is printed, the data it
works on included; ours and its rival take turns in it, and the least of all rounds counts. A file
is measured by the whole command, from its start to its end. ``--small`` takes a hundredth of the
rows, to see that it runs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.measure_speed import write
from tests.benchmarks.metrics_analysts import PARTS, cpu

FILES = {"file": (1_000_000, 6.0, 400), "large-file": (5_000_000, 30.0, 600)}
"""Rows, and the goals in CPU seconds and MB."""


class Used(NamedTuple):
    """What a process took."""

    seconds: float
    megabytes: float


class Line(NamedTuple):
    """One line of the table."""

    work: str
    rows: int
    ours: float
    rival: float
    megabytes: float
    goal: str


def ran(command: list[str]) -> Used:
    """Run a command to its end, its output thrown away."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command[:4])} ended with {os.waitstatus_to_exitcode(status)}")
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def of_file(part: str, rounds: int, small: bool) -> list[Line]:
    """The whole command on a file, beside pandas that only reads it."""
    rows, seconds, megabytes = FILES[part]
    rows = rows // 100 if small else rows
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.csv"
        # In a process of its own, so that its memory is not counted with the others'.
        subprocess.run([sys.executable, "-m", __spec__.name, "--write", str(path),
                        "--rows", str(rows)], check=True)  # fmt: skip
        measure = [sys.executable, "-m", "course", "measure", str(path), "--out"]
        bare = [sys.executable, "-c", f"import pandas; pandas.read_csv({str(path)!r})"]
        ours, rival = [], []
        for turn in range(rounds):
            rival.append(ran(bare).seconds)
            ours.append(ran([*measure, str(Path(folder) / str(turn))]))
    return [
        Line("course measure, beside a bare read", rows, min(one.seconds for one in ours),
             min(rival), max(one.megabytes for one in ours), f"{seconds:.0f} s, {megabytes} MB")
    ]  # fmt: skip


def of_part(part: str, rounds: int, small: bool) -> list[Line]:
    """The calculators of a part, in a process of its own."""
    rows = PARTS[part][1] // (100 if small else 1)
    given = ["--inside", part, "--rows", str(rows), "--rounds", str(rounds)]
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, *given], check=True, capture_output=True, text=True
    )
    return [Line(*json.loads(line)) for line in done.stdout.splitlines()]


def inside(part: str, rows: int, rounds: int) -> None:
    """Do the work of a part, and write a line of JSON for each calculator."""
    import resource

    for name, ours, by_hand, goal in PARTS[part][0](rows):
        times = [(cpu(ours), cpu(by_hand)) for _ in range(rounds)]
        our, hand = (min(some) for some in zip(*times, strict=True))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(Line(name, rows, our, hand, most, f"{goal:.1f} times")), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*FILES, *PARTS, []], default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--rows", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--inside", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write(given.write, given.rows)
        return
    if given.inside:
        inside(given.inside, given.rows, given.rounds)
        return
    print(f"{'work':36} {'rows':>12} {'ours':>9} {'by hand':>9} {'times':>6} {'memory':>9}  goal")
    for part in given.parts or [*FILES, *PARTS]:
        of = of_file if part in FILES else of_part
        for one in of(part, given.rounds, given.small):
            print(
                f"{one.work:36} {one.rows:>12,} {one.ours:>7.2f} s {one.rival:>7.2f} s "
                f"{one.ours / one.rival:>6.2f} {one.megabytes:>6,.0f} MB  {one.goal}",
                flush=True,
            )


if __name__ == "__main__":
    main()
