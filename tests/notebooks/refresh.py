"""Runs every notebook afresh, outside any course folder, and stores it with its outputs.

Run it after changing a notebook or a `__repr__`:  python tests/notebooks/refresh.py
"""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parent.parent.parent / "notebooks"
WIDGET = "application/vnd.jupyter.widget-view+json"


def refresh(path: Path) -> None:
    """Executes one notebook and writes it back, its facts kept and its widget ids left out."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    ).execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            if WIDGET in output.get("data", {}):
                del output.data[WIDGET]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        nbformat.write(notebook, file)


if __name__ == "__main__":
    os.environ.pop("COURSE_FOLDER", None)
    for found in sorted(NOTEBOOKS.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in found.parts:
            refresh(found)
            print(found.relative_to(NOTEBOOKS))
