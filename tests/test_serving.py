"""A server says in which course folder a page lies, and of what is none, nothing."""

import json
from pathlib import Path

import pytest

from course import serving
from course.lab import lay_out
from course.lab.pages import build_pages

SMALL = Path(__file__).parent / "fixtures" / "course"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_out(tmp_path / "people" / "asha", build_pages(SMALL))
    return tmp_path


@pytest.mark.parametrize(
    ("page", "folder"),
    [("first.ipynb", ""), ("asha/first.ipynb", "asha"), ("/people/asha/x/y.ipynb", "people/asha")],
)
def test_a_page_is_found_in_its_folder(root: Path, page: str, folder: str) -> None:
    above = root / "people" / "asha"
    for _ in [one for one in folder.split("/") if one]:
        above = above.parent
    found = serving.find(above, page)
    assert found is not None
    assert found.path == folder
    assert [one["file"] for one in found.listed["lessons"]] == ["first.ipynb"]
    assert f"{folder}/first.ipynb".lstrip("/") in list(found.notebooks())


@pytest.mark.parametrize(
    "page", ["", "mine.ipynb", "people/mine.ipynb", "x/../people/asha/first.ipynb", "/"]
)
def test_what_lies_elsewhere_is_none(root: Path, page: str) -> None:
    assert serving.find(root, page) is None


def test_nobody_looks_above_the_root(root: Path) -> None:
    (root / "people" / "asha" / "inside").mkdir()
    assert serving.find(root / "people" / "asha" / "inside", "first.ipynb") is None


@pytest.mark.parametrize("torn", ["{", "[]", '{"lessons": 1, "pages": []}', '{"lessons": [{}]}'])
def test_a_torn_list_is_none(root: Path, torn: str) -> None:
    (root / "people" / "asha" / serving.PAGES).write_text(torn, encoding="utf-8")
    assert serving.find(root / "people" / "asha", "first.ipynb") is None


def test_a_notebook_that_was_moved_away_is_left_out(root: Path) -> None:
    folder = root / "people" / "asha"
    listed = json.loads((folder / serving.PAGES).read_text(encoding="utf-8"))
    assert [one["file"] for one in listed["lessons"]] == ["first.ipynb"]
    (folder / "first.ipynb").unlink()
    found = serving.find(folder, "")
    assert found is not None
    assert found.listed["lessons"] == []
