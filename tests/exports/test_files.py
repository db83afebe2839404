"""Encodings, separators, odd rows and files that are no table."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from course.exports import ExportError, measure_cases, understand

Save = Callable[..., Path]
DESK = [
    ["Ticket ID", "Created", "Resolved", "Category", "CSAT"],
    ["1", "2026-03-02 09:00", "2026-03-02 11:00", "Café order", "5"],
    ["2", "2026-03-03 09:00", "N/A", "Délai", "?"],
    ["3", "2026-03-04 09:00", "2026-03-04 10:00", "Café order", "2"],
    ["4", "2026-03-05 09:00", "2026-03-05 12:00", "Line\nbreak, and comma", "4"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_reads_alike(
    encoding: str, separator: str, save: Save
) -> None:
    export = understand(save(DESK, encoding=encoding, separator=separator))
    assert list(export.frame["cause"]) == [
        "Café order", "Délai", "Café order", "Line\nbreak, and comma",
    ]  # fmt: skip
    found = measure_cases(export)
    assert (found["csat"].n, found["csat"].missing) == (3, 1)
    assert (found["resolution_time"].n, found["resolution_time"].more["open"]) == (3, 1)


def test_decimal_commas(save: Save) -> None:
    rows = [["id", "Created", "Resolution time (in hrs)", "rating"]]
    rows += [[str(i), f"2026-03-0{i} 10:00", f"{i},5", f"{i},0"] for i in range(1, 6)]
    found = measure_cases(understand(save(rows, separator=";")))
    assert found["resolution_time"].value == 3.5
    assert found["csat_mean"].value == 3


def test_a_byte_that_is_not_utf_8_late_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "late.csv"
    lines = [f"{i},2026-03-02,Plain,4" for i in range(90_000)] + ["90001,2026-03-02,Caf\u00e9,4"]
    path.write_bytes("\n".join(["id,created,category,csat", *lines]).encode("cp1252"))
    export = understand(path)
    assert "Windows-1252" in export.told[0]
    assert export.frame["cause"].iloc[-1] == "Café"


def test_half_a_letter_at_the_end_of_a_file_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_bytes(
        b"id,created,category,csat\n1,2026-03-02,Plain,4\n2,2026-03-02,Caf\xc3,4\n"[:-3]
    )
    assert "Windows-1252" in understand(path).told[0]


def test_zeros_late_in_a_file_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "zeros.csv"
    lines = [f"{i},2026-03-02,Plain,4" for i in range(90_000)] + ["90001,2026-03-02,Pl\0ain,4"]
    path.write_text("\n".join(["id,created,category,csat", *lines]), encoding="utf-8")
    assert set(understand(path).frame["cause"]) == {"Plain"}


def test_title_lines_above_the_headings(save: Save) -> None:
    export = understand(save([["Tickets of March"], ["Exported by report 7"], *DESK]))
    assert len(export.frame) == 4
    assert "2 lines above the headings left out" in export.told


def test_headings_that_occur_twice(save: Save) -> None:
    rows = [[*row, "x", "y"] for row in DESK]
    rows[0][-2:] = ["Comment", "Comment"]
    export = understand(save(rows))
    assert [one.heading for one in export.readings][-2:] == ["Comment", "Comment (2)"]


def test_a_row_whose_cells_moved_up_is_named_and_left_out(save: Save) -> None:
    rows = [["Date received", "Product", "Sub-product", "Issue", "Sent on", "In time", "Case ID"]]
    for i in range(60):
        rows.append(
            [f"2026-03-{i % 28 + 1:02d}", "Card", "Credit card", "Fee", f"2026-04-{i % 28 + 1:02d}",
             "Yes", str(1000 + i)]
        )  # fmt: skip
    # One cell is missing, the rest moved up, and a blank fills the end.
    del rows[18][2]
    rows[18].append("")
    # The same, without the blank.
    del rows[31][2]
    rows[40].append("more")
    export = understand(save(rows))
    lost = {why: (one.rows, one.first) for why, one in export.left_out.items()}
    assert lost == {
        "out of step with the headings, as if a cell were missing": (2, [18, 31]),
        "with more cells than there are headings": (1, [40]),
    }
    assert len(export.frame) == 57


def test_rows_that_moved_do_not_vouch_for_each_other(save: Save) -> None:
    rows = [["Case ID", "Group", "Sub-group", "Channel", "State", "Sent on"]]
    for i in range(400):
        rows.append([str(1000 + i), "Card", "Credit", "Web", "Closed", f"2026-04-{i % 28 + 1:02d}"])
    for place in (10, 90, 200, 310):
        # The date comes to stand under the state, and nothing under the date.
        del rows[place][2]
        rows[place].append("Closed")
    export = understand(save(rows))
    assert {why: one.first for why, one in export.left_out.items()} == {
        "out of step with the headings, as if a cell were missing": [10, 90, 200, 310]
    }


def test_a_row_that_only_lacks_blank_cells_at_its_end_is_kept(save: Save) -> None:
    rows = [*DESK, ["5", "2026-03-06 09:00"]]
    export = understand(save(rows))
    assert len(export.frame) == 5
    assert export.left_out == {}


def test_lines_of_totals_and_unreadable_dates_are_counted(save: Save) -> None:
    rows = [DESK[0], *([str(i), "2026-03-02 09:00", "2026-03-02 10:00", "a", "5"]
                       for i in range(30))]  # fmt: skip
    rows[7][1] = "soon"
    rows[8][2] = "0001-01-01 00:00"
    rows.append(["", "", "", "Total", "5"])
    export = understand(save(rows))
    lost = {why: one.rows for why, one in export.left_out.items()}
    assert lost == {
        "with no date in 'Created'": 1,
        "with no date in 'Resolved'": 1,
        "with neither a case nor a date, such as a line of totals": 1,
    }


def test_copies_and_older_rows_of_a_case_are_counted(save: Save) -> None:
    rows = [[*DESK[0], "Updated"]]
    rows += [[str(i), "2026-03-02 09:00", "", "a", "5", "2026-03-02 10:00"] for i in range(20)]
    rows.append(rows[3])
    rows.append(["4", "2026-03-02 09:00", "2026-03-09 09:00", "a", "5", "2026-03-09 09:00"])
    export = understand(save(rows))
    lost = {why: one.rows for why, one in export.left_out.items()}
    assert lost == {"that are an exact copy of another": 1, "about a case that has a later row": 1}
    assert export.frame["resolved"].notna().sum() == 1


def test_events_become_cases(save: Save) -> None:
    rows = [["number", "state", "opened_at", "resolved_at", "sys_updated_at", "reopen_count"]]
    for i in range(10):
        start = f"2026-03-{i + 1:02d} 09:00"
        rows.append([f"INC{i}", "New", start, "?", start, "0"])
        rows.append([f"INC{i}", "Active", start, "?", f"2026-03-{i + 1:02d} 10:00", "1"])
        rows.append([f"INC{i}", "Resolved", start, f"2026-03-{i + 2:02d} 09:00",
                     f"2026-03-{i + 2:02d} 09:00", "0"])  # fmt: skip
    export = understand(save(rows))
    assert (export.rows, len(export.frame), export.cases.events) == (30, 10, 30)
    found = measure_cases(export)
    assert found["resolution_time"].value == 24
    assert found["reopened"].value == 100


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n  \n", "is empty"),
        (b"Created,CSAT\n", "no row below"),
        (b"%PDF-1.7 x", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel file"),
        (b"PK\x03\x04broken", "cannot be read as an Excel workbook"),
        (b"PAR1broken", "cannot be opened as Parquet"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b'{"tickets": []}', "is JSON"),
        (b"\x00\x01\x02\x03" * 100, "is not a table"),
        (b"Dear all,\nthis is a letter.\nRegards\n", "no column was recognised"),
        (b'id,csat\n1,"5\n2,4\n' * 3, "no column was recognised"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=said):
        understand(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no file called"):
        understand(tmp_path / "none.csv")
    with pytest.raises(ExportError, match="is a folder"):
        understand(tmp_path)


def test_a_workbook_that_unpacks_without_end_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Created", "CSAT"])
    book.save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/more.xml", b"a" * 80_000_000)
    assert path.stat().st_size < 200_000
    with pytest.raises(ExportError, match=r"small\.xlsx is not read: inside it, xl/more\.xml"):
        understand(path)
