"""A table from a folder of records into pandas, with the types that tables.yaml gives."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from course.company.errors import CompanyError
from course.company.files.dictionary import HUNDREDTHS, TableTold, dictionary

if TYPE_CHECKING:
    import pandas as pd


def load(folder: Path, name: str) -> pd.DataFrame:
    """See `course.company.read`."""
    told = dictionary().get(name)
    if told is None:
        raise CompanyError(f"There is no table {name!r}; there are {', '.join(dictionary())}.")
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise CompanyError(f"{folder} holds no {path.name}. Write the records there first.")
    return _typed(path, told)


def parsed_rows(name: str, text: str) -> pd.DataFrame:
    """See `course.company.parsed_table`."""
    return _typed(StringIO(text), dictionary()[name])


def _typed(source: Path | StringIO, told: TableTold) -> pd.DataFrame:
    import pandas as pd

    numbers = {
        column: "float64" if one.type in HUNDREDTHS else "Int64"
        for column, one in told.columns.items()
        if one.type in ("integer", *HUNDREDTHS)
    }
    texts = {column: "str" for column in told.columns if column not in numbers}
    table = pd.read_csv(
        source, dtype=numbers | texts, keep_default_na=False, na_values=[""], encoding="utf-8"
    )
    for column, one in told.columns.items():
        if one.type == "date":
            table[column] = pd.to_datetime(table[column], format="%Y-%m-%d")
        elif one.type == "datetime":
            moments = pd.to_datetime(table[column], format="ISO8601", utc=True)
            table[column] = moments.dt.tz_convert("Europe/London")
    return table
