"""Tables of customers with the dates on which they joined and left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError
from course.metrics.frames import (
    blank_rows,
    how_many,
    lazy_frame,
    needs_columns,
    needs_times,
    one_row,
    whole,
)
from course.metrics.moments import as_datetimes, is_zoned
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


@dataclass(frozen=True)
class Members:
    """Customers whose dates make sense, with columns ``joined``, ``left`` and ``customer``.

    ``missing`` of all ``rows`` were left out, as ``notes`` say; ``latest`` is the last date
    of joining.
    """

    frame: nw.LazyFrame[Any]
    rows: int
    missing: int
    notes: tuple[str, ...]
    latest: Any


def members(customers: Any, joined: str, left: str, customer: str | None = None) -> Members:
    """Read a table with one row a customer; ``left`` is blank while the customer is there."""
    import narwhals.stable.v2 as nw

    columns = {"joined": joined, "left": left} | ({"customer": customer} if customer else {})
    needs_columns(customers, list(columns.values()))
    frame = lazy_frame(customers)
    needs_times(frame, joined)
    if whole(one_row(frame, gone=how_many(~nw.col(left).is_null()))["gone"]):
        needs_times(frame, left)
        frame = as_datetimes(frame, columns, "joined", "left")
    else:
        # Nobody has left, so the column may have no type at all.
        there = {role: column for role, column in columns.items() if role != "left"}
        frame = as_datetimes(frame, there, "joined")
        frame = frame.with_columns(left=nw.lit(None).cast(frame.collect_schema()["joined"]))
    latest = one_row(frame, joined=nw.col("joined").max(), left=nw.col("left").max())
    if latest["left"] is not None and is_zoned(latest["left"]) != is_zoned(latest["joined"]):
        raise MetricsError(
            f"Of the columns {joined!r} and {left!r} only one has a time zone. Give both one.",
            column=left,
        )
    gone = ~nw.col("left").is_null()
    faults = {f"without {joined!r}": nw.col("joined").is_null()}
    if customer:
        faults[f"without {customer!r}"] = blank_rows(frame, "customer")
    faults[f"with {left!r} before {joined!r}"] = (
        gone & (nw.col("left") < nw.col("joined"))
    ).fill_null(False)
    some_fault = nw.any_horizontal(*faults.values(), ignore_nulls=False)
    seen = one_row(
        frame,
        **{"all rows": nw.len(), "some fault": how_many(some_fault)},
        **{why: how_many(rows) for why, rows in faults.items()},
    )
    return Members(
        frame=frame.filter(~some_fault),
        rows=whole(seen["all rows"]),
        missing=whole(seen["some fault"]),
        notes=tuple(
            f"{counted(whole(seen[why]), 'row')} {why} left out" for why in faults if seen[why]
        ),
        latest=latest["joined"],
    )
