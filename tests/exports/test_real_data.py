"""The known answers of real exports; they are not part of the project."""

import csv
import os
from pathlib import Path

import pytest

from course.exports import Measured, Understood, measure_cases, understand

FOLDER = os.environ.get("COURSE_REAL_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="COURSE_REAL_DATA does not say where the real records are"
)


def read(name: str) -> tuple[Understood, Measured]:
    export = understand(Path(str(FOLDER)) / name)
    return export, measure_cases(export)


def test_a_retailers_survey() -> None:
    export, found = read("nps_survey.csv")
    nps = found["nps"]
    assert round(nps.value, 2) == 53.42
    assert nps.more == {"promoters": 8465, "passives": 3953, "detractors": 1194}
    assert (nps.n, nps.missing) == (13_612, 342)
    assert (export.rows, export.left_out) == (13_954, {})
    # Comments, amounts and counts are not taken for ratings.
    assert set(export.headings) == {"case", "recommend", "satisfaction"}


def test_an_incident_log_with_a_row_an_event() -> None:
    export, found = read("servicenow_incident_events.csv")
    assert export.product == "ServiceNow"
    assert (export.rows, export.cases.events, len(export.frame)) == (5998, 5998, 890)
    times = found["resolution_time"]
    assert (round(float(times.more["mean"] or 0), 1), round(times.value, 1)) == (315.9, 54.5)
    assert (times.n, times.more["open"]) == (861, 29)
    assert round(found["reopened"].value, 1) == 1.1
    # All of it came in within a week: too short for repeats.
    assert "fcr" not in found


def test_public_complaints_with_line_breaks_in_cells() -> None:
    import pandas as pd

    export, found = read("cfpb_complaints.csv")
    second = pd.read_csv(Path(str(FOLDER)) / "cfpb_complaints.csv", dtype=str)
    assert (export.rows, export.left_out) == (len(second), {})
    assert found.causes is not None
    counts = {one.name: one.count for one in found.causes.causes}
    assert counts == second["Issue"].value_counts().to_dict()
    assert found["in_time"].value == 100 * (second["Timely response?"] == "Yes").mean()
    days = pd.to_datetime(second["Date received"], format="%Y/%m/%d")
    assert export.frame["opened"].tolist() == days.tolist()
    assert "status" in export.headings
    assert "State" not in export.headings.values()


def test_complaints_without_a_sub_product_are_in_step_and_kept() -> None:
    rows = complaints()
    product, sub_product, issue = map(rows[0].index, ("Product", "Sub-product", "Issue"))
    without = [place for place, row in enumerate(rows) if not row[sub_product]]
    assert without == [102, 889, 931, 1790]
    assert {rows[place][product] for place in without} == {"Credit card", "Payday loan"}
    # No cell of the file stands a column too far: a story is there just where consent was given.
    told = ("Consumer complaint narrative", "Consumer consent provided?")
    story, consent = map(rows[0].index, told)
    assert all(bool(row[story]) == (row[consent] == "Consent provided") for row in rows[1:])
    issues = {row[issue] for row in rows[1:]}
    assert not issues & {row[sub_product] for row in rows[1:]}


def test_complaints_shifted_by_a_missing_sub_product_are_left_out(tmp_path: Path) -> None:
    rows = complaints()
    sub_product = rows[0].index("Sub-product")
    for place in (102, 889, 931, 1790):
        del rows[place][sub_product]
    path = tmp_path / "shifted.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    export = understand(path)
    lost = {why: (one.rows, one.first) for why, one in export.left_out.items()}
    assert lost == {
        "out of step with the headings, as if a cell were missing": (4, [102, 889, 931, 1790])
    }


def complaints() -> list[list[str]]:
    path = Path(str(FOLDER)) / "cfpb_complaints.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
