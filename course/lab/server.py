"""One JupyterLab server for one folder: find it, start it, wait for it, stop it."""

import json
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.answers import FolderLog, Profile, answers_folder
from course.answers.private import opener, tighten
from course.lab import extensions, ports, settings
from course.lab.errors import CannotStart
from course.lab.files import read_json, write_json
from course.lab.layout import Layout, lay_out, lessons_in, pages_in
from course.lab.pages import build_pages
from course.lab.places import Places
from course.lessons.build import Built

# Never through a proxy: the server is on this computer, whatever http_proxy says.
_OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


@dataclass(frozen=True)
class Running:
    """A server that answers. ``process`` is ``None`` if an earlier start made it."""

    places: Places
    base: str
    token: str
    layout: Layout | None = None
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """The address to open, with the key that lets this browser in."""
        return self.address(first_page(self.places))

    def address(self, page: str, station: str = "") -> str:
        """The address of one page, and of one station of a lesson."""
        asked = {"token": self.token} | ({"station": station} if station else {})
        return f"{self.base}doc/tree/{urllib.parse.quote(page)}?{urllib.parse.urlencode(asked)}"

    def request(self, method: str, path: str, body: Any = None, timeout: float = 10) -> Any:
        """Ask the server's REST interface; the answer is decoded JSON, or ``None`` if empty."""
        data = None if body is None else json.dumps(body).encode("utf-8")
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        asked = urllib.request.Request(self.base + path, data, headers, method=method)
        with _OPEN(asked, timeout=timeout) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def answers(self) -> bool:
        """Whether the server is there and knows our key."""
        try:
            return bool(self.request("GET", "api/status", timeout=2))
        except (OSError, ValueError):
            return False


HOME = "home"
"""What the page is called on which the course opens once it has been begun."""


def first_page(places: Places) -> str:
    """Name the page to open: at the first launch the first lesson, afterwards home.

    Where there is no home, it is the lesson last visited.
    """
    lessons = lessons_in(places)
    home = pages_in(places).get(HOME)
    if home and _begun(places):
        return home
    for workspace in sorted(places.workspaces.glob("*.jupyterlab-workspace")):
        kept = read_json(workspace)
        data = kept.get("data") if isinstance(kept, dict) else None
        last = data.get("course:last") if isinstance(data, dict) else None
        # Notebooks once had a number before their name.
        for name in (last, re.sub(r"^\d\d-", "", str(last))):
            if name in lessons:
                return str(name)
    return next(iter((*lessons, *pages_in(places).values())), "")


def _begun(places: Places) -> bool:
    """Whether the trainee has been here before, on this computer or on another."""
    try:
        records = FolderLog(answers_folder(places.folder), "").read().records
    except OSError:
        return False
    return any(not isinstance(one, Profile) for one in records)


def find(places: Places) -> Running | None:
    """Find the server already running for this folder, if one answers."""
    for info in sorted(places.runtime.glob("jpserver-*.json")):
        said = read_json(info)
        if isinstance(said, dict) and said.get("url") and said.get("token"):
            running = Running(places, str(said["url"]), str(said["token"]))
            if running.answers():
                return running
    return None


class _PortLost(CannotStart):
    """Another program took the port between our looking and our listening."""


def launch(places: Places, *, port: int | None = None, content: Path | None = None) -> Running:
    """Start the server and wait until it answers; raises ``CannotStart``."""
    for _ in range(4):
        try:
            return _launch(places, port, content)
        except _PortLost:
            continue
    return _launch(places, port, content)


def _launch(places: Places, port: int | None, content: Path | None) -> Running:
    memory = places.run / "last.json"
    last = read_json(memory)
    last_port = last.get("port") if isinstance(last, dict) else None
    chosen = ports.choose(port, last_port if isinstance(last_port, int) else None)
    prepare(places, port=chosen, content=content)
    write_json(memory, {"port": chosen})
    token = secrets.token_hex(24)
    with open(places.log, "ab", opener=opener) as log:
        process = subprocess.Popen(
            program(places),
            cwd=places.run,
            env=settings.environment(places, token),
            # No terminal to ask "shut down?" on: Ctrl-C then simply ends the course.
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    running = Running(places, f"http://{ports.HOST}:{chosen}/", token, process=process)
    try:
        _wait(running, process, chosen)
        # While its first Python starts, the server cannot list what runs.
        with suppress(OSError, ValueError):
            running.request("GET", "course/pages", timeout=30)
    except BaseException:
        stop(running)
        raise
    return running


def prepare(places: Places, *, port: int | None, content: Path | None) -> None:
    """Write all that a server of this folder reads; raises ``CannotStart``.

    Args:
        places: The folder, laid out.
        port: Where it is to listen; None where a Hub says so.
        content: The lessons, if they are not those of the course.
    """
    page = urllib.parse.quote(first_page(places))
    try:
        settings.write(places, port=port, default_url=f"/doc/tree/{page}", content=content)
        extensions.assemble(places)
    except OSError as error:
        raise CannotStart(f"The course cannot write to {error.filename} ({error}).") from error
    tighten(places.hidden)


def program(places: Places) -> list[str]:
    """The server of a folder, as a command."""
    # -P: our folder must not stand in for modules of the same name.
    alone = Path(__file__).with_name("alone.py")
    return [sys.executable, "-P", str(alone), f"--config={settings.config_file(places)}"]


def _wait(
    running: Running, process: "subprocess.Popen[bytes]", port: int, patience: float = 120
) -> None:
    until = time.monotonic() + patience
    while not running.answers():
        if process.poll() is not None:
            # Whoever took the port may have left it again by now, so the server is asked as well.
            taken = not ports.is_free(port) or _said(running.places.log, f"port {port} is ")
            wrong = _PortLost if taken else CannotStart
            raise wrong(
                f"JupyterLab stopped as soon as it was started. {running.places.log} says why."
            )
        if time.monotonic() > until:
            raise CannotStart(
                f"JupyterLab did not answer within {patience:.0f} seconds. "
                f"{running.places.log} may say why."
            )
        time.sleep(0.05)


def _said(log: Path, words: str) -> bool:
    """Whether these words are among the last that the server wrote."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-10:]
    return any(words in line for line in lines)


def stop(running: Running, patience: float = 10) -> None:
    """End a server that this program started, with its kernels."""
    process = running.process
    if process is None or process.poll() is not None:
        return
    try:
        # Asked politely it ends its kernels too, on every system alike.
        running.request("POST", "api/shutdown", timeout=patience)
    except (OSError, ValueError):
        process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    # Jupyter gives its own copy of a notebook the notebook's mode.
    tighten(running.places.hidden)


@contextmanager
def serve(
    folder: Path,
    *,
    content: Path | None = None,
    built: Built | None = None,
    port: int | None = None,
) -> Iterator[Running]:
    """Lay out a folder and run its server for the length of a ``with`` block.

    ``built`` are the pages; without it they are those of ``content``.
    """
    folder = folder.resolve()
    layout = lay_out(folder, built or build_pages(content))
    running = launch(Places(folder), port=port, content=content)
    try:
        yield Running(running.places, running.base, running.token, layout, running.process)
    finally:
        stop(running)
