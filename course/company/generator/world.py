"""Everything that is the same for all customers: settings, seed, the first and the last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from course.company.calendar import day_number
from course.company.generator.draws import Draws
from course.company.settings import Baseline, Planted, baseline, truths


@dataclass(frozen=True)
class World:
    """One seed's company.

    >>> world(1).first_day < world(1).last_day
    True
    """

    draws: Draws
    planted: Planted
    life: Baseline
    first: date
    last: date

    @property
    def first_day(self) -> int:
        """The day number on which the records begin."""
        return day_number(self.first)

    @property
    def last_day(self) -> int:
        """The day number on which the records end."""
        return day_number(self.last)

    @property
    def end(self) -> int:
        """The first minute, in UTC, after the records, which end in winter time."""
        return (self.last_day + 1) * 1440


def world(seed: int | None = None) -> World:
    """The company of a seed; by default the seed of truths.yaml."""
    told = truths()
    return World(
        draws=Draws(told.seed if seed is None else seed),
        planted=told.planted,
        life=baseline(),
        first=told.first,
        last=told.last,
    )
