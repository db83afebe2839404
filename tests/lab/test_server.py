import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from course.answers import open_session
from course.lab import CannotStart, lay_out, ports, serve, start
from course.lab.files import write_json
from course.lab.layout import lessons_in, pages_in
from course.lab.places import Places
from course.lab.server import find, first_page, launch
from course.lessons import load_course
from course.lessons.build import PagePlace
from tests.pages import built

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


def test_the_wanted_port_then_the_last_then_any() -> None:
    with socket.socket() as taken:
        taken.bind((ports.HOST, 0))
        taken.listen()
        used = taken.getsockname()[1]
        assert not ports.is_free(used)
        free = ports.choose(None, None)
        assert ports.choose(free, None) == free
        assert ports.choose(used, free) == free
        assert ports.choose(used, used) != used
    assert not ports.is_free(70_000)


def test_the_lesson_last_visited_is_opened(folder: Path, shipped: Path) -> None:
    places = Places(folder)
    lay_out(folder, built(shipped))
    assert first_page(places) == "welcome.ipynb"
    workspace = places.workspaces / "course-1.jupyterlab-workspace"
    write_json(workspace, {"data": {"course:last": "complaints.ipynb"}, "metadata": {}})
    assert first_page(places) == "complaints.ipynb"
    write_json(workspace, {"data": {"course:last": "06-complaints.ipynb"}, "metadata": {}})
    assert first_page(places) == "complaints.ipynb", "as notebooks were once called"
    write_json(workspace, {"data": {"course:last": "../elsewhere.ipynb"}})
    assert first_page(places) == "welcome.ipynb"
    workspace.write_text("{torn", encoding="utf-8")
    assert first_page(places) == "welcome.ipynb"


def test_home_is_opened_once_the_course_was_begun(folder: Path, shipped: Path) -> None:
    places = Places(folder)
    pages = built(shipped)
    home = PagePlace(id="home", file="home.ipynb", title="Home")
    with_home = replace(
        pages,
        pages=(home, PagePlace(id="review", file="review.ipynb", title="Review")),
        notebooks={**pages.notebooks, "home.ipynb": pages.notebooks["welcome.ipynb"]},
    )
    lay_out(folder, with_home)
    assert pages_in(places) == {"home": "home.ipynb"}, "only what is there"
    assert lessons_in(places) == ["welcome.ipynb", "complaints.ipynb"]
    assert first_page(places) == "welcome.ipynb"
    mine = open_session(load_course(SMALL), folder)
    mine.profile("Asha")
    assert first_page(places) == "welcome.ipynb", "a name is no beginning"
    mine.visit("first")
    assert first_page(places) == "home.ipynb"
    (folder / "home.ipynb").unlink()
    assert first_page(places) == "welcome.ipynb"


def test_a_server_that_is_gone_is_not_found(folder: Path) -> None:
    places = Places(folder)
    assert find(places) is None
    dead = {"url": f"http://127.0.0.1:{ports.choose(None, None)}/", "token": "old"}
    write_json(places.runtime / "jpserver-1.json", dead)
    assert find(places) is None


@pytest.mark.skipif(shutil.which("false") is None, reason="needs a program that fails")
def test_a_server_that_will_not_start(
    folder: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(folder, built(shipped))
    failing = SimpleNamespace(executable=shutil.which("false"))
    monkeypatch.setattr("course.lab.server.sys", failing)
    with pytest.raises(CannotStart, match="stopped as soon as it was started"):
        launch(Places(folder))


def begin(folder: Path, content: Path, port: int | None = None) -> "subprocess.Popen[str]":
    code = (
        "import sys; from pathlib import Path; from course.lab import start\n"
        f"sys.exit(start(Path({str(folder)!r}), content=Path({str(content)!r}), "
        f"browser=False, port={port}))"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process on Windows")
def test_from_start_to_the_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((ports.HOST, 0))
        taken.listen()
        used = taken.getsockname()[1]
        first = begin(folder, SMALL, port=used)
        assert first.stdout is not None
        lines: list[str] = []
        while not lines or "Keep this window open" not in lines[-1]:
            lines.append(first.stdout.readline())
            assert lines[-1], lines
    said = "".join(lines)
    assert f"Port {used} is used by another program" in said
    assert "/doc/tree/first.ipynb?token=" in said

    running = find(Places(folder))
    assert running is not None
    sessions = running.request("GET", "api/sessions")
    assert {one["path"] for one in sessions} == {
        "first.ipynb", "home.ipynb", "privacy.ipynb", "review.ipynb",
    }  # fmt: skip
    assert len({one["kernel"]["id"] for one in sessions}) == 1
    key = next(line for line in lines if "token=" in line).strip().split("token=")[1]
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False)
    assert key not in listing.stdout

    second = begin(folder, SMALL)
    out, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "already running for this folder" in out
    assert key in out

    assert start(folder, content=folder, browser=False) == 1
    assert "running for this folder with other lessons" in capsys.readouterr().err

    first.send_signal(signal.SIGINT)
    out, _ = first.communicate(timeout=60)
    assert "Your answers are saved in this folder." in out
    assert first.returncode == 0
    assert find(Places(folder)) is None


def test_a_folder_that_cannot_be_used_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write_text("a letter", encoding="utf-8")
    assert start(folder, content=SMALL, browser=False) == 1
    assert capsys.readouterr().err.startswith(f"{folder} is a file")


def test_a_port_that_was_taken_for_a_moment_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody takes the port after it was chosen, and leaves it before anybody looks again."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as somebody:
        somebody.bind((ports.HOST, 0))
        somebody.listen()
        taken = somebody.getsockname()[1]
        choose, free, first, left = ports.choose, ports.is_free, [taken], [True]
        monkeypatch.setattr(ports, "choose", lambda *ask: first.pop() if first else choose(*ask))
        monkeypatch.setattr(ports, "is_free", lambda port: left.pop() if left else free(port))
        with serve(tmp_path / "care") as running:
            assert running.answers()
            assert f":{taken}/" not in running.base
