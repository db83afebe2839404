"""The status decides: what is open has no end, what is closed waits for nobody, and so on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import measure_cases, understand
from tests.exports.desks import at, desk

Save = Callable[..., Path]
HEADINGS = ["Ticket ID", "Created at", "Closed at", "Status"]


@pytest.mark.parametrize("status", ["open", "Reopened", "re-opened", "Pending", "On hold",
                                    "Waiting on customer", "In progress", "New"])  # fmt: skip
def test_an_old_date_in_a_case_that_is_open_is_no_end(status: str, save: Save) -> None:
    export = understand(save(desk(
        HEADINGS,
        lambda i: [str(i), at(i), at(i, 5 if i < 20 else 1), "Closed" if i < 20 else status],
    )))  # fmt: skip
    one = measure_cases(export)["resolution_time"]
    assert (one.n, one.value, one.more["open"]) == (20, 5, 20)
    assert any("20 cases with 'Closed at' are open by 'Status'" in told for told in export.told)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Full resolution time in minutes", 60.0),
     ("Resolution time within business hours (hours)", 1.0),
     ("Resolution time (hours)", 1.0)],
)  # fmt: skip
@pytest.mark.parametrize("status", [True, False])
def test_a_zero_in_an_open_case_is_no_length(
    heading: str, unit: float, status: bool, save: Save
) -> None:
    rows = desk([*HEADINGS[:3], heading, "Status"], lambda i: [
        str(i), at(i), at(i, 10) if i < 20 else "", f"{10 * unit:.0f}" if i < 20 else "0",
        "closed" if i < 20 else "open",
    ])  # fmt: skip
    if not status:
        rows = [row[:-1] for row in rows]
    found = measure_cases(understand(save(rows)))
    for one in found.figures:
        assert (one.n, one.value) == (20, 10)


def test_closed_without_an_answer_waits_for_none(save: Save) -> None:
    headings = ["Ticket ID", "Created at", "First responded at", "Closed at", "Status"]
    whole = desk(headings, lambda i: [
        str(i), at(i), at(i, 1) if i % 2 else "", at(i, 4) if i < 30 else "",
        "Closed" if i < 30 else "Open",
    ])  # fmt: skip
    for rows in (whole, [row[:-1] for row in whole]):
        one = measure_cases(understand(save(rows)))["first_response_time"]
        assert (one.n, one.more["open"], one.missing) == (20, 5, 15)
        assert "15 cases closed without an answer left out" in one.notes


def test_ended_nobody_knows_when_is_not_open(save: Save) -> None:
    rows = desk(HEADINGS, lambda i: [str(i), at(i), at(i, 3) if i < 25 else "", "Solved"])
    one = measure_cases(understand(save(rows)))["resolution_time"]
    assert (one.n, one.more["open"], one.missing) == (25, 0, 15)


@pytest.mark.parametrize(
    ("status", "name"),
    [("merged", "merged"), ("Closed - merged", "merged"), ("Spam", "spam"), ("Deleted", "deleted"),
     ("Closed as duplicate", "duplicate"), ("Test", "test"), ("Survey Preview", "survey preview"),
     ("Junk", "spam")],
)  # fmt: skip
def test_what_is_no_case_is_left_out_by_name(status: str, name: str, save: Save) -> None:
    export = understand(save(desk(HEADINGS, lambda i: [
        str(i), at(i), at(i, 24 if i < 30 else 0), "closed" if i < 30 else status
    ])))  # fmt: skip
    assert {why: one.rows for why, one in export.left_out.items()} == {
        f"that are {name} by 'Status'": 10
    }
    assert measure_cases(export)["resolution_time"].value == 24


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [("Is spam", "TRUE", "FALSE"), ("Deleted", "yes", "no"), ("Merged into", "77", ""),
     ("Test ticket", "1", "0"), ("Duplicate", "Y", "")],
)  # fmt: skip
def test_a_column_that_marks_what_is_no_case(heading: str, yes: str, no: str, save: Save) -> None:
    export = understand(save(desk(
        ["Ticket ID", "Created at", heading], lambda i: [str(i), at(i), yes if i < 10 else no]
    )))  # fmt: skip
    assert [one.rows for one in export.left_out.values()] == [10]
    assert heading in next(iter(export.left_out))


def test_the_events_of_a_merged_case_go_with_it(save: Save) -> None:
    rows = [["Ticket ID", "Status", "Created at", "Updated at"]]
    for i in range(20):
        rows.append([str(i), "Open", at(i), at(i)])
        rows.append([str(i), "Merged" if i < 5 else "Closed", at(i), at(i, 2)])
    export = understand(save(rows))
    assert (len(export.frame), export.cases.events) == (15, 30)
    assert [one.rows for one in export.left_out.values()] == [10]


def test_a_status_in_words_that_nobody_knows_is_said(save: Save) -> None:
    export = understand(save(desk(HEADINGS, lambda i: [
        str(i), at(i), at(i, 3), ("Closed", "Open", "Closed", "Im Lager")[i % 4]
    ])))  # fmt: skip
    assert any("'Im Lager' means open or ended is not known" in one for one in export.told)
