"""`course measure`: what is printed, written, asked and refused."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.cli.measure import measure
from course.exports import Question
from tests.exports.products import rows

Save = Callable[..., Path]


def test_it_shows_what_it_understood_before_it_measures(
    save: Save, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(save(rows("Freshdesk")), out=tmp_path / "results") == 0
    said = capsys.readouterr().out
    assert said.index("Read as") < said.index("Result")
    assert "looks like Freshdesk" in said
    page = (tmp_path / "results" / "export-measured.html").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "results" / "export-measured.json").read_bytes())
    assert told["product"] == "Freshdesk"
    assert page.startswith("<!doctype html>")


def test_nothing_is_ever_overwritten(save: Save, tmp_path: Path) -> None:
    path, out = save(rows("HubSpot")), tmp_path / "results"
    out.mkdir()
    (out / "export-measured.json").write_text("mine", encoding="utf-8")
    assert measure(path, out=out) == measure(path, out=out) == 0
    assert (out / "export-measured.json").read_text(encoding="utf-8") == "mine"
    assert sorted(one.name for one in out.iterdir()) == [
        "export-measured-2.html", "export-measured-2.json", "export-measured-3.html",
        "export-measured-3.json", "export-measured.json",
    ]  # fmt: skip


def test_every_drawing_says_what_it_shows_and_has_its_table(save: Save, tmp_path: Path) -> None:
    measure(save(rows("Zendesk")), out=tmp_path / "results")
    page = (tmp_path / "results" / "export-measured.html").read_text(encoding="utf-8")
    drawings = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', page)
    assert len(drawings) >= 4
    assert all(len(alt.split()) >= 6 for alt in drawings)
    assert page.count("The table behind it") >= 4
    names = re.findall(r'\sid="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_a_person_may_stop_before_anything_is_measured(
    save: Save, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return "n" if question.answers else ""

    assert measure(save(rows("ServiceNow")), out=tmp_path / "results", ask=ask) == 1
    assert "Nothing was measured" in capsys.readouterr().out
    assert not (tmp_path / "results").exists()
    assert asked[-1].text == "Measure it like this?"


def test_a_doubt_names_the_option(
    save: Save, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save([["Case ID", "Opened"], ["1", "03/04/2026"], ["2", "05/06/2026"]])
    assert measure(path, out=tmp_path / "results") == 2
    assert "--day-first or --month-first" in capsys.readouterr().err
    assert measure(path, out=tmp_path / "results", day_first=True) == 0


def test_a_file_that_is_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure(tmp_path / "none.csv", out=tmp_path) == 1
    assert "no file called" in capsys.readouterr().err


def test_hostile_cells_stay_text(save: Save, tmp_path: Path) -> None:
    rows = [["Ticket ID", "Created", "Category"]]
    for i in range(1, 25):
        cause = ("<script>alert(1)</script>", "=cmd()", "$x^2$ & more")[i % 3]
        rows.append([f"T{i}", f"2026-03-{i:02d} 09:00", cause])
    assert measure(save(rows, "<b>.csv"), out=tmp_path / "results") == 0
    page = next((tmp_path / "results").glob("*.html")).read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>.csv" not in page


def test_the_notebook_takes_the_newest_file_with_its_mapping(save: Save, tmp_path: Path) -> None:
    from course.exports import measure_cases
    from course.reports.own_data import at_hand, keep

    folder = tmp_path / "your-data"
    export = at_hand(folder)
    assert export.name == "complaints-log.csv"
    assert "nothing was written" in keep(export, measure_cases(export), folder)
    folder.mkdir()
    save([["Wann", "Note"], *([f"0{i}.05.2026", "4"] for i in range(1, 9))], "your-data/mine.csv")
    (folder / "mapping.yaml").write_text(
        "columns: {opened: Wann, satisfaction: Note}\ndates: day-first\n", encoding="utf-8"
    )
    export = at_hand(folder)
    assert export.frame["opened"].iloc[-1].month == 5
    assert "mine-measured.html" in keep(export, measure_cases(export), folder)
    assert at_hand(folder).name == "mine.csv"


def test_the_terminal_asks_until_it_has_an_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from course.cli.measure import ask_on_terminal

    typed = iter(["perhaps", "m"])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    order = Question("Which comes first?", (("d", "the day"), ("m", "the month")), "")
    assert ask_on_terminal(order) == "m"
    assert "Please answer with one of: d, m." in capsys.readouterr().out


def test_the_page_begins_with_what_matters_and_says_what_it_does_not_mean(
    save: Save, tmp_path: Path
) -> None:
    measure(save(rows("Intercom")), out=tmp_path / "results")
    page = (tmp_path / "results" / "export-measured.html").read_text(encoding="utf-8")
    order = ["CSAT: 66.7 %", "Of 100 who answered, 67", "It does not say what the 10 who",
             "Resolution time: half within 18.5 hours", "Resolved at first contact:",
             "40 rows read, 0 left out", "to read", "How the file was understood",
             "Rows left out", "In figures", "Not measured"]  # fmt: skip
    assert [page.find(one) for one in order] == sorted(page.find(one) for one in order)
    assert -1 not in [page.find(one) for one in order]
