"""Runs the test line as two lanes side by side, and shows both: `python tests/lanes.py LINE`.

The lanes are told apart through PYTEST_ADDOPTS, so that each runs the very line that it is given.
Browser tests wait on one page after the other and share one installed wheel, so they are one
process; all the rest has the other cores, and draws the pages that need no JupyterLab. nbval
needs `--dist loadscope`.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SLOWEST = "--durations=20"


def lanes(cores: int) -> dict[str, str]:
    """The options of each lane.

    >>> lanes(4)["rest"]
    "-m 'not browser or drawn' -n 3 --dist loadscope --durations=20"
    """
    return {
        "browser": f"-m 'browser and not drawn' -p no:xdist {SLOWEST}",
        "rest": f"-m 'not browser or drawn' -n {max(1, cores - 1)} --dist loadscope {SLOWEST}",
    }


def counts(said: str) -> Counter[str]:
    """What pytest's closing line counts.

    >>> counts("1 failed, 30 passed\\n== 2 failed, 3 passed, 1 skipped in 4.00s ==\\n")
    Counter({'passed': 3, 'failed': 2, 'skipped': 1})
    """
    closing = re.findall(r"^=*.*\d+ \w+.* in [\d.]+s.*$", said, re.MULTILINE)[-1:]
    found = re.findall(r"(\d+) (passed|failed|skipped|error)", "".join(closing))
    return Counter({what: int(number) for number, what in found})


def run(line: str) -> int:
    """Runs both lanes to their ends, and says what came of them; 0 only if both are sound."""
    began = time.monotonic()
    took: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        running: dict[str, subprocess.Popen[bytes]] = {}
        for name, options in lanes(os.cpu_count() or 1).items():
            options += f" -o cache_dir=.pytest_cache/{name}"
            with Path(folder, name).open("wb") as out:
                running[name] = subprocess.Popen(
                    line, shell=True, env={**os.environ, "PYTEST_ADDOPTS": options},
                    stdout=out, stderr=subprocess.STDOUT,
                )  # fmt: skip
        while len(took) < len(running):
            time.sleep(0.2)
            for name in running.keys() - took.keys():
                if running[name].poll() is not None:
                    took[name] = time.monotonic() - began
                    print(f"=== {name} ended after {took[name]:.0f} s", flush=True)
        said = {name: Path(folder, name).read_text("utf-8", "replace") for name in running}
    for name, text in said.items():
        print(f"\n=== {name}\n{text}")
    for name, process in running.items():
        print(f"=== {name}: {took[name]:.0f} s, exit code {process.returncode}")
    both = sum(map(counts, said.values()), Counter())
    both["failed"] += both["error"]
    print(", ".join(f"{both[what]} {what}" for what in ("passed", "failed", "skipped")))
    return max(abs(int(process.returncode)) for process in running.values())


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
