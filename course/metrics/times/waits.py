"""How long customers wait: for a first answer, and for the matter to be resolved."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypedDict, Unpack, overload

from course.metrics.arguments import fraction, one_of, shown
from course.metrics.errors import MetricsError
from course.metrics.groups import By, Groups, by_group, roles_of
from course.metrics.moments import Moment
from course.metrics.tabular import Single
from course.metrics.times.followed import Followed
from course.metrics.times.following import SECONDS, follow
from course.metrics.times.lifetable import LifeTable
from course.metrics.times.survival import first_below, time_until
from course.metrics.times.working_hours import WorkingHours
from course.metrics.words import counted


@dataclass(frozen=True)
class Times(Single):
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

    def rows(self) -> list[dict[str, Any]]:
        """One row: the times, how many they stand on, and what is needed to judge them."""
        named = {"metric": self.metric} | asdict(self)
        return [named | {"warning": self.warning, "notes": self.notes}]

    def caption(self) -> str:
        """What was measured, and how."""
        return f"{self.metric} in {self.unit}, {self.convention}"

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


class _Options(TypedDict, total=False):
    ticket: str | None
    until: Moment | None
    hours: WorkingHours | None
    zone: str | None
    unit: Literal["minutes", "hours", "days"]
    confidence: float


class _Which(_Options, total=False):
    which: Literal["full", "first"]


@overload
def resolution_time(
    tickets: Any, *, opened: str, resolved: str, by: None = None, **options: Unpack[_Which]
) -> Times: ...
@overload
def resolution_time(
    tickets: Any, *, opened: str, resolved: str, by: By, **options: Unpack[_Which]
) -> Groups[Times]: ...
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
    by: By | None = None,
    confidence: float = 0.95,
) -> Times | Groups[Times]:
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
        by: Column or columns that make groups. Tickets are formed first, and the end of the records
            found: a ticket belongs to the group of its first row.
        confidence: Confidence of the interval of the median, as a fraction.

    Returns:
        The times, or with ``by`` those of each group.

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
        tickets, opened, resolved, ticket, which, until, hours, zone, unit, by, confidence,
        metric="Resolution time", verb="resolved",
    )  # fmt: skip


@overload
def first_response_time(
    tickets: Any, *, opened: str, responded: str, by: None = None, **options: Unpack[_Options]
) -> Times: ...
@overload
def first_response_time(
    tickets: Any, *, opened: str, responded: str, by: By, **options: Unpack[_Options]
) -> Groups[Times]: ...
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
    by: By | None = None,
    confidence: float = 0.95,
) -> Times | Groups[Times]:
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
        tickets, opened, responded, ticket, "first", until, hours, zone, unit, by, confidence,
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
    by: By | None,
    confidence: float,
    *,
    metric: str,
    verb: str,
) -> Times | Groups[Times]:
    one_of(unit, "unit", tuple(SECONDS))
    one_of(which, "which", ("full", "first"))
    fraction(confidence, "confidence", 0.95)
    if hours is not None and not isinstance(hours, WorkingHours):
        raise MetricsError(f"hours are WorkingHours(time(9), time(17)), not {shown(hours)}.")
    cases = follow(
        tickets, opened, done, name=ticket, which=which, until=until, zone=zone, hours=hours,
        by=by, verb=verb,
    )  # fmt: skip

    def times(case: Followed) -> Times:
        notes = case.notes
        if not case.ended.any():
            raise MetricsError(
                f"Of {counted(case.rows, 'row')} none was {verb} ({int(case.number.sum()):,} open"
                + "".join(f", {note}" for note in notes)
                + f"), so there is no time to give. Check column {done!r} and the period.",
                column=done,
                rows=case.rows,
            )
        table = LifeTable.of(case.seconds / SECONDS[unit], case.ended, case.number)
        share, low, high = table.curve(confidence)
        waiting = int(table.censored.sum())
        median, p90 = table.quantile(0.5), table.quantile(0.9)
        return Times(
            median=median,
            p90=p90,
            mean=table.mean,
            n=int(table.ended.sum()),
            open=waiting,
            median_with_open=time_until(table.times, share, 0.5) if waiting else median,
            p90_with_open=time_until(table.times, share, 0.1) if waiting else p90,
            low=first_below(table.times, low, 0.5),
            high=first_below(table.times, high, 0.5),
            missing=case.missing,
            unit=unit,
            convention=_convention(verb, ticket, which, hours),
            metric=metric,
            notes=notes,
        )

    return by_group(by, roles_of(by, tickets), cases, times)


def _convention(verb: str, ticket: str | None, which: str, hours: WorkingHours | None) -> str:
    time = "calendar time" if hours is None else f"opening hours {hours.text}"
    order = {"full": "last ", "first": "first "}[which] if ticket else ""
    return f"{time}, opened to {order}{verb}; open tickets censored"


def _text(length: float | None) -> str:
    return "more than can be seen" if length is None else f"{length:,.1f}"
