"""A folder that was laid out before lessons had pages of their own opens with all that is in it."""

import shutil
from pathlib import Path

import nbformat
import pytest

from course.answers import open_session
from course.exercises import Scored
from course.lab import lay_out
from course.lab.layout import lessons_in, pages_in
from course.lab.pages import build_pages
from course.lab.places import Places
from course.lessons import load_course

OLD = Path(__file__).parent.parent / "fixtures" / "folders" / "before-pages"
NUMBERED = {path.name for path in OLD.glob("*.ipynb")}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OLD, tmp_path / "care"))


def test_untouched_notebooks_are_replaced_without_a_word(older: Path) -> None:
    done = lay_out(older, build_pages())
    assert done.sentences == []
    assert set(done.removed) == NUMBERED
    places = Places(older)
    known = {*lessons_in(places), *pages_in(places).values()}
    assert {path.name for path in older.glob("*.ipynb")} == known
    assert lessons_in(Places(older))[:2] == ["welcome.ipynb", "care.ipynb"]


def test_one_that_was_written_in_is_kept(older: Path) -> None:
    mine = older / "06-complaints.ipynb"
    notebook = nbformat.read(mine, 4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("My own notes."))
    nbformat.write(notebook, mine)
    before = mine.read_bytes()
    (said,) = lay_out(older, build_pages()).sentences
    assert said.startswith("06-complaints.ipynb is no longer a page of the course.")
    assert mine.read_bytes() == before
    assert (older / "complaints.ipynb").is_file()


def test_every_answer_is_there(older: Path) -> None:
    lay_out(older, build_pages())
    session = open_session(load_course(), older)
    assert session.name == "Asha Berg"
    for name in ("yellow-lamp", "first-words", "evening-share"):
        (attempt,) = session.history(name).attempts
        assert isinstance(attempt.result, Scored), name
    talk = session.history("late-parcel")
    assert [turn.typed for turn in talk.turns] == ["In my words.", ""]
    assert session.history("own-it").draft == {"text": "I will ring the depot and"}
