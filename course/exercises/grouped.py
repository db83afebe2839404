"""A table for an exercise, counted from the company's whole records: one row a group.

Figures are rounded as they are shown, so that a key computed from the table says what a reader
gets who works from the page.
"""

from typing import Any

import msgspec
from msgspec import Struct

from course.exercises.calculator import Arguments, Table
from course.exercises.records import Reader, figure, matching, rows


class Figure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of figures."""

    name: str
    """The column's name in the table."""
    metric: str
    """csat, mean, nps, ces, share, count, sum or average, as in
    `course.exercises.records.measure`."""
    column: str = ""
    """For a sum and an average: the column of numbers. For csat and mean: the one with the answers.
    """
    of: Arguments = {}
    """For a share: the values that count, by column."""
    where: Arguments = {}
    """Narrows the rows of this figure alone."""
    decimals: int = 1
    """Of anything but a count."""


class Grouped(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which records, grouped by what, with which figures."""

    records: str
    """A table of the records, such as contacts."""
    by: str
    """The column whose values are the groups. Rows in which it is blank are in no group."""
    figures: tuple[Figure, ...]
    """The columns of figures."""
    period: tuple[str, str] | None = None
    """First and last day."""
    where: Arguments = {}
    """Values by column. A list of them for `by` says which groups there are, in which order."""
    caption: str = ""
    """What stands above the table."""
    headings: dict[str, str] = {}
    """By column: the words to show above it."""


def grouped(wanted: Grouped, reader: Reader) -> Table:
    """The table, its groups in the order that `where` lists them, else of their names.

    Raises:
        KeyError, ValueError: where a name is wrong, or a group has no figure.

    >>> import pandas as pd
    >>> people = pd.DataFrame({"customer_id": [1, 2, 3], "region": ["Wales", "London", "Wales"]})
    >>> wanted = Grouped(
    ...     records="customers", by="region", figures=(Figure(name="people", metric="count"),)
    ... )
    >>> grouped(wanted, {"customers": people}.__getitem__).rows
    (('London', 1), ('Wales', 2))
    """
    asked: Arguments = {"table": wanted.records, "where": wanted.where}
    if wanted.period is not None:
        asked["period"] = wanted.period
    named = [column for one in wanted.figures for column in (*one.of, *one.where)]
    frame = rows(reader, asked, wanted.by, *named)
    if wanted.by not in frame.columns:
        raise KeyError(f"there is no column '{wanted.by}'; there are {', '.join(frame.columns)}")
    groups = wanted.where.get(wanted.by)
    if not isinstance(groups, list):
        groups = sorted(frame[wanted.by].dropna().unique().tolist())
    return Table(
        columns=(wanted.by, *(one.name for one in wanted.figures)),
        rows=tuple(
            (group, *(_cell(frame[matching(frame, {wanted.by: group})], one)
                      for one in wanted.figures))
            for group in groups
        ),
        caption=wanted.caption,
        headings=wanted.headings,
    )  # fmt: skip


def _cell(group: Any, one: Figure) -> float | int:
    value = figure(group[matching(group, one.where)], msgspec.structs.asdict(one))
    return round(value) if one.metric == "count" else round(value, one.decimals)
