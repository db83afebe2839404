"""A class on one Hub: what it takes to start, to answer, and to keep in memory.

Run:  python -m tests.benchmarks.class_load [PEOPLE]
Prints what each trainee waits for, the 95th percentile of click to feedback, answers on the disk
against answers given, and memory by process (PSS), on the machine that it runs on.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.hub.crowd import at_once, high, memory
from tests.hub.hub import SMALL, hub

ANSWERS = 20
PAUSE = 4.0
"""Seconds between two clicks of a trainee: faster than anybody reads."""


def main() -> None:
    """Measures with as many people as are named."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    names = [f"trainee-{number:03}" for number in range(people)]
    print(f"{people} people, {os.cpu_count()} cores, {_total():.0f} GB")
    with (
        tempfile.TemporaryDirectory() as folder,
        hub(Path(folder), "--content", str(SMALL)) as made,
    ):
        for name in names:
            made.ask("POST", f"hub/api/users/{name}")
        before, began = _spent(made.pid), time.perf_counter()
        for name in names:
            made.open(name)
        servers = {name: made.ready(name) for name in names}
        took = time.perf_counter() - began
        print(
            f"all started: {took:.0f} s, {(_spent(made.pid) - before) / people:.1f} s of CPU each"
        )
        before, began = _spent(made.pid), time.perf_counter()
        done = at_once(servers, ANSWERS, PAUSE)
        took = time.perf_counter() - began
        cpu = (_spent(made.pid) - before) / people
        times = [one for each in done for one in each.times]
        opened = [each.opened for each in done]
        print(f"page opened: median {statistics.median(opened):.1f} s, 95th percentile "
              f"{high(opened):.1f} s")  # fmt: skip
        print(f"click to feedback: median {statistics.median(times):.0f} ms, 95th percentile "
              f"{high(times):.0f} ms")  # fmt: skip
        print(f"{len(times)} clicks in {took:.0f} s, {cpu:.1f} s of CPU for each person")
        saved = sum(len(one.saved) for one in done)
        lost = sum(len(one.lost) for one in done)
        print(f"answers told as saved: {saved}, of them not on the disk: {lost}")
        found = memory(made)
        for what, each in sorted(found.items()):
            print(f"{what}: {len(each)} x {statistics.mean(each):.0f} MB")
        own = sum(sum(found[what]) for what in ("server", "kernel"))
        print(f"memory for each trainee: {own / people:.0f} MB")


def _spent(pid: int) -> float:
    """Seconds of CPU of a process and of all that it has started and that still runs."""
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(sum(one.cpu_times()[:2]) for one in family)


def _total() -> float:
    return float(psutil.virtual_memory().total / 2**30)


if __name__ == "__main__":
    main()
