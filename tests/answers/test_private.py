"""What a course folder keeps for itself is closed to every other account."""

import os
import stat
from pathlib import Path

import pytest

from course.answers.log import FolderLog
from course.answers.private import lent, tighten
from course.answers.record import Hint

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_answer_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    log = FolderLog(tmp_path / "mine" / ".course" / "answers", "2026-01-01T00:00:00Z")
    log.append(Hint(v=2, exercise="a", at="2026-01-01T00:00:00.000Z", prev="", level=1))
    assert mode(log.path) == 0o600
    assert mode(log.folder) == mode(log.folder.parent) == 0o700
    assert mode(tmp_path / "mine") != 0o700, "the rest of the folder is the trainee's own affair"


def test_a_folder_of_an_earlier_version_is_mended(tmp_path: Path) -> None:
    hidden, outside = tmp_path / ".course", tmp_path / "elsewhere"
    (hidden / "lab").mkdir(parents=True)
    for path in (hidden / "lab" / "key.html", outside):
        path.write_text("x", encoding="utf-8")
        path.chmod(0o644)
    (hidden / "link").symlink_to(outside)
    hidden.chmod(0o755)
    assert tighten(hidden) == []
    assert list(lent(hidden)) == []
    assert mode(hidden) == mode(hidden / "lab") == 0o700
    assert mode(hidden / "lab" / "key.html") == 0o600
    assert mode(outside) == 0o644, "a link leads to what is somebody else's"
