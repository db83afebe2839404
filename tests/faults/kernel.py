"""A kernel as the course starts it, killed while a page speaks with it."""

import os
import queue
import random
import secrets
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from course.lab import settings
from course.lab.layout import lay_out
from course.lab.pages import build_pages
from course.lab.places import Places
from tests.faults.row import Row, Said
from tests.faults.trainee import Trainee
from tests.faults.wire import Heard, WiredPage, shows_last, work_until
from tests.faults.worker import SMALL

NOTEBOOK = "first.ipynb"
SILENCE = 0.2


class Direct:
    """A wire that leads to a kernel on this computer, without a server."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self._client = client

    def send(self, kind: str, content: dict[str, Any]) -> str:
        """Sends a message."""
        message = self._client.session.msg(kind, content)
        self._client.shell_channel.send(message)
        sent: str = message["header"]["msg_id"]
        return sent

    def hear(self) -> Heard | None:
        """The next message, or None after a moment."""
        try:
            heard = self._client.get_iopub_msg(timeout=SILENCE)
        except queue.Empty:
            return None
        asked = heard["parent_header"].get("msg_id", "")
        return Heard(heard["msg_type"], heard["content"], asked)


def laid_out(folder: Path) -> Places:
    """A course folder with all that a kernel is told, as `course start` writes it."""
    places = Places(folder)
    lay_out(folder, build_pages(SMALL))
    settings.write(places, port=0, default_url="", content=SMALL)
    return places


@contextmanager
def kernel(places: Places) -> Iterator[KernelManager]:
    """A kernel of the course, ended afterwards."""
    specs = KernelSpecManager(kernel_dirs=[str(places.run / "data" / "kernels")])
    made = KernelManager(
        kernel_name="python3",
        kernel_spec_manager=specs,
        connection_file=str(places.runtime / f"kernel-{secrets.token_hex(4)}.json"),
    )
    with places.log.open("ab") as log:
        made.start_kernel(
            cwd=str(places.folder), env=settings.environment(places, ""), stdout=log, stderr=log
        )
    try:
        yield made
    finally:
        made.shutdown_kernel(now=True)


def kernel_killed(base: Path, kills: int, dice: random.Random) -> Row:
    """Kernels are killed while a page speaks with them; ten times in one folder each."""
    row = Row("kernel killed")
    for first in range(0, kills, 10):
        places = laid_out(base / f"kernel-{first}")
        said: list[Said] = []
        for number in range(first, min(kills, first + 10)):
            _one_kill(row, places, str(number), said, dice)
        row.count(places.folder, said)
        shutil.rmtree(places.folder)
    return row


def _one_kill(row: Row, places: Places, name: str, said: list[Said], dice: random.Random) -> None:
    with kernel(places) as made:
        client = made.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=120)
        page = WiredPage(Direct(client), places.folder / NOTEBOOK)
        row.lost += not shows_last(page, said)
        [shown] = page.run("import os; os.getpid()")
        pid = int(shown["text/plain"])
        trainee = Trainee(page, name, lambda how, what: said.append((how, what)))
        work_until(page, trainee, lambda: os.kill(pid, signal.SIGKILL), dice)
        row.tried += 1
        client.stop_channels()
