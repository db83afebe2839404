"""Figures from points in time: how long the first answer and the resolution took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from course.exports.cases.ends import waits_no_more
from course.exports.figures.results import Figure
from course.exports.figures.waited import waited
from course.exports.understood import Understood
from course.exports.words import counted, length

if TYPE_CHECKING:
    from course.metrics import Survival, Times, WorkingHours

AT_ONCE = 60
"""Seconds within which hardly a person answers."""
_STEPS = 1000
"""So many steps are drawn of a curve."""
_PILE, _FEW = 0.1, 5
"""A share of all answers, and a number of them, that is worth a word."""


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
    return "days" if all(map(_without_hours, parts)) else "hours"


def _without_hours(times: Any) -> bool:
    # The first ones tell nearly always.
    return all(bool((some == some.dt.normalize()).all()) for some in (times.head(100), times))


def resolved(export: Understood, end: str, hours: WorkingHours | None = None) -> Figure:
    """How long it took to resolve, the open cases counted in; by the calendar, or in `hours`."""
    from course.metrics import resolution_time

    frame, undated = _dated(export.frame, end)
    times = resolution_time(
        frame, opened="opened", resolved=end, hours=hours, zone=export.cases.clock.zone,
        unit=unit_of(export, end),
    )  # fmt: skip
    notes = list(times.notes)
    if undated:
        notes.append(
            f"{counted(undated, 'case')} that ended by {export.headings['status']!r}, but at a "
            "time that is not known, left out"
        )
    if end == "resolved" and "closed" in frame:
        closed = int((frame["resolved"].isna() & frame["closed"].notna()).sum())
        if closed and "resolved" in export.headings:
            notes.append(
                f"{counted(closed, 'case')} without {export.headings['resolved']!r} but with "
                f"{export.headings['closed']!r}: counted as open"
            )
    return _figure("resolution_time", "Resolution time", times, notes, hours, undated)


def _dated(frame: Any, end: str) -> tuple[Any, int]:
    """Without cases that ended nobody knows when: they are neither open nor of any length."""
    if "stands" not in frame:
        return frame, 0
    undated = (frame["stands"] == "ended") & frame[end].isna()
    if end == "resolved" and "closed" in frame:
        undated &= frame["closed"].isna()
    found = frame[[name for name in ("opened", "resolved", "closed") if name in frame]]
    return found[~undated] if undated.any() else found, int(undated.sum())


def responded(export: Understood, hours: WorkingHours | None = None) -> Figure:
    """How long the first answer of a person took; only cases that are open still wait for one."""
    from course.metrics import first_response_time

    frame, headings = export.frame, export.headings
    # The other columns need no room here.
    used = ("opened", "responded", "resolved", "closed", "stands", "answered_by")
    frame = frame[[name for name in used if name in frame]]
    heading = headings.get("responded") or headings["response_time"]
    notes: list[str] = []
    lost = 0
    if "answered_by" in frame:
        machine = frame["answered_by"].fillna(False).astype(bool) & frame["responded"].notna()
        if machine.any():
            lost += int(machine.sum())
            notes.append(
                f"{counted(int(machine.sum()), 'case')} answered first by a machine, as "
                f"{headings['answered_by']!r} says, left out"
            )
            frame = frame[~machine]
    unanswered = frame["responded"].isna() & waits_no_more(frame)
    if unanswered.any():
        lost += int(unanswered.sum())
        notes.append(f"{counted(int(unanswered.sum()), 'case')} closed without an answer left out")
        frame = frame[~unanswered]
    times = first_response_time(
        frame, opened="opened", responded="responded", hours=hours,
        zone=export.cases.clock.zone, unit=unit_of(export, "responded"),
    )  # fmt: skip
    if times.open:
        notes.append(f"open cases without {heading!r} count as still waiting")
    if "answered_by" not in frame and times.unit == "hours":
        notes += _at_once(frame)
    notes = [*times.notes, f"from {heading!r}", *notes]
    return _figure("first_response_time", "First response time", times, notes, hours, lost)


def _at_once(frame: Any) -> list[str]:
    """A pile of answers within seconds, which machines give."""
    waited = (frame["responded"] - frame["opened"]).dt.total_seconds().dropna()
    quick = int(((waited >= 0) & (waited < AT_ONCE)).sum())
    if quick < max(_FEW, _PILE * len(waited)):
        return []
    return [
        f"{quick:,} of {len(waited):,} first answers came within {AT_ONCE} seconds, as automatic "
        "ones do; if a column says who answered, name it in a mapping file ('answered_by')"
    ]


def curve(export: Understood, end: str) -> Survival | None:
    """Which share of cases is still open after so long; None where nothing ended."""
    from course.metrics.times.following import SECONDS
    from course.metrics.times.lifetable import LifeTable
    from course.metrics.times.survival import of_table

    if not end:
        return None
    frame, unit = _dated(export.frame, end)[0], unit_of(export, end)
    seconds, ended = waited(frame, end)
    lengths = seconds / SECONDS[unit]
    fine = lengths >= 0
    if not ended[fine].any():
        return None
    table = LifeTable.of(lengths[fine], ended[fine])
    return of_table(table, unit=unit, confidence=0.95, steps=_STEPS)


def _figure(
    figure_id: str, name: str, times: Times, notes: list[str], hours: WorkingHours | None,
    left_out: int,
) -> Figure:  # fmt: skip
    if hours is not None:
        figure_id, name = f"{figure_id}_opening", f"{name}, opening hours"
    half = "more than can be seen"
    if times.median_with_open is not None:
        half = length(times.median_with_open, times.unit)
    text = (
        f"half of those done within {length(times.median, times.unit)}, 9 in 10 within "
        f"{length(times.p90, times.unit)}, mean {length(times.mean, times.unit)}"
    )
    if times.open:
        text += f"; with {times.open:,} open counted in, half within {half}"
    return Figure(
        id=figure_id, name=name, text=text, value=times.median, low=times.low, high=times.high,
        n=times.n, missing=times.missing + left_out, unit=times.unit,
        convention=times.convention, warning=times.warning, notes=tuple(notes),
        more={
            "mean": times.mean, "p90": times.p90, "open": times.open,
            "median_with_open": times.median_with_open, "p90_with_open": times.p90_with_open,
        },
    )  # fmt: skip
