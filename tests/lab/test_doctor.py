"""`course doctor` finds what has kept a course from working, and leaves everything as it was."""

import os
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from course import cli
from course.answers import open_session
from course.lab import doctor, extensions
from course.lab.doctor import Checked, examine
from course.lessons import load_course
from tests.lab.foreign import lay

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


@pytest.fixture
def used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which something was answered, of the small course."""
    monkeypatch.setenv("COURSE_CONTENT", str(SMALL))
    open_session(load_course(SMALL), folder).answer("pick-one", ["sorry"])
    return folder


def wrong(found: list[Checked]) -> list[str]:
    return [one.said for one in found if one.mend]


def files(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_sound_folder_is_well_and_stays_as_it_was(
    used: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(used)
    assert cli.main(["doctor", str(used)]) == 0
    said = capsys.readouterr().out
    assert "A trial answer was written and read back." in said
    assert "2 records of your work can be read." in said
    assert said.endswith("All is well.\n")
    assert files(used) == before


def test_the_page_to_send_says_the_same_and_holds_no_answer(
    used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    open_session(load_course(SMALL), used).profile("Zoë Ångström")
    out = tmp_path / "page.md"
    assert cli.main(["doctor", str(used), "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "0 wrong" in text
    assert "A trial answer was written and read back." in text
    assert str(tmp_path) not in text
    assert "Zoë" not in text
    cli.main(["doctor", str(used), "--out", str(out)])
    assert out.read_text(encoding="utf-8") == text, "nothing is overwritten"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    found = examine(tmp_path / "none", SMALL)
    assert [one for one in wrong(found) if "is not there yet" in one]
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_other_accounts_could_see_is_told(used: Path) -> None:
    (used / ".course" / "copy").touch(0o644)
    assert wrong(examine(used, SMALL)) == [], "behind a closed door"
    (used / ".course" / "copy").unlink()
    (used / ".course").chmod(0o755)
    [said] = wrong(examine(used, SMALL))
    assert said.startswith("Other accounts could look into 1 of the course's own files")


def test_a_full_disk_and_one_that_refuses(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("", (), {"free": 1e6}))
    said = " ".join(wrong(examine(used, SMALL)))
    assert "Nothing can be written to" in said
    assert "Only 1 MB are free" in said
    assert "A trial answer was not kept" in said


def test_missing_and_other_extensions(
    used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "labextensions", "@foreign/one")
    monkeypatch.setattr(extensions, "searched", lambda: [tmp_path / "labextensions"])
    found = examine(used, SMALL)
    assert len([one for one in wrong(found) if "of JupyterLab is missing" in one]) == 2
    assert any("kept out of the course: @foreign/one." in one.said for one in found)


def test_old_and_missing_parts(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"jupyterlab": "3.6.0"}
    real = metadata.version
    monkeypatch.setattr(metadata, "requires", lambda _: ["jupyterlab>=4.4,<5", "gone>=1"])
    monkeypatch.setattr(metadata, "version", lambda name: told.get(name) or real(name))
    monkeypatch.setattr(doctor, "PARTS", (*doctor.PARTS, "no-such-part-of-ours"))
    assert wrong(examine(used, SMALL)) == [
        "jupyterlab 3.6.0 is too old or too new.", "no-such-part-of-ours is not installed.",
    ]  # fmt: skip


def test_files_called_like_modules_and_spoilt_lines_are_named(used: Path) -> None:
    (used / "course.py").write_text("", encoding="utf-8")
    (used / "pandas").mkdir()
    (used / "pandas" / "__init__.py").write_text("", encoding="utf-8")
    [log] = (used / ".course" / "answers").glob("*.jsonl")
    with log.open("ab") as file:
        file.write(b"scribble\n")
    said = [one.said for one in examine(used, SMALL)]
    assert any("Called like parts of Python: course.py, pandas." in one for one in said)
    assert any(f"{log.name}, line 3: the line is not a record" in one for one in said)


def test_content_that_cannot_be_read_is_told(used: Path, tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    (content / "order.yaml").write_text("5", encoding="utf-8")
    [said] = wrong(examine(used, content))
    assert said.startswith("A trial answer was not kept: order.yaml, line 1")
