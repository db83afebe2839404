"""What happens to answers when things go wrong: a fault a row, tried, counted and printed.

``python -m tests.faults.table --kills 1000`` is the long form. It needs a system that can fork.
Exit code 1 where something acknowledged was lost or doubled, or shown as saved and not kept.
"""

import argparse
import errno
import json
import os
import random
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from course.answers import answers_folder, log
from tests.faults.kernel import kernel_killed
from tests.faults.row import HEAD, Row, Said
from tests.faults.server import server_killed
from tests.faults.trainee import REPLY, Tell
from tests.faults.worker import COURSE, Worker, teller

FULL = 6_000
"""Bytes that a file may have where the disk is full."""
NOBODY = 65534


class Child:
    """A process that works until it is done or killed."""

    def __init__(self, act: Callable[[Tell], None]) -> None:
        self._out, pipe = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self._out)
                act(teller(pipe))
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
            os._exit(0)
        os.close(pipe)

    def begun(self) -> None:
        """Waits until it has told something."""
        select.select([self._out], [], [], 60)

    def kill(self) -> list[Said]:
        """Ends it at once; returns what it had told."""
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def end(self) -> list[Said]:
        """Waits for its end; returns what it told."""
        with os.fdopen(self._out, "rb") as pipe:
            raw = pipe.read()
        _, status = os.waitpid(self.pid, 0)
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "a worker failed"
        return [(how, what) for how, what in map(json.loads, raw.splitlines())]


def working(folder: Path, name: str, steps: int = 10**9) -> Child:
    """Somebody at work in a folder."""

    def act(tell: Tell) -> None:
        worker = Worker(folder, name, tell)
        for number in range(steps):
            worker.step(number)

    return Child(act)


def killed(base: Path, kills: int, dice: random.Random, hands: int = 1) -> Row:
    """Processes are killed while they write; ten times in one folder, then in a new one."""
    row = Row("killed" if hands == 1 else "two at once, killed")
    said: list[Said] = []
    for number in range(kills):
        folder = base / f"kill-{hands}-{number // 10}"
        some = [working(folder, f"{number}.{hand}") for hand in range(hands)]
        some[-1].begun()
        time.sleep(dice.uniform(0, 0.1))
        for one in some:
            said += one.kill()
            row.tried += 1
        if number % 10 == 9 or number == kills - 1:
            row.count(folder, said)
            said = []
            shutil.rmtree(folder)
    return row


def two_sessions(base: Path, times: int, dice: random.Random) -> Row:
    """Two kernels work in one folder, on the same conversation."""
    row = Row("two sessions")
    for number in range(times):
        folder = base / f"two-{number}"
        some = [working(folder, f"{number}.{hand}", 60) for hand in range(2)]
        row.count(folder, [told for one in some for told in one.end()])
        row.tried += 1
    return row


def _spoilt(
    fault: str,
    base: Path,
    times: int,
    spoil: Callable[[Worker, int], None],
    mend: Callable[[Worker], None],
) -> Row:
    """Somebody works, goes on while the fault lasts, and works on after it."""
    row = Row(fault)
    for number in range(times):
        folder = base / f"{fault.replace(' ', '-')}-{number}"
        folder.mkdir()
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)

        def act(tell: Tell, folder: Path = folder, number: int = number) -> None:
            if os.geteuid() == 0:
                # Nothing is refused to the superuser.
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            worker = Worker(folder, str(number), tell)
            for step in range(10):
                worker.step(step)
            spoil(worker, number)
            for step in range(10, 40):
                worker.step(step)
            mend(worker)
            for step in range(40, 50):
                worker.step(step)

        row.count(folder, Child(act).end())
        row.tried += 1
    return row


def full_disk(base: Path, times: int, dice: random.Random) -> Row:
    """No file may grow beyond a size; a line that does not fit is written in part."""

    def spoil(worker: Worker, number: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL + number, resource.RLIM_INFINITY))

    def mend(worker: Worker) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)

    return _spoilt("full disk", base, times, spoil, mend)


def read_only(base: Path, times: int, dice: random.Random) -> Row:
    """The folder and its files may only be read."""

    def mode(worker: Worker, folder: int, file: int) -> None:
        where = answers_folder(worker_folder(worker))
        for path in where.iterdir():
            path.chmod(file)
        where.chmod(folder)

    return _spoilt(
        "read-only folder",
        base,
        times,
        lambda worker, _: mode(worker, 0o500, 0o400),
        lambda worker: mode(worker, 0o700, 0o600),
    )


