"""Two columns of times as plain arrays of seconds, with their zones made certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.moments import Moment, instants, read_moment

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


def instant(moment: Moment, zone: str | None) -> np.datetime64:
    """Turn a moment given by the caller into an instant that compares with times of a zone."""
    import numpy as np
    import pandas as pd

    stamp = pd.Timestamp(read_moment(moment, None, "until"))
    if stamp.tzinfo is None and zone is not None:
        raise MetricsError(
            f"'until' has no time zone but the times have: give it one, for example "
            f"{stamp.isoformat(sep=' ')}+00:00."
        )
    if stamp.tzinfo is not None:
        if zone is None:
            raise MetricsError(
                "'until' has a time zone but the times have none: say which with "
                "zone='Europe/London', or the like."
            )
        stamp = stamp.tz_convert("UTC").tz_localize(None)
    return np.datetime64(stamp.to_pydatetime(warn=False), "us")


def zone_notes(zones: dict[str, str], zone: str | None, called: dict[str, str]) -> tuple[str, ...]:
    """What must be known of the zones of the two columns, which may be empty.

    Raises:
        MetricsError: If one column has a zone and the other has not: their difference would be
            wrong by the offset.
    """
    bare = [column for column, its in zones.items() if not its]
    if len(bare) == 1 and zone is None:
        raise MetricsError(
            f"Column {called[bare[0]]!r} has no time zone but the other column has one "
            f"({next(its for its in zones.values() if its)}). Say which zone it was written in, "
            "with zone='Europe/London' or the like.",
            column=called[bare[0]],
        )
    notes = [NO_ZONE] if len(bare) == 2 and zone is None else []
    if len({its for its in zones.values() if its}) == 2:
        first, second = (f"{called[column]!r} in {its}" for column, its in zones.items())
        notes.append(f"{first} and {second} were converted to the same clock")
    return tuple(notes)


def read_spans(
    frame: nw.DataFrame[Any],
    zones: dict[str, str],
    zone: str | None,
    *,
    called: dict[str, str],
) -> Spans:
    """Read the columns ``start`` and ``end`` of a collected frame.

    Times with a zone become instants. Times without one are read in ``zone``, or as one
    clock where no zone is given. ``zones`` are those of the columns, empty where they have none,
    and ``called`` gives the names for messages.
    """
    if zone is not None:
        _check_zone(zone)
    return Spans(
        starts=_instants(frame, "start", bool(zones["start"]), zone),
        ends=_instants(frame, "end", bool(zones["end"]), zone),
        zone=zone or zones["start"] or zones["end"] or None,
        notes=zone_notes(zones, zone, called),
    )


def _check_zone(zone: Any) -> None:
    from zoneinfo import ZoneInfo

    try:
        if not isinstance(zone, str):
            raise TypeError
        ZoneInfo(zone)
    except (ValueError, LookupError, OSError, TypeError):
        raise MetricsError(
            f"{shown(zone)} is no time zone; give a name such as 'Europe/London'."
        ) from None


def _instants(
    frame: nw.DataFrame[Any], column: str, zoned: bool, zone: str | None
) -> NDArray[np.datetime64]:
    import pandas as pd

    times = instants(frame[column])
    if not zoned and zone is not None:
        index = pd.DatetimeIndex(times).tz_localize(zone, ambiguous="NaT", nonexistent="NaT")
        times = index.tz_convert("UTC").tz_localize(None).to_numpy().astype("M8[us]")
    return times
