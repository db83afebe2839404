"""Do customers stay or leave?"""

from __future__ import annotations

from typing import Any, Literal, overload

from course.metrics.arguments import fraction, number, one_of, shown, whole_number
from course.metrics.errors import MetricsError
from course.metrics.groups import By, Groups, by_group, roles_of
from course.metrics.loyalty.presence import Presence, count_presence
from course.metrics.moments import Moment
from course.metrics.rates import rate
from course.metrics.score import Score


@overload
def retention(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    until: Moment | None = ...,
    by: None = None,
    confidence: float = ...,
) -> Score: ...
@overload
def retention(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    until: Moment | None = ...,
    by: By,
    confidence: float = ...,
) -> Groups[Score]: ...
def retention(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    until: Moment | None = None,
    by: By | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Customer retention: those at the end less the new ones, of those at the start, per cent.

    Who joins and leaves again inside the period was there at neither end and does not count;
    a note says how many did. The interval is Wilson's.

    Args:
        customers: A frame of any engine with one row a customer.
        customer: Column with the customer.
        joined: Column with the date of joining.
        left: Column with the date of leaving, blank while the customer is there.
        start: The first moment of the period.
        end: The first moment after the period.
        until: When the records end. A note says if that is before the end of the period; without
            it, if the last date in the table is.
        by: Column or columns that make groups. Customers are counted first, so a group is made of
            whole customers.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        A score, or with ``by`` one score a group.

    Raises:
        MetricsError: If the period is empty, nobody was there at its start, a customer has two
            rows, or a column is missing or holds no dates.

    >>> import pandas as pd
    >>> base = pd.DataFrame({
    ...     "id": [1, 2, 3, 4],
    ...     "joined": pd.to_datetime(["2024-05-01", "2024-06-01", "2025-02-01", "2025-02-01"]),
    ...     "left": pd.to_datetime([None, "2025-03-05", None, "2025-02-20"]),
    ... })
    >>> period = {"start": "2025-01-01", "end": "2026-01-01"}
    >>> retention(base, customer="id", joined="joined", left="left", **period).value
    50.0
    """
    fraction(confidence, "confidence", 0.95)
    seen = count_presence(customers, customer, joined, left, start, end, until, by)

    def score(one: Presence) -> Score:
        words = f"still there of those at the start, {one.period}"
        return _rate(
            "Retention", one.stayed, one.at_start, one.missing, words, confidence, _notes(one)
        )

    return by_group(by, roles_of(by, customers), seen, score)


@overload
def churn(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    of: Literal["start", "start+new"] = ...,
    until: Moment | None = ...,
    by: None = None,
    confidence: float = ...,
) -> Score: ...
@overload
def churn(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    of: Literal["start", "start+new"] = ...,
    until: Moment | None = ...,
    by: By,
    confidence: float = ...,
) -> Groups[Score]: ...
def churn(
    customers: Any,
    *,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    of: Literal["start", "start+new"] = "start",
    until: Moment | None = None,
    by: By | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Customer churn: those lost in the period, of those there at its start, in per cent.

    Args:
        customers: A frame of any engine with one row a customer.
        customer: Column with the customer.
        joined: Column with the date of joining.
        left: Column with the date of leaving, blank while the customer is there.
        start: The first moment of the period.
        end: The first moment after the period.
        of: ``"start"``: lost of those at the start; then churn and retention add up to 100.
            ``"start+new"``: all lost, new ones included, of those at the start and all new ones,
            which gives another number that must not be compared with the first.
        until: As in ``retention``.
        by: As in ``retention``.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: As ``retention`` does, or if ``of`` is neither.

    >>> import pandas as pd
    >>> base = pd.DataFrame({
    ...     "id": [1, 2, 3, 4],
    ...     "joined": pd.to_datetime(["2024-05-01", "2024-06-01", "2025-02-01", "2025-02-01"]),
    ...     "left": pd.to_datetime([None, "2025-03-05", None, None]),
    ... })
    >>> roles = {"customer": "id", "joined": "joined", "left": "left"}
    >>> churn(base, **roles, start="2025-01-01", end="2026-01-01").value
    50.0
    >>> churn(base, **roles, start="2025-01-01", end="2026-01-01", of="start+new").value
    25.0
    """
    one_of(of, "of", ("start", "start+new"))
    fraction(confidence, "confidence", 0.95)
    seen = count_presence(customers, customer, joined, left, start, end, until, by)

    def score(one: Presence) -> Score:
        if of == "start":
            lost, base, words = one.lost, one.at_start, "those at the start"
            notes = _notes(one)
        else:
            lost, base = one.lost + one.came_and_went, one.at_start + one.new
            words, notes = "those at the start and the new ones", one.notes
        convention = f"lost of {words}, {one.period}"
        return _rate("Churn", lost, base, one.missing, convention, confidence, notes)

    return by_group(by, roles_of(by, customers), seen, score)


def retention_from_counts(
    at_start: int, at_end: int, new: int, *, confidence: float = 0.95
) -> Score:
    """Retention from three numbers: customers at the start, at the end, and new ones among those.

    ``new`` counts those who joined in the period and are still there at its end.

    >>> print(retention_from_counts(at_start=200, at_end=210, new=40))
    Retention 85.0 % (79.4 to 89.3), 200 customers, 0 left out
    """
    at_start, at_end, new = _whole_counts(at_start=at_start, at_end=at_end, new=new)
    if new > at_end or at_end - new > at_start:
        raise MetricsError(
            f"{at_end:,} customers at the end, {new:,} of them new, cannot come from {at_start:,} "
            "at the start. Count as new only those who are still there at the end."
        )
    words = "still there of those at the start"
    return _rate("Retention", at_end - new, at_start, 0, words, confidence, ())


def churn_from_counts(at_start: int, lost: int, *, new: int = 0, confidence: float = 0.95) -> Score:
    """Churn from counts: customers at the start and those lost; with ``new``, of both together.

    >>> round(churn_from_counts(at_start=154, lost=85).value, 1)
    55.2
    >>> round(churn_from_counts(at_start=154, lost=85, new=51).value, 1)
    41.5
    """
    at_start, lost, new = _whole_counts(at_start=at_start, lost=lost, new=new)
    if lost > at_start + new:
        raise MetricsError(f"{lost:,} lost of {at_start + new:,} customers cannot be.")
    words = "lost of those at the start" + (" and the new ones" if new else "")
    return _rate("Churn", lost, at_start + new, 0, words, confidence, ())


def churn_over(rate: float, periods: int = 12) -> float:
    """Churn over several periods, from the churn of one, both in per cent.

    Who has left cannot leave again, so rates do not add up: it is ``1 - (1 - m)^12`` for a
    year of months, never ``12 m``.

    >>> round(churn_over(5.0), 1)
    46.0
    """
    words = "a churn rate in per cent, from 0 to 100"
    lost = number(rate, "rate", words, least=True)
    if lost > 100:
        raise MetricsError(f"rate is {words}, not {shown(rate)}.", value=rate)
    periods = whole_number(periods, "periods", least=1)
    return 100 * (1 - (1 - lost / 100) ** periods)


def _notes(seen: Presence) -> tuple[str, ...]:
    if not seen.came_and_went:
        return seen.notes
    went = f"{seen.came_and_went:,} joined and left inside the period, not counted"
    return (*seen.notes, went)


def _whole_counts(**counts: int) -> list[int]:
    return [whole_number(count, name, of="customers") for name, count in counts.items()]


def _rate(
    metric: str,
    hits: int,
    n: int,
    missing: int,
    convention: str,
    confidence: float,
    notes: tuple[str, ...],
) -> Score:
    if n == 0:
        raise MetricsError(
            f"{metric}: nobody was there at the start of the period"
            + "".join(f"; {note}" for note in notes)
            + ". Check the period and the columns.",
            rows=missing,
        )
    return rate(metric, hits, n, missing, convention, confidence, notes)
