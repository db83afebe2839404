"""Every planted truth can be found in the records with the calculators of course.metrics."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from course.company import read_table, write
from course.company.files.dictionary import dictionary
from course.company.settings import truths

from .finding import FINDERS as FIRST
from .finding import Tables
from .keeping_finding import KEEPING
from .running_finding import RUNNING

FINDERS = FIRST | KEEPING | RUNNING

# With more customers chance has less to say, so other seeds must show what can show at any size.
# The small team is small in the course's own records only.
ANY_SEED = sorted(set(FINDERS) - {"small-team"})


def test_every_truth_has_a_finder_and_the_other_way_round():
    assert set(FINDERS) == set(truths().truths)


@pytest.mark.parametrize("name", FINDERS)
def test_truth_is_found(name: str, table: Tables):
    print(name, FINDERS[name](table))


@pytest.mark.parametrize("name", FINDERS)
def test_truth_says_where_to_look(name: str):
    assert set(truths().truths[name].look_in) <= set(dictionary())


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("other")
    write(folder, customers=15_000, seed=2)
    return cache(lambda name: read_table(folder, name))


@pytest.mark.parametrize("name", ANY_SEED)
def test_another_seed_holds_the_same_truths(name: str, other: Tables):
    FINDERS[name](other)
