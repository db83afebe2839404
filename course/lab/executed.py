"""Notebooks with their outputs, for the repository and for whoever reads them without Jupyter."""

import os
from pathlib import Path
from typing import Any

_WIDGET = "application/vnd.jupyter.widget-view+json"


class CellFailed(Exception):
    """A cell of a notebook that cannot be run; the message says which and why."""


def execute(data: bytes, folder: Path, content: Path | None = None) -> bytes:
    """A notebook run from top to bottom, outside any course folder, and its facts kept.

    Ids of widgets and times differ with every run, so they are left out.

    Args:
        data: The notebook as built.
        folder: Where it runs.
        content: The lessons that it shows; by default those of the course.

    Raises:
        CellFailed: where a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.reads(data.decode(), as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--IPKernelApp.log_level=40"],
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("COURSE_")}
    if content is not None:
        env["COURSE_CONTENT"] = str(content.resolve())
    try:
        client.execute(env=env)
    except CellExecutionError as error:
        failed = next(
            "".join(cell.source)
            for cell in notebook.cells
            if any(one.output_type == "error" for one in cell.get("outputs", ()))
        )
        raise CellFailed(f"'{failed}' fails: {error.ename}: {error.evalue}") from None
    return plain(notebook)


def plain(notebook: Any) -> bytes:
    """A run notebook as it is kept: the facts of each output, and nothing that is new each time."""
    import nbformat

    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(_WIDGET, None)
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return f"{text}\n".encode()
