"""`course build` writes what was asked for, and leaves alone what somebody else made."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest

from course.cli.build import NotBuilt, build_into
from course.lessons import Course

from .conftest import CONTENT

BUILT = ("first.ipynb", "home.ipynb", "review.ipynb", "privacy.ipynb")
"""The one lesson of the content, and the pages that every course has."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def _build(content: Path, out: Path, *, run: bool = False, own: bool = False) -> list[str]:
    return list(build_into(Course(content, content), out, run=run, own=own))


def _notebook(path: Path, source: str, lesson: str = "") -> bytes:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    if lesson:
        made.metadata["course"] = {"lesson": lesson}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)
    return path.read_bytes()


def test_other_notebooks_are_neither_run_nor_changed_nor_taken_away(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mark = tmp_path / "was-run"
    others = {
        path: _notebook(path, f"open({str(mark)!r}, 'w')", lesson)
        for path, lesson in ((out / "a/mine.ipynb", ""), (out / "gone.ipynb", "gone"))
    }
    assert _build(content, out, run=True) == [str(out / one) for one in BUILT]
    assert {path: path.read_bytes() for path in others} == others
    assert not mark.exists()


def test_a_notebook_of_the_same_name_written_by_hand_is_kept(content: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out/first.ipynb"
    before = _notebook(mine, "my_own = 1")
    with pytest.raises(NotBuilt, match="was not built from a lesson"):
        _build(content, mine.parent)
    assert mine.read_bytes() == before


@pytest.mark.parametrize("own", [False, True])
def test_a_page_with_a_mistake_is_named_and_its_notebook_stays(
    content: Path, tmp_path: Path, own: bool
) -> None:
    out = tmp_path / "out"
    _build(content, out)
    before = (out / "first.ipynb").read_bytes()
    page = content / "first/page.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n@nothing\n", encoding="utf-8")
    with pytest.raises(NotBuilt, match="there is no '@nothing'"):
        _build(content, out, own=own)
    assert (out / "first.ipynb").read_bytes() == before
    assert (out / "home.ipynb").is_file()


def test_a_lesson_cannot_be_called_as_a_page_of_the_course(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content / "first", content / "home")
    (content / "order.yaml").write_text("- first\n- home\n", encoding="utf-8")
    with pytest.raises(NotBuilt, match="The lesson 'home' is left out: the course has a page"):
        _build(content, tmp_path / "out")
    made = json.loads((tmp_path / "out/home.ipynb").read_bytes())
    assert made["metadata"]["course"] == {"page": "home"}


def test_of_the_courses_own_a_lesson_that_is_gone_is_taken_away(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _notebook(out / "gone.ipynb", "1", "gone")
    assert _build(content, out, own=True) == [
        *(str(out / one) for one in BUILT),
        f"{out / 'gone.ipynb'} is no lesson any more, and was taken away.",
    ]
    assert {path.name for path in out.iterdir()} == set(BUILT)


def test_a_lesson_listed_twice_is_built_once(content: Path, tmp_path: Path) -> None:
    (content / "order.yaml").write_text("- first\n- first\n", encoding="utf-8")
    assert _build(content, tmp_path / "out") == [str(tmp_path / "out" / one) for one in BUILT]
    made = json.loads((tmp_path / "out/first.ipynb").read_bytes())
    assert made["metadata"]["course"] == {"lesson": "first"}
