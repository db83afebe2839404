"""How often a promised time was kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, TypedDict, Unpack, overload

from course.metrics.arguments import fraction, one_of, shown
from course.metrics.errors import MetricsError
from course.metrics.groups import By, Groups, by_group, roles_of
from course.metrics.moments import Moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.times.followed import Followed
from course.metrics.times.following import follow
from course.metrics.times.working_hours import WorkingHours
from course.metrics.windows import read_window, window_text
from course.metrics.words import counted


class _Options(TypedDict, total=False):
    ticket: str | None
    which: Literal["full", "first"]
    until: Moment | None
    hours: WorkingHours | None
    zone: str | None
    confidence: float


@overload
def attainment(
    tickets: Any,
    *,
    opened: str,
    done: str,
    promise: str | timedelta,
    by: None = None,
    **options: Unpack[_Options],
) -> Score: ...
@overload
def attainment(
    tickets: Any,
    *,
    opened: str,
    done: str,
    promise: str | timedelta,
    by: By,
    **options: Unpack[_Options],
) -> Groups[Score]: ...
def attainment(
    tickets: Any,
    *,
    opened: str,
    done: str,
    promise: str | timedelta,
    ticket: str | None = None,
    which: Literal["full", "first"] = "full",
    until: Moment | None = None,
    hours: WorkingHours | None = None,
    zone: str | None = None,
    by: By | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Share of cases done within a promised time, in per cent.

    Only cases whose time has run out by the end of the records are judged, however they stand:
    an open one among them is a miss. The others are left out even if they are done already.
    Counting those alone would flatter (of the last days only the quick ones are done), and
    leaving all open cases out would hide the longest waits. The interval is Wilson's.

    Args:
        tickets: A frame of any engine, as in ``resolution_time``.
        opened: Column with the time of opening.
        done: Column with the time of the answer or the resolution, blank while there is none.
        promise: The time promised, such as ``"24h"`` or ``"2d"``; exactly that long is kept. With
            ``hours`` it runs only while the desk is open: ``"8h"`` is a day of eight hours.
        ticket: Column that names the ticket, where one ticket has several rows.
        which: With ``ticket``, the last (``"full"``) or the first done.
        until: When the records end; by default the latest time in the two columns.
        hours: Opening hours of the desk.
        zone: Zone of times that were written without one, and of the opening hours.
        by: Column or columns that make groups.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        A score, or with ``by`` one score a group.

    Raises:
        MetricsError: If a column is missing or holds no times, or no case can be judged yet.

    >>> import pandas as pd
    >>> desk = pd.DataFrame({
    ...     "opened": pd.to_datetime(["2025-03-03 09:00"] * 3 + ["2025-03-05 08:00"]),
    ...     "done": pd.to_datetime(["2025-03-03 10:00", "2025-03-05 09:00", None, None]),
    ... })
    >>> score = attainment(desk, opened="opened", done="done", promise="24h")
    >>> round(score.value, 1), score.n, score.missing
    (33.3, 3, 1)
    """
    one_of(which, "which", ("full", "first"))
    fraction(confidence, "confidence", 0.95)
    if hours is not None and not isinstance(hours, WorkingHours):
        raise MetricsError(f"hours are WorkingHours(time(9), time(17)), not {shown(hours)}.")
    length = read_window(promise)
    limit = length.total_seconds()
    cases = follow(
        tickets, opened, done, name=ticket, which=which, until=until, zone=zone, hours=hours,
        by=by, watched=True, verb="done",
    )  # fmt: skip
    clock = "calendar time" if hours is None else f"opening hours {hours.text}"
    convention = f"done within {window_text(length)}, {clock}, of those whose time has run out"

    def score(case: Followed) -> Score:
        assert case.watched is not None  # asked for above
        due = case.watched >= limit
        kept = case.ended & (case.seconds <= limit)
        n, young = int(due.sum()), int((~due).sum())
        notes = list(case.notes)
        if young:
            early = int((kept & ~due).sum())
            notes.append(
                f"{counted(young, 'case')} whose time had not run out left out, {early:,} of them "
                "done"
            )
        if not n:
            raise MetricsError(
                f"Of {counted(case.rows, 'row')} none had its {window_text(length)} run out by the "
                "end of the records" + "".join(f"; {note}" for note in notes) + ". Check the "
                "columns and the period.",
                column=opened,
                rows=case.rows,
            )
        return rate(
            "Kept in time", int((kept & due).sum()), n, case.missing + young, convention,
            confidence, tuple(notes), each=("case", "cases"),
        )  # fmt: skip

    return by_group(by, roles_of(by, tickets), cases, score)
