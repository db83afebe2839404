"""From a path to rows of text, whatever kind of file it is; kinds are told by content."""

from __future__ import annotations

from pathlib import Path

from course.exports.errors import ExportError
from course.exports.files.folder import Folder
from course.exports.files.packed import unpacked
from course.exports.files.parquet import ParquetTable
from course.exports.files.plain_text import TextFile
from course.exports.files.sheet import Sheet
from course.exports.files.workbook import Workbook

_NO_TABLE = {
    b"%PDF": "a PDF: export the table itself, as CSV or Excel",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls), or one with a password: save it as .xlsx",
    b"\x89PNG": "a picture: export the table itself, as CSV or Excel",
    b"\xff\xd8\xff": "a picture: export the table itself, as CSV or Excel",
}


def open_sheet(path: Path, sheet: str | None = None) -> Sheet:
    """Open an export: CSV or other text, Excel or Parquet, plain or packed; or a folder of them.

    Raises:
        ExportError: If there is no such file, it is empty, or it is not a table.
    """
    if path.is_dir():
        return Sheet(Folder(path, lambda one: open_sheet(one, sheet)), path.name)
    if not path.is_file():
        raise ExportError(f"There is no file called {path}.")
    with path.open("rb") as file:
        head = file.read(512)
    if not head:
        raise ExportError(f"{path.name} is empty: there is nothing in it to measure.")
    if inside := unpacked(path, head):
        found = open_sheet(inside[0], sheet)
        found.held = inside[1]
        return found
    for mark, what in _NO_TABLE.items():
        if head.startswith(mark):
            raise ExportError(f"{path.name} is {what}.")
    if head.startswith(b"PAR1"):
        return Sheet(ParquetTable(path), path.name)
    if head.startswith(b"PK\x03\x04"):
        return Sheet(Workbook(path, sheet), path.name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if start.startswith((b"<!doc", b"<html", b"<?xml")):
        raise ExportError(
            f"{path.name} is a web page or XML, not a table. A sign-in page saved by mistake looks "
            "like that. Export it again, as CSV or Excel."
        )
    if start.startswith((b"{", b"[{", b"[\n", b"[ ")):
        raise ExportError(f"{path.name} is JSON, not a table. Export it as CSV, Excel or Parquet.")
    return Sheet(TextFile(path), path.name)
