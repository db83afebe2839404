"""Each product's own headings are recognised, and the same cases give the same figures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import measure_cases, understand
from tests.exports.products import CASES, HEADINGS, OFFICE, OPEN, rows

Save = Callable[..., Path]
EXPECTED: dict[str, dict[str, str | None]] = {
    "Zendesk": {
        "case": "Id", "customer": "Requester id", "opened": "Created at", "resolved": "Solved at",
        "response_time": "First reply time in minutes", "status": "Status", "channel": "Via",
        "team": "Group", "agent": "Assignee", "satisfaction": "Satisfaction Score",
        "reopens": "Reopens", "cause": "Ticket type",
        "response_time_business": "First reply time in minutes within business hours",
        "resolution_time": "Full resolution time in minutes",
        "resolution_time_business": "Full resolution time in minutes within business hours",
    },
    "Freshdesk": {
        "case": "Ticket ID", "customer": "Contact ID", "opened": "Created time",
        "responded": "Initial response time", "resolved": "Resolved time", "channel": "Source",
        "cause": "Type", "team": "Group", "satisfaction": "Survey results",
        "in_time": "Resolution status", "response_time": None, "resolution_time": None,
    },
    "HubSpot": {
        "case": "Ticket ID", "customer": "Associated Contact IDs", "opened": "Create date",
        "resolved": "Close date", "team": "HubSpot team", "channel": "Source",
        "response_time": "Time to first agent email reply (HH:mm:ss)", "cause": "Category",
        "satisfaction": "Last CSAT survey rating",
        "response_time_business": "Time to first response in SLA hours",
        "resolution_time_business": "Time to close in SLA hours",
    },
    "Intercom": {
        "case": "Conversation ID", "customer": "User ID", "channel": "Channel",
        "opened": "Conversation started at (America/Lima)",
        "responded": "Conversation first replied at (America/Lima)",
        "resolved": "Conversation last closed at (America/Lima)", "cause": "Topics",
        "closed": "Conversation first closed at (America/Lima)",
        "status": "Current conversation state", "agent": "Teammate currently assigned",
        "team": "Team currently assigned", "satisfaction": "Last teammate rating",
        "response_time_business": "First response time, only within office hours (seconds)",
        "resolution_time_business": "Time to close, within office hours (seconds)",
    },
    "Jira Service Management": {
        "case": "Issue key", "customer": "Reporter Id", "opened": "Created",
        "resolved": "Resolved", "status": "Status", "satisfaction": "Satisfaction rating",
        "cause": "Custom field (Request Type)", "resolution_time": None,
        "responded": "Custom field ([CHART] Date of First Response)",
    },
    "ServiceNow": {
        "case": "number", "customer": "caller_id", "opened": "opened_at",
        "resolved": "resolved_at", "closed": "closed_at", "channel": "contact_type",
        "cause": "category", "team": "assignment_group", "reopens": "reopen_count",
        "in_time": "made_sla", "updated": "sys_updated_on", "resolution_time": "calendar_stc",
        "resolution_time_business": "business_stc",
    },
}  # fmt: skip


@pytest.mark.parametrize("product", HEADINGS)
def test_columns_are_recognised(product: str, save: Save) -> None:
    export = understand(save(rows(product)))
    assert export.product == product
    found = export.headings
    assert {role: found.get(role) for role in EXPECTED[product]} == EXPECTED[product]
    assert (export.rows, len(export.frame), export.left_out) == (CASES, CASES, {})


@pytest.mark.parametrize("product", HEADINGS)
def test_figures_are_those_of_the_cases(product: str, save: Save) -> None:
    found = measure_cases(understand(save(rows(product))))
    # Case i takes i + 1 hours, so 36 resolved ones have a median of 18.5.
    resolved = found["resolution_time"]
    assert (resolved.value, resolved.n, resolved.more["open"]) == (18.5, CASES - OPEN, OPEN)
    assert resolved.unit == "hours"
    if product != "ServiceNow":  # which keeps surveys in a table of their own
        assert found["csat"].n == 30
        assert found["csat"].value == pytest.approx(200 / 3, abs=0.1)
    if product != "ServiceNow":  # which keeps first answers in a table of their own
        assert found["first_response_time"].value == pytest.approx(0.5)
    if "reopened" in found:
        assert found["reopened"].value == 10
    if "in_time" in found:
        assert found["in_time"].value == 75
    assert "fcr" in found
    assert found.causes is not None
    assert found.causes.n == CASES


@pytest.mark.parametrize("product", ["Zendesk", "HubSpot", "Intercom", "ServiceNow"])
def test_business_hours_of_the_export_stand_beside_the_calendar(product: str, save: Save) -> None:
    found = measure_cases(understand(save(rows(product))))
    business, calendar = found["resolution_time_business"], found["resolution_time"]
    assert business.value == pytest.approx(18.5 / OFFICE)
    assert (business.n, business.missing) == (CASES - OPEN, OPEN)
    assert business.convention.startswith("business hours, as the export counts them in ")
    assert calendar.convention.startswith("calendar time")
    assert "4 cases without it not counted" in business.notes
    if product != "ServiceNow":
        assert found["response_time_business"].value == pytest.approx(1 / 6)


def test_hours_that_may_be_either_are_not_read(save: Save) -> None:
    export = understand(save(rows("Freshdesk")))
    why = {one.heading: one.because for one in export.readings}
    said = "by the calendar or in business hours, as the service policy says; a mapping file can "
    assert why["Resolution time (in hrs)"] == why["First response time (in hrs)"]
    assert why["Resolution time (in hrs)"].startswith(said)


def test_a_mapping_file_says_which_hours_they_are(save: Save, tmp_path: Path) -> None:
    mapping = tmp_path / "say.yaml"
    mapping.write_text(
        "columns: {resolution_time_business: Resolution time (in hrs)}\n", encoding="utf-8"
    )
    found = measure_cases(understand(save(rows("Freshdesk")), mapping=mapping))
    assert found["resolution_time_business"].value == 18.5


def test_what_is_left_of_a_service_clock_is_no_waiting_time(save: Save) -> None:
    export = understand(save(rows("Jira Service Management")))
    why = {one.heading: one.because for one in export.readings}
    assert "service clock" in why["Custom field (Time to first response)"]
    assert "service clock" in why["Custom field (Time to resolution)"]
    assert "resolution_time_business" not in measure_cases(export)


def test_people_are_neither_shown_nor_written(save: Save) -> None:
    from course.exports.record import as_json
    from course.exports.tables import measured, understood
    from course.reports.measured import measured_page

    export = understand(save(rows("Zendesk")))
    found = measure_cases(export)
    page, record = measured_page(export, found).decode(), as_json(export, found).decode()
    for text in (page, record, understood(export), measured(found)):
        for name in ("Customer 3", "c3@example.com", "Priya Nair", "order 3"):
            assert name not in text


def test_same_file_as_workbook_and_parquet(save: Save, tmp_path: Path) -> None:
    import pandas as pd

    path = save(rows("Intercom"))
    text = pd.read_csv(path)
    dated = text.assign(
        **{
            name: pd.to_datetime(text[name])
            for name in map(str, text)
            if name.endswith("(America/Lima)")
        }
    )
    dated.to_parquet(tmp_path / "export.parquet")
    dated.to_excel(tmp_path / "export.xlsx", index=False)
    first = measure_cases(understand(path)).figures
    for other in ("export.parquet", "export.xlsx"):
        assert measure_cases(understand(tmp_path / other)).figures == first
