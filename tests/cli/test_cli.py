"""Each verb from outside: what it prints, what it leaves behind, and its exit code."""

import csv
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from course import cli
from course.answers import open_session
from course.lessons import Course

from .conftest import CONTENT

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_play_then_grade(course: Run, handed_in: Path, tmp_path: Path) -> None:
    done = course("grade", handed_in, "--out", "results", "--key", CONTENT)
    assert (done.returncode, done.stderr) == (0, "")
    out = tmp_path / "results"
    made = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {"grades.csv", "items.csv", "review.csv", "report.html", "report.json"} < made
    assert sum(name.startswith("feedback/") for name in made) == 3
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert float(rows["Perfect 1"]["mark"]) == 100
    assert float(rows["Random 2"]["mark"]) < 80
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert {one["name"] for one in report["trainees"]} == set(rows)


def test_a_refused_file_gives_one_and_all_others_are_graded(course: Run, handed_in: Path) -> None:
    (handed_in / "essay.docx").write_bytes(b"PK")
    done = course("grade", handed_in, "--out", "results", "--key", CONTENT)
    assert done.returncode == 1
    assert "Refused: essay.docx: it is not a file made by 'course submit'." in done.stderr
    assert "Graded 3 trainees" in done.stdout


def test_only_the_lessons_named_are_marked(course: Run, handed_in: Path, tmp_path: Path) -> None:
    done = course("grade", handed_in, "--out", "r", "--key", CONTENT, "--lessons", " first,first ")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((tmp_path / "r" / "report.json").read_text(encoding="utf-8"))
    assert report["lessons"] == ["first"]
    done = course("grade", handed_in, "--out", "s", "--key", CONTENT, "--lessons", "first,last")
    assert done.returncode == 2
    assert done.stderr == "There is no lesson called 'last'. There are: first.\n"
    assert not (tmp_path / "s").exists()


def test_reviews_are_read_in(course: Run, handed_in: Path, tmp_path: Path) -> None:
    course("grade", handed_in, "--out", "results", "--key", CONTENT)
    path = tmp_path / "results" / "review.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    for row in rows:
        row["points"] = row["possible"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    before = path.read_bytes()
    done = course("grade", handed_in, "--out", "results", "--key", CONTENT, "--reviews", path)
    assert done.returncode == 0
    assert "review.csv was kept as it is" in done.stderr
    assert path.read_bytes() == before
    report = json.loads((tmp_path / "results" / "report.json").read_text(encoding="utf-8"))
    assert all(one["awaiting_review"] == 0 for one in report["trainees"])


def test_somebody_elses_table_is_not_overwritten(
    course: Run, handed_in: Path, tmp_path: Path
) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "grades.csv").write_text("mine")
    done = course("grade", handed_in, "--out", "results", "--key", CONTENT)
    assert done.returncode == 1
    assert "not ours to overwrite" in done.stderr
    assert (tmp_path / "results" / "grades.csv").read_text() == "mine"


def test_submit_prints_its_path_and_overwrites_nothing(course: Run, tmp_path: Path) -> None:
    session = open_session(Course(CONTENT, CONTENT), tmp_path / "customer-care")
    session.profile("Zoë 漢")
    session.answer("pick-one", ["sorry"])
    first, again = course("submit"), course("submit")
    assert (first.returncode, first.stderr) == (0, "")
    assert Path(tmp_path, first.stdout.strip()).is_file()
    assert first.stdout != again.stdout
    named = course("submit", "customer-care", "--out", "me.jsonl")
    assert named.stdout.strip() == "me.jsonl"
    assert (tmp_path / "me.jsonl").is_file()


def test_lint_is_quiet_about_sound_content(course: Run) -> None:
    done = course("lint", CONTENT)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.search(r"Reading ease .*: first \d+\.\n0 errors, 0 warnings\.$", done.stderr.strip())


