"""The company's records as they are in the repository, read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from course.company import read_table

RECORDS = Path(__file__).parents[2] / "datasets"


@pytest.fixture(scope="session")
def table() -> Callable[[str], pd.DataFrame]:
    """A function that gives a table of the records by its name."""
    return cache(lambda name: read_table(RECORDS, name))
