"""Who may import whom. The house plan, enforced; its order stands in .importlinter."""

import re
import subprocess
import sys

import pytest

from tests.house import (
    CONTRACTS,
    ROOT,
    broken_contracts,
    dynamic,
    files,
    heavy_on_import,
    module,
    private,
    rooms,
)

PACKAGE = ROOT / "course"
HEAVY = ("pandas", "numpy", "scipy", "matplotlib", "ipywidgets", "anywidget")
"""Imported only inside the function that needs them."""
SURFACE = ("page", "desk")
"""The rooms that are nothing without widgets."""
DYNAMIC = {
    "course/__init__.py",
    "course/lab/alone.py",
    "course/lab/lean_ipykernel.py",
}
"""The roof is lazy, and two programs leave out modules that they never use. No other file may
import what cannot be read off its imports."""


def test_all_contracts_are_kept() -> None:
    assert CONTRACTS.is_file()
    assert broken_contracts(ROOT) == ""


def test_every_file_is_in_a_room_and_every_folder_is_a_package() -> None:
    inside = [path.relative_to(PACKAGE) for path in files(PACKAGE)]
    assert {path.parts[0].removesuffix(".py") for path in inside} <= {*rooms(), "__init__"}
    assert {path.parent for path in inside} == {
        path.parent for path in inside if path.name == "__init__.py"
    }


def test_the_readme_shows_the_rooms_in_their_order() -> None:
    table = re.findall(r"^\| `course/(\w+)` \|", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert table == [room for room in rooms() if (PACKAGE / room).is_dir()]


def test_nobody_uses_the_private_names_of_another_room() -> None:
    assert private(PACKAGE) == []


def test_no_import_is_hidden_from_those_who_check_imports() -> None:
    assert set(dynamic(PACKAGE)) == DYNAMIC


def test_what_is_heavy_is_imported_where_it_is_used() -> None:
    names = [module(PACKAGE, path) for path in files(PACKAGE)]
    light = [name for name in names if name.split(".")[1:2] not in [[room] for room in SURFACE]]
    light.remove("course.__main__")
    assert heavy_on_import(PACKAGE, light, HEAVY) == []


def test_only_reports_writes_pages() -> None:
    """A page is more than a tag: it has a document type or a body."""
    wrong = []
    for path in files(PACKAGE):
        text = path.read_text(encoding="utf-8").lower()
        # The page that sends a browser to the server is one line, and is the lab's own.
        room = path.relative_to(PACKAGE).parts[0]
        if room not in ("reports", "lab") and ("<!doctype" in text or "<body" in text):
            wrong.append(path.relative_to(ROOT).as_posix())
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "heavy"),
    [("course", {*HEAVY, "yaml"}), ("course.cli", {*HEAVY, "msgspec"})],
)
def test_the_way_in_brings_nothing_heavy(module: str, heavy: set[str]) -> None:
    program = f"import {module}, sys; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & heavy == set()
    assert "course" in loaded
