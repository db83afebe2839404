"""The truths about keeping customers are there, and the records are large enough to find them."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from course.company.files.dictionary import dictionary
from course.company.settings import truths

from .finding import Tables
from .keeping_finding import KEEPING
from .made import made

COMPANIES = [10, pytest.param(20, marks=pytest.mark.long)]
ENOUGH = 0.9
"""In so many of the companies, nine in ten, each truth must be found."""


@pytest.fixture(scope="module")
def own() -> Tables:
    return made(truths().seed)


def test_tables_without_files_are_those_of_the_files(table: Tables, own: Tables):
    for name in dictionary():
        pd.testing.assert_frame_equal(own(name), table(name), check_dtype=False, obj=name)


@pytest.mark.parametrize("companies", COMPANIES)
def test_every_truth_has_the_power_to_be_found(companies: int):
    found: Counter[str] = Counter()
    missed: list[str] = []
    for seed in range(1, companies + 1):
        tables = made(seed)
        for name, find in KEEPING.items():
            try:
                find(tables)
                found[name] += 1
            except AssertionError as why:
                missed.append(f"{name}, seed {seed}: {why}")
    for name in KEEPING:
        print(f"{name}: found in {found[name]} of {companies} companies")
    assert all(found[name] >= ENOUGH * companies for name in KEEPING), "\n".join(missed)
