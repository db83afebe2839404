import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from course.lab import CannotStart, fingerprint, lay_out
from course.lab.files import read_json
from course.lab.layout import lessons_in
from course.lab.places import Places
from course.lessons.build import Built
from tests.pages import built


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
    done = lay_out(folder, built(shipped))
    assert done.added == ["welcome.ipynb", "complaints.ipynb"]
    assert done.sentences == []
    assert (folder / ".course" / "answers").is_dir()
    assert sorted(p.name for p in folder.iterdir()) == sorted([".course", *done.added])


def test_a_second_time_nothing_happens(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    before = {p: p.read_bytes() for p in folder.glob("*.ipynb")}
    done = lay_out(folder, built(shipped))
    assert (done.added, done.updated, done.kept, done.sentences) == ([], [], {}, [])
    assert {p: p.read_bytes() for p in folder.glob("*.ipynb")} == before


def test_an_unchanged_old_copy_is_brought_up_to_date(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    # Having run it is no change: outputs and counters are not the trainee's work.
    write(folder / "complaints.ipynb", "2 + 2", ran=True)
    write(shipped / "complaints.ipynb", "2 + 3")
    done = lay_out(folder, built(shipped))
    assert done.updated == ["complaints.ipynb"]
    assert done.sentences == ["Brought up to date: complaints.ipynb."]
    assert source(folder / "complaints.ipynb") == "2 + 3"


def test_a_changed_notebook_is_kept_and_a_fresh_copy_put_beside(
    folder: Path, shipped: Path
) -> None:
    lay_out(folder, built(shipped))
    write(folder / "complaints.ipynb", "my own")
    write(shipped / "complaints.ipynb", "2 + 3")
    done = lay_out(folder, built(shipped))
    fresh = "complaints (fresh copy).ipynb"
    assert done.kept == {"complaints.ipynb": fresh}
    assert done.sentences == [
        "You have your own version of complaints.ipynb, so it was kept as it is.",
        f"A fresh copy is beside it: {fresh}.",
    ]
    assert source(folder / "complaints.ipynb") == "my own"
    assert source(folder / fresh) == "2 + 3"
    assert lessons_in(Places(folder)) == ["welcome.ipynb", "complaints.ipynb"]


def test_going_back_and_forth_adds_no_copies_and_tells_again(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    write(folder / "complaints.ipynb", "my own")
    for source_text in ("2 + 3", "2 + 4", "2 + 3", "2 + 4"):
        write(shipped / "complaints.ipynb", source_text)
        lay_out(folder, built(shipped))
    names = sorted(path.name for path in folder.glob("complaints*"))
    assert names == [
        "complaints (fresh copy 2).ipynb",
        "complaints (fresh copy).ipynb",
        "complaints.ipynb",
    ]
    for _ in range(2):
        (shipped / "complaints.ipynb").unlink()
        assert lay_out(folder, built(shipped)).left_over == ["complaints.ipynb"]
        assert lay_out(folder, built(shipped)).left_over == []
        write(shipped / "complaints.ipynb", "2 + 4")
        lay_out(folder, built(shipped))


def test_fresh_copies_do_not_pile_up_and_are_kept_too(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    write(folder / "complaints.ipynb", "my own")
    lay_out(folder, built(shipped))
    fresh = folder / "complaints (fresh copy).ipynb"
    write(fresh, "written in the copy")
    done = lay_out(folder, built(shipped))
    assert done.kept == {"complaints.ipynb": None}
    assert len(done.sentences) == 1
    write(shipped / "complaints.ipynb", "2 + 3")
    done = lay_out(folder, built(shipped))
    assert done.kept == {"complaints.ipynb": "complaints (fresh copy 2).ipynb"}
    assert source(fresh) == "written in the copy"


def test_a_notebook_from_before_the_course_is_kept(folder: Path, shipped: Path) -> None:
    folder.mkdir()
    (folder / "complaints.ipynb").write_text("not even a notebook", encoding="utf-8")
    done = lay_out(folder, built(shipped))
    assert list(done.kept) == ["complaints.ipynb"]
    assert (folder / "complaints.ipynb").read_text(encoding="utf-8") == "not even a notebook"


def test_a_folder_named_like_a_notebook_is_kept(folder: Path, shipped: Path) -> None:
    (folder / "complaints.ipynb").mkdir(parents=True)
    assert list(lay_out(folder, built(shipped)).kept) == ["complaints.ipynb"]


def test_a_deleted_notebook_comes_back(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    (folder / "welcome.ipynb").unlink()
    assert lay_out(folder, built(shipped)).added == ["welcome.ipynb"]


def test_a_lost_record_loses_no_work(folder: Path, shipped: Path) -> None:
    lay_out(folder, built(shipped))
    write(folder / "complaints.ipynb", "my own")
    Places(folder).shipped.write_text("{torn", encoding="utf-8")
    lay_out(folder, built(shipped))
    assert source(folder / "complaints.ipynb") == "my own"
    assert isinstance(read_json(Places(folder).shipped), dict)


def test_a_file_in_the_way(folder: Path, shipped: Path) -> None:
    folder.write_text("letter", encoding="utf-8")
    with pytest.raises(CannotStart, match="is a file, and the course needs a folder"):
        lay_out(folder, built(shipped))
    assert folder.read_text(encoding="utf-8") == "letter"


def test_no_lesson_at_all(folder: Path) -> None:
    with pytest.raises(CannotStart, match=r"no lesson that can be opened\. The lesson 'a' is left"):
        lay_out(folder, Built(lessons=(), notebooks={}, left_out=("The lesson 'a' is left out.",)))
    assert not folder.exists()


def test_a_page_that_the_course_no_longer_has_goes_unless_somebody_changed_it(
    folder: Path, shipped: Path
) -> None:
    lay_out(folder, built(shipped))
    write(folder / "welcome.ipynb", "1 + 1", ran=True)
    (shipped / "welcome.ipynb").unlink()
    done = lay_out(folder, built(shipped))
    assert (done.removed, done.sentences) == (["welcome.ipynb"], [])
    assert not (folder / "welcome.ipynb").exists()

    write(folder / "complaints.ipynb", "my own")
    write(shipped / "welcome.ipynb", "1 + 1")
    (shipped / "complaints.ipynb").unlink()
    done = lay_out(folder, built(shipped))
    assert done.left_over == ["complaints.ipynb"]
    assert "You had changed it, so it was kept." in done.sentences[0]
    assert source(folder / "complaints.ipynb") == "my own"
    assert lessons_in(Places(folder)) == ["welcome.ipynb"]
    assert lay_out(folder, built(shipped)).sentences == [], "it is said once"


def test_a_record_that_names_a_file_elsewhere_takes_nothing_away(
    folder: Path, shipped: Path
) -> None:
    lay_out(folder, built(shipped))
    letter = folder.parent / "letter.ipynb"
    write(letter, "dear you")
    record = read_json(Places(folder).shipped)
    words = fingerprint.of_words(letter.read_bytes())
    Places(folder).shipped.write_text(
        json.dumps({**record, "../letter.ipynb": {"words": words}}), encoding="utf-8"
    )
    lay_out(folder, built(shipped))
    assert letter.is_file()


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
    write(notebooks / "welcome.ipynb", "1 + 1")
    locked.mkdir()
    locked.chmod(0o555)
    with as_somebody(), pytest.raises(CannotStart) as refused:
        lay_out(locked, built(notebooks))
    assert "cannot write to" in str(refused.value)
    assert "Choose a folder of your own" in str(refused.value)
    assert list(locked.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_what_is_kept_belongs_to_its_owner_alone(folder: Path, shipped: Path) -> None:
    for _ in range(2):
        lay_out(folder, built(shipped))
        hidden = Places(folder).hidden
        assert hidden.stat().st_mode & 0o777 == 0o700
        hidden.chmod(0o755)


def test_a_full_disk_says_so(folder: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x.part")

    monkeypatch.setattr("course.lab.files.os.replace", full)
    with pytest.raises(CannotStart, match="No space left on device"):
        lay_out(folder, built(shipped))
    assert list(folder.glob("**/*.part")) == []
