"""Another account on the same computer sees nothing of a running course."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from course.lab import serve
from course.lab.places import Places

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
LOOK = """
import pathlib, sys
seen = []
def look(path):
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        seen.append(str(path)) if inside or path.read_bytes() else None
    except OSError:
        inside = []
    for one in inside:
        look(one)
for one in sys.argv[1:]:
    look(pathlib.Path(one))
print(*seen, sep="\\n")
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder.parent)): stat.S_IMODE(path.lstat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.skipif(
    shutil.which("setpriv") is None or getattr(os, "geteuid", lambda: 1)() != 0,
    reason="only root can look as somebody else",
)
def test_another_account_sees_nothing_of_it(open_to_all: Path) -> None:
    folder = open_to_all / "trainee"
    old = folder / ".course" / "lab" / "runtime"
    old.mkdir(parents=True)
    (old / "jpserver-1-open.html").write_text("token=of-yesterday", encoding="utf-8")
    for path in (old / "jpserver-1-open.html", old, old.parent, old.parent.parent, folder):
        path.chmod(0o755)
    with serve(folder, content=SMALL) as running:
        held = [
            path for path in Places(folder).runtime.rglob("*")
            if path.is_file() and running.token in path.read_text(encoding="utf-8", errors="ignore")
        ]  # fmt: skip
        assert held, "there is a key to be found"
        command = [*NOBODY, shutil.which("python3", path="/usr/bin:/usr/local/bin") or "python3"]
        paths = [str(path) for path in (folder / ".course", *(folder / ".course").rglob("*"))]
        done = subprocess.run(
            [*command, "-c", LOOK, *paths], capture_output=True, text=True, check=True, cwd="/"
        )
        assert done.stdout.split() == []
        # The same look does see what is open, so seeing nothing says something.
        done = subprocess.run(
            [*command, "-c", LOOK, str(folder)], capture_output=True, text=True, check=True, cwd="/"
        )
        assert str(folder / "first.ipynb") in done.stdout.split()


def test_all_that_a_running_course_keeps_is_for_its_owner(folder: Path) -> None:
    with serve(folder, content=SMALL) as running:
        running.request("PUT", "lab/api/settings/@jupyterlab/apputils-extension:themes",
                        {"raw": "{}"})  # fmt: skip
        found = modes(folder / ".course")
        assert {name: oct(one) for name, one in found.items() if one & 0o077} == {}
        assert any(name.endswith("-open.html") for name in found)
        running.request("POST", "api/contents/first.ipynb/checkpoints")
        assert found[".course"] == 0o700, "which is all that counts for a copy of a notebook"
    found = modes(folder / ".course")
    assert any("checkpoint" in name for name in found)
    assert {name: oct(one) for name, one in found.items() if one & 0o077} == {}
