"""A table for an exercise: who of each group was still there after so many days.

Groups are the months in which people began, or the values of a column. Everybody in the table was
there long enough to be seen to its last column, so plain counts are enough and nobody is guessed.
"""

from typing import Any

from msgspec import Struct

from course.exercises.calculator import Arguments, Table
from course.exercises.records import Reader, rows


class Stayed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whom to follow, grouped by what, for how long."""

    stayed: str
    """A table of the records with one row a member, such as care-plans."""
    joined: str
    """The column with the first day of each."""
    left: str
    """The column with the last day; blank while it goes on."""
    until: str
    """The last day of the records."""
    after: tuple[int, ...]
    """After how many days it is looked who is still there, in rising order."""
    by: str = ""
    """The column whose values are the groups; the month of `joined` where it is left out."""
    period: tuple[str, str] | None = None
    """First and last day of beginning."""
    where: Arguments = {}
    """Values by column."""
    caption: str = ""
    """What stands above the table."""
    headings: dict[str, str] = {}
    """By column: the words to show above it."""


def stayed(wanted: Stayed, reader: Reader) -> Table:
    """The table: a row a group, with how many began and how many were still there each time.

    Raises:
        KeyError, ValueError: where a name is wrong, the days do not rise, nobody is left, or
            somebody began too late to be followed for so long.

    >>> import pandas as pd
    >>> plans = pd.DataFrame({
    ...     "customer_id": [1, 2, 3],
    ...     "started": pd.to_datetime(["2026-01-05", "2026-01-20", "2026-02-01"]),
    ...     "ended": pd.to_datetime([None, "2026-03-01", None]),
    ... })
    >>> wanted = Stayed(stayed="care-plans", joined="started", left="ended", until="2026-06-01",
    ...                 after=(30, 60))
    >>> stayed(wanted, {"care-plans": plans}.__getitem__).rows
    (('January 2026', 2, 2, 1), ('February 2026', 1, 1, 1))
    """
    import pandas as pd

    if list(wanted.after) != sorted({one for one in wanted.after if one > 0}) or not wanted.after:
        raise ValueError("`after` is a rising list of days above 0")
    asked: Arguments = {"table": wanted.stayed, "where": wanted.where}
    if wanted.period is not None:
        asked["period"] = wanted.period
    frame = rows(reader, asked, *([wanted.by] if wanted.by else []))
    for name in (wanted.joined, wanted.left, *filter(None, [wanted.by])):
        if name not in frame.columns:
            raise KeyError(f"there is no column '{name}'; there are {', '.join(frame.columns)}")
    if frame.empty:
        raise ValueError("no row matches")
    began, gone = frame[wanted.joined], frame[wanted.left]
    last = pd.Timestamp(wanted.until) - pd.Timedelta(days=wanted.after[-1])
    if (began > last).any():
        raise ValueError(
            f"somebody began after {last:%Y-%m-%d}, too late to be seen for "
            f"{wanted.after[-1]} days; end the period there"
        )
    days = (gone - began).dt.days
    counts = pd.DataFrame({
        "began": 1, **{f"after {one} days": (gone.isna() | (days > one)).astype(int)
                       for one in wanted.after}
    })  # fmt: skip
    groups = frame[wanted.by] if wanted.by else began.dt.to_period("M")
    found = counts.groupby(groups.to_numpy()).sum()
    order = wanted.where.get(wanted.by)
    shown = [one for one in order if one in found.index] if isinstance(order, list) else found.index
    return Table(
        columns=(wanted.by or "began in", *found.columns),
        rows=tuple((_name(one), *map(int, found.loc[one])) for one in shown),
        caption=wanted.caption,
        headings=wanted.headings,
    )


def _name(group: Any) -> str | int:
    """A month in words, and whatever else there is as it stands."""
    if hasattr(group, "strftime"):
        return str(group.strftime("%B %Y"))
    return group if isinstance(group, str) else int(group)
