"""The parts of the page: the three that a lesson needs, and no other that is installed.

JupyterLab loads into its page whatever lies in any `share/jupyter/labextensions`, of the
environment, of the user and of the whole computer. One of them can keep a lesson from opening. So
the few that are needed are copied into the run's own folder, and the page hears of no other.
"""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from course.lab.errors import CannotStart
from course.lab.files import write_bytes
from course.lab.places import Places

OURS = "customer-care-course"
NEEDED = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
"""What the exercises are drawn with; their Python halves are dependencies of the course."""
HERE = Path(__file__).resolve().parent


def searched() -> list[Path]:
    """Where JupyterLab would look, the environment of this Python first."""
    from jupyter_core.paths import jupyter_path

    own = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    return list(dict.fromkeys([own, *map(Path, jupyter_path("labextensions"))]))


def installed(folders: Iterable[Path]) -> dict[str, Path]:
    """Every extension in these folders by its name; of two of one name the first."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in [*folder.glob("*/package.json"), *folder.glob("@*/*/package.json")]:
            try:
                name = json.loads(path.read_text(encoding="utf-8"))["name"]
            except (OSError, ValueError, LookupError, TypeError):
                continue  # a damaged one is none of ours
            found.setdefault(str(name), path.parent)
    return found


def assemble(places: Places, source: Path | None = None) -> Path:
    """Lays the three into the run's folder; ours with the tokens it shares.

    Returns the folder of ours.

    Raises:
        CannotStart: where one of them is not installed.
    """
    folder = places.run / "labextensions"
    shutil.rmtree(folder, ignore_errors=True)
    found = installed(searched())
    for name in NEEDED:
        if name not in found:
            raise CannotStart(
                f"A part of JupyterLab is missing: {name}. Install the course again, or run: "
                f'"{sys.executable}" -m pip install --force-reinstall ipywidgets anywidget'
            )
        _copy(found[name], folder / name)
    target = folder / OURS
    _copy(source or HERE / "extension", target)
    # By this a page knows the server of its folder again, whatever has taken the port meanwhile.
    write_bytes(target / "static" / "folder.txt", _name_of(places).encode())
    tokens = HERE.parent / "page" / "static" / "tokens.css"
    write_bytes(target / "static" / "tokens.css", tokens.read_bytes())
    return target


def _name_of(places: Places) -> str:
    """A name for a folder that is the same at each start, and does not give its path away."""
    return hashlib.sha256(os.fsencode(places.folder.resolve())).hexdigest()


def _copy(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        if path.is_file():
            write_bytes(target / path.relative_to(source), path.read_bytes())
