"""What every shipped notebook must be; nbval runs them, this looks at how they are made."""

from pathlib import Path

import nbformat
import pytest

from course.lessons import notebooks_folder
from tests.shipped import load_course

NOTEBOOKS = [
    path
    for path in sorted(notebooks_folder().rglob("*.ipynb"))
    if ".ipynb_checkpoints" not in path.parts
]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
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


def test_every_exercise_has_its_one_cell() -> None:
    for lesson in load_course().lessons.values():
        path = notebooks_folder() / lesson.file.notebook
        source = "\n".join(
            cell.source
            for cell in nbformat.read(path, as_version=4).cells
            if cell.cell_type == "code"
        )
        for exercise in lesson:
            assert source.count(f'["{exercise}"]') == 1, (lesson.id, exercise)


# Nobody has met these yet when the course opens; the first debrief is the first to name them.
NOT_YET = ("nps", "csat", "promoter", "acknowledg", "empath", "apolog", "de-escalat", "metric")


def test_the_welcome_names_no_metric_and_no_move() -> None:
    course = load_course()
    notebook = nbformat.read(notebooks_folder() / "00-welcome.ipynb", as_version=4)
    texts = [cell.source for cell in notebook.cells]
    for item in course.lessons["welcome"].values():
        public = item.exercise
        texts += [public.title, public.prompt, *public.hints]
        texts += [option.text for option in getattr(public, "options", ())]
        key = item.key
        texts += [*getattr(key, "because", {}).values()] if item.kind.name == "choice" else []
    shown = " ".join(texts).lower()
    assert [word for word in NOT_YET if word in shown] == []
