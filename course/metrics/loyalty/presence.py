"""Who was there at the start of a period, who at its end, who came and who went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from course.metrics.errors import MetricsError
from course.metrics.groups import By, roles_of
from course.metrics.loyalty.membership import Before, count_members, members
from course.metrics.moments import Moment, read_moment

UNSEEN = 0.05
"""A part of the period so long, as a fraction, without any date after it is spoken of."""


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
    customers: Any,
    customer: str,
    joined: str,
    left: str,
    start: Moment,
    end: Moment,
    until: Moment | None,
    by: By | None,
) -> dict[tuple[Any, ...], Presence]:
    """Count the customers of each group by presence from ``start`` to just before ``end``."""
    groups = roles_of(by, customers)
    known = members(customers, joined, left, customer, groups)
    first, last = (read_moment(moment, known.zoned, joined) for moment in (start, end))
    records_end = None if until is None else read_moment(until, known.zoned, joined)
    if first >= last:
        raise MetricsError(
            f"The period from {first} to {last} is empty: it must end after it starts."
        )

    def truths(before: Before) -> dict[str, Any]:
        # Who has not left, and has no date for it, did so before no moment.
        old, gone_by_start = before("joined", first), before("left", first)
        came, gone_by_end = before("joined", last), before("left", last)
        new, at_start = came & ~old, old & ~gone_by_start
        return {
            "at_start": at_start,
            "at_end": came & ~gone_by_end,
            "new": new,
            "lost": at_start & gone_by_end,
            "came_and_went": new & gone_by_end,
        }

    found, latest = count_members(known, list(groups), truths)
    unseen = _unseen(first, last, latest, records_end)
    return {
        group: Presence(
            **one.counts,
            missing=one.missing,
            notes=one.notes + unseen,
            period=f"{first:%Y-%m-%d} to before {last:%Y-%m-%d}",
        )
        for group, one in found.items()
    }


def _unseen(
    first: datetime, last: datetime, latest: datetime | None, records_end: datetime | None
) -> tuple[str, ...]:
    """Say that a part of the period was not observed, or seems not to have been."""
    if records_end is not None:
        if records_end >= last:
            return ()
        return (
            f"the records end on {records_end:%Y-%m-%d}, before the period does: who left later "
            "counts as staying",
        )
    if latest is None or (last - latest) <= UNSEEN * (last - first):
        return ()
    which = "the period lies wholly" if latest < first else "part of the period lies"
    return (
        f"{which} after the last date in the table, {latest:%Y-%m-%d}: who left since then may "
        "not have been seen (say with until= when the records end)",
    )
