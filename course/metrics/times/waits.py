"""How long customers wait: for a first answer, and for the matter to be resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from course.metrics.errors import MetricsError
from course.metrics.moments import Moment
from course.metrics.times.following import SECONDS, follow
from course.metrics.times.survival import kaplan_meier
from course.metrics.times.working_hours import WorkingHours
from course.metrics.words import counted


@dataclass(frozen=True)
class Times:
    """Waiting times, with the cases that are still waiting stated and counted in.

    Attributes:
        median, p90, mean: Of the cases that are done, in ``unit``: half were done within
            ``median``, nine in ten within ``p90``. One very old case moves the mean and hardly the
            median.
        n: How many are done.
        open: How many are still waiting.
        median_with_open, p90_with_open: The same with the waiting cases counted as lasting at least
            until now (Kaplan-Meier); ``None`` if so many wait that the point is not reached. Equal
            to ``median`` and ``p90`` if none waits.
        low, high: Interval of ``median_with_open``; ``None`` where it has no such end.
        missing: How many rows were left out; ``notes`` says why.
        convention: What was measured, and how.
    """

    median: float
    p90: float
    mean: float
    n: int
    open: int
    median_with_open: float | None
    p90_with_open: float | None
    low: float | None
    high: float | None
    missing: int
    unit: str
    convention: str
    metric: str
    notes: tuple[str, ...] = ()

    @property
    def warning(self) -> str:
        """Why these times say little, as a phrase; empty where there is enough to go on."""
        return "under 30 cases: too few to say much" if self.n + self.open < 30 else ""

    def __str__(self) -> str:
        """One line for people."""
        parts = [
            f"{self.metric}: half within {_text(self.median)}, 9 in 10 within "
            f"{_text(self.p90)}, mean {_text(self.mean)} {self.unit}, {self.n:,} done, "
            f"{self.open:,} open, {self.missing:,} left out"
        ]
        if self.open:
            parts.append(
                f"with the open ones: half within {_text(self.median_with_open)}, 9 in 10 "
                f"within {_text(self.p90_with_open)} {self.unit}"
            )
        if self.warning:
            parts.append(self.warning)
        return "; ".join([*parts, *self.notes])


def resolution_time(
    tickets: Any,
    *,
    opened: str,
    resolved: str,
    ticket: str | None = None,
    which: Literal["full", "first"] = "full",
    until: Moment | None = None,
    hours: WorkingHours | None = None,
    zone: str | None = None,
    unit: Literal["minutes", "hours", "days"] = "hours",
    confidence: float = 0.95,
) -> Times:
    """Time from opening to resolution: median and 90th percentile beside the mean.

    A ticket without a time of resolution is open. It is never dropped: it is counted, and
    enters ``median_with_open`` and ``p90_with_open`` as lasting at least until ``until``.

    Args:
        tickets: A frame of any engine: one row a ticket, or one row an event together with
            ``ticket``.
        opened: Column with the time of opening.
        resolved: Column with the time of resolution, blank while a ticket is open.
        ticket: Column that names the ticket, where one ticket has several rows.
        which: With ``ticket``: ``"full"`` takes the last resolution (after any reopening),
            ``"first"`` the first.
        until: When the records end; by default the latest time in the two columns.
        hours: Opening hours of the desk; by default every hour of the calendar counts.
        zone: Zone of times that were written without one, and of the opening hours, such as
            ``"Europe/London"``. A time that the clock showed twice or never, when clocks were
            changed, is left out and counted.
        unit: Unit of the result.
        confidence: Confidence of the interval of the median, as a fraction.

    Raises:
        MetricsError: If a column is missing or holds no times, one column has a zone and the other
            has not, or no ticket is left that has been resolved.

    >>> import pandas as pd
    >>> desk = pd.DataFrame({
    ...     "opened": pd.to_datetime(["2025-03-03 09:00"] * 4),
    ...     "resolved": pd.to_datetime(
    ...         ["2025-03-03 10:00", "2025-03-03 12:00", "2025-03-05 09:00", None]),
    ... })
    >>> found = resolution_time(desk, opened="opened", resolved="resolved")
    >>> found.median, found.mean, found.open, found.median_with_open
    (3.0, 17.333333333333332, 1, 25.5)
    """
    return _times(
        tickets, opened, resolved, ticket, which, until, hours, zone, unit, confidence,
        metric="Resolution time", verb="resolved",
    )  # fmt: skip


def first_response_time(
    tickets: Any,
    *,
    opened: str,
    responded: str,
    ticket: str | None = None,
    until: Moment | None = None,
    hours: WorkingHours | None = None,
    zone: str | None = None,
    unit: Literal["minutes", "hours", "days"] = "hours",
    confidence: float = 0.95,
) -> Times:
    """Time from opening to the first answer by a person: median and 90th percentile, and mean.

    ``responded`` holds the first answer, or any answer where ``ticket`` names tickets with
    several rows: the earliest counts. Leave automatic replies out before. All else is as in
    ``resolution_time``.

    >>> import pandas as pd
    >>> desk = pd.DataFrame({
    ...     "opened": pd.to_datetime(["2025-03-03 09:00"] * 3),
    ...     "answered": pd.to_datetime(
    ...         ["2025-03-03 09:10", "2025-03-03 09:30", "2025-03-03 11:00"]),
    ... })
    >>> first_response_time(desk, opened="opened", responded="answered", unit="minutes").median
    30.0
    """
    return _times(
        tickets, opened, responded, ticket, "first", until, hours, zone, unit, confidence,
        metric="First response time", verb="answered",
    )  # fmt: skip


def _times(
    tickets: Any,
    opened: str,
    done: str,
    ticket: str | None,
    which: str,
    until: Moment | None,
    hours: WorkingHours | None,
    zone: str | None,
    unit: str,
    confidence: float,
    *,
    metric: str,
    verb: str,
) -> Times:
    import numpy as np

    if unit not in SECONDS:
        raise MetricsError(f"unit is 'minutes', 'hours' or 'days', not {unit!r}.")
    if which not in ("full", "first"):
        raise MetricsError(f"which is 'full' or 'first', not {which!r}.")
    case = follow(
        tickets, opened, done, name=ticket, which=which, until=until, zone=zone, verb=verb
    )
    notes = case.notes
    if not case.ended.any():
        raise MetricsError(
            f"Of {counted(case.rows, 'row')} none was {verb} ({case.ended.size:,} open"
            + "".join(f", {note}" for note in notes)
            + f"), so there is no time to give. Check column {done!r} and the period.",
            column=done,
            rows=case.rows,
        )
    lengths = case.seconds(hours) / SECONDS[unit]
    finished = lengths[case.ended]
    curve = kaplan_meier(lengths, case.ended, unit=unit, confidence=confidence)
    low, high = curve.median_interval
    median, p90 = np.quantile(finished, [0.5, 0.9], method="averaged_inverted_cdf").tolist()
    return Times(
        median=median,
        p90=p90,
        mean=float(finished.mean()),
        n=curve.ended,
        open=curve.censored,
        median_with_open=curve.median if curve.censored else median,
        p90_with_open=curve.time_until(0.1) if curve.censored else p90,
        low=low,
        high=high,
        missing=case.missing,
        unit=unit,
        convention=_convention(verb, ticket, which, hours),
        metric=metric,
        notes=notes,
    )


def _convention(verb: str, ticket: str | None, which: str, hours: WorkingHours | None) -> str:
    time = "calendar time" if hours is None else f"opening hours {hours.text}"
    order = {"full": "last ", "first": "first "}[which] if ticket else ""
    return f"{time}, opened to {order}{verb}; open tickets censored"


def _text(length: float | None) -> str:
    return "more than can be seen" if length is None else f"{length:,.1f}"
