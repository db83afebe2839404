"""The long fuzz: a coverage-guided fuzzer (atheris) on one target for as long as it is given.

    pip install atheris
    python -m tests.faults.fuzz log 3600 --finds FOLDER

It prints executions and finds, and keeps each find's bytes in the folder. A find that was mended
becomes a seed in `targets.py`, and `test_fuzz.py` tries it for ever. Seconds are those of the
processor, so that a busy machine makes nothing late and no hour short.
"""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

NAMES = (
    "log", "submission", "exercise", "scenario", "page", "export", "workbook", "parquet",
    "free-text",
)  # fmt: skip
LATEST = 5.0


class Counted:
    """Runs a target for some seconds of work, counts, and keeps each kind of find once."""

    def __init__(
        self, name: str, run: Callable[[bytes], None], folder: Path, seconds: float
    ) -> None:
        self.name, self.run, self.folder = name, run, folder
        self.until = time.process_time() + seconds
        self.executions, self.slowest = 0, 0.0
        self.found: dict[str, int] = {}

    def __call__(self, data: bytes) -> None:
        self.executions += 1
        began = time.process_time()
        try:
            self.run(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}", data)
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        if took > LATEST:
            self._keep("late", data)
        if began + took > self.until:
            self.tell()
            # The fuzzer itself would leave without a word.
            os._exit(bool(self.found))

    def _keep(self, what: str, data: bytes) -> None:
        self.found[what] = self.found.get(what, 0) + 1
        if self.found[what] == 1:
            (self.folder / f"{self.name}-{what}").write_bytes(data)
            print(f"find: {self.name} {what}", flush=True)

    def tell(self) -> None:
        """Prints what came of it."""
        print(
            f"{self.name}: {self.executions:,} executions, {len(self.found)} kinds of find "
            f"{self.found or ''}, slowest {self.slowest:.2f} s",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("seconds", type=int)
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    given = parser.parse_args()
    given.finds.mkdir(parents=True, exist_ok=True)
    # Only what is imported under its eyes is measured by the fuzzer.
    import atheris

    with atheris.instrument_imports(include=["course"]):
        from tests.faults.targets import targets
    target = targets()[given.target]
    for seed in target.seeds:
        # What is imported or read once, as pandas is, is none of what an input takes.
        target.run(seed)
    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, seed in enumerate(target.seeds):
        (corpus / str(number)).write_bytes(seed)
    counted = Counted(given.target, target.run, given.finds, given.seconds)
    options = ["-max_len=20000", "-verbosity=0", str(corpus)]
    atheris.Setup([sys.argv[0], *options], counted)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
