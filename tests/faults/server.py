"""The course as `course start` opens it, killed while a page speaks with it through the server."""

import json
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import websocket

from course.lab.places import Places
from course.lab.server import Running, find
from tests.faults.kernel import NOTEBOOK, SILENCE
from tests.faults.row import Row, Said
from tests.faults.trainee import Trainee
from tests.faults.wire import Gone, Heard, WiredPage, shows_last, work_until
from tests.faults.worker import SMALL

ORPHANED = 60.0
"""Seconds within which a kernel that has lost its server must end."""


class Through:
    """A wire that leads through the server, as a browser's does."""

    def __init__(self, running: Running, kernel: str) -> None:
        self._session = secrets.token_hex(8)
        where = running.base.replace("http", "ws", 1) + f"api/kernels/{kernel}/channels"
        self._socket = websocket.create_connection(
            f"{where}?session_id={self._session}", timeout=60,
            header={"Authorization": f"token {running.token}"},
        )  # fmt: skip
        self._socket.settimeout(SILENCE)

    def send(self, kind: str, content: dict[str, Any]) -> str:
        """Sends a message; one that cannot be sent any more is sent to nobody."""
        header = {
            "msg_id": secrets.token_hex(8), "msg_type": kind, "session": self._session,
            "username": "", "date": "", "version": "5.3",
        }  # fmt: skip
        message = {
            "header": header, "parent_header": {}, "metadata": {}, "content": content,
            "channel": "shell", "buffers": [],
        }  # fmt: skip
        with suppress(OSError, websocket.WebSocketException):
            self._socket.send(json.dumps(message))
        return header["msg_id"]

    def hear(self) -> Heard | None:
        """The next message, or None after a moment."""
        try:
            heard = json.loads(self._socket.recv())
        except websocket.WebSocketTimeoutException:
            return None
        except (OSError, ValueError, websocket.WebSocketException):
            raise Gone from None
        if heard["channel"] != "iopub":
            return Heard("", {}, "")
        asked = heard["parent_header"].get("msg_id", "")
        return Heard(heard["header"]["msg_type"], heard["content"], asked)

    def close(self) -> None:
        """Cuts the wire."""
        with suppress(OSError, websocket.WebSocketException):
            self._socket.close()


@contextmanager
def started(places: Places) -> Iterator[tuple[subprocess.Popen[bytes], Running]]:
    """`course start FOLDER` in a process of its own, and the server that it has started."""
    words = ("start", str(places.folder), "--content", str(SMALL), "--no-browser")
    with (places.folder.parent / "start.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "course", *words], stdout=log, stderr=log,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        while (running := find(places)) is None or not running.request("GET", "api/sessions"):
            assert process.poll() is None, "course start has ended"
            time.sleep(0.1)
        yield process, running
    finally:
        process.kill()
        process.wait()


def server_killed(base: Path, kills: int, dice: random.Random) -> Row:
    """Servers are killed while a page speaks through them, every other time with all that runs.

    Where a kernel is left alone, it must end by itself, and nothing may be added after that.
    """
    row = Row("server killed")
    longest = 0.0
    for first in range(0, kills, 10):
        places = Places(base / f"server-{first}")
        places.folder.mkdir()
        said: list[Said] = []
        for number in range(first, min(kills, first + 10)):
            longest = max(longest, _one_kill(row, places, number, said, dice))
        row.count(places.folder, said)
        shutil.rmtree(places.folder)
    row.notes.append(f"a kernel without a server ended after {longest:.1f} s at most")
    return row


def _one_kill(
    row: Row, places: Places, number: int, said: list[Said], dice: random.Random
) -> float:
    """Kills once; returns for how many seconds the kernel outlived its server."""
    with started(places) as (process, running):
        [kernel] = {one["kernel"]["id"] for one in running.request("GET", "api/sessions")}
        wire = Through(running, kernel)
        page = WiredPage(wire, places.folder / NOTEBOOK)
        row.lost += not shows_last(page, said)
        [shown] = page.run("import os; os.getpid(), os.getppid()")
        python, server = json.loads(shown["text/plain"].replace("(", "[").replace(")", "]"))
        all_at_once = number % 2 == 1
        doomed = [process.pid, server, python] if all_at_once else [server]

        def kill() -> None:
            for pid in dice.sample(doomed, len(doomed)):
                os.kill(pid, signal.SIGKILL)

        trainee = Trainee(page, str(number), lambda how, what: said.append((how, what)))
        work_until(page, trainee, kill, dice)
        row.tried += 1
        wire.close()
        began = time.monotonic()
        if not all_at_once:
            assert process.wait(60) == 1, "course start says that the course has stopped"
        while _lives(python):
            assert time.monotonic() < began + ORPHANED, "a kernel without a server goes on"
            time.sleep(0.05)
        return 0.0 if all_at_once else time.monotonic() - began


def _lives(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet buried does not."""
    with suppress(psutil.NoSuchProcess):
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    return False
