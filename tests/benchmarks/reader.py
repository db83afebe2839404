"""How long the reader takes: ``python -m tests.benchmarks.reader``. It prints, and asserts nothing.

Each time is divided by that of a fixed sum on the same machine at the same moment, so that a busy
or a slow machine changes little; milliseconds stand beside it.
"""

import subprocess
import sys
from collections.abc import Callable
from os import environ
from time import process_time

from course.language import Facts, Option, nearest, read

REPLY = (
    "Hi Sam, I'm sorry your parcel hasn't come. That must be frustrating after a day at home "
    "waiting for it. I'll ring the depot now and call you back by four, found or not. Would you "
    "like me to send another one, or refund you in full? If anything else goes wrong, ask for me "
    "by name. Thank you for telling us."
)
FACTS = Facts(problem_terms=("parcel", "door"), says="My parcel never came and I waited all day.")
OPTIONS = [
    Option(id=f"line-{at}", text=f"{REPLY[at * 40 :]} {REPLY[: at * 40]}", moves=("own", "clarify"))
    for at in range(6)
]
START = """
from time import process_time

before = process_time()
from course.language import read
read("I'm sorry.")
print(process_time() - before)
"""
TIMES, STARTS = 60, 5


def least(work: Callable[[], object]) -> float:
    """The least processor time of many, in seconds."""
    times = []
    for _ in range(TIMES):
        before = process_time()
        work()
        times.append(process_time() - before)
    return min(times)


def measure() -> float:
    """A fixed sum, about five milliseconds on an idle computer of 2024."""
    return least(lambda: sum(one * one for one in range(100_000)))


def started() -> float:
    """The least processor time of a few imports with a first reading; the first keeps byte code."""
    usual = {key: value for key, value in environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    runs = [
        subprocess.run(
            [sys.executable, "-c", START], capture_output=True, text=True, check=True, env=usual
        )
        for _ in range(STARTS)
    ]
    return min(float(run.stdout) for run in runs)


def main() -> int:
    """Prints all of it."""
    read(REPLY, FACTS)
    for name, seconds in (
        ("import and first reading", started()),
        (f"a reply of {len(REPLY.split())} words", least(lambda: read(REPLY, FACTS))),
        ("placing among six lines", least(lambda: nearest(REPLY, OPTIONS, FACTS))),
        ("a text of a megabyte", least(lambda: read(REPLY * 3500, FACTS))),
    ):
        print(f"{name}: {seconds * 1000:.1f} ms, {seconds / measure():.2f} of the fixed sum")
    return 0


if __name__ == "__main__":
    sys.exit(main())
