import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from course.lab import CannotStart, lay_out
from course.lab.files import read_json
from course.lab.layout import lessons_in
from course.lab.places import Places


def write(path: Path, *sources: str, ran: bool = False) -> None:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    if ran:
        for cell in cells:
            cell.execution_count = 7
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="done")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def source(path: Path) -> str:
    return "".join(cell.source for cell in nbformat.read(path, 4).cells)


def test_a_fresh_folder(folder: Path, shipped: Path) -> None:
    done = lay_out(folder, shipped)
    assert done.added == ["00-welcome.ipynb", "06-complaints.ipynb"]
    assert done.sentences == []
    assert (folder / ".course" / "answers").is_dir()
    assert sorted(p.name for p in folder.iterdir()) == [".course", *done.added]


def test_a_second_time_nothing_happens(folder: Path, shipped: Path) -> None:
    lay_out(folder, shipped)
    before = {p: p.read_bytes() for p in folder.glob("*.ipynb")}
    done = lay_out(folder, shipped)
    assert (done.added, done.updated, done.kept, done.sentences) == ([], [], {}, [])
    assert {p: p.read_bytes() for p in folder.glob("*.ipynb")} == before


def test_an_unchanged_old_copy_is_brought_up_to_date(folder: Path, shipped: Path) -> None:
    lay_out(folder, shipped)
    # Having run it is no change: outputs and counters are not the trainee's work.
    write(folder / "06-complaints.ipynb", "2 + 2", ran=True)
    write(shipped / "06-complaints.ipynb", "2 + 3")
    done = lay_out(folder, shipped)
    assert done.updated == ["06-complaints.ipynb"]
    assert done.sentences == ["Brought up to date: 06-complaints.ipynb."]
    assert source(folder / "06-complaints.ipynb") == "2 + 3"


def test_a_changed_notebook_is_kept_and_a_fresh_copy_put_beside(
    folder: Path, shipped: Path
) -> None:
    lay_out(folder, shipped)
    write(folder / "06-complaints.ipynb", "my own")
    write(shipped / "06-complaints.ipynb", "2 + 3")
    done = lay_out(folder, shipped)
    fresh = "06-complaints (fresh copy).ipynb"
    assert done.kept == {"06-complaints.ipynb": fresh}
    assert done.sentences == [
        "You have your own version of 06-complaints.ipynb, so it was kept as it is.",
        f"A fresh copy is beside it: {fresh}.",
    ]
    assert source(folder / "06-complaints.ipynb") == "my own"
    assert source(folder / fresh) == "2 + 3"
    assert lessons_in(folder) == ["00-welcome.ipynb", "06-complaints.ipynb"]


def test_fresh_copies_do_not_pile_up_and_are_kept_too(folder: Path, shipped: Path) -> None:
    lay_out(folder, shipped)
    write(folder / "06-complaints.ipynb", "my own")
    lay_out(folder, shipped)
    fresh = folder / "06-complaints (fresh copy).ipynb"
    write(fresh, "written in the copy")
    done = lay_out(folder, shipped)
    assert done.kept == {"06-complaints.ipynb": None}
    assert len(done.sentences) == 1
    write(shipped / "06-complaints.ipynb", "2 + 3")
    done = lay_out(folder, shipped)
    assert done.kept == {"06-complaints.ipynb": "06-complaints (fresh copy 2).ipynb"}
    assert source(fresh) == "written in the copy"


def test_a_notebook_from_before_the_course_is_kept(folder: Path, shipped: Path) -> None:
    folder.mkdir()
    (folder / "06-complaints.ipynb").write_text("not even a notebook", encoding="utf-8")
    done = lay_out(folder, shipped)
    assert list(done.kept) == ["06-complaints.ipynb"]
    assert (folder / "06-complaints.ipynb").read_text(encoding="utf-8") == "not even a notebook"


def test_a_folder_named_like_a_notebook_is_kept(folder: Path, shipped: Path) -> None:
    (folder / "06-complaints.ipynb").mkdir(parents=True)
    assert list(lay_out(folder, shipped).kept) == ["06-complaints.ipynb"]


def test_a_deleted_notebook_comes_back(folder: Path, shipped: Path) -> None:
    lay_out(folder, shipped)
    (folder / "00-welcome.ipynb").unlink()
    assert lay_out(folder, shipped).added == ["00-welcome.ipynb"]


def test_a_lost_record_loses_no_work(folder: Path, shipped: Path) -> None:
    lay_out(folder, shipped)
    write(folder / "06-complaints.ipynb", "my own")
    Places(folder).shipped.write_text("{torn", encoding="utf-8")
    lay_out(folder, shipped)
    assert source(folder / "06-complaints.ipynb") == "my own"
    assert isinstance(read_json(Places(folder).shipped), dict)


def test_a_file_in_the_way(folder: Path, shipped: Path) -> None:
    folder.write_text("letter", encoding="utf-8")
    with pytest.raises(CannotStart, match="is a file, and the course needs a folder"):
        lay_out(folder, shipped)
    assert folder.read_text(encoding="utf-8") == "letter"


def test_no_notebooks(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="notebooks were not found"):
        lay_out(folder, tmp_path / "nowhere")


@contextmanager
def as_somebody() -> Iterator[None]:
    """Run as a user whom permissions bind, since root may write anywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions work otherwise on Windows")
def test_an_unwritable_folder(open_to_all: Path) -> None:
    notebooks, locked = open_to_all / "shipped", open_to_all / "locked"
    notebooks.mkdir()
    write(notebooks / "00-welcome.ipynb", "1 + 1")
    locked.mkdir()
    locked.chmod(0o555)
    with as_somebody(), pytest.raises(CannotStart) as refused:
        lay_out(locked, notebooks)
    assert "cannot write to" in str(refused.value)
    assert "Choose a folder of your own" in str(refused.value)
    assert list(locked.iterdir()) == []


def test_a_full_disk_says_so(folder: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x.part")

    monkeypatch.setattr("course.lab.files.os.replace", full)
    with pytest.raises(CannotStart, match="No space left on device"):
        lay_out(folder, shipped)
    assert list(folder.glob("**/*.part")) == []
