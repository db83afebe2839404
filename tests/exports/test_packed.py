"""Packed exports, and a folder of monthly ones read as one file."""

import gzip
import zipfile
from pathlib import Path

import pytest

from course.exports import ExportError, measure_cases, understand
from tests.exports.desks import at


def text(first: int, last: int, order: bool = True) -> str:
    heads = "Ticket ID,Created,CSAT" if order else "CSAT,Ticket ID,Created"
    rows = [
        f"{i},{at(i)},{'52'[i % 2]}" if order else f"{'52'[i % 2]},{i},{at(i)}"
        for i in range(first, last)
    ]
    return "\n".join([heads, *rows]) + "\n"


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_a_packed_file_reads_like_the_plain_one(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"export.csv.{kind}"
    if kind == "gz":
        path.write_bytes(gzip.compress(text(0, 40).encode()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("march/export.csv", text(0, 40))
    export = understand(path)
    assert (export.name, measure_cases(export)["csat"].n) == (path.name, 40)


def test_a_folder_of_months_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "2026-01.csv").write_text(text(0, 20))
    (tmp_path / "2026-02.csv").write_text(text(18, 40, order=False))
    (tmp_path / "notes.md").write_text("not an export")
    export = understand(tmp_path)
    assert "2 files read as one, from 2026-01.csv to 2026-02.csv" in export.told
    assert (export.rows, len(export.frame)) == (42, 40)
    assert [one.rows for one in export.left_out.values()] == [2]
    assert measure_cases(export)["csat"].value == 50


def test_files_that_do_not_go_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text(0, 20))
    (tmp_path / "b.csv").write_text("Ticket ID,Created,Rating\n1,2026-03-02,5\n")
    with pytest.raises(ExportError, match=r"b\.csv has other headings than a\.csv \(CSAT, Rating"):
        understand(tmp_path)


def test_archives_that_cannot_be_read(tmp_path: Path) -> None:
    two = tmp_path / "two.zip"
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.csv", text(0, 5))
        archive.writestr("b.csv", text(0, 5))
    with pytest.raises(ExportError, match=r"an archive with 2 files \(a\.csv, b\.csv\)"):
        understand(two)
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(gzip.compress(text(0, 400).encode())[:-40])
    with pytest.raises(ExportError, match=r"torn\.csv\.gz cannot be unpacked"):
        understand(torn)
    bomb = tmp_path / "bomb.csv.gz"
    bomb.write_bytes(gzip.compress(b"0" * 60_000_000))
    with pytest.raises(ExportError, match=r"bomb\.csv\.gz is not read: it would unpack"):
        understand(bomb)
