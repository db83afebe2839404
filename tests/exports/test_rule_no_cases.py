"""Rows that are no cases: further headings, totals, reports by day, copies, rows too wide."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import ExportError, measure_cases, understand
from course.exports.files.odd_rows import AGAIN, TOTAL
from course.exports.files.rows import COPIES
from tests.exports.desks import at, desk

Save = Callable[..., Path]
SURVEY = ["Case Number", "Date/Time Opened", "CSAT"]


def survey(i: int) -> list[str]:
    return [str(i), at(i), "5" if i % 2 else "2"]


@pytest.mark.parametrize(
    "last",
    [
        ["Total", "", "4"], ["Grand Totals (40 records)", "", ""], ["Average", "", "3.5"],
        ["Mean:", "", "3.5"], ["Sum", "", "140"], ["TOTAL", "40", "5"], ["Subtotal", "", "5"],
        ["", "Total", "5"], ["Summe", "", "4"], ["Report generated on 3 March 2026", "", ""],
        ["Confidential Information - Do Not Distribute", "", ""],
        ["Copyright (c) 2000-2026 example.com, inc. All rights reserved.", "", ""],
    ],
)  # fmt: skip
def test_totals_averages_and_footers(last: list[str], save: Save) -> None:
    export = understand(save([*desk(SURVEY, survey), last]))
    found = measure_cases(export)["csat"]
    assert (found.value, found.n) == (50, 40)
    assert {why: (one.rows, one.first) for why, one in export.left_out.items()} == {
        TOTAL: (1, [41])
    }


def test_totals_below_each_group_and_headings_again(save: Save) -> None:
    rows = desk(SURVEY, survey, 20)
    rows += [["Subtotal", "", "4"], SURVEY, *desk(SURVEY, lambda i: survey(i + 20), 20)[1:]]
    export = understand(save([*rows, ["Total", "", "4"]]))
    assert {why: one.rows for why, one in export.left_out.items()} == {TOTAL: 2, AGAIN: 1}
    assert measure_cases(export)["csat"].n == 40


def test_a_case_that_only_speaks_of_totals_is_a_case(save: Save) -> None:
    rows = desk(["Subject", "Created", "CSAT", "Ticket ID"], lambda i: [
        ("Total on my bill", "Average answer", "Count me out", "Mean reply")[i % 4], at(i), "5",
        str(i),
    ])  # fmt: skip
    export = understand(save(rows))
    assert (len(export.frame), export.left_out) == (40, {})


def test_heading_rows_of_survey_tools(save: Save) -> None:
    qualtrics = [
        ["StartDate", "Status", "RecordedDate", "ResponseId", "Q1", "Q2"],
        ["Start Date", "Response Type", "Recorded Date", "Response ID",
         "How likely are you to recommend us?", "How satisfied were you with our answer?"],
        ['{"ImportId":"startDate"}', '{"ImportId":"status"}', '{"ImportId":"recordedDate"}',
         '{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
        *([at(i), "IP Address" if i < 36 else "Survey Test", at(i), f"R_{i}",
           "10" if i % 2 else "3", "5" if i % 2 else "1"] for i in range(40)),
    ]  # fmt: skip
    monkey = [
        ["Respondent ID", "Start Date", "Email Address", "How likely are you to recommend us?",
         "How satisfied are you with us?", ""],
        ["", "", "", "Response", "Response", "Open-Ended Response"],
        *([str(118_000 + i), at(i), "", "10" if i % 2 else "3", "5" if i % 2 else "1", "fine"]
          for i in range(36)),
    ]  # fmt: skip
    for rows, further in ((qualtrics, 2), (monkey, 1)):
        export = understand(save(rows))
        found = measure_cases(export)
        assert (found["nps"].value, found["nps"].n) == (0, 36)
        assert (found["csat"].value, found["csat"].n) == (50, 36)
        assert any(f"{further} row" in one and "further headings" in one for one in export.told)


@pytest.mark.parametrize(
    ("headings", "make", "each"),
    [
        (["Date", "Tickets", "First response time (minutes)", "CSAT"],
         lambda i: [f"2026-02-{i + 1:02d}", str(10 * i + 1), "5", "5"], "each row is a day"),
        (["Day", "Number of calls", "Average CSAT"],
         lambda i: [f"2026-02-{i + 1:02d}", "40", f"4.{i}"], "several cases"),
        (["Date", "CSAT score"], lambda i: [f"2026-02-{i + 1:02d}", f"4.{i + 10}"], "is a day"),
        (["Date", "New tickets", "Resolved tickets", "Avg resolution time (hours)"],
         lambda i: [f"2026-{i % 12 + 1:02d}-01", "40", "38", "7.5"], "is a month"),
        (["Agent", "Tickets", "CSAT"], lambda i: [f"Agent {i}", "40", "4"], "several cases"),
    ],
)  # fmt: skip
def test_a_report_is_refused(
    headings: list[str], make: Callable[[int], list[str]], each: str, save: Save
) -> None:
    with pytest.raises(ExportError, match=f"{each}.*Export the cases themselves"):
        understand(save(desk(headings, make, 12)))


def test_one_answer_a_day_is_no_report(save: Save) -> None:
    rows = desk(
        ["Date", "CSAT", "Calls made before"], lambda i: [f"2026-02-{i + 1:02d}", "5", "2"], 20
    )
    assert measure_cases(understand(save(rows)))["csat"].n == 20


@pytest.mark.parametrize("who", ["Email", "Comment"])
def test_exact_copies_are_dropped_and_counted(who: str, save: Save) -> None:
    rows = desk(["Submitted at", who, "CSAT"], lambda i: [
        at(i), f"a{i}@example.org" if who == "Email" else f"a long text about matter {i * 37}",
        "5" if i % 3 else "1",
    ], 30)  # fmt: skip
    export = understand(save([*rows, *rows[3:13]]))
    assert {why: (one.rows, one.first) for why, one in export.left_out.items()} == {
        COPIES: (10, [31, 32, 33, 34, 35])
    }
    assert measure_cases(export)["csat"].n == 30


def test_answers_that_are_alike_are_no_copies(save: Save) -> None:
    rows = desk(["Date", "NPS"], lambda i: [f"2026-02-{i % 5 + 1:02d}", "9"])
    export = understand(save(rows))
    assert (measure_cases(export)["nps"].n, export.left_out) == (40, {})


def test_near_copies_are_named_and_counted(save: Save) -> None:
    rows = desk(["Response ID", "Submitted at", "Email", "CSAT", "Comment"], lambda i: [
        f"R{i}", f"{at(i)}:05", f"a{i}@example.org", "5", f"a long text about matter {i * 37}"
    ], 30)  # fmt: skip
    twice = [["S" + row[0], row[1][:-2] + "40", *row[2:]] for row in rows[1:5]]
    other = [["X1", *rows[5][1:4], "quite another text about it"]]
    export = understand(save([*rows, *twice, *other]))
    assert (len(export.frame), export.left_out) == (35, {})
    said = "4 rows are near copies of another: the same person, minute, score and text"
    assert any(one.startswith(said) for one in export.told)


def test_rows_that_are_too_wide_spoil_no_column(save: Save, tmp_path: Path) -> None:
    lines = ["Ticket ID,Created at,Comment,CSAT"]
    lines += [f"{i},{at(i)},{'slow, late, rude' if i % 3 == 0 else 'fine'},{5 if i % 2 else 2}"
              for i in range(30)]  # fmt: skip
    path = tmp_path / "commas.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    export = understand(path)
    assert [one.rows for one in export.left_out.values()] == [10]
    assert measure_cases(export)["csat"].n == 20


def test_a_later_row_is_the_one_with_the_later_date(save: Save) -> None:
    rows = desk(["Survey ID", "Response date", "CSAT"], lambda i: [str(i), at(i), "4"])
    export = understand(save([*rows, ["5", "2026-01-16 17:00", "1"], ["6", at(99), "5"]]))
    assert export.frame["satisfaction"].tolist().count(5) == 1
    assert 1 not in export.frame["satisfaction"].tolist()
    assert [one.rows for one in export.left_out.values()] == [2]
