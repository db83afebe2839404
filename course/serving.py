"""What the course adds to a Jupyter server: a page may ask in which course folder it lies.

Every JupyterLab of an environment that has the course loads this, so it imports next to nothing,
and outside course folders it has nothing to tell. The pages of one folder are given one Python.
"""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

MARK = ".course"
PAGES = Path(MARK, "lab", "pages.json")
"""Inside a course folder: its lessons in their order, and its other pages."""


class Found(NamedTuple):
    """A course folder below the root of a server."""

    path: str
    """As Jupyter names it: from the root, with slashes; empty for the root itself."""
    listed: dict[str, list[dict[str, Any]]]
    """Its `lessons` and other `pages`, each with its id, its file and its title."""

    def notebooks(self) -> Iterator[str]:
        """The notebooks of all its pages, as Jupyter names them."""
        for one in (*self.listed["pages"], *self.listed["lessons"]):
            yield f"{self.path}/{one['file']}".lstrip("/")


def find(root: Path, page: str) -> Found | None:
    """The course folder in which a page lies; None where it lies in none.

    Args:
        root: The root of the server.
        page: A path as Jupyter names it.
    """
    named = PurePosixPath(page.strip("/"))
    if ".." in named.parts:
        return None
    for folder in (named, *named.parents):
        listed = _listed(root / folder)
        if listed:
            return Found("" if str(folder) == "." else str(folder), listed)
    return None


def _listed(folder: Path) -> dict[str, list[dict[str, Any]]] | None:
    try:
        kept = json.loads((folder / PAGES).read_text(encoding="utf-8"))
        return {
            what: [one for one in kept[what] if (folder / one["file"]).is_file()]
            for what in ("lessons", "pages")
        }
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: Any) -> None:
    from jupyter_server.base.handlers import APIHandler
    from tornado.ioloop import IOLoop
    from tornado.web import authenticated

    root = Path(app.contents_manager.root_dir)
    one_python = _OnePython(app)

    class Pages(APIHandler):
        @authenticated
        async def get(self) -> None:
            found = find(root, self.get_query_argument("path", ""))
            if found:
                await one_python.serve(found)
            self.finish(json.dumps({"folder": found.path, **found.listed} if found else {}))

    app.web_app.add_handlers(".*", [(f"{app.base_url}course/pages", Pages)])
    here = find(root, "")
    if here:
        # While the browser still loads the page.
        IOLoop.current().add_callback(one_python.serve, here)


class _OnePython:
    """Gives all pages of a folder one Python; they find each other's answers in it.

    JupyterLab takes over a session that already has the notebook's path, so each is given one on
    the same kernel. Nothing depends on it: if this fails, a page starts its own.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self._lock = asyncio.Lock()

    async def serve(self, found: Found) -> None:
        sessions = self._app.session_manager
        async with self._lock:
            try:
                kernel, without = None, []
                for path in found.notebooks():
                    if await sessions.session_exists(path=path):
                        kernel = (await sessions.get_session(path=path))["kernel"]["id"]
                    else:
                        without.append(path)
                for path in without:
                    made = await sessions.create_session(
                        path=path, name=path, type="notebook", kernel_name=None, kernel_id=kernel
                    )
                    kernel = made["kernel"]["id"]
            except Exception as error:
                self._app.log.warning("Course: no Python for all pages (%s).", error)
