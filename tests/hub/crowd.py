"""A class at work: trainees who answer at once, each through the Hub as a page does."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from course.answers.submission import parse_all
from course.lab import Running
from tests.faults.kernel import NOTEBOOK
from tests.faults.server import Through
from tests.faults.trainee import Trainee
from tests.faults.wire import WiredPage
from tests.hub.hub import Hub


class Worked(NamedTuple):
    """What one of them did."""

    opened: float
    """Seconds from the first message to a page that can be answered."""
    times: list[float]
    """Milliseconds from each click to what Python says to it."""
    saved: list[str]
    """What the page was told is saved."""
    lost: list[str]
    """Those of them that are not on the disk."""


class _Timed:
    """A page that knows how long each answer took."""

    def __init__(self, page: WiredPage) -> None:
        self._page = page
        self.times: list[float] = []

    def view(self, exercise: str) -> dict[str, Any]:
        """What is drawn."""
        return self._page.view(exercise)

    def ask(self, exercise: str, do: str, value: object) -> dict[str, Any]:
        """What Python answers."""
        began = time.perf_counter()
        answer = self._page.ask(exercise, do, value)
        self.times.append(1000 * (time.perf_counter() - began))
        return answer


def work(running: Running, name: str, answers: int, pause: float) -> Worked:
    """Opens the lesson and answers, with a pause before each click."""
    began = time.perf_counter()
    [kernel] = {one["kernel"]["id"] for one in running.request("GET", "api/sessions", timeout=60)}
    wire = Through(running, kernel)
    page = _Timed(WiredPage(wire, running.places.folder / NOTEBOOK))
    opened = time.perf_counter() - began
    saved: list[str] = []
    trainee = Trainee(page, name, lambda how, what: saved.append(what) if how == "saved" else None)
    for number in range(answers):
        time.sleep(pause * (0.5 + trainee.dice.random()))
        trainee.step(number)
    wire.close()
    kept = "".join(map(repr, parse_all(running.places.folder).records))
    return Worked(opened, page.times, saved, [one for one in saved if one not in kept])


def at_once(servers: dict[str, Running], answers: int, pause: float) -> list[Worked]:
    """All of them work at the same time."""
    done: list[Worked] = []
    wrong: list[BaseException] = []

    def one(name: str, running: Running) -> None:
        try:
            done.append(work(running, name, answers, pause))
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=one, args=each) for each in servers.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    return done


def high(times: list[float], share: float = 0.95) -> float:
    """The time within which this share of the answers came.

    >>> high([1.0, 2.0, 3.0, 4.0])
    4.0
    """
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def memory(hub: Hub) -> dict[str, list[float]]:
    """Megabytes that each process has, its share of what several share: by what it is."""
    found: dict[str, list[float]] = defaultdict(list)
    for process in _family(hub.pid):
        with suppress(psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
            found[_what(process.cmdline())].append(_share(process.pid))
    return dict(found)


def _family(pid: int) -> Iterator[psutil.Process]:
    yield psutil.Process(pid)
    yield from psutil.Process(pid).children(recursive=True)


def _what(words: list[str]) -> str:
    said = " ".join(words)
    known = {
        "lean_ipykernel": "kernel",
        "alone.py": "server",
        "configurable-http-proxy": "proxy",
        "-m jupyterhub": "hub",
    }
    return next((name for part, name in known.items() if part in said), "other")


def _share(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(one.split()[1]) / 1024 for one in lines if one.startswith("Pss:"))
