"""Statements for a record store: read by a library that is not ours, sent and refused."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from ralph.models.xapi.base.statements import BaseXapiStatement

from course.answers.submission import submit
from course.cli import main
from course.grading.xapi import BadStore, Told, send, statements, store_at
from course.lessons import Course
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
VERBS = "http://adlnet.gov/expapi/verbs/"


def told(course: Course, *paths: Path, **options: Any) -> list[dict[str, Any]]:
    made = list(statements(course, paths, Told(), **options))
    for one in made:
        # Strict: a field that the specification does not know is refused.
        BaseXapiStatement.model_validate_json(json.dumps(one))
    return made


def test_the_library_refuses_what_is_no_statement(course: Course, enrol: Enrol) -> None:
    one = told(course, enrol("Asha").answers(BEST).hands_in())[0]
    for spoilt in (
        {**one, "verb": {"id": "answered"}},
        {**one, "actor": {"objectType": "Agent"}},
        {**one, "result": {"score": {"scaled": 1.2}}},
        {**one, "mark": 3},
    ):
        with pytest.raises(ValueError, match="validation error"):
            BaseXapiStatement.model_validate_json(json.dumps(spoilt))


def test_each_try_each_ending_and_each_station_is_told_once(course: Course, enrol: Enrol) -> None:
    asha = enrol("Asha").answers({"pick-one": ["refund"], "broken-mug": ["coupon", "new-mug"]})
    made = told(course, asha.answers({**BEST, "in-your-words": REPLY}).hands_in())
    by: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for one in made:
        verb = one["verb"]["id"].removeprefix(VERBS)
        by.setdefault((verb, one["object"]["id"].rpartition("/")[2]), []).append(one)
    first, second = by["answered", "pick-one"]
    assert first["result"]["success"] is False
    assert second["result"]["success"] is True
    assert second["result"]["score"] == {"scaled": 1.0}
    assert [next(iter(one["result"]["extensions"].values())) for one in (first, second)] == [1, 2]
    assert first["timestamp"] < second["timestamp"]
    assert len(by["answered", "broken-mug"]) == len(by["completed", "broken-mug"]) == 2
    endings = [one["result"]["extensions"] for one in by["completed", "broken-mug"]]
    assert [one["https://customer-care.example/xapi/outcome"] for one in endings][-1] == "resolved"
    # Only a person can tell whether a reply is right, and what was written stays here.
    assert "success" not in by["answered", "in-your-words"][0]["result"]
    assert REPLY not in json.dumps(made)
    assert len({one["id"] for one in made}) == len(made)
    stations = [one for one in made if "/stations/" in one["object"]["id"]]
    assert stations
    assert {one["object"]["definition"]["type"] for one in stations} == {
        "http://adlnet.gov/expapi/activities/module"
    }


def test_nobody_is_named_unless_asked(course: Course, enrol: Enrol) -> None:
    file = enrol("Asha Verma").answers(BEST).hands_in()
    quiet, named = told(course, file), told(course, file, names=True)
    assert "Asha" not in json.dumps(quiet)
    assert {one["actor"]["name"] for one in named} == {"Asha Verma"}
    accounts = {one["actor"]["account"]["name"] for one in quiet}
    assert len(accounts) == 1
    assert accounts.pop().startswith("t")


def test_a_statement_keeps_its_id_and_another_has_another(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    asha = enrol("Asha").answers(BEST)
    before = told(course, asha.hands_in())
    asha.answers({"pick-one": ["sorry"]})
    both = told(course, asha.out, submit(asha.folder, tmp_path / "later.jsonl"))
    kept = [one["id"] for one in both if one in before]
    assert kept == [one["id"] for one in before]
    assert len(both) == len(before) + 1
    assert {UUID(one["id"]).version for one in both} == {5}
    other = told(course, enrol("Ben").answers(BEST).hands_in())
    assert not {one["id"] for one in other} & {one["id"] for one in both}


def test_a_file_that_two_names_claim_is_refused_by_name(
    course: Course, enrol: Enrol, tmp_path: Path
) -> None:
    asha = enrol("Asha").answers(BEST)
    asha.hands_in()
    asha.session.profile("Zed")
    submit(asha.folder, tmp_path / "handed-in" / "zed.jsonl")
    found = Told()
    assert list(statements(course, [tmp_path / "handed-in"], found)) == []
    assert {one.file for one in found.refused} == {"Asha.jsonl", "zed.jsonl"}


class Store(HTTPServer):
    """A record store that keeps what it is sent."""

    def __init__(self, answer: int) -> None:
        super().__init__(("127.0.0.1", 0), Heard)
        self.answer = answer
        self.kept: list[dict[str, Any]] = []
        self.asked: list[tuple[str, dict[str, str]]] = []


class Heard(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        store = self.server
        assert isinstance(store, Store)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        store.asked.append((self.path, dict(self.headers)))
        store.kept += body
        self.send_response(store.answer)
        if store.answer == 302:
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()
        self.wfile.write(json.dumps([one["id"] for one in body]).encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def store() -> Iterator[Callable[[int], Store]]:
    running: list[Store] = []

    def begin(answer: int = 200) -> Store:
        one = Store(answer)
        threading.Thread(target=one.serve_forever, daemon=True).start()
        running.append(one)
        return one

    yield begin
    for one in running:
        one.shutdown()
        one.server_close()


def test_they_arrive_at_a_store_on_this_machine(
    course: Course, enrol: Enrol, store: Callable[..., Store]
) -> None:
    made = told(course, enrol("Asha").answers(BEST).hands_in()) * 20
    there = store()
    assert send(made, store_at(f"http://127.0.0.1:{there.server_port}/xapi"), "a:b") == len(made)
    assert there.kept == made
    assert len(there.asked) == -(-len(made) // 100)
    path, headers = there.asked[0]
    assert path == "/xapi/statements"
    assert headers["X-Experience-API-Version"] == "1.0.3"
    assert headers["Authorization"] == "Basic YTpi"


@pytest.mark.parametrize("answer", [302, 401, 409, 500])
def test_a_store_that_does_not_take_them_is_named_with_its_answer(
    answer: int, store: Callable[..., Store]
) -> None:
    there = store(answer)
    with pytest.raises(BadStore, match=f"answered {answer} after 0 statements"):
        send([{"id": "a"}], store_at(f"http://localhost:{there.server_port}"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://records.example/xapi", "over https:// alone"),
        ("http://10.0.0.7/xapi", "over https:// alone"),
        ("http://127.0.0.1.example/xapi", "over https:// alone"),
        ("ftp://127.0.0.1/", "begins with http"),
        ("records", "begins with http"),
        ("http://127.0.0.1:99999/", "no address"),
        ("https://me:secret@records.example/", "holds no name"),
    ],
)
def test_where_nothing_is_sent(address: str, said: str) -> None:
    with pytest.raises(BadStore, match=said):
        store_at(address)


def test_where_something_may_be_sent() -> None:
    for address in ("http://127.0.0.1:8100/x", "http://[::1]:8100", "http://localhost",
                    "https://records.example/xapi"):  # fmt: skip
        assert store_at(address).geturl() == address


def test_the_verb_writes_and_sends(
    course: Course,
    enrol: Enrol,
    tmp_path: Path,
    store: Callable[..., Store],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = str(enrol("Asha").answers(BEST).hands_in())
    key = ["--key", str(course.folder)]
    array, lines = tmp_path / "all.json", tmp_path / "all.jsonl"
    assert main(["xapi", file, *key, "--out", str(array)]) == 0
    assert main(["xapi", file, *key, "--out", str(lines)]) == 0
    made = json.loads(array.read_text("utf-8"))
    assert made == [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert f"{len(made)} statements about 1 trainee: {array}" in capsys.readouterr().out
    assert main(["xapi", file, *key, "--out", str(array)]) == 1
    assert "is there already" in capsys.readouterr().err
    there = store()
    monkeypatch.setenv("COURSE_XAPI_LOGIN", "me:secret")
    assert main(["xapi", file, *key, "--to", f"http://127.0.0.1:{there.server_port}"]) == 0
    assert there.kept == made
    assert main(["xapi", file, *key, "--to", "http://records.example"]) == 1
    assert "over https:// alone" in capsys.readouterr().err
    there.server_close()
    assert main(["xapi", file, *key, "--to", "http://127.0.0.1:9"]) == 1
    assert "cannot be reached" in capsys.readouterr().err
    junk = tmp_path / "junk.txt"
    junk.write_text("no submission")
    assert main(["xapi", str(junk), *key, "--out", str(tmp_path / "none.json")]) == 1
    assert json.loads((tmp_path / "none.json").read_text()) == []
    assert main(["xapi", "nowhere.jsonl", "--out", "x.json"]) == 2
