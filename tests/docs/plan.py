"""The house plan in CONTRIBUTING.md, drawn from the code: `python -m tests.docs.plan`."""

import ast
from pathlib import Path

from tests.house import ROOT, files, rooms

PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- plan -->\n", "<!-- end of plan -->"
PACKAGE = ROOT / "course"


def meaning(room: str) -> str:
    """The first sentence that a room says of itself."""
    path = PACKAGE / room / "__init__.py"
    text = (path if path.is_file() else PACKAGE / f"{room}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].replace("\n", " ")


def reaches(room: str) -> list[str]:
    """The rooms that a room imports from, in the order of the house."""
    inside = [path for path in files(PACKAGE) if _room(path) == room]
    names = {name for path in inside for name in _imports(path)}
    return [one for one in rooms() if one in names and one != room]


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("course.")}
    return found


def plan() -> str:
    """The plan as a table, ground floor first."""
    lines = ["| room | what it is | imports from |", "|---|---|---|"]
    for room in rooms():
        below = ", ".join(reaches(room)) or "nothing"
        lines.append(f"| `{room}` | {meaning(room)} | {below} |")
    return "\n".join(lines) + "\n"


def drawn(text: str) -> str:
    """A page with the plan as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{plan()}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
