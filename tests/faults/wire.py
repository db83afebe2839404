"""A page at the end of a wire: it runs its cells in a kernel and speaks with the widgets there."""

import itertools
import json
import random
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tests.faults.trainee import REPLY, TALK, Trainee

WIDGET = "application/vnd.jupyter.widget-view+json"
CELLS = ("start", REPLY, TALK)
PATIENCE = 120.0
"""Seconds without a word, from somebody who is there, after which something is wrong."""


class Gone(Exception):
    """Nobody is there to answer any more."""


class Heard(NamedTuple):
    """A message from the kernel."""

    kind: str
    content: dict[str, Any]
    asked: str
    """The id of the message that it comes from."""


class Wire(Protocol):
    """What carries messages."""

    def send(self, kind: str, content: dict[str, Any]) -> str:
        """Sends one; returns its id."""

    def hear(self) -> Heard | None:
        """The next one; None after a moment of silence.

        Raises:
            Gone: where the wire is cut.
        """


class WiredPage:
    """The page of a notebook, without a browser.

    Args:
        wire: Leads to the kernel.
        notebook: As the course has put it in its folder; the cells that are needed here are run.
    """

    def __init__(self, wire: Wire, notebook: Path) -> None:
        self._wire = wire
        self._views: dict[str, dict[str, Any]] = {}
        self._shown: dict[str, str] = {}
        self._asked = itertools.count(1)
        self.ended = threading.Event()
        """Whether there is nobody at the other end; what they said before is still heard."""
        self.sent: Callable[[], None] = lambda: None
        """Called when a message has been sent, and nothing heard yet."""
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        source = {cell["id"]: "".join(cell["source"]) for cell in cells}
        for name in CELLS:
            for data in self.run(source[name]):
                if WIDGET in data:
                    self._shown[name] = data[WIDGET]["model_id"]

    def run(self, source: str) -> list[dict[str, Any]]:
        """Runs a cell; returns what it shows."""
        made: list[dict[str, Any]] = []
        mine = self._wire.send("execute_request", {"code": source, "store_history": False})
        while True:
            heard = self._hear()
            if heard.asked != mine:
                continue
            assert heard.kind != "error", heard.content
            if heard.kind in ("display_data", "execute_result"):
                made.append(heard.content["data"])
            if heard.kind == "status" and heard.content["execution_state"] == "idle":
                return made

    def view(self, exercise: str) -> dict[str, Any]:
        """What is drawn."""
        return self._views[self._shown[exercise]]

    def ask(self, exercise: str, do: str, value: object) -> dict[str, Any]:
        """What the widget answers.

        Raises:
            Gone: where nobody answers.
        """
        comm, re = self._shown[exercise], next(self._asked)
        content = {"re": re, "do": do, "value": value}
        self._wire.send(
            "comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}}
        )
        self.sent()
        while True:
            heard = self._hear()
            said = heard.content.get("data", {}).get("content", {})
            if heard.kind == "comm_msg" and heard.content["comm_id"] == comm and said:
                assert said["re"] == re
                answer: dict[str, Any] = said
                return answer

    def _hear(self) -> Heard:
        until = time.monotonic() + PATIENCE
        while True:
            ended = self.ended.is_set()
            heard = self._wire.hear()
            if heard is not None:
                self._draw(heard)
                return heard
            if ended:
                raise Gone
            assert time.monotonic() < until, "nobody answers"

    def _draw(self, heard: Heard) -> None:
        data = heard.content.get("data", {})
        if heard.kind in ("comm_open", "comm_msg") and "view" in data.get("state", {}):
            self._views[heard.content["comm_id"]] = data["state"]["view"]


def work_until(
    page: WiredPage, trainee: Trainee, kill: Callable[[], None], dice: random.Random
) -> None:
    """Somebody works until a kill: at any moment, or between a message and its answer.

    What they had asked and were not answered, they tell as ``asked``.
    """

    def killing() -> None:
        kill()
        page.ended.set()

    timer = threading.Timer(dice.uniform(0, 0.4), killing)
    if dice.random() < 0.5:
        timer.start()
    else:
        _kill_while_waiting(page, killing, dice)
    try:
        for number in itertools.count():
            trainee.step(number)
    except Gone:
        if trainee.asking is not None:
            trainee.tell("asked", trainee.asking)
    finally:
        if timer.is_alive():
            timer.join()


def shows_last(page: WiredPage, said: Sequence[tuple[str, str]]) -> bool:
    """Whether a page that was opened again shows the last that was saved, or was asked since."""
    shown = json.dumps([page.view(REPLY), page.view(TALK)])
    last = said[-2:] if said and said[-1][0] == "asked" else said[-1:]
    return not last or any(what in shown for _, what in last)


def _kill_while_waiting(page: WiredPage, killing: Callable[[], None], dice: random.Random) -> None:
    """At a message of the first ten, within the time that the one before took, and rather soon."""
    last, times = dice.randint(2, 10), [time.perf_counter()]

    def sent() -> None:
        times.append(time.perf_counter())
        if len(times) == last + 1:
            time.sleep(dice.uniform(0, times[-1] - times[-2]) * dice.random())
            killing()

    page.sent = sent
