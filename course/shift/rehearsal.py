"""What a lead's change does: the same days without and with it, and how far chance alone goes."""

from collections.abc import Mapping, Sequence
from math import isnan, nan
from statistics import mean, stdev
from typing import NamedTuple

from course.metrics.intervals import mean_interval
from course.shift.day import Day
from course.shift.measure import costs, promises
from course.shift.worth import felt, worth

MEASURES: Mapping[str, str] = {
    "contacts": "Contacts",
    "mark": "Handling mark, 0 to 100",
    "felt": "What customers felt, 1 to 5",
    "wait": "Wait for a first answer, min",
    "left": "Left without an answer",
    "kept": "Promises kept, %",
    "cost": "Cost of the day, £",
}
"""The figures by which days are compared, with their names in words."""


class Paired(NamedTuple):
    """How far two ways lie apart on the same days."""

    mean: float
    low: float
    """Of the 95 % interval of the mean difference."""
    high: float
    size: float
    """The mean difference in standard deviations of the differences."""

    @property
    def beyond_chance(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def of_day(day: Day) -> dict[str, float]:
    """The figures of a day, by the names in `MEASURES`; nan for what it does not have.

    Whoever was never answered has waited until the day was over. The cost is what was given and
    the minutes of work; a colleague who has nothing to do costs nothing here.
    """
    pairs = list(zip(day.desk.contacts, day.standings, strict=True))
    given = [one for pair in pairs if (one := felt(*pair))]
    kept, made = promises(day)
    waits = [(day.clock if one.first is None else one.first) - who.arrives for who, one in pairs]
    return {
        "contacts": len(pairs),
        "mark": worth(day),
        "felt": mean(one.satisfaction for one in given) if given else nan,
        "wait": mean(waits),
        "left": sum(one.status == "left" for one in day.standings),
        "kept": 100 * kept / made if made else nan,
        "cost": sum(costs(day)),
    }


def paired(ones: Sequence[float], others: Sequence[float]) -> Paired | None:
    """The mean of one less the other, with its 95 % interval, over the days that have both.

    None where fewer than two have.

    >>> found = paired([3, 4, 5, nan], [1, 2, 4, 1])
    >>> [round(one, 2) for one in found[:3]], found.beyond_chance
    ([1.67, 0.23, 3.1], True)
    """
    apart = [a - b for a, b in zip(ones, others, strict=True) if not isnan(a - b)]
    if len(apart) < 2:
        return None
    low, high = mean_interval(len(apart), sum(apart), sum(one * one for one in apart))
    spread = stdev(apart)
    return Paired(mean(apart), low, high, mean(apart) / spread if spread else 0.0)


def middle(values: Sequence[float]) -> float:
    """The mean of what is there; nan where nothing is.

    >>> middle([1, nan, 3])
    2
    """
    there = [value for value in values if not isnan(value)]
    return mean(there) if there else nan
