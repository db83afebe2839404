"""Accounts of this computer for a test, and a Python that all of them may run."""

import os
import secrets
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = "#!{python}\nimport sys\nfrom course.cli import main\nsys.exit(main())\n"


class Computer(NamedTuple):
    """A computer that several people use."""

    base: Path
    """A folder that everybody may enter, with `home` in it."""
    programs: Path
    """Where everybody finds `course`."""
    environment: dict[str, str]
    """What is to be set for it."""
    people: tuple[str, str]
    """The names of two accounts."""

    def run(self, name: str, *words: str) -> "subprocess.CompletedProcess[str]":
        """Runs a command as one of them."""
        return subprocess.run(
            words, user=name, group=name, extra_groups=[], cwd=self.base / "home" / name,
            env={"PATH": os.defpath, "HOME": str(self.base / "home" / name)} | self.environment,
            capture_output=True, text=True,
        )  # fmt: skip


@contextmanager
def computer() -> Iterator[Computer]:
    """Two accounts with homes of their own, and the course installed for all."""
    if getattr(os, "geteuid", lambda: 1)() or shutil.which("useradd") is None:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("Only root can make accounts, and with useradd.")
    names = (f"cc-asha-{secrets.token_hex(3)}", f"cc-ben-{secrets.token_hex(3)}")
    # Not pytest's own folder: nobody else may enter it.
    base = Path(tempfile.mkdtemp(prefix="hub-accounts-"))
    base.chmod(0o755)
    try:
        (base / "home").mkdir()
        for name in names:
            _must("useradd", "--create-home", "--home-dir", str(base / "home" / name), name)
        yield Computer(base, *_for_all(base / "python"), names)
    finally:
        for name in names:
            subprocess.run(["userdel", name], capture_output=True)
        shutil.rmtree(base)


def _for_all(into: Path) -> tuple[Path, dict[str, str]]:
    """A copy of this Python where everybody may read it, with what is installed beside it.

    A Python often lies in the home of the one who installed it, which is closed to others.
    """
    library = Path(sysconfig.get_path("stdlib"))
    target = into / "lib" / library.name
    shutil.copytree(library, target, ignore=shutil.ignore_patterns("site-packages", "test"))
    for shared in library.parent.glob("libpython*.so*"):
        shutil.copy2(shared, into / "lib" / shared.name)
    _within_reach(Path(sysconfig.get_path("purelib")), target / "site-packages")
    _within_reach(Path(sys.prefix) / "share", into / "share")
    _within_reach(ROOT, into / "checkout")
    programs = into / "bin"
    programs.mkdir()
    python = programs / "python3"
    shutil.copy2(Path(sys.executable).resolve(), python)
    (programs / "course").write_text(SCRIPT.format(python=python), encoding="utf-8")
    (programs / "course").chmod(0o755)
    return programs, {
        "LD_LIBRARY_PATH": str(into / "lib"),
        "PYTHONPATH": str(into / "checkout"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _within_reach(source: Path, target: Path) -> None:
    if all(one.stat().st_mode & 0o001 for one in (source, *source.parents)):
        target.symlink_to(source)
    else:
        shutil.copytree(source, target, symlinks=True)


def _must(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
