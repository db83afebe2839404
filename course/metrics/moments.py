"""Points in time given by the caller, made fit to be compared with a column."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

Moment = str | date | datetime
"""A point in time: ``"2025-01-01"``, a date (its first moment) or a datetime."""


def read_moment(moment: Moment, like: Any, column: str) -> datetime:
    """Read a moment given by the caller, and make sure that it compares with the column."""
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError:
            raise MetricsError(
                f"{moment!r} is no date; write it as year-month-day, such as '2025-01-31'."
            ) from None
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if like is not None and is_zoned(moment) != is_zoned(like):
        has = "has a time zone" if is_zoned(like) else "has no time zone"
        raise MetricsError(
            f"Column {column!r} {has}, the date {moment} the other way round. Write the date like "
            f"the column, for example {like}.",
            column=column,
            value=like,
        )
    return moment


def is_zoned(moment: Any) -> bool:
    """Say whether a point in time has a time zone."""
    return getattr(moment, "tzinfo", None) is not None


def as_datetimes(
    frame: nw.LazyFrame[Any], columns: dict[str, str], *roles: str
) -> nw.LazyFrame[Any]:
    """Take columns under the names of their roles, dates turned into their first moment."""
    import narwhals.stable.v2 as nw

    named = frame.select(**{role: nw.col(column) for role, column in columns.items()})
    schema = named.collect_schema()
    return named.with_columns(
        nw.col(role).cast(nw.Datetime("us")) for role in roles if schema[role] == nw.Date
    )
