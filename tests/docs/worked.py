"""Worked examples in the docs: applied to a copy of the project, and run as they stand.

In a page of the docs, a fenced block says in its first line what it is:

- ``LANGUAGE new PATH`` is a file to add;
- ``diff PATH`` is a change to a file: its lines begin with a space, ``-`` or ``+``, and those that
  stand there already must be found in the file at one place;
- ``console`` holds commands after ``$``, each with the lines that it must print; ``…`` stands for
  anything.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^(`{3,})(\w+) ?(.*?)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """One fenced block of a page."""

    language: str
    about: str
    text: str


class Command(NamedTuple):
    """A command of a page, and what it must print."""

    words: list[str]
    prints: str


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page that say what they are."""
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [Block(language, about, text) for _, language, about, text in found]


def copy(into: Path) -> Path:
    """The parts of the project that an example may change, compiled as they are."""
    skip = shutil.ignore_patterns(".ipynb_checkpoints", "_share", "node_modules")
    for name in ("course", "datasets", "tests"):
        shutil.copytree(ROOT / name, into / name, ignore=skip)
    shutil.copy(ROOT / "pyproject.toml", into)
    (into / "notebooks").mkdir()
    return into


def apply(root: Path, page: Path) -> dict[str, int]:
    """Makes the changes that a page shows; returns the lines added, by file."""
    added: dict[str, int] = {}
    for block in blocks(page):
        if block.about.startswith("new "):
            path = root / block.about.removeprefix("new ").strip()
            assert not path.exists(), f"{page.name}: {path} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            added[block.about.removeprefix("new ")] = len(block.text.splitlines())
        elif block.language == "diff":
            added[block.about] = _change(root / block.about.strip(), block.text)
    return added


def _change(path: Path, text: str) -> int:
    lines = text.splitlines()
    assert all(line[:1] in (" ", "+", "-", "") for line in lines), text
    before = [line[1:] for line in lines if line[:1] in (" ", "-", "")]
    after = [line[1:] for line in lines if line[:1] in (" ", "+", "")]
    there = path.read_text(encoding="utf-8").splitlines()
    places = [n for n in range(len(there)) if there[n : n + len(before)] == before]
    assert len(places) == 1, f"{path} has these lines at {len(places)} places:\n" + "\n".join(
        before
    )
    there[places[0] : places[0] + len(before)] = after
    path.write_text("\n".join(there) + "\n", encoding="utf-8")
    return sum(line.startswith("+") for line in lines)


def commands(page: Path) -> list[Command]:
    """What a page runs, in order."""
    found = []
    for block in blocks(page):
        if block.language != "console":
            continue
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, prints = part.partition("\n")
            found.append(Command(shlex.split(line), prints))
    return found


def run(root: Path, command: Command) -> None:
    """Runs one command in the copy; fails where it prints something else."""
    words = command.words
    if words[0] in ("course", "pytest"):
        words = [sys.executable, "-m", *words]
    elif words[0] == "python":
        words = [sys.executable, *words[1:]]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COURSE_")}
    done = subprocess.run(
        words, cwd=root, env={**env, "PYTHONPATH": str(root)}, capture_output=True, text=True
    )
    wanted = ".*".join(re.escape(part) for part in command.prints.strip().split("…"))
    printed = done.stdout.strip()
    shown = f"$ {' '.join(command.words)}\n{done.stdout}{done.stderr}"
    assert re.fullmatch(wanted, printed, re.DOTALL), shown
