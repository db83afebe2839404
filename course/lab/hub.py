"""`course start FOLDER --hub`: the server that a JupyterHub starts for one person.

The Hub says where to listen and who may come in. All else is as `course start` has it: the same
folder, the same settings and the same three extensions, whatever else is installed beside them.
"""

import os
import sys
from importlib import metadata
from pathlib import Path

from course.answers import Unusable, inspect
from course.lab import settings
from course.lab.errors import CannotStart
from course.lab.layout import lay_out
from course.lab.pages import build_pages
from course.lab.places import Places
from course.lab.server import prepare, program


def become_server(folder: Path, *, content: Path | None = None) -> int:
    """Lay out ``folder``, and let this process become the server: no launcher stays in memory.

    Returns only where that is refused: the exit code 1.
    """
    try:
        places = _ready(folder, content)
    except (CannotStart, Unusable) as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(places.run)
    os.execve(sys.executable, program(places), settings.environment(places, None))


def _ready(folder: Path, content: Path | None) -> Places:
    if "JUPYTERHUB_API_TOKEN" not in os.environ:
        raise CannotStart(
            "--hub is for the settings of a JupyterHub, which starts the course for each person: "
            "course/docs/hub.md. On your own computer leave it out."
        )
    try:
        metadata.version("jupyterhub")
    except metadata.PackageNotFoundError:
        raise CannotStart(
            "JupyterHub is not installed beside the course. Install it in the version that the Hub "
            f'has: "{sys.executable}" -m pip install jupyterhub'
        ) from None
    inspect(folder)
    places = Places(folder.resolve())
    for sentence in lay_out(places.folder, build_pages(content)).sentences:
        print(sentence, file=sys.stderr)
    prepare(places, port=None, content=content)
    return places
