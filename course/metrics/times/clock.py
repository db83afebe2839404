"""Two columns of times as plain arrays of seconds, with their zones made certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError
from course.metrics.moments import Moment, read_moment

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    from numpy.typing import NDArray

NO_ZONE = "the times have no zone and are read as one clock"


@dataclass(frozen=True)
class Spans:
    """Starts and ends in step, as instants and as the clock on the wall; NaT where blank."""

    starts: NDArray[np.datetime64]
    ends: NDArray[np.datetime64]
    zone: str | None
    """The zone of the wall clock; ``None`` where the times came without any."""
    notes: tuple[str, ...]

    def wall(self, instants: NDArray[np.datetime64]) -> NDArray[np.datetime64]:
        """Turn instants into what the clock on the wall showed."""
        if self.zone is None:
            return instants
        import pandas as pd

        local = pd.DatetimeIndex(instants).tz_localize("UTC").tz_convert(self.zone)
        walls: NDArray[np.datetime64] = local.tz_localize(None).to_numpy().astype("M8[us]")
        return walls

    def instant(self, moment: Moment) -> np.datetime64:
        """Turn one moment given by the caller into an instant that compares with these."""
        import numpy as np
        import pandas as pd

        stamp = pd.Timestamp(read_moment(moment, None, "until"))
        if stamp.tzinfo is None and self.zone is not None:
            raise MetricsError(
                f"'until' has no time zone but the times have: give it one, for example "
                f"{stamp.isoformat(sep=' ')}+00:00."
            )
        if stamp.tzinfo is not None:
            if self.zone is None:
                raise MetricsError(
                    "'until' has a time zone but the times have none: say which with "
                    "zone='Europe/London', or the like."
                )
            stamp = stamp.tz_convert("UTC").tz_localize(None)
        return np.datetime64(stamp.to_pydatetime(warn=False), "us")


def read_spans(
    frame: nw.DataFrame[Any], start: str, end: str, zone: str | None, *, called: dict[str, str]
) -> Spans:
    """Read two columns of times of a collected frame.

    Times with a zone become instants. Times without one are read in ``zone``, or as one
    clock where no zone is given; one column with and one without are refused, because their
    difference would be wrong by the offset. ``called`` gives the names for messages.
    """
    import narwhals.stable.v2 as nw

    zones: dict[str, str | None] = {}
    for column in (start, end):
        dtype = frame.collect_schema()[column]
        zones[column] = dtype.time_zone if isinstance(dtype, nw.Datetime) else None
    bare = [column for column, its in zones.items() if its is None]
    if len(bare) == 1 and zone is None:
        raise MetricsError(
            f"Column {called[bare[0]]!r} has no time zone but the other column has one "
            f"({next(its for its in zones.values() if its)}), in {len(frame):,} rows. Say which "
            "zone it was written in, with zone='Europe/London' or the like.",
            column=called[bare[0]],
            rows=len(frame),
        )
    notes = [NO_ZONE] if len(bare) == 2 and zone is None else []
    named = {its for its in zones.values() if its}
    if len(named) == 2:
        first, second = (f"{called[column]!r} in {its}" for column, its in zones.items())
        notes.append(f"{first} and {second} were converted to the same clock")
    return Spans(
        starts=_instants(frame, start, zones[start], zone),
        ends=_instants(frame, end, zones[end], zone),
        zone=zone or zones[start] or zones[end],
        notes=tuple(notes),
    )


def _instants(
    frame: nw.DataFrame[Any], column: str, own_zone: str | None, zone: str | None
) -> NDArray[np.datetime64]:
    import narwhals.stable.v2 as nw
    import pandas as pd

    cell = nw.col(column)
    dtype = frame.collect_schema()[column]
    if dtype == nw.Date:
        cell = cell.cast(nw.Datetime("us"))
    # A blank must survive as NaT: there is no blank among whole microseconds, hence the fill.
    micros = frame.select(
        at=cell.dt.timestamp("us").fill_null(0).cast(nw.Int64), blank=cell.is_null()
    )
    times = micros["at"].to_numpy().astype("int64").view("M8[us]").copy()
    times[micros["blank"].to_numpy().astype(bool)] = "NaT"
    if own_zone is None and zone is not None:
        try:
            index = pd.DatetimeIndex(times).tz_localize(zone, ambiguous="NaT", nonexistent="NaT")
        except (KeyError, ValueError, LookupError, OSError):
            raise MetricsError(
                f"{zone!r} is no time zone; give a name such as 'Europe/London'."
            ) from None
        times = index.tz_convert("UTC").tz_localize(None).to_numpy().astype("M8[us]")
    return times
