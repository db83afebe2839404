"""All records of the company into a folder, a few thousand customers at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course.company.chunk import chunk, fixed
from course.company.columns import Table, length
from course.company.csv_file import CsvFile
from course.company.describe import datapackage, readme
from course.company.dictionary import dictionary
from course.company.errors import CompanyError
from course.company.parquet_file import ParquetFile, needs_pyarrow
from course.company.settings import truths
from course.company.world import World, world

MOST = 999_999
"""The most customers that their numbers in the names of rows have room for."""
_AT_A_TIME = 10_000
