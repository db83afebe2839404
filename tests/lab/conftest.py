"""A course of two lessons, and a folder to lay it out in."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    lessons = {"welcome": "1 + 1", "complaints": "2 + 2", "instructors/marking": "3 + 3"}
    for name, source in lessons.items():
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        cell = nbformat.v4.new_code_cell(source)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "trainee"


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """Make a folder that other users may read, unlike those that pytest makes."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)
