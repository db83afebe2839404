"""The truths about running a desk are found in nearly every company, and only where they are."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from course.company.generator.running import running
from course.company.generator.world import world
from course.company.settings import truths

from .made import framed
from .running_finding import RUNNING

SEEDS = [20, pytest.param(100, marks=pytest.mark.long)]
ENOUGH = 0.95
"""In such a share of the companies each truth must be found."""
DRAWN = {
    "evening-closed": ("evening-trial", ["desk"]),
    "assistant-to-phone": ("journeys", ["came_from", "channel"]),
    "what-one-may-give": ("decisions", ["limit"]),
    "marked-apart": ("call-marks", ["second"]),
    "full-weeks": ("team-weeks", ["occupancy"]),
    "prize": ("prize-months", ["month"]),
}
"""What each truth hangs on: where that is dealt out anew, there is nothing to find."""


@pytest.mark.parametrize("companies", SEEDS)
def test_every_truth_has_the_power_to_be_found(companies: int):
    found: Counter[str] = Counter()
    missed: list[str] = []
    for seed in range(1, companies + 1):
        tables = framed(running(world(seed)))
        for name, find in RUNNING.items():
            try:
                find(tables)
                found[name] += 1
            except AssertionError as why:
                missed.append(f"{name}, seed {seed}: {why}")
    for name in RUNNING:
        print(f"{name}: found in {found[name]} of {companies} companies")
    assert all(found[name] >= ENOUGH * companies for name in RUNNING), "\n".join(missed)


@pytest.mark.parametrize("name", RUNNING)
def test_nothing_is_found_where_it_is_not(name: str):
    tables = framed(running(world()))
    where, columns = DRAWN[name]

    def dealt(table: str) -> pd.DataFrame:
        frame = tables(table)
        if table != where:
            return frame
        anew = frame[columns].sample(frac=1, random_state=1).set_axis(frame.index)
        return frame.assign(**{column: anew[column] for column in columns})

    with pytest.raises(AssertionError):
        RUNNING[name](dealt)


def test_the_whole_tables_stay_small():
    for name, table in running(world()).items():
        assert len(next(iter(table.values()))) <= 3000, name


def test_another_seed_is_another_company():
    one, two = (framed(running(world(seed))) for seed in (truths().seed, truths().seed + 1))
    for name in running(world()):
        assert not one(name).equals(two(name)), name
