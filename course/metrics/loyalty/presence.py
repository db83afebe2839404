"""Who was there at the start of a period, who at its end, who came and who went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course.metrics.errors import MetricsError
from course.metrics.frames import how_many, one_row, whole
from course.metrics.loyalty.membership import Members, members
from course.metrics.moments import Moment, read_moment
from course.metrics.words import counted


@dataclass(frozen=True)
class Presence:
    """Customers counted by their presence in a period.

    ``new`` customers joined inside the period; ``came_and_went`` of them left again before
    its end. ``lost`` counts those at the start who left before the end.
    """

    at_start: int
    at_end: int
    new: int
    lost: int
    came_and_went: int
    missing: int
    notes: tuple[str, ...]
    period: str

    @property
    def stayed(self) -> int:
        """Customers at the end less the new ones among them."""
        return self.at_end - (self.new - self.came_and_went)


def count_presence(
    customers: Any, customer: str, joined: str, left: str, start: Moment, end: Moment
) -> Presence:
    """Count the customers of a table by their presence from ``start`` to just before ``end``."""
    import narwhals.stable.v2 as nw

    known = members(customers, joined, left, customer)
    first = read_moment(start, known.latest, joined)
    last = read_moment(end, known.latest, joined)
    if first >= last:
        raise MetricsError(
            f"The period from {first} to {last} is empty: it must end after it starts."
        )
    _refuse_doubles(known, customer)
    came = nw.col("joined")
    before, new = came < nw.lit(first), (came >= nw.lit(first)) & (came < nw.lit(last))
    # Comparing a blank gives a blank: who has not left is still there.
    gone_by_start = (nw.col("left") < nw.lit(first)).fill_null(False)
    gone_by_end = (nw.col("left") < nw.lit(last)).fill_null(False)
    rows = {
        "at_start": before & ~gone_by_start,
        "at_end": (before | new) & ~gone_by_end,
        "new": new,
        "lost": before & ~gone_by_start & gone_by_end,
        "came_and_went": new & gone_by_end,
    }
    found = one_row(known.frame, **{name: how_many(some) for name, some in rows.items()})
    return Presence(
        **{name: whole(number) for name, number in found.items()},
        missing=known.missing,
        notes=known.notes,
        period=f"{first:%Y-%m-%d} to before {last:%Y-%m-%d}",
    )


def _refuse_doubles(known: Members, customer: str) -> None:
    import narwhals.stable.v2 as nw

    seen = one_row(known.frame, rows=nw.len(), names=nw.col("customer").n_unique())
    rows = whole(seen["rows"])
    double = rows - whole(seen["names"]) if rows else 0
    if double:
        raise MetricsError(
            f"Column {customer!r}: {counted(double, 'row')} of {rows:,} name a customer who has a "
            "row already. One row a customer is needed: merge them first.",
            column=customer,
            rows=double,
        )
