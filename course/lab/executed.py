"""Notebooks with their outputs, for the repository and for whoever reads them without Jupyter."""

import asyncio
import os
from pathlib import Path
from typing import Any

_WIDGET = "application/vnd.jupyter.widget-view+json"


class CellFailed(Exception):
    """A cell of a notebook that cannot be run; the message says which and why."""


def execute(data: bytes, folder: Path) -> bytes:
    """A notebook run from top to bottom, outside any course folder, and its facts kept.

    Ids of widgets and times differ with every run, so they are left out.

    Args:
        data: The notebook as built.
        folder: Where it runs.

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
    kept = os.environ.pop("COURSE_FOLDER", None)
    try:
        asyncio.run(client.async_execute())
    except CellExecutionError as error:
        failed = next(
            "".join(cell.source)
            for cell in notebook.cells
            if any(one.output_type == "error" for one in cell.get("outputs", ()))
        )
        raise CellFailed(f"'{failed}' fails: {error.ename}: {error.evalue}") from None
    finally:
        if kept is not None:
            os.environ["COURSE_FOLDER"] = kept
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
