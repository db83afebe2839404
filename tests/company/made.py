"""The tables of any seed without files, typed as `read_table` types them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course.company.columns import BLANK
from course.company.files.dictionary import HUNDREDTHS, TableTold, dictionary
from course.company.generator.chunk import chunk, fixed
from course.company.generator.world import world
from course.company.settings import truths

from .finding import Tables

if TYPE_CHECKING:
    from course.company.columns import Table


def made(seed: int) -> Tables:
    """A function that gives a table of that seed, with as many customers as the course has."""
    here = world(seed)
    return framed(fixed(here) | chunk(here, 1, truths().customers))


def framed(tables: dict[str, Table]) -> Tables:
    """A function that gives one of these tables, typed as a trainee has it."""
    return cache(lambda name: _frame(dictionary()[name], tables[name]))


def _frame(told: TableTold, table: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: _column(one.type, table[told.source(name)]) for name, one in told.columns.items()}
    )


def _column(kind: str, cells: Any) -> pd.Series:
    if cells.dtype == object:
        texts = pd.Series(cells, dtype="str")
        texts = texts.where(texts.ne(""))
        # Dates of the fixed tables are made as texts.
        return pd.to_datetime(texts, format="%Y-%m-%d") if kind == "date" else texts
    blank = cells == BLANK
    known = np.where(blank, 0, cells)
    if kind == "date":
        return pd.Series(known.astype("M8[D]")).astype("datetime64[us]").mask(blank)
    if kind == "datetime":
        moments = pd.Series(known.astype("M8[m]").astype("M8[us]")).mask(blank)
        return moments.dt.tz_localize("UTC").dt.tz_convert("Europe/London")
    if kind in HUNDREDTHS:
        return pd.Series(known / 100).mask(blank)
    return pd.Series(known, dtype="Int64").mask(blank)
