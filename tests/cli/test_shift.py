"""`course shift`: a day told in the terminal, and what a lead may change about it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from course.company import read_table

from .conftest import CONTENT

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_day_is_told_compared_and_written(course: Run, tmp_path: Path) -> None:
    done = course("shift", "--seed", 7, "--policy", "first-come-first-served", "--out", "day")
    assert done.returncode == 0, done.stderr
    assert re.match(r"Day 7: \d\d contacts from 09:00 to 14:00\n09:00  c1 ", done.stdout)
    rows = dict(re.findall(r"^([a-z ,]+?)  +(\d+) \(\d+ to \d+\)", done.stdout, re.M))
    assert float(rows["best found"]) > float(rows["fair and planful"]) > float(rows["nothing"])
    assert "at most" in done.stdout
    assert "under 30 answers: too few to say much" in done.stdout
    assert "What mattered most" in done.stdout
    assert 1 <= len(re.findall(r"^  \d\d:\d\d Done: .* Better: ", done.stdout, re.M)) <= 3
    contacts = read_table(tmp_path / "day", "contacts")
    assert len(contacts) == len(re.findall(r"^\d\d:\d\d  c\d", done.stdout, re.M))

    before = (tmp_path / "day" / "contacts.csv").read_bytes()
    other = tmp_path / "other"
    other.mkdir()
    (other / "surveys.csv").write_text("mine", "utf-8")
    again = course("shift", "--seed", 7, "--policy", "nothing", "--out", "other")
    assert (again.returncode, "surveys.csv is there already" in again.stderr) == (1, True)
    assert (other / "surveys.csv").read_text("utf-8") == "mine"
    assert not (other / "contacts.csv").exists()
    assert before == (tmp_path / "day" / "contacts.csv").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--policy", "lazy"), "There is no policy 'lazy'; there are first-come-first-served,"),
        (("--colleagues", "9"), "Let from 0 to 5 colleagues serve."),
        (("--refund-limit", "-1"), "A refund limit is a number of pounds from 0 on."),
        (("--help-page", "delivery"), "as in delivery=50, not 'delivery'. Topics: delivery,"),
        (("--help-page", "love=50"), "not 'love=50'"),
        (("--content", "nowhere"), "There is no content folder called nowhere."),
        (("--days", "0", "--colleagues", "1"), "Rehearse from 1 to 200 days."),
        (("--days", "3"), "With --days, say what you would change: --colleagues,"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence(
    course: Run, words: tuple[str, ...], said: str
) -> None:
    done = course("shift", "--seed", 1, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_lessons_with_too_little_for_a_day_say_so(course: Run) -> None:
    done = course("shift", "--seed", 1, "--content", CONTENT)
    assert done.returncode == 1
    assert "With 1 conversation there is no day of 290 to 320 minutes of work." in done.stderr


def test_a_lead_changes_limit_pages_and_rota(course: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.shift.told.reached", lambda desk: str(desk.rules.colleagues))
    usual = course("shift", "--seed", 1, "--policy", "nothing").stdout
    changed = course(
        "shift", "--seed", 1, "--policy", "nothing", "--refund-limit", 500, "--colleagues", 2,
        "--help-page", "product=100",
    ).stdout  # fmt: skip
    assert " product " in usual
    assert " product " not in changed
    assert changed.count("Left without an answer") < usual.count("Left without an answer")


def test_a_change_is_rehearsed_side_by_side(course: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.shift.told.reached", lambda desk: "")
    one = course("shift", "--seed", 1, "--colleagues", 1, "--policy", "good-and-slow")
    assert one.stdout.startswith("What changes, as good-and-slow works it:\n")
    (row,) = re.findall(r"^Left +(\d+) % .*?\)  +(\d+) % ", one.stdout, re.M)
    assert int(row[0]) > int(row[1])
    assert "see more of them with --days" in one.stdout
    assert "Day 1: " in one.stdout

    several = course(
        "shift", "--seed", 1, "--colleagues", 1, "--policy", "good-and-slow", "--days", 3
    ).stdout
    (waits,) = re.findall(r"^Wait .*?([\d.]+) +([\d.]+) +(-[\d.]+) .*less$", several, re.M)
    assert float(waits[0]) + float(waits[2]) == pytest.approx(float(waits[1]), abs=0.11)
    assert re.search(r"^Contacts +([\d.]+) +\1 +none$", several, re.M)
    assert "Means of the same 3 days" in several
    assert "Day 1: " not in several
