"""Who may import whom. The house plan, enforced."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "course"
ROOMS = (
    "yaml_text", "metrics", "language", "scenarios", "company", "exports", "exercises", "lessons",
    "answers", "charts", "grading", "reports", "page", "desk", "lab",
)  # fmt: skip
"""Ground floor first: a room imports only from rooms before it."""
ROOF = ("__init__", "__main__", "cli", "roof")
"""May reach any room."""
ONLY = {
    "matplotlib": ("charts",),
    "pandas": ("metrics", "company", "exports", "exercises"),
    "ipywidgets": ("page",),
    "anywidget": ("page",),
    "traitlets": ("page", "desk"),
}
"""Which rooms may import what is heavy or ties the course to a surface."""
AT_THE_TOP = ("pandas", "scipy", "matplotlib", "ipywidgets", "anywidget")
"""Outside the rooms that exist for them, imported only inside the function that needs them."""


class Import(NamedTuple):
    """One import of one name."""

    file: Path
    line: int
    module: str
    name: str
    top: bool
    """Runs when the module is imported, not later and not for type checkers alone."""


def files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_share" not in path.parts)


def imports(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    later = set(map(id, _not_at_once(tree)))
    for node in ast.walk(tree):
        top = id(node) not in later
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(path, node.lineno, alias.name, "", top)
        elif isinstance(node, ast.ImportFrom):
            module = _absolute(path, node)
            for alias in node.names:
                yield Import(path, node.lineno, module, alias.name, top)


def _not_at_once(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if later or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
            yield from ast.walk(node)


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    inside = path.relative_to(PACKAGE.parent).with_suffix("").parts[: -node.level]
    return ".".join([*inside, *([node.module] if node.module else [])])


def room_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def target(one: Import) -> str | None:
    """The room that an import reaches into; None where it is not of this course."""
    parts = one.module.split(".")
    if parts[0] != "course":
        return None
    return parts[1] if len(parts) > 1 else one.name or "__init__"


ALL = [one for path in files() for one in imports(path)]


def told(found: list[Import]) -> list[str]:
    return [
        f"{one.file.relative_to(PACKAGE.parent)}:{one.line} imports {one.module} {one.name}".strip()
        for one in found
    ]


def test_every_file_is_in_a_room() -> None:
    assert {room_of(path) for path in files()} <= {*ROOMS, *ROOF}


def test_rooms_reach_only_rooms_below_them() -> None:
    wrong = []
    for one in ALL:
        here, there = room_of(one.file), target(one)
        if there is None or here in ROOF or there == here:
            continue
        if there not in ROOMS or ROOMS.index(there) > ROOMS.index(here):
            wrong.append(one)
    assert told(wrong) == []


def test_nobody_uses_the_private_names_of_another_room() -> None:
    wrong = [
        one
        for one in ALL
        if target(one) not in (None, room_of(one.file))
        and any(
            part.startswith("_") and not part.startswith("__")
            for part in (*one.module.split("."), one.name)
        )
    ]
    assert told(wrong) == []


@pytest.mark.parametrize("library", ONLY)
def test_a_library_stays_in_its_rooms(library: str) -> None:
    wrong = [
        one
        for one in ALL
        if one.module.split(".")[0] == library and room_of(one.file) not in ONLY[library]
    ]
    assert told(wrong) == []


def test_what_is_heavy_is_imported_where_it_is_used() -> None:
    wrong = [
        one
        for one in ALL
        if one.top
        and one.module.split(".")[0] in AT_THE_TOP
        and room_of(one.file) not in ("charts", "page", "desk")
    ]
    assert told(wrong) == []


def test_only_reports_writes_pages() -> None:
    """A page is more than a tag: it has a document type or a body."""
    wrong = []
    for path in files():
        text = path.read_text(encoding="utf-8").lower()
        # The page that sends a browser to the server is one line, and is the lab's own.
        if room_of(path) not in ("reports", "lab") and ("<!doctype" in text or "<body" in text):
            wrong.append(path.relative_to(PACKAGE.parent).as_posix())
    assert wrong == []


def test_import_course_brings_nothing_heavy() -> None:
    program = "import course, sys; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PACKAGE.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    heavy = {"pandas", "numpy", "scipy", "matplotlib", "ipywidgets", "anywidget", "yaml"}
    assert loaded & heavy == set()
    assert "course" in loaded


def test_the_command_line_brings_nothing_heavy() -> None:
    program = "import course.cli, sys; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PACKAGE.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {"pandas", "numpy", "scipy", "matplotlib", "ipywidgets", "msgspec"} == set()
