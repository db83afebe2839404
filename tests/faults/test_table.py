"""The short form of the fault table: nothing acknowledged is lost, and 'saved' is only what is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAULTS = [
    "killed", "two at once, killed", "two sessions", "full disk", "read-only folder",
    "failing fsync", "clock set back", "conflicted copy", "kernel killed", "server killed",
]  # fmt: skip
TOLD = {
    "full disk": "No space left|File too large",
    "read-only folder": "Permission denied",
    "failing fsync": "Input/output error",
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_nothing_acknowledged_is_lost_by_any_fault() -> None:
    """In a process of its own: one that has a browser or threads is not to be forked."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.table", "--kills", "9"],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-2000:]}"
    _, *rows = done.stdout.splitlines()
    assert [row[:22].strip() for row in rows] == FAULTS
    for row in rows:
        tried, acknowledged, lost, saved, wrongly, refused = map(
            int, row[22:76].replace(",", "").split()
        )
        assert min(tried, acknowledged, saved) > 0, row
        assert (lost, wrongly) == (0, 0), row
        words = TOLD.get(row[:22].strip())
        assert not words or (refused and any(one in row for one in words.split("|"))), row


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_loss_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table would show it if something that was told were not there, or twice."""
    from tests.faults.row import Row
    from tests.faults.worker import Worker

    said: list[tuple[str, str]] = []
    worker = Worker(tmp_path, "one", lambda how, what: said.append((how, what)))
    for number in range(30):
        worker.step(number)
    row = Row("none")
    row.count(tmp_path, said)
    assert (row.lost, row.wrong) == (0, 0)
    assert row.saved
    (file,) = (tmp_path / ".course" / "answers").iterdir()
    gone = next(what for how, what in said if how == "saved")
    kept = [line for line in file.read_bytes().splitlines() if gone.encode() not in line]
    file.write_bytes(b"\n".join(kept) + b"\n")
    row = Row("one line taken away")
    row.count(tmp_path, said)
    assert row.lost >= 1
    assert row.wrong >= 1
