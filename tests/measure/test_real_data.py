"""The known answers of real exports; they are not part of the project."""

import os
from pathlib import Path

import pytest

from course.company.exports import Measured, Understood, measure_cases, understand

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
    assert export.frame["day"].tolist() == days.tolist()
    assert "status" in export.headings
    assert "State" not in export.headings.values()
