"""Follow cases from their start to their end, or to the end of the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.frames import blank_rows, count_rows, lazy_frame, needs_columns, needs_times
from course.metrics.moments import Moment
from course.metrics.times.clock import Spans, read_spans
from course.metrics.times.working_hours import WorkingHours
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    from numpy.typing import NDArray

SECONDS = {"minutes": 60.0, "hours": 3600.0, "days": 86400.0}
"""Seconds in each unit that lengths of time can be given in."""


@dataclass(frozen=True)
class Followed:
    """What could be followed, in step: start, end or last sight, and whether it ended."""

    starts: NDArray[np.datetime64]
    ends: NDArray[np.datetime64]
    ended: NDArray[np.bool_]
    spans: Spans
    rows: int
    left_out: dict[str, int]

    @property
    def missing(self) -> int:
        """How many rows were left out, for any reason."""
        return sum(self.left_out.values())

    @property
    def notes(self) -> tuple[str, ...]:
        """Why rows were left out, and what must be known of the clock."""
        reasons = (f"{counted(rows, 'row')} {why} left out" for why, rows in self.left_out.items())
        return (*reasons, *self.spans.notes)

    def seconds(self, hours: WorkingHours | None = None) -> NDArray[np.float64]:
        """How long each was followed, in calendar time or in opening hours."""
        import numpy as np

        if hours is not None:
            return hours.seconds(self.spans.wall(self.starts), self.spans.wall(self.ends))
        lengths: NDArray[np.float64] = (self.ends - self.starts) / np.timedelta64(1, "s")
        return lengths


def follow(
    table: Any,
    start: str,
    end: str,
    *,
    name: str | None = None,
    which: str = "full",
    until: Moment | None = None,
    zone: str | None = None,
    verb: str = "ended",
) -> Followed:
    """Read starts and ends; what has no end is censored at ``until`` or at the latest time seen.

    With ``name``, rows of the same name are one case, from its first start to its last
    (``"full"``) or first end. ``verb`` words the reasons for rows left out.
    """
    import numpy as np

    left_out: dict[str, int] = {}
    rows, frame = _one_row_a_case(table, start, end, name, which, left_out)
    spans = read_spans(frame, "start", "end", zone, called={"start": start, "end": end})
    no_start, no_end = (frame[role].is_null().to_numpy().astype(bool) for role in ("start", "end"))
    _leave(left_out, f"without {start!r}", no_start)
    unclear = ~no_start & (np.isnat(spans.starts) | (np.isnat(spans.ends) & ~no_end))
    _leave(left_out, "at an hour the clock showed twice or never", unclear)

    kept = ~no_start & ~unclear
    starts, ends = spans.starts[kept], spans.ends[kept]
    ended = ~np.isnat(ends)
    now = _now(starts, ends, until, spans)
    if now is not None:
        late = starts > now
        _leave(left_out, "that start after the records end", late)
        starts, ends, ended = starts[~late], ends[~late], ended[~late]
        # What ended after the end of the records had not ended then.
        ended &= ends <= now
        ends = np.where(ended, ends, now)
    backwards = ends < starts
    _leave(left_out, f"{verb} before the start", backwards)
    return Followed(starts[~backwards], ends[~backwards], ended[~backwards], spans, rows, left_out)


def _one_row_a_case(
    table: Any, start: str, end: str, name: str | None, which: str, left_out: dict[str, int]
) -> tuple[int, nw.DataFrame[Any]]:
    import narwhals.stable.v2 as nw

    needs_columns(table, [start, end, *([name] if name else [])])
    frame = lazy_frame(table)
    needs_times(frame, start, end)
    times = {"start": nw.col(start), "end": nw.col(end)}
    if name is None:
        collected = frame.select(**times).collect()
        return len(collected), collected
    rows = count_rows(frame)
    named = frame.filter(~blank_rows(frame, name)).select(name=nw.col(name), **times)
    nameless = rows - count_rows(named)
    if nameless:
        left_out[f"without {name!r}"] = nameless
    last = nw.col("end").max() if which == "full" else nw.col("end").min()
    cases = named.group_by("name").agg(nw.col("start").min(), last)
    return rows, cases.select("start", "end").collect()


def _leave(left_out: dict[str, int], why: str, rows: NDArray[np.bool_]) -> None:
    number = int(rows.sum())
    if number:
        left_out[why] = left_out.get(why, 0) + number


def _now(
    starts: NDArray[np.datetime64],
    ends: NDArray[np.datetime64],
    until: Moment | None,
    spans: Spans,
) -> np.datetime64 | None:
    import numpy as np

    if until is not None:
        return spans.instant(until)
    seen = np.concatenate([starts, ends[~np.isnat(ends)]])
    latest: np.datetime64 | None = seen.max() if seen.size else None
    return latest
