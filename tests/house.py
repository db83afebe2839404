"""Reads the house as it is built: rooms, imports, and ways round them."""

import ast
import configparser
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CONTRACTS = ROOT / ".importlinter"

DYNAMIC_MODULES = {
    "importlib",
    "runpy",
    "pkgutil",
    "imp",
    "zipimport",
    "builtins",
    "code",
    "codeop",
}
"""They import or run what no reader of the source can see."""
NOT_DYNAMIC = ("importlib.resources", "importlib.metadata")
DYNAMIC_NAMES = {
    "__import__", "__builtins__", "__loader__", "import_module", "exec", "eval", "compile",
}  # fmt: skip
DYNAMIC_PARTS = {"import_module", "__import__", "__builtins__", "load_module", "exec_module"}
"""The same reached through another object."""

WATCH = """
import sys
from importlib import import_module

package, heavy, *modules = sys.argv[1:]
culprits = set()


class Watch:
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] not in heavy.split(","):
            return None
        frame = sys._getframe()
        while frame.f_globals.get("__name__", "").partition(".")[0] != package:
            frame = frame.f_back
        culprits.add(f"{frame.f_globals['__name__']} imports {name}")
        raise ImportError(f"{name} is heavy", name=name)


sys.meta_path.insert(0, Watch)
for module in modules:
    try:
        import_module(module)
    except ImportError as stopped:
        if (stopped.name or "").partition(".")[0] not in heavy.split(","):
            raise
print(*sorted(culprits), sep="\\n")
"""
"""Imports modules one by one, and says which of them reach for something heavy."""


class Import(NamedTuple):
    """One import of one name."""

    file: Path
    line: int
    module: str
    name: str


def rooms() -> list[str]:
    """The rooms, ground floor first; a layer may hold two."""
    read = configparser.ConfigParser()
    read.read(CONTRACTS, encoding="utf-8")
    layers = read["importlinter:contract:rooms"]["layers"].split("\n")
    return [room.strip() for layer in reversed(layers) for room in layer.split("|") if room.strip()]


def files(package: Path) -> list[Path]:
    """Every module of a package; copies in ``_share`` are data."""
    return sorted(path for path in package.rglob("*.py") if "_share" not in path.parts)


def module(package: Path, path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(package: Path, path: Path) -> Iterator[Import]:
    """Every import that a file states, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(path, node.lineno, alias.name, "")
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Import(path, node.lineno, _absolute(package, path, node), alias.name)


def _absolute(package: Path, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    inside = path.relative_to(package.parent).with_suffix("").parts[: -node.level]
    return ".".join([*inside, *([node.module] if node.module else [])])


def broken_contracts(root: Path) -> str:
    """What import-linter says of the package below a folder; nothing where all is kept."""
    program = "import sys; from importlinter.cli import lint_imports; "
    program += "sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def dynamic(package: Path) -> list[str]:
    """The files that import, or run code, in a way that no reader of imports can follow."""
    found = set()
    for path in files(package):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(_hidden(one) for one in imports(package, path)) or any(
            map(_at_run_time, ast.walk(tree))
        ):
            found.add(path.relative_to(package.parent).as_posix())
    return sorted(found)


def _hidden(one: Import) -> bool:
    whole = f"{one.module}.{one.name}"
    return one.module.split(".")[0] in DYNAMIC_MODULES and not whole.startswith(NOT_DYNAMIC)


def _at_run_time(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name):
            return name in DYNAMIC_NAMES
        case ast.Attribute(value=ast.Name(id="sys"), attr="modules" | "meta_path"):
            return True
        case ast.Attribute(attr=part) | ast.Constant(value=str(part)):
            return part in DYNAMIC_PARTS
    return False


def heavy_on_import(package: Path, modules: Sequence[str], heavy: Sequence[str]) -> list[str]:
    """Which modules bring a heavy library in while they are imported: tried, not guessed."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, package.name, ",".join(heavy), *modules],
        cwd=package.parent, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


def private(package: Path) -> list[str]:
    """Where one room uses a private name of another."""
    found = []
    for path in files(package):
        others: set[str] = set()
        for one in imports(package, path):
            there = _room(package.name, one.module, one.name)
            if there in (None, _room(package.name, module(package, path))):
                continue
            others.add(one.name or one.module.split(".")[0])
            if any(map(_is_private, (*one.module.split("."), one.name))):
                found.append(f"{module(package, path)}:{one.line} {one.module} {one.name}".strip())
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=part):
                    if name in others and _is_private(part):
                        found.append(f"{module(package, path)}:{node.lineno} {name}.{part}")
    return found


def _is_private(part: str) -> bool:
    return part.startswith("_") and not part.startswith("__")


def _room(package: str, dotted: str, name: str = "") -> str | None:
    """The room that a dotted name is in; None where it is not of this package."""
    parts = dotted.split(".")
    if parts[0] != package:
        return None
    return parts[1] if len(parts) > 1 else name or "__init__"
