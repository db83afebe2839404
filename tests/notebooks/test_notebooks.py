"""Every notebook in the repository is built from a page; nbval runs them, this looks at them."""

import json
from pathlib import Path

import nbformat
import pytest

from course.lessons import notebooks_folder
from course.lessons.build import build
from tests.shipped import load_course

ALL = sorted(
    path for path in notebooks_folder().rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)


def test_there_are_notebooks() -> None:
    assert len(ALL) >= 2


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_cells_are_locked_executed_short_and_whole(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.metadata.get("deletable") is False, cell.id
        if cell.cell_type == "code":
            assert cell.metadata.get("editable") is False, cell.id
            assert cell.execution_count, f"{cell.id} was never run"
            assert len(cell.source.splitlines()) <= 6, cell.id
            assert not any(output.output_type == "error" for output in cell.outputs), cell.id
    assert "widgets" not in notebook.metadata


def test_the_repository_holds_what_would_be_built() -> None:
    """Where this fails, run `course build`."""
    made = build(load_course())
    assert made.left_out == ()
    there = {path.name: path for path in notebooks_folder().glob("*.ipynb")}
    assert set(there) == set(made.notebooks)
    for name, data in made.notebooks.items():
        kept = json.loads(there[name].read_text(encoding="utf-8"))
        for cell in kept["cells"]:
            if cell["cell_type"] == "code":
                cell.update(outputs=[], execution_count=None)
        assert kept == json.loads(data), f"{name} is not what its page says: run `course build`"


# Nobody has met these yet when the course opens; the first debrief is the first to name them.
NOT_YET = ("nps", "csat", "promoter", "acknowledg", "empath", "apolog", "de-escalat", "metric")


def test_the_welcome_names_no_metric_and_no_move() -> None:
    welcome = load_course().lessons["welcome"]
    texts = [getattr(part, "text", "") for part in welcome.page.parts]
    for item in welcome.values():
        public = item.exercise
        texts += [public.title, public.prompt, *public.hints]
        texts += [option.text for option in getattr(public, "options", ())]
        key = item.key
        texts += [*getattr(key, "because", {}).values()] if item.kind.name == "choice" else []
    shown = " ".join(texts).lower()
    assert len(shown) > 1000
    assert [word for word in NOT_YET if word in shown] == []
