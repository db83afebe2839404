"""The pages on items and on exchange: every command on them runs, and every file is there."""

import re
import shlex
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from course.cli import main
from course.lessons import Course
from tests.house import ROOT
from tests.trainees import BEST, Trainee, clock, course, enrol

__all__ = ["clock", "course", "enrol"]
DOCS = ROOT / "course" / "docs"


def commands(page: str) -> list[list[str]]:
    """The commands of a page: lines of code that begin with the course's name."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [shlex.split(one)[1:] for one in re.findall(r"^    (course .+)$", text, re.M)]


class Heard(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


@pytest.mark.parametrize(("page", "many"), [("items.md", 2), ("exchange.md", 2)])
def test_commands_run(
    page: str,
    many: int,
    course: Course,
    enrol: Callable[[str], Trainee],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enrol("Asha").answers(BEST).hands_in()
    roster = tmp_path / "people.csv"
    roster.write_text("Name,Team\nAsha,Leeds\n", encoding="utf-8")
    started: list[Path] = []

    def start(folder: Path, **options: bool) -> int:
        assert options["instructor"]
        started.append(folder)
        return 0

    monkeypatch.setattr("course.lab.start", start)
    store = HTTPServer(("127.0.0.1", 0), Heard)
    threading.Thread(target=store.serve_forever, daemon=True).start()
    stands = {
        "SUBMISSIONS": tmp_path / "handed-in", "RESULTS": tmp_path / "results",
        "PEOPLE.csv": roster, "FOLDER": tmp_path / "folder",
        "statements.json": tmp_path / "statements.json",
        "http://127.0.0.1:8100/xapi": f"http://127.0.0.1:{store.server_port}/xapi",
    }  # fmt: skip
    found = commands(page)
    assert len(found) == many
    for words in found:
        given = [str(stands.get(one, one)) for one in words]
        key = [] if words[0] == "start" else ["--key", str(course.folder)]
        assert main([*given, *key]) == 0, words
    store.shutdown()
    store.server_close()
    if page == "items.md":
        named = set(re.findall(r"`(?:RESULTS/)?([a-z]+\.(?:csv|json|html))`",
                               (DOCS / page).read_text(encoding="utf-8")))  # fmt: skip
        assert {"items.csv", "lines.csv", "roads.csv", "answered.json", "report.html"} == named
        assert all((tmp_path / "results" / one).is_file() for one in named)
        assert started == [tmp_path / "folder"]


def test_they_are_linked() -> None:
    listed = (DOCS / "README.md").read_text(encoding="utf-8")
    assert "](items.md)" in listed
    assert "](exchange.md)" in listed
