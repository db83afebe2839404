"""A guess feeds nothing: what only the cells of a column say is a hint, and no figure."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import ExportError, measure_cases, understand
from course.exports.columns.wording import said_by
from tests.exports.desks import at, desk

Save = Callable[..., Path]


@pytest.mark.parametrize(
    "heading",
    ["Date of Purchase", "Birth date", "End date", "Due date", "Account created date",
     "Customer since", "Warranty start", "Delivery date", "Next action on", "Renewal"],
)  # fmt: skip
def test_another_date_is_not_when_a_case_came_in(heading: str, save: Save) -> None:
    export = understand(save(desk(
        ["Ticket ID", "Email", heading, "Closed at", "CSAT"],
        lambda i: [str(i), f"p{i % 9}@example.org", "2024-01-01" if i % 2 else "2024-05-06",
                   at(i) if i % 2 else "", "5"],
    )))  # fmt: skip
    found = measure_cases(export)
    assert "opened" not in export.headings
    assert export.left_out == {}
    assert {"fcr", "resolution_time", "first_response_time"} & {
        one.id for one in found.figures
    } == set()
    assert dict(found.skipped)["Cases by week"] == "no column says when a case came in"
    assert found["csat"].n == 40


@pytest.mark.parametrize(
    ("heading", "cells", "hint"),
    [
        ("Address", ["a@example.org", "b@example.org"], "looks like who asked"),
        ("Condition of the goods", ["good", "bad"], "looks like an answer to 'how satisfied"),
        ("Preferred way", ["phone", "e-mail"], "looks like how it came in"),
        ("Zustand", ["open", "closed"], "looks like where the case stands"),
        ("Warranty claim resolved date", [at(1, 5), at(2, 5)], "looks like when it was resolved"),
    ],
)
def test_what_the_cells_look_like_is_said_with_the_words_that_settle_it(
    heading: str, cells: list[str], hint: str, save: Save
) -> None:
    export = understand(
        save(desk(["Ticket ID", "Created", heading], lambda i: [str(i), at(i), cells[i % 2]]))
    )
    why = {one.heading: one.because for one in export.readings if not one.role}
    assert why[heading].startswith(hint)
    assert f": {heading}}}'" in why[heading]
    assert len(export.frame) == 40


def test_a_file_with_guesses_alone_is_refused_with_the_hint(save: Save) -> None:
    path = save(desk(["Wer", "Wie"], lambda i: [f"p{i}@example.org", ("good", "bad")[i % 2]]))
    with pytest.raises(ExportError, match="'Wie' looks like an answer to 'how satisfied"):
        understand(path)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Resolved Date", "resolved"), ("resolved_date", "resolved"), ("Date Solved", "resolved"),
        ("Resolution Timestamp", "resolved"), ("resolution_hours", "resolution_time"),
        ("Resolution Time (Hours)", "resolution_time"),
        ("Time to Resolve (min)", "resolution_time"),
        ("Response Time (hours)", "response_time"), ("first_response_minutes", "response_time"),
        ("First Response Date", "responded"), ("Date of first reply", "responded"),
        ("Date/Time Opened", "opened"), ("Date/Time Closed", "closed"), ("Created Date", "opened"),
        ("created_datetime", "opened"), ("Ticket Created", "opened"),
        ("Case Closed Date", "closed"),
        ("CSAT (1-5)", "satisfaction"), ("Customer Satisfaction Rating", "satisfaction"),
        ("How satisfied are you with our service?", "satisfaction"),
        ("How would you rate our service?", "satisfaction"),
        ("How likely are you to recommend us to a friend or colleague?", "recommend"),
        ("NPS Score (0-10)", "recommend"), ("How easy was it to get help?", "effort"),
        ("Was your issue resolved on first contact?", "first_contact"),
        ("First Call Resolution", "first_contact"), ("FCR", "first_contact"),
        ("Is Reopened", "reopens"), ("Re-opened?", "reopens"),
        ("Number of times reopened", "reopens"),
        ("Case Reason", "cause"), ("Case Origin", "channel"), ("Case Number", "case"),
        ("Case Status", "status"), ("Customer Name", "customer"), ("Customer Email", "customer"),
        ("Is Spam", "spam"), ("Is Deleted", "deleted"), ("Test Ticket", "test"),
        ("First reply by", "answered_by"), ("Is bot", "answered_by"), ("SLA met?", "in_time"),
    ],
)  # fmt: skip
def test_headings_are_read_by_their_words(heading: str, role: str) -> None:
    from course.exports.columns.fields import fields
    from course.exports.columns.headings import plain

    assert said_by(heading, role) or plain(heading) in fields()[role].names


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Reason for satisfaction score", "satisfaction"), ("Satisfaction comment", "satisfaction"),
        ("NPS comment", "recommend"), ("CSAT sent date", "satisfaction"),
        ("SLA breached", "in_time"),
        ("Created by", "opened"), ("Closed by", "closed"), ("Reopened at", "reopens"),
        ("Time to close", "closed"), ("Agent email", "customer"), ("Customer type", "customer"),
        ("Payment status", "status"), ("Resolution code", "resolved"), ("Order number", "case"),
        ("First reply time in minutes within business hours", "response_time"),
    ],
)  # fmt: skip
def test_headings_that_say_something_else(heading: str, role: str) -> None:
    assert not said_by(heading, role)
