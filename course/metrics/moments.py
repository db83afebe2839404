"""Points in time given by the caller, made fit to be compared with a column."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.frames import zone_of

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    from numpy.typing import NDArray

Moment = str | date | datetime
"""A point in time: ``"2025-01-01"``, a date (its first moment) or a datetime."""


def read_moment(moment: Moment, zoned: bool | None, column: str) -> datetime:
    """Read a moment given by the caller, and make sure that it compares with the column.

    ``zoned`` says whether the column has a time zone; ``None`` where that does not matter.
    """
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError:
            raise _no_date(moment) from None
    # A pandas NaT is a datetime that is none; a NumPy time knows the Python one it stands for.
    elif type(moment).__name__ == "datetime64":
        moment = _from_numpy(moment)
    if type(moment).__name__ == "NaTType" or not isinstance(moment, date):
        raise _no_date(moment)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if zoned is not None and is_zoned(moment) != zoned:
        has = "has a time zone" if zoned else "has no time zone"
        example = moment.replace(tzinfo=UTC if zoned else None)
        raise MetricsError(
            f"Column {column!r} {has}, the date {moment} the other way round. Write the date like "
            f"the column, for example {example.isoformat(sep=' ')}.",
            column=column,
            value=moment,
        )
    return moment


def _from_numpy(moment: Any) -> Any:
    return moment.astype("datetime64[us]").item()


def _no_date(moment: Any) -> MetricsError:
    return MetricsError(
        f"{shown(moment)} is no date; write it as year-month-day, such as '2025-01-31'."
    )


def has_zone(frame: nw.LazyFrame[Any], role: str) -> bool:
    """Say whether a column of times has a time zone."""
    return bool(zone_of(frame.collect_schema()[role]))


def is_zoned(moment: Any) -> bool:
    """Say whether a point in time has a time zone."""
    return getattr(moment, "tzinfo", None) is not None


def as_datetimes(frame: nw.LazyFrame[Any], *roles: str) -> nw.LazyFrame[Any]:
    """Turn dates into their first moment."""
    import narwhals.stable.v2 as nw

    schema = frame.collect_schema()
    dates = [role for role in roles if schema[role] == nw.Date]
    return frame.with_columns(nw.col(*dates).cast(nw.Datetime("us"))) if dates else frame


def instants(times: nw.Series[Any]) -> NDArray[np.datetime64]:
    """A column of dates or times as plain instants in microseconds, NaT where blank."""
    import narwhals.stable.v2 as nw

    native: Any = times.to_native()
    if times.implementation.is_pandas() and native.dtype.kind == "M":
        if zone_of(native.dtype):
            native = native.dt.tz_convert("UTC").dt.tz_localize(None)
        found: NDArray[np.datetime64] = native.to_numpy().astype("M8[us]", copy=False)
        return found
    blank = times.is_null()
    if times.dtype == nw.Date:
        times = times.cast(nw.Datetime("us"))
    # A blank must survive as NaT: there is no blank among whole microseconds, hence the fill.
    micros = times.dt.timestamp("us").fill_null(0).cast(nw.Int64)
    found = micros.to_numpy().astype("int64").view("M8[us]").copy()
    found[blank.to_numpy().astype(bool)] = "NaT"
    return found


def instant_of(moment: datetime) -> np.datetime64:
    """A moment as a plain instant; one with a zone becomes UTC, as ``instants`` has them."""
    import numpy as np

    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return np.datetime64(moment, "us")