def test_lint_names_file_line_code_and_mend(course: Run, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    file = copy / "first" / "exercises" / "pick-one.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: choice", "kind: quiz"))
    done = course("lint", copy)
    assert done.returncode == 1
    assert done.stdout.startswith("first/exercises/pick-one.yaml:1: CC001 ")
    assert "To mend it: correct the kind." in done.stdout


def test_lint_of_one_file_says_what_it_could_not_try(course: Run) -> None:
    done = course("lint", CONTENT / "first" / "exercises" / "pick-one.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Only first/exercises/pick-one.yaml was checked." in done.stderr
    assert "CC016" in done.stderr
    assert "Reading ease" not in done.stderr


@pytest.mark.parametrize("name", ["exercises/mine.yml", "scenarios/mine.txt", "mine.md"])
def test_lint_of_a_file_that_no_lesson_is_read_from_is_no_clean_bill(
    course: Run, tmp_path: Path, name: str
) -> None:
    import shutil

    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    (copy / "first" / name).write_text("kind: choice\n", encoding="utf-8")
    done = course("lint", copy / "first" / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"first/{name} is no file of a lesson, so nothing in it was")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "usage"),
        (("dance",), 2, "invalid choice"),
        (("submit", "nowhere"), 1, "there is no course folder here"),
        (("grade", "nowhere", "--out", "results"), 2, "There is nothing called nowhere."),
        (("grade", "."), 2, "--out"),
        (("grade", ".", "--out", "x", "--record", "nowhere"), 2, "nothing called nowhere"),
        (("record", "nowhere"), 1, "nowhere: there is no course folder here"),
        (("grade", ".", "--out", "x", "--key", "nowhere"), 2, "no content folder called nowhere"),
        (("grade", ".", "--out", "x", "--key", "."), 2, "holds no lesson"),
        (("grade", ".", "--out", "x", "--reviews", "nowhere.csv"), 1, "nowhere.csv"),
        (("grade", ".", "--out", "x", "--lessons", "juggling"), 2, "no lesson called 'juggling'"),
        (("grade", ".", "--out", "x", "--lessons", " , "), 2, "No lesson is named to mark."),
        (("lint", "nowhere"), 2, "no content folder called nowhere"),
        (("play", "--learners", "none", "--out", "x"), 2, "invalid int value"),
        (("play", "--learners", "0", "--out", "x"), 2, "from 1 to 10,000"),
        (("play", "--learners", "-5", "--out", "x"), 2, "from 1 to 10,000"),
        (("play", "--learners", "1", "--persons", "0", "--out", "x"), 2, "1 to 25 persons"),
        (("play", "--learners", "1", "--persons", "26", "--out", "x"), 2, "1 to 25 persons"),
        (("start", "--port", "70000"), 2, "from 1 to 65535"),
        (("build", "--content", str(CONTENT)), 2, "Say with --out where"),
        (("start", "--content", "nowhere"), 2, "no content folder called nowhere"),
    ],
)
def test_wrong_use_gets_a_sentence_and_no_traceback(
    course: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = course(*arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_in_the_key_is_a_sentence(course: Run, handed_in: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    (copy / "first" / "exercises" / "pick-one.yaml").unlink()
    done = course("grade", handed_in, "--out", "results", "--key", copy)
    assert done.returncode == 1
    assert "first/exercises/pick-one.yaml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "results").exists()


def test_names_of_any_script_are_printed_where_the_console_is_not_utf8(
    course: Run, tmp_path: Path
) -> None:
    session = open_session(Course(CONTENT, CONTENT), tmp_path / "Ωmega 漢")
    session.answer("pick-one", ["sorry"])
    done = course("submit", tmp_path / "Ωmega 漢", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Ωmega 漢" in done.stdout


def test_start_hands_on_what_was_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import course.lab

    got: dict[str, object] = {}

    def pretend(folder: Path, **options: object) -> int:
        got.update(options, folder=folder)
        return 0

    monkeypatch.setattr(course.lab, "start", pretend)
    monkeypatch.delenv("COURSE_FOLDER", raising=False)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["start", "--no-browser", "--port", "8899", "--content", str(CONTENT)]) == 0
    assert got["folder"] == Path("customer-care")
    assert (got["browser"], got["port"], got["content"]) == (False, 8899, CONTENT.resolve())
    (tmp_path / ".course").mkdir()
    assert cli.main(["start"]) == 0
    assert got["folder"] == tmp_path.resolve()
    assert (got["browser"], got["port"], got["content"]) == (True, None, None)


@pytest.mark.parametrize("verb", ["start", "submit"])
def test_a_folder_that_is_none_is_a_sentence(course: Run, tmp_path: Path, verb: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".course").write_text("letter", encoding="utf-8")
    done = course(verb, "mine")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "is a file, and the course needs a folder" in done.stderr


def test_start_goes_on_with_a_file_from_another_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import course.lab
    from course.answers.submission import submit

    monkeypatch.setattr(course.lab, "start", lambda folder, **options: 0)
    content = Course(CONTENT, CONTENT)
    session = open_session(content, tmp_path / "desk")
    session.profile("Asha")
    session.answer("pick-one", ["sorry"])
    handed = submit(tmp_path / "desk")
    laptop, other = tmp_path / "laptop", tmp_path / "other"
    assert cli.main(["start", str(laptop), "--from", str(handed)]) == 0
    assert capsys.readouterr().out == f"The answers of Asha are in {laptop}.\n"
    assert open_session(content, laptop).history("pick-one").done
    open_session(content, other).profile("Tomasz")
    assert cli.main(["start", str(other), "--from", str(handed)]) == 1
    assert f"{other} holds the answers of Tomasz" in capsys.readouterr().err
    assert cli.main(["start", str(laptop), "--from", str(tmp_path / "none")]) == 2


def test_a_record_is_made_and_confirmed_or_denied(course: Run, tmp_path: Path) -> None:
    session = open_session(Course(CONTENT, CONTENT), tmp_path / "mine")
    session.profile("Asha")
    done = course("record", "mine", "--content", CONTENT)
    assert (done.returncode, done.stderr) == (
        1, "mine: nothing has been answered in this folder yet.\n",
    )  # fmt: skip
    session.answer("pick-one", ["say-back"])
    done = course("record", "mine", "--content", CONTENT, "--out", "record.html")
    assert (done.returncode, done.stdout) == (0, "record.html\n"), done.stderr
    course("submit", "mine", "--out", "handed-in/asha.jsonl")
    # Records may lie beside the files handed in; those are then no submissions.
    page = tmp_path / "handed-in" / "record.html"
    page.write_bytes((tmp_path / "record.html").read_bytes())
    given = ("grade", "handed-in", "--out", "results", "--key", CONTENT, "--record", "handed-in")
    done = course(*given)
    assert done.returncode == 0, done.stderr
    assert "record.html: confirmed." in done.stdout
    page.write_text(page.read_text("utf-8").replace('"tried":1', '"tried":9'), encoding="utf-8")
    done = course(*given)
    assert done.returncode == 1
    assert "record.html: not confirmed." in done.stdout
    assert "the record says 9, and the answers say 1" in done.stdout


def test_verbs_can_be_called_again_in_one_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A submodule that is imported becomes a name of its package, and must shadow no verb."""
    table = tmp_path / "export.csv"
    table.write_text("Ticket ID,Satisfaction\n1,5\n2,4\n", encoding="utf-8")
    for out in ("one", "two"):
        where = ["--content", str(CONTENT), "--out", str(tmp_path / out), "--no-run"]
        assert cli.main(["build", *where]) == 0, capsys.readouterr().err
        cli.main(["measure", str(table), "--out", str(tmp_path / out)])
    verbs = {name for name, one in vars(cli).items() if callable(one)}
    submodules = {path.stem for path in Path(cli.__file__).parent.glob("*.py")}
    assert verbs & submodules == set()
