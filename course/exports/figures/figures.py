"""Every figure that the columns of an export allow, and why the others are missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from course.exports.cases.build import days
from course.exports.columns.fields import fields
from course.exports.columns.opening_hours import opening_hours
from course.exports.figures.business import NAMES as BUSINESS
from course.exports.figures.business import in_business_hours
from course.exports.figures.groups import Groups, grouped
from course.exports.figures.rated import (
    NAMES,
    answered,
    by_week,
    mean_rated,
    rated,
    rating_metrics,
    scale,
    why_not_rated,
)
from course.exports.figures.results import Figure, Measured
from course.exports.figures.score_weeks import FEWEST_ANSWERS, FEWEST_WEEKS, ScoreWeeks
from course.exports.figures.shares import first_contact, in_time, own_first_contact, reopened
from course.exports.figures.waited import waited
from course.exports.figures.waits import curve, end_of, resolved, responded, unit_of
from course.exports.figures.weeks import Volume, volume
from course.exports.understood import Understood
from course.exports.values.column import let_go

if TYPE_CHECKING:
    from course.metrics import Histogram, Pareto

Skipped = list[tuple[str, str]]
Wanted = tuple[str, Callable[[], Figure], str]
"""The name of a figure, how it is made, and why it cannot be; empty where it can."""


def measure_cases(export: Understood) -> Measured:
    """Compute whatever the columns allow, with the metrics of the course.

    Args:
        export: An export as `understand` returns it.

    Returns:
        Figures by id (``csat``, ``csat_mean``, ``nps``, ``ces``, ``resolution_time``,
        ``first_response_time``, ``fcr``, ``fcr_marked``, ``reopened``, ``in_time``); rates in per
        cent, times in hours, or in days where the export has dates only. Times are by the
        calendar; those in the opening hours of the mapping file (``resolution_time_opening``,
        ``first_response_time_opening``) and in the business hours that the export counted itself
        (``resolution_time_business``, ``response_time_business``) stand beside them.
    """
    from course.metrics import Histogram

    frame = export.frame
    skipped: Skipped = []
    metrics = rating_metrics(export)
    first = next(iter(metrics), None)
    end = end_of(frame)
    groups = _groups(export, first, metrics, end)
    let_go()
    answers = {role: Histogram.of(frame, column=role) for role in metrics}
    figures = tuple(_figures(export, answers, end, skipped))
    if not groups:
        skipped.append(("Channels and teams", "no column tells two of them apart"))
    return Measured(
        figures=figures,
        answers=tuple(answered(export, role, found) for role, found in answers.items()),
        volume=_volume(frame, skipped),
        causes=_causes(frame, skipped),
        cause=export.headings.get("cause", ""),
        groups=groups,
        score_by_week=_by_week(export, first, metrics, skipped),
        resolution=curve(export, end),
        skipped=tuple(skipped),
    )


def _groups(
    export: Understood, first: str | None, metrics: dict[str, Any], end: str
) -> tuple[Groups, ...]:
    frame = export.frame
    # Dates without hours make no median in hours.
    timed = waited(frame, end) if end and unit_of(export, end) == "hours" else None
    return tuple(
        grouped(frame, by, first, metrics[first] if first else None, timed)
        for by in ("channel", "team")
        if by in frame and frame[by].nunique() > 1
    )


def _figures(
    export: Understood, answers: dict[str, Histogram], end: str, skipped: Skipped
) -> list[Figure]:
    from course.metrics import MetricsError

    frame = export.frame
    metrics = rating_metrics(export)
    wanted: list[Wanted] = []
    for role, name in NAMES.items():
        if role not in metrics:
            skipped.append((name, why_not_rated(export, role)))
            continue
        wanted.append((name, partial(rated, answers[role], role, metrics[role]), ""))
        if role == "satisfaction" and scale(export, role) != (0, 1):
            wanted.append(
                (f"{name}, mean", partial(mean_rated, answers[role], scale(export, role)), "")
            )
    wanted += _waits(export, end)
    wanted += [
        ("Resolved at first contact", partial(first_contact, export),
         _lacks(frame, "customer", "opened")),
        *([("Resolved at first contact, as marked", partial(own_first_contact, frame), "")]
          if "first_contact" in frame else []),
        ("Reopened", partial(reopened, frame), _lacks(frame, "reopens")),
        ("Kept in time", partial(in_time, frame), _lacks(frame, "in_time")),
    ]  # fmt: skip
    found = []
    for name, make, why_not in wanted:
        try:
            if why_not:
                skipped.append((name, why_not))
            else:
                found.append(make())
                let_go()
        except MetricsError as error:
            skipped.append((name, str(error)))
    return found


def _waits(export: Understood, end: str) -> list[Wanted]:
    """How long people waited: by the calendar, in opening hours, and as the export counts it."""
    frame = export.frame
    hours = opening_hours(export.mapping.opening, export.mapping.holidays)
    no_end = "" if end else "no column says when a case was resolved or closed"
    lengths: list[tuple[str, Callable[..., Figure], str, str, str]] = [
        ("Resolution time", partial(resolved, export, end), end, "resolution_time_business",
         _lacks(frame, "opened") or no_end),
        ("First response time", partial(responded, export), "responded", "response_time_business",
         _no_response(frame)),
    ]  # fmt: skip
    wanted: list[Wanted] = []
    for name, make, last, business, lacks in lengths:
        wanted.append((name, make, lacks))
        if hours is not None and not lacks:
            days = "the dates have no hours" if unit_of(export, last) == "days" else ""
            wanted.append((f"{name}, opening hours", partial(make, hours=hours), days))
        if business in frame:
            wanted.append((BUSINESS[business], partial(in_business_hours, export, business), ""))
    return wanted


def _causes(frame: Any, skipped: Skipped) -> Pareto | None:
    from course.metrics import pareto

    if "cause" not in frame or not frame["cause"].notna().any():
        skipped.append(("Causes", "no column says what a case was about"))
        return None
    return pareto(frame["cause"])


def _by_week(
    export: Understood, first: str | None, metrics: dict[str, Any], skipped: Skipped
) -> ScoreWeeks | None:
    if first is None or "opened" not in export.frame:
        return None
    found = by_week(export, first, metrics[first])
    if found is None:
        skipped.append((
            f"{NAMES[first]} by week",
            f"under {FEWEST_WEEKS} weeks with {FEWEST_ANSWERS} answers or more, so no limits",
        ))  # fmt: skip
    return found


def _volume(frame: Any, skipped: Skipped) -> Volume | None:
    if "opened" not in frame or not frame["opened"].notna().any():
        skipped.append(("Cases by week", "no column says when a case came in"))
        return None
    counts: Any = days(frame).value_counts()
    found = volume({day.date(): int(cases) for day, cases in counts.items()})
    if found is None:
        skipped.append(("Cases by week", "the dates span more than ten years; check the earliest"))
    return found


def _lacks(frame: Any, *roles: str) -> str:
    missing = [fields()[role].means for role in roles if role not in frame]
    return f"no column says {' or '.join(missing)}" if missing else ""


def _no_response(frame: Any) -> str:
    if "responded" in frame and frame["responded"].notna().any():
        return _lacks(frame, "opened")
    return "no column says when a person first answered"