def worker_folder(worker: Worker) -> Path:
    """The course folder of somebody at work."""
    made = worker.session._log
    assert isinstance(made, log.FolderLog)
    return made.folder.parent.parent


def failing_fsync(base: Path, times: int, dice: random.Random) -> Row:
    """Every other write is not confirmed, and every other of those cannot be taken back."""
    patches: list[mock._patch[object]] = []

    def spoil(worker: Worker, number: int) -> None:
        sync, back = os.fsync, log.take_back

        def fsync(file: int) -> None:
            if worker.dice.random() < 0.5:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            sync(file)

        def take_back(file: object, length: int) -> None:
            if worker.dice.random() < 0.5:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            back(file, length)  # type: ignore[arg-type]

        patches[:] = [mock.patch("os.fsync", fsync), mock.patch.object(log, "take_back", take_back)]
        for one in patches:
            one.start()

    def mend(worker: Worker) -> None:
        for one in patches:
            one.stop()

    return _spoilt("failing fsync", base, times, spoil, mend)


def clock_set_back(base: Path, times: int, dice: random.Random) -> Row:
    """Each sitting has a clock of its own; what was written last must be what is found."""
    row = Row("clock set back")
    for number in range(times):
        folder = base / f"clock-{number}"
        said: list[Said] = []
        tell = _into(said)
        for sitting in range(4):
            at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=dice.randint(-9000, 9000))
            worker = Worker(folder, f"{number}.{sitting}", tell, _ticking(at))
            for step in range(10):
                worker.step(step)
            words = f"{number}.{sitting} is the last that I wrote"
            worker.keep_draft(words)
            again = Worker(folder, "again", lambda *_: None)
            row.lost += again.session.history(REPLY).draft != {"text": words, "own": ""}
        row.count(folder, said)
        row.tried += 1
    return row


def _into(said: list[Said]) -> Tell:
    return lambda how, what: said.append((how, what))


def _ticking(at: datetime) -> Callable[[], datetime]:
    seconds: Iterator[int] = iter(range(10**6))
    return lambda: at + timedelta(seconds=next(seconds))


def conflicted_copy(base: Path, times: int, dice: random.Random) -> Row:
    """A sync client leaves a copy of the log beside it, and work goes on in both."""
    row = Row("conflicted copy")
    for number in range(times):
        folder = base / f"copy-{number}"
        said: list[Said] = []
        tell = _into(said)
        worker = Worker(folder, str(number), tell)
        for step in range(dice.randint(1, 20)):
            worker.step(step)
        made = worker.session._log
        assert isinstance(made, log.FolderLog)
        copy = made.path.with_name(f"{made.path.stem} (conflicted copy).jsonl")
        shutil.copy(made.path, copy)
        other = Worker(folder, f"{number}.other", tell)
        theirs = other.session._log
        assert isinstance(theirs, log.FolderLog)
        theirs.path = copy
        for step in range(20, 40):
            dice.choice((worker, other)).step(step)
        row.count(folder, said)
        row.tried += 1
    return row


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that anybody may pass through, gone afterwards."""
    base = Path(tempfile.mkdtemp(prefix="faults-"))
    base.chmod(0o711)
    try:
        yield base
    finally:
        shutil.rmtree(base, ignore_errors=True)


def table(kills: int, seed: int = 1) -> Iterator[Row]:
    """All faults: so many kills, a third as many of kernels, and a tenth of each other."""
    dice, some = random.Random(seed), max(2, kills // 10)
    assert COURSE.find(REPLY)
    faults = (
        two_sessions,
        full_disk,
        read_only,
        failing_fsync,
        clock_set_back,
        conflicted_copy,
    )
    with scratch() as base:
        Worker(base / "warm", "warm", lambda *_: None).step(0)
        yield killed(base, kills, dice)
        yield killed(base, some, dice, hands=2)
        for fault in faults:
            yield fault(base, some, dice)
        # Last, for they begin threads, and a process that has some is not to be forked.
        yield kernel_killed(base, max(2, kills // 3), dice)
        yield server_killed(base, some, dice)


def main() -> int:
    """Prints the table, each row as soon as it is known: the long form takes an hour."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(HEAD, flush=True)
    harm = 0
    for row in table(given.kills, given.seed):
        print(row, flush=True)
        harm += row.lost + row.wrong
    return int(harm > 0)


if __name__ == "__main__":
    sys.exit(main())
