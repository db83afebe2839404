"""Marlow & Finch: the records of one invented company, written from a seed at any size.

The staff, the customers and what happened between them are made by lot, and some truths are
planted for the lessons to find; truths.yaml says which, where and how strongly. Nothing heavy is
imported before something is written or read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from course.company.errors import CompanyError

if TYPE_CHECKING:
    import pandas as pd

    from course.company.files.writing import Written

__all__ = ["CompanyError", "parsed_table", "read_table", "table_text", "write"]


def write(
    out: str | Path,
    *,
    customers: int | None = None,
    seed: int | None = None,
    format: Literal["csv", "parquet"] = "csv",
    replace: bool = False,
) -> Written:
    """Write all tables into a folder, with datapackage.json and a data dictionary.

    The rows of a customer depend on the seed and the customer's number alone: more customers
    only add rows. Memory does not grow with them. CSV files are the same byte for byte on
    every machine; Parquet files hold the same values, laid out as their writer pleases.

    Args:
        out: The folder; it is made if it is not there.
        customers: How many customers, from 1 to 9,999,999; by default as many as the course comes
            with.
        seed: A whole number; by default that of the course.
        format: ``"csv"``, or ``"parquet"`` (needs pyarrow, of the extra ``fast``).
        replace: Whether tables that are in the folder already may be replaced.

    Returns:
        The folder, the rows of each table, and the bytes of all files. As text, one line.

    Raises:
        CompanyError: If a number or the format is not possible, tables are in the way, or pyarrow
            is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     done = write(folder, customers=3)
    >>> done.rows["customers"], done.rows["agents"]
    (3, 34)
    """
    from course.company.files.writing import write_records
    from course.company.settings import truths

    count = truths().customers if customers is None else customers
    return write_records(Path(out), count, seed, format, replace)


def read_table(folder: str | Path, name: str) -> pd.DataFrame:
    """Read one table of a folder of records (CSV), its columns typed as described.

    Texts and numbers that are blank come as missing values; times have the zone
    Europe/London.

    Raises:
        CompanyError: If there is no such table, or it is not in the folder.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = write(folder, customers=3)
    ...     contacts = read_table(folder, "contacts")
    >>> str(contacts["opened"].dtype)
    'datetime64[us, Europe/London]'
    """
    from course.company.files.reading import load

    return load(Path(folder), name)


def table_text(name: str, rows: Iterable[Mapping[str, object]]) -> str:
    """Rows made elsewhere as the text of one of the company's tables (CSV).

    Columns come in the order of the table; one that a row lacks, or that is None, is blank.

    >>> print(table_text("survey-calls", [{"contact_id": "T1", "reached": "no"}]), end="")
    contact_id,called,reached,satisfaction
    T1,,no,
    """
    import csv
    from io import StringIO

    from course.company.files.dictionary import dictionary

    text = StringIO()
    writer = csv.DictWriter(text, list(dictionary()[name].columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def parsed_table(name: str, text: str) -> pd.DataFrame:
    """One of the company's tables from its text, its columns typed as `read_table` does.

    >>> text = table_text("contacts", [{"contact_id": "T1", "opened": "2026-12-01T09:00Z"}])
    >>> str(parsed_table("contacts", text)["opened"].dtype)
    'datetime64[us, Europe/London]'
    """
    from course.company.files.reading import parsed_rows

    return parsed_rows(name, text)
