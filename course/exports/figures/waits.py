"""Figures from points in time: how long the first answer and the resolution took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from course.exports.figures.results import Figure
from course.exports.understood import Understood
from course.exports.words import counted, figure

if TYPE_CHECKING:
    from course.metrics import Survival, Times, WorkingHours


def end_of(frame: Any) -> str:
    """The column with the end of a case: resolved, else closed; empty where there is none."""
    there = (role for role in ("resolved", "closed") if role in frame and "opened" in frame)
    return next((role for role in there if frame[role].notna().any()), "")


def unit_of(export: Understood, end: str) -> Literal["hours", "days"]:
    """Hours, or days where the export has dates without hours."""
    clock = export.cases.clock
    parts = (export.frame[role].dropna() for role in ("opened", end))
    if clock.zoned and clock.zone:
        # A date without an hour begins at midnight by the clock on the wall.
        parts = (one.dt.tz_convert(clock.zone) for one in parts)
    return "days" if all(bool((one == one.dt.normalize()).all()) for one in parts) else "hours"


def resolved(export: Understood, end: str, hours: WorkingHours | None = None) -> Figure:
    """How long it took to resolve, the open cases counted in; by the calendar, or in `hours`."""
    from course.metrics import resolution_time

    frame = export.frame
    times = resolution_time(
        frame, opened="opened", resolved=end, hours=hours, zone=export.cases.clock.zone,
        unit=unit_of(export, end),
    )  # fmt: skip
    notes = list(times.notes)
    if end == "resolved" and "closed" in frame:
        closed = int((frame["resolved"].isna() & frame["closed"].notna()).sum())
        if closed and "resolved" in export.headings:
            notes.append(
                f"{counted(closed, 'case')} without {export.headings['resolved']!r} but with "
                f"{export.headings['closed']!r}: counted as open"
            )
    return _figure("resolution_time", "Resolution time", times, notes, hours)


def responded(export: Understood, hours: WorkingHours | None = None) -> Figure:
    """How long the first answer took, cases without one counted as waiting."""
    from course.metrics import first_response_time

    frame, headings = export.frame, export.headings
    times = first_response_time(
        frame, opened="opened", responded="responded", hours=hours,
        zone=export.cases.clock.zone, unit=unit_of(export, "responded"),
    )  # fmt: skip
    heading = headings.get("responded") or headings["response_time"]
    notes = [*times.notes, f"from {heading!r}; cases without it count as still waiting"]
    return _figure("first_response_time", "First response time", times, notes, hours)


def curve(export: Understood, end: str) -> Survival | None:
    """Which share of cases is still open after so long; None where nothing ended."""
    import numpy as np

    from course.metrics import kaplan_meier
    from course.metrics.times.following import SECONDS

    if not end:
        return None
    frame, unit = export.frame, unit_of(export, end)
    until = frame[["opened", end]].max().max()
    ended = frame[end].notna().to_numpy()
    last = frame[end].fillna(until)
    lengths = ((last - frame["opened"]).dt.total_seconds() / SECONDS[unit]).to_numpy()
    fine = ~np.isnan(lengths) & (lengths >= 0)
    if not ended[fine].any():
        return None
    return kaplan_meier(lengths[fine], ended[fine], unit=unit)


def _figure(
    figure_id: str, name: str, times: Times, notes: list[str], hours: WorkingHours | None
) -> Figure:
    if hours is not None:
        figure_id, name = f"{figure_id}_opening", f"{name}, opening hours"
    half = "more than can be seen"
    if times.median_with_open is not None:
        half = figure(times.median_with_open)
    text = (
        f"half of those done within {figure(times.median)} {times.unit}, 9 in 10 within "
        f"{figure(times.p90)}, mean {figure(times.mean)}"
    )
    if times.open:
        text += f"; with {times.open:,} open counted in, half within {half}"
    return Figure(
        id=figure_id, name=name, text=text, value=times.median, low=times.low, high=times.high,
        n=times.n, missing=times.missing, unit=times.unit, convention=times.convention,
        warning=times.warning, notes=tuple(notes),
        more={
            "mean": times.mean, "p90": times.p90, "open": times.open,
            "median_with_open": times.median_with_open, "p90_with_open": times.p90_with_open,
        },
    )  # fmt: skip
