"""Results never take the place of what an instructor has put or changed."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.grading import Occupied, put
from course.grading.outbox import MARK

FILES = {"grades.csv": b"one", "review.csv": b"rows", "feedback/a.html": b"page"}


def there(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_written_again_our_own_is_replaced_and_what_is_gone_is_taken_away(tmp_path: Path) -> None:
    assert put(tmp_path / "out", FILES) == []
    newer = {"grades.csv": b"two", "feedback/b.html": b"page"}
    assert put(tmp_path / "out", newer) == []
    assert there(tmp_path / "out") == newer


@pytest.mark.parametrize("name", ["grades.csv", "feedback/a.html"])
def test_what_was_changed_is_not_overwritten(tmp_path: Path, name: str) -> None:
    put(tmp_path, FILES)
    (tmp_path / name).write_bytes(b"with my notes")
    before = there(tmp_path)
    with pytest.raises(Occupied, match="not ours to overwrite"):
        put(tmp_path, {**FILES, "grades.csv": b"two"})
    assert there(tmp_path) == before


def test_what_was_there_before_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "grades.csv").write_bytes(b"my own table")
    (tmp_path / "else.txt").write_bytes(b"mine")
    with pytest.raises(Occupied):
        put(tmp_path, FILES)
    assert there(tmp_path) == {"grades.csv": b"my own table", "else.txt": b"mine"}


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "else.txt").write_bytes(b"mine")
    put(tmp_path, FILES)
    put(tmp_path, {"grades.csv": b"two"})
    assert there(tmp_path) == {"grades.csv": b"two", "else.txt": b"mine"}


def test_a_filled_in_review_is_kept_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    (tmp_path / "review.csv").write_bytes(b"rows with points")
    for _ in range(2):
        [said] = put(tmp_path, FILES)
        assert "review-2.csv" in said
    assert (tmp_path / "review.csv").read_bytes() == b"rows with points"
    assert sorted(path.name for path in tmp_path.glob("review*")) == ["review-2.csv", "review.csv"]


def test_a_changed_page_of_someone_who_is_gone_is_kept(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    (tmp_path / "feedback" / "a.html").write_bytes(b"with my notes")
    put(tmp_path, {"grades.csv": b"two"})
    assert (tmp_path / "feedback" / "a.html").read_bytes() == b"with my notes"


def test_an_interruption_leaves_nothing_that_seems_foreign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, FILES)
    replace = os.replace

    def stops(made: Path, place: Path) -> None:
        if place.name == "a.html":
            raise OSError(28, "No space left on device")
        replace(made, place)

    newer = {"grades.csv": b"two", "review.csv": b"rows", "feedback/a.html": b"new page"}
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stops)
        with pytest.raises(OSError, match="No space"):
            put(tmp_path, newer)
    put(tmp_path, newer)
    assert there(tmp_path) == newer


def test_a_list_that_points_outside_takes_nothing_away(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"")
    out = tmp_path / "out"
    out.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (out / MARK).write_text(json.dumps({"../victim.txt": [empty], str(victim): [empty]}))
    put(out, FILES)
    assert victim.exists()


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "feedback").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Occupied):
        put(out, FILES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("mark", [b"", b"[]", b'{"grades.csv": 5}', b"\xff"])
def test_a_spoilt_list_makes_everything_foreign(tmp_path: Path, mark: bytes) -> None:
    put(tmp_path, FILES)
    (tmp_path / MARK).write_bytes(mark)
    with pytest.raises(Occupied):
        put(tmp_path, FILES)


def test_out_may_not_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("here")
    with pytest.raises(Occupied, match="is a file"):
        put(tmp_path / "out", FILES)


def test_pieces_of_a_file_are_put_together_and_nothing_is_left_beside(tmp_path: Path) -> None:
    pieces = [("grades.csv", b"one "), ("feedback/a.html", b"page"), ("grades.csv", b"two")]
    put(tmp_path / "out", iter(pieces))
    assert there(tmp_path / "out") == {"grades.csv": b"one two", "feedback/a.html": b"page"}


def test_where_making_them_fails_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path / "old", FILES)

    def fails() -> Iterator[tuple[str, bytes]]:
        yield "grades.csv", b"new"
        raise ValueError

    for out, left in ((tmp_path / "old", FILES), (tmp_path / "new", {})):
        with pytest.raises(ValueError):  # noqa: PT011
            put(out, fails())
        assert there(out) == left
    assert not (tmp_path / "new").exists()
