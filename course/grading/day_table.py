"""The days of a cohort as a table: a row for each trainee and day."""

from collections.abc import Iterable, Iterator
from typing import Any

from course.grading.days import DayMarks
from course.grading.tables import rounded

FIGURES = {
    "CSAT": "CSAT %",
    "NPS": "NPS",
    "CES": "CES 1 to 7",
    "FCR": "FCR %",
    "First response": "first response, median minutes",
    "Resolution time": "resolution time, median minutes",
    "Left": "left %",
    "Promises kept": "promises kept %",
    "Cost of a contact": "cost of a contact, pounds",
}
"""Figures that are shown and not marked, with what heads them."""
COLUMNS = (
    "trainee", "name", "seed", "try", "of tries", "finished", "contacts",
    "handling mark by rule, mean of all contacts", *FIGURES.values(), "remarks",
)  # fmt: skip


def day_rows(days: Iterable[DayMarks]) -> Iterator[list[Any]]:
    """The rows of these days; a figure that cannot be worked out is left empty."""
    for one in days:
        yield [
            one.trainee, one.name, one.seed, one.attempt, one.attempts,
            "no" if one.mark is None else "yes", one.contacts or "", rounded(one.mark),
            *(rounded(one.figures.get(name)) for name in FIGURES), one.remark,
        ]  # fmt: skip
