"""The page's side is checked as Python is: types, lint, unit tests, and messages that agree."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.page import typedefs

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tests" / "js"
ROOMS = ("page", "desk", "lab/extension")
STATIC = [ROOT / "course" / room / "static" for room in ROOMS]
SOURCES = [path for folder in STATIC for path in folder.rglob("*.js") if "vendor" not in path.parts]
VENDORED = ROOT / "course" / "page" / "static" / "vendor" / "lit-html"


def give_up(reason: str) -> None:
    """Nothing would have been proved, which is a failure in CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def node() -> str:
    """Node, which only those who change the page need."""
    program = shutil.which("node")
    if program is None:
        give_up("Node is not installed (Debian: apt-get install nodejs npm).")
    return str(program)


@pytest.fixture(scope="session")
def packages(node: str) -> Path:
    """The packages of `tests/js/package-lock.json`, installed if they are not yet."""
    installed, wanted = TOOLS / "node_modules", TOOLS / "package-lock.json"
    known = installed / ".package-lock.json"
    if not known.exists() or known.stat().st_mtime < wanted.stat().st_mtime:
        npm = shutil.which("npm")
        done = npm and subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund"], cwd=TOOLS, capture_output=True, text=True
        )
        if not done or done.returncode:
            give_up(f"npm ci could not install the tools of the page: {done and done.stderr}")
        known.touch()
    return installed


def run(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_types_agree(node: str, packages: Path) -> None:
    run(node, packages / "typescript" / "bin" / "tsc", "--project", TOOLS / "tsconfig.json")


def test_nothing_to_mend(node: str, packages: Path) -> None:
    config = TOOLS / "eslint.config.js"
    places = ["course/page", "course/desk", "course/lab", "tests/js"]
    run(node, packages / "eslint" / "bin" / "eslint.js", "--config", config, *places)


@pytest.mark.parametrize("path", sorted(TOOLS.glob("*.test.js")), ids=lambda path: path.name)
def test_the_pure_parts_do_what_they_say(node: str, path: Path) -> None:
    run(node, "--test", path)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_file_is_checked(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("// @ts-check\n")


@pytest.mark.parametrize("path", typedefs.FILES, ids=lambda path: path.parts[-3])
def test_the_page_knows_the_messages_as_python_has_them(path: Path) -> None:
    made = typedefs.FILES[path]()
    assert path.read_text(encoding="utf-8") == made, "run: python -m tests.page.typedefs"


def test_what_the_course_carries_is_the_package(packages: Path) -> None:
    carried = [*VENDORED.rglob("*.js"), VENDORED / "LICENSE"]
    assert len(carried) == 6
    for path in carried:
        original = packages / "lit-html" / path.relative_to(VENDORED)
        assert path.read_bytes() == original.read_bytes()


def test_packages_are_pinned_and_come_from_no_place_in_particular() -> None:
    wanted = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", one) for one in wanted["devDependencies"].values())
    locked = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, one in locked.items() if "resolved" in one] == []
    assert all("integrity" in one for name, one in locked.items() if name)
