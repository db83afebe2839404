"""A long read shows how far it is, on a terminal and nowhere else."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

from course.cli.waiting import Waiting
from course.exports import understand


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(path: Path) -> list[tuple[int, int | None]]:
    seen: list[tuple[int, int | None]] = []
    understand(path, watch=lambda rows, of: seen.append((rows, of)))
    return seen


def test_rows_and_about_how_many(tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    rows = "".join(f"{one:06d},2026-03-{one % 28 + 1:02d},Email\n" for one in range(60_000))
    path.write_text("Ticket ID,Created at,Channel\n" + rows, encoding="utf-8")
    seen = watched(path)
    assert len(seen) > 1
    assert [one for one, _ in seen] == sorted(one for one, _ in seen)
    assert seen[-1][0] == 60_000
    assert all(of is not None and abs(of - 60_000) < 100 for _, of in seen)


def test_a_line_of_the_terminal_that_goes_away() -> None:
    now = iter([0.0, 0.2, 2.0, 2.1, 4.0])
    screen = Terminal()
    waiting = Waiting(screen, lambda: next(now))
    for rows in (100, 1000, 1050, 2000):
        waiting(rows, 4000)
    waiting.done()
    lines = [line.strip() for line in screen.getvalue().split("\r")]
    # Nothing in the first second, and not each time.
    assert lines == [
        "", "1,000 rows read, about 6 seconds left", "2,000 rows read, about 4 seconds left", "", ""
    ]  # fmt: skip


def test_nothing_in_a_pipe() -> None:
    now = iter([0.0, 2.0])
    pipe = io.StringIO()
    waiting = Waiting(pipe, lambda: next(now))
    waiting(1000, 4000)
    waiting.done()
    assert pipe.getvalue() == ""


def test_the_command_tells_a_terminal_from_a_pipe(tmp_path: Path) -> None:
    # The clock of the command is set forward, so that any file takes long.
    path = tmp_path / "desk.csv"
    path.write_text("Created at,CSAT\n" + "2026-03-02,4\n2026-03-03,5\n" * 20, encoding="utf-8")
    run = [
        sys.executable, "-c",
        "import itertools, sys, time\n"
        "from pathlib import Path\n"
        "steps = itertools.count(step=2.0)\n"
        "time.monotonic = lambda: next(steps)\n"
        "from course.cli.measure import measure\n"
        "measure(Path(sys.argv[1]), out=Path(sys.argv[2]))",
        str(path), str(tmp_path),
    ]  # fmt: skip
    piped = subprocess.run(run, capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    ours, theirs = pty.openpty()
    shown = subprocess.run(run, stdout=subprocess.PIPE, stderr=theirs, check=True, text=True)
    os.close(theirs)
    assert "40 rows read" in os.read(ours, 10_000).decode()
    os.close(ours)
    # What is measured is printed alike.
    assert shown.stdout.split("desk-")[0] == piped.stdout.split("desk-")[0]
