"""Retention by the month in which customers joined."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from course.metrics.arguments import fraction
from course.metrics.errors import MetricsError
from course.metrics.frames import whole
from course.metrics.loyalty.membership import count_members, members
from course.metrics.moments import Moment, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.tabular import Tabular
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


MOST = 1200
"""More months than this are a mistake of dates."""


@dataclass(frozen=True)
class Cohort:
    """Customers who joined in one calendar month.

    ``stayed[k]`` is the share still there at the end of the ``k``-th month after it;
    ``stayed[0]`` is that at the end of the month of joining itself.
    """

    month: date
    size: int
    stayed: tuple[Score, ...]


@dataclass(frozen=True)
class Cohorts(Tabular):
    """One cohort a month, oldest first; older cohorts have been watched for longer.

    ``missing`` counts the rows left out; ``notes`` says why.
    """

    cohorts: tuple[Cohort, ...]
    missing: int
    notes: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """A row for each cohort and month: how many joined, and how many stayed, in per cent."""
        return [
            {
                "joined": f"{cohort.month:%Y-%m}",
                "customers": cohort.size,
                "month": age,
                "stayed": score.value,
                "low": score.low,
                "high": score.high,
            }
            for cohort in self.cohorts
            for age, score in enumerate(cohort.stayed)
        ]

    def caption(self) -> str:
        """What the rows are."""
        return "Customers still there so many months after joining, per cent"

    def footnotes(self) -> tuple[str, ...]:
        """Rows left out, and why."""
        return (f"{self.missing:,} left out", *self.notes)

    def __str__(self) -> str:
        """A table for people: a row a cohort, a column a month, in per cent."""
        longest = max(len(cohort.stayed) for cohort in self.cohorts)
        head = "joined   customers " + " ".join(f"{age:>5}" for age in range(longest))
        lines = [
            f"{cohort.month:%Y-%m}  {cohort.size:>9,} "
            + " ".join(f"{score.value:>5.1f}" for score in cohort.stayed)
            for cohort in self.cohorts
        ]
        return "\n".join([head, *lines, f"{self.missing:,} left out", *self.notes])


def cohorts(
    customers: Any,
    *,
    joined: str,
    left: str,
    until: Moment,
    customer: str | None = None,
    confidence: float = 0.95,
) -> Cohorts:
    """Follow the customers of each joining month to the last whole month before ``until``.

    Args:
        customers: A frame of any engine with one row a customer.
        joined: Column with the date of joining.
        left: Column with the date of leaving, blank while the customer is there.
        until: When the records end. A month that is not over by then is not shown.
        customer: Column that names the customer; with it a table in which a customer has two rows
            is refused.
        confidence: Confidence of the intervals, as a fraction.

    Raises:
        MetricsError: If a column is missing or holds no dates, a customer has two rows, or nobody
            joined in a whole month.

    >>> import pandas as pd
    >>> base = pd.DataFrame({
    ...     "joined": pd.to_datetime(["2025-01-05", "2025-01-20", "2025-02-03"]),
    ...     "left": pd.to_datetime([None, "2025-02-10", None]),
    ... })
    >>> print(cohorts(base, joined="joined", left="left", until="2025-04-01"))
    joined   customers     0     1     2
    2025-01          2 100.0  50.0  50.0
    2025-02          1 100.0 100.0
    0 left out
    """
    import narwhals.stable.v2 as nw

    fraction(confidence, "confidence", 0.95)
    known = members(customers, joined, left, customer)
    end = read_moment(until, known.zoned, joined)
    rows = count_members(known, [], lambda _: {})[0][()]
    last = end.year * 12 + end.month - 2  # the last month that is over, counted from year 0
    fine = known.frame if not rows.missing else known.frame.filter(known.fine)
    months = fine.select(joined=_month(nw.col("joined")), left=_month(nw.col("left")))
    pairs = months.group_by("joined", "left").agg(number=nw.len()).collect()
    sizes: Counter[int] = Counter()
    gone: dict[int, Counter[int]] = {}
    late = 0
    for row in pairs.iter_rows(named=True):
        start, number = whole(row["joined"]), whole(row["number"])
        if start > last:
            late += number
            continue
        sizes[start] += number
        if month_left := whole(row["left"]):
            gone.setdefault(start, Counter())[month_left] += number
    notes = rows.notes
    if late:
        notes += (f"{counted(late, 'row')} who joined after the last whole month left out",)
    if not sizes:
        raise MetricsError(
            f"Of {counted(rows.rows, 'row')} none joined in a month that was over by "
            f"{end:%Y-%m-%d}" + "".join(f"; {note}" for note in notes) + ". Check the dates.",
            column=joined,
            rows=rows.rows,
        )
    if last - min(sizes) > MOST:
        raise MetricsError(
            f"The records would reach over {(last - min(sizes)) // 12:,} years, to "
            f"{end:%Y-%m-%d}. Check until and the dates in {joined!r}."
        )
    return Cohorts(
        tuple(
            _cohort(start, sizes[start], gone.get(start, Counter()), last, confidence)
            for start in sorted(sizes)
        ),
        rows.missing + late,
        notes,
    )


def _cohort(start: int, size: int, gone: Counter[int], last: int, confidence: float) -> Cohort:
    stayed = []
    there = size
    for month in range(start, last + 1):
        there -= gone[month]
        words = f"still there at the end of month {month - start} after joining"
        stayed.append(rate("Retention", there, size, 0, words, confidence))
    return Cohort(date(start // 12, start % 12 + 1, 1), size, tuple(stayed))


def _month(moment: nw.Expr) -> nw.Expr:
    import narwhals.stable.v2 as nw

    # As floats, because a blank has no whole number in pandas and a year none in eight bits.
    return moment.dt.year().cast(nw.Float64) * 12 + moment.dt.month().cast(nw.Float64) - 1
