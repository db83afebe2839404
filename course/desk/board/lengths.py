"""Lengths of time in the unit that suits their size. They are worked out in hours."""

from dataclasses import replace
from statistics import median

from course.metrics import Score

RULE = "under 2 hours in minutes, over 72 hours in days"
"""The convention, as people read it."""
IN_AN_HOUR = {"minutes": 60.0, "hours": 1.0, "days": 1 / 24}
DECIMALS = {"minutes": 0, "hours": 1, "days": 1}


def unit_for(hours: float) -> str:
    """The unit for a length of time, longer or shorter than nothing.

    >>> unit_for(0.05), unit_for(19.1), unit_for(100), unit_for(-0.05)
    ('minutes', 'hours', 'days', 'minutes')
    """
    size = abs(hours)
    return "minutes" if size < 2 else "days" if size > 72 else "hours"


def length(hours: float) -> str:
    """A length of time in words.

    >>> length(0.05), length(1 / 60), length(19.1), length(100)
    ('3 minutes', '1 minute', '19.1 hours', '4.2 days')
    """
    unit = unit_for(hours)
    shown = f"{hours * IN_AN_HOUR[unit]:,.{DECIMALS[unit]}f}"
    return f"{shown} {unit.removesuffix('s') if shown == '1' else unit}"


def is_length(score: Score) -> bool:
    """Whether a score is a length of time."""
    return score.unit == " hours"


def sized(score: Score, by: float | None = None) -> Score:
    """A score to be written: a length in the unit that suits it, or `by` hours; others as given.

    >>> wait = Score(0.05, 0.04, 0.1, 40, 0, "median", unit=" hours")
    >>> sized(wait).value, sized(wait).unit
    (3.0, ' minutes')
    """
    if not is_length(score):
        return score
    unit = unit_for(score.value if by is None else by)
    times = IN_AN_HOUR[unit]
    return replace(
        score, value=score.value * times, low=score.low * times, high=score.high * times,
        unit=f" {unit}", decimals=DECIMALS[unit],
    )  # fmt: skip


def alike(scores: dict[int, Score]) -> dict[int, Score]:
    """Scores that share one axis, in the unit that suits the middle one."""
    if not scores:
        return scores
    middle = median(one.value for one in scores.values())
    return {name: sized(one, by=middle) for name, one in scores.items()}
