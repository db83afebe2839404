"""The course as a trainee has it: a wheel in an environment of its own, run from outside here."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def install(into: Path) -> Path:
    """Builds the wheel, installs it alone into a fresh environment, and returns its `bin`."""
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", str(into / "wheel"), str(ROOT))
    return into_fresh(into / "env", wheel_of(into))


def wheel_of(folder: Path) -> Path:
    """The wheel that `install` built in a folder."""
    (wheel,) = (folder / "wheel").glob("*.whl")
    return wheel


def into_fresh(folder: Path, wheel: Path, *pinned: str) -> Path:
    """Installs the wheel into a fresh environment, with some packages at given versions."""
    venv.create(folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    # Of a hundred packages a few modules are used here, and compiled when they are.
    command = ["-m", "pip", "--python", str(folder), "install", "--quiet", "--no-compile"]
    _run(sys.executable, *command, str(wheel), *pinned)
    return programs


def lowest() -> list[str]:
    """The lowest version of each package that the course allows, as pip is told of it."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = [re.fullmatch(r"([\w-]+)>=([\d.]+)(,<[\d.]+)?", one)
             for one in named["project"]["dependencies"]]  # fmt: skip
    assert all(found), "a dependency without a lowest version"
    return [f"{one[1]}=={one[2]}" for one in found if one]


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=clean(), cwd=ROOT.parent)
    assert done.returncode == 0, done.stdout + done.stderr


def clean() -> dict[str, str]:
    """The environment without anything that points back at this checkout."""
    drop = ("COURSE_", "PYTHONPATH", "JUPYTER", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(drop)}


class Course:
    """The installed `course` command on one folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.program, self.folder = programs / "course", folder

    def environment(self) -> dict[str, str]:
        """The environment that it is run in."""
        return clean()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs one verb from outside the checkout."""
        return subprocess.run(
            [str(self.program), *words],
            capture_output=True,
            text=True,
            env=self.environment(),
            cwd=self.folder.parent,
        )

    @contextlib.contextmanager
    def started(self) -> Iterator["Started"]:
        """Starts the course and gives its address; ends it afterwards unless it was killed."""
        process = subprocess.Popen(
            [str(self.program), "start", str(self.folder), "--no-browser"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=self.environment(),
            cwd=self.folder.parent,
            start_new_session=True,
        )
        said = []
        assert process.stdout is not None
        try:
            for line in process.stdout:
                said.append(line)
                found = re.search(r"https?://\S+", line)
                if found:
                    yield Started(process, found.group(), "".join(said))
                    return
            raise AssertionError("the course did not start:\n" + "".join(said))
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(30)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Started:
    """A running course."""

    def __init__(self, process: "subprocess.Popen[str]", url: str, said: str) -> None:
        self.process, self.url, self.said = process, url, said
        self.base, _, query = url.partition("doc/tree/")
        self.token = query.partition("token=")[2]

    def rest(self, method: str, path: str) -> bytes:
        """Asks the server behind the page's back."""
        asked = urllib.request.Request(
            self.base + path, method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return bytes(answer.read())

    def kill(self) -> None:
        """Ends the server and its kernels at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        time.sleep(0.5)
