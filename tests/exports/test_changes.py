"""`course measure --compare`: what changed is told from what chance does."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportions_ztest

from course.cli import main
from course.exports import changes, measure_cases, read_record, understand
from course.exports.errors import ExportError
from course.exports.record import as_json
from course.reports.measured import write_measured

Save = Callable[..., Path]
PAIRS = 60


def desk(dice: np.random.Generator, rows: int, good: float, hours: float, start: str) -> str:
    """An export in which satisfaction and resolution are what they are told to be."""
    opened = np.datetime64(start, "s") + np.sort(dice.integers(0, 56 * 86_400, rows))
    done = opened + (dice.exponential(hours * 3600, rows)).astype("timedelta64[s]")
    frame = pd.DataFrame({
        "Ticket ID": np.arange(rows) + 1, "Created at": opened,
        "Resolved at": pd.Series(done).where(dice.random(rows) < 0.95),
        "CSAT (1-5)": dice.choice([5, 1], rows, p=[good, 1 - good]),
        "Reopens": dice.choice([0, 1], rows, p=[0.9, 0.1]),
    })  # fmt: skip
    return frame.to_csv(index=False)


def pair(folder: Path, before: str, now: str) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "may.csv", folder / "july.csv"
    for path, text in zip(paths, (before, now), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def compared(folder: Path, before: str, now: str):
    first, second = pair(folder, before, now)
    export = understand(first)
    record = write_measured(folder, export, measure_cases(export))[1]
    return changes(read_record(record), measure_cases(understand(second)))


def test_quiet_pairs_seldom_show_a_change(tmp_path: Path) -> None:
    dice = np.random.default_rng(15)
    seen = 0
    for number in range(PAIRS):
        texts = [desk(dice, 400, 0.8, 20, day) for day in ("2026-03-02", "2026-05-04")]
        first, second = pair(tmp_path / str(number), *texts)
        export, later = understand(first), understand(second)
        record = tmp_path / str(number) / "may-measured.json"
        record.write_bytes(as_json(export, measure_cases(export)))
        seen += bool(changes(read_record(record), measure_cases(later)).beyond)
    # Of 60 pairs at 5 in 100, more than 8 come once in 500 times.
    assert seen <= 8, seen


def test_a_real_change_is_found_and_named(tmp_path: Path) -> None:
    dice = np.random.default_rng(3)
    found = compared(
        tmp_path, desk(dice, 1500, 0.8, 20, "2026-03-02"), desk(dice, 1500, 0.7, 30, "2026-05-04")
    )
    verdicts = {one.id: one.verdict for one in found.changes}
    assert verdicts["csat"] == "lower"
    assert verdicts["resolution_time"] == "higher"
    assert verdicts["reopened"] == "chance"
    assert "beyond chance" in str(found)
    assert not found.notes


def test_the_interval_agrees_with_an_independent_test_of_two_shares(tmp_path: Path) -> None:
    """One figure alone, so that nothing is widened: in and out of chance as a z test says."""
    dice = np.random.default_rng(8)
    for number in range(12):
        good = 0.7 + 0.01 * number
        texts = [
            pd.DataFrame({"CSAT (1-5)": dice.choice([5, 1], 300, p=[share, 1 - share])}).to_csv(
                index=False
            )
            for share in (0.7, good)
        ]
        found = compared(tmp_path / str(number), *texts)
        one = next(change for change in found.changes if change.id == "csat")
        hits = [text.count("\n5") for text in texts]
        chance = proportions_ztest(hits, [300, 300])[1]
        many = len(found.changes)
        if chance < 0.6 * 0.05 / many:
            assert one.verdict in ("higher", "lower"), (chance, one)
        elif chance > 1.6 * 0.05 / many:
            assert one.verdict == "chance", (chance, one)


def test_the_verb_says_it_first_and_on_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = np.random.default_rng(4)
    before, now = pair(
        tmp_path, desk(dice, 1500, 0.8, 20, "2026-03-02"), desk(dice, 1500, 0.7, 20, "2026-05-04")
    )
    out = tmp_path / "out"
    assert main(["measure", str(before), "--out", str(out)]) == 0
    capsys.readouterr()
    last = out / "may-measured.json"
    assert main(["measure", str(now), "--out", str(out), "--compare", str(last)]) == 0
    said = capsys.readouterr().out
    assert said.index("Since may.csv, beyond chance: CSAT") < said.index("Blank or left out")
    page = (out / "july-measured.html").read_text(encoding="utf-8")
    assert page.index("What changed") < page.index("In figures")
    told = json.loads((out / "july-measured.json").read_bytes())
    assert told["changed"]["since"] == "may.csv"
    assert json.loads(last.read_bytes())["changed"] is None


def test_weeks_in_both_files_are_named(tmp_path: Path) -> None:
    dice = np.random.default_rng(5)
    same = desk(dice, 300, 0.8, 20, "2026-03-02")
    found = compared(tmp_path, same, same)
    assert not found.beyond
    assert "both files have cases of" in found.notes[0]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"version": 9, "file": "x", "figures": []}'])
def test_what_is_no_record_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match=r"no record|version 9"):
        read_record(path)
    with pytest.raises(ExportError, match="cannot be read"):
        read_record(tmp_path / "nothing.json")
