"""Figures from lengths of time that the help desk itself counted in its business hours."""

from __future__ import annotations

from course.exports.columns.fields import fields
from course.exports.figures.results import Figure
from course.exports.understood import Understood
from course.exports.words import counted, length

NAMES = {
    "response_time_business": "First response time, business hours",
    "resolution_time_business": "Resolution time, business hours",
}
_HOUR = 3600


def in_business_hours(export: Understood, role: str) -> Figure:
    """One length, as the export counts it: these hours are its own, and stay apart from others.

    Raises:
        MetricsError: If no case has such a length.
    """
    import numpy as np

    from course.metrics import MetricsError, kaplan_meier

    lengths = export.frame[role]
    fine = lengths[lengths >= 0] / _HOUR
    below = int((lengths < 0).sum())
    if not len(fine):
        raise MetricsError(f"{fields()[role].means}: blank in every case.", column=role)
    # Nobody says how long the open ones have waited in these hours, so only done ones count.
    low, high = kaplan_meier(fine, np.ones(len(fine), dtype=bool), unit="hours").median_interval
    half, most = np.quantile(fine, [0.5, 0.9], method="averaged_inverted_cdf").tolist()
    blank = len(lengths) - len(fine) - below
    notes = [f"{counted(blank, 'case')} without it not counted"] if blank else []
    notes += [f"{counted(below, 'length')} below zero left out"] if below else []
    return Figure(
        id=role,
        name=NAMES[role],
        text=f"half of those done within {length(half, 'hours')}, 9 in 10 within "
        f"{length(most, 'hours')}, mean {length(float(fine.mean()), 'hours')}",
        value=half,
        low=low,
        high=high,
        n=len(fine),
        missing=blank + below,
        unit="hours",
        convention=f"business hours, as the export counts them in {export.headings[role]!r}",
        warning="under 30 cases: too few to say much" if len(fine) < 30 else "",
        notes=tuple(notes),
        more={"mean": float(fine.mean()), "p90": most},
    )
