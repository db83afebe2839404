from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from course.metrics import nps, resolution_time

FOLDER = os.environ.get("COURSE_REAL_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="COURSE_REAL_DATA does not say where the real records are"
)


def test_net_promoter_score_of_a_retailer():
    survey = pd.read_csv(Path(str(FOLDER)) / "nps_survey.csv")
    score = nps(survey["nps"])
    assert round(score.value, 2) == 53.42
    assert (score.n, score.missing) == (8465 + 3953 + 1194, 342)
    # There is no 0 among 13,612 answers, so this was hardly a question from 0 to 10.
    assert score.notes


def test_resolution_time_of_an_incident_log():
    path = Path(str(FOLDER)) / "servicenow_incident_events.csv"
    events = pd.read_csv(path, na_values="?")
    for column in ("opened_at", "resolved_at"):
        events[column] = pd.to_datetime(events[column], format="%d-%m-%Y %H:%M")
    found = resolution_time(events, opened="opened_at", resolved="resolved_at", ticket="number")
    assert (round(found.mean, 1), round(found.median, 1)) == (315.9, 54.5)
    assert (found.n, found.open) == (861, 29)
