"""A JupyterHub on this computer, with the settings that the page of the docs gives."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from course.lab.places import Places
from course.lab.server import Running
from tests.browser.installed import clean

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "course" / "docs" / "hub.md"
SMALL = ROOT / "tests" / "fixtures" / "course"
PATIENCE = 300.0
"""Seconds within which a Hub must have done what it was asked for."""

# What a test adds: everybody may come in, and all of it is in one folder.
AROUND = """
import os
c = get_config()
{settings}
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = {spawner!r}
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.args = {args!r}
c.Spawner.environment = {environment!r}
c.JupyterHub.tornado_settings = {{"slow_spawn_timeout": 0}}
c.JupyterHub.services = [{{"name": "tester", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [{{
    "name": "tester", "services": ["tester"],
    "scopes": ["admin:users", "admin:servers", "access:servers", "tokens"],
}}]
"""


def settings(heading: str) -> str:
    """The first block of settings below a heading of the page, as Python."""
    below = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    found = re.search(r"```python\n(.*?)```", below, re.DOTALL)
    assert found, f"no settings below '{heading}'"
    return found[1]


def proxy() -> str | None:
    """The program that stands before a Hub."""
    mine = ROOT / "tests" / "js" / "node_modules" / ".bin" / "configurable-http-proxy"
    return str(mine) if mine.exists() else shutil.which("configurable-http-proxy")


class Hub:
    """A Hub that runs, asked through its own interface."""

    def __init__(self, base: str, homes: Path, token: str, pid: int) -> None:
        self.base, self.homes, self.pid = base, homes, pid
        self._token = token

    def ask(self, method: str, path: str, body: object = None, token: str = "") -> Any:
        """What an address of the Hub answers, as decoded JSON."""
        asked = urllib.request.Request(
            f"{self.base}{path}",
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"token {token or self._token}"},
            method=method,
        )
        with urllib.request.urlopen(asked, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def folder(self, name: str) -> Path:
        """Somebody's course folder."""
        return self.homes / name / "customer-care"

    def open(self, name: str) -> None:
        """Asks for somebody's server, and waits for nothing."""
        self.ask("POST", f"hub/api/users/{name}/server")

    def ready(self, name: str) -> Running:
        """Somebody's server, as their own page reaches it through the Hub, once it answers."""
        self.wait(name, there=True)
        made = self.ask("POST", f"hub/api/users/{name}/tokens", {"note": "page"})
        return Running(Places(self.folder(name)), f"{self.base}user/{name}/", made["token"])

    def close(self, name: str) -> None:
        """Stops somebody's server, as the Hub does where nobody works."""
        self.ask("DELETE", f"hub/api/users/{name}/server")
        self.wait(name, there=False)

    def wait(self, name: str, *, there: bool) -> None:
        """Waits until somebody's server is there, or is gone."""
        until = time.monotonic() + PATIENCE
        while True:
            servers = self.ask("GET", f"hub/api/users/{name}")["servers"]
            if there and servers.get("", {}).get("ready"):
                return
            if not there and not servers:
                return
            assert time.monotonic() < until, f"{name}: {servers}"
            time.sleep(0.2)


@contextmanager
def hub(
    base: Path,
    *args: str,
    environment: dict[str, str] | None = None,
    programs: Path = Path(sys.executable).parent,
    spawner: str = "simple",
) -> Iterator[Hub]:
    """Runs a Hub with the settings of the page.

    Args:
        base: Where all of it is.
        args: Added to the command that starts the course for somebody.
        environment: What their servers are told besides.
        programs: Where the command `course` is that starts them.
        spawner: How they are started; with "simple" nobody needs an account of the computer.
    """
    front = proxy()
    wanted = "JupyterHub (pip install 'customer-care-course[test]') and configurable-http-proxy"
    if front is None or shutil.which("jupyterhub", path=str(Path(sys.executable).parent)) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{wanted} (npm ci --prefix tests/js) are not installed.")
        pytest.skip(f"{wanted} are not installed.")
    port, hub_port, proxy_port = _free_ports(3)
    token = secrets.token_hex(16)
    text = AROUND.format(
        settings=settings("A Hub").replace("/opt/course/bin", str(programs)),
        port=port, hub_port=hub_port, proxy_port=proxy_port, proxy=front, token=token,
        homes=str(base / "home" / "{username}"), args=[*args], spawner=spawner,
        environment={"PYTHONPATH": str(ROOT), **(environment or {})},
    )  # fmt: skip
    base.mkdir(exist_ok=True)
    (base / "jupyterhub_config.py").write_text(text, encoding="utf-8")
    with (base / "hub.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub"], cwd=base, env=clean(), stdout=log, stderr=log
        )
    running = Hub(f"http://127.0.0.1:{port}/", base / "home", token, process.pid)
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(running):
            said = (base / "hub.log").read_text(encoding="utf-8")
            assert process.poll() is None, said
            assert time.monotonic() < until, said
            time.sleep(0.2)
        yield running
    finally:
        # Asked politely it ends everybody's server, and its proxy.
        process.terminate()
        process.wait(60)


def _answers(running: Hub) -> bool:
    try:
        return bool(running.ask("GET", "hub/api/")["version"])
    except (OSError, ValueError):
        return False


def _free_ports(many: int) -> list[int]:
    held = [socket.socket() for _ in range(many)]
    try:
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in held]
    finally:
        for one in held:
            one.close()
