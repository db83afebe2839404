"""Who was there at the start of a period, who at its end, who came and who went."""

from __future__ import annotations

from datetime import datetime
from typing import Any

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
from course.metrics.moments import Moment, as_datetimes, is_zoned, read_moment
from course.metrics.words import counted


def count_presence(
    customers: Any, customer: str, joined: str, left: str, start: Moment, end: Moment
) -> tuple[dict[str, int], datetime, datetime]:
    """Count customers by their presence, with the period as it was understood.

    The counts: at start, at end, new, new at end, lost (of those at the start), came and went
    (inside the period), and the rows left out by reason: no customer, no joined, backwards,
    all of them left out.
    """
    import narwhals.stable.v2 as nw

    columns = {"customer": customer, "joined": joined, "left": left}
    needs_columns(customers, list(columns.values()))
    frame = lazy_frame(customers)
    needs_times(frame, joined)
    gone_known = one_row(frame, known=how_many(~nw.col(left).is_null()))["known"]
    if whole(gone_known):
        needs_times(frame, left)
        frame = as_datetimes(frame, columns, "joined", "left")
    else:
        # Nobody has left: the column may have no type at all.
        roles = {role: nw.col(column) for role, column in columns.items() if role != "left"}
        frame = frame.select(**roles)
        frame = as_datetimes(frame, {role: role for role in roles}, "joined")
        frame = frame.with_columns(left=nw.lit(None).cast(frame.collect_schema()["joined"]))
    sample = one_row(frame, joined=nw.col("joined").max(), left=nw.col("left").max())
    if sample["left"] is not None and is_zoned(sample["left"]) != is_zoned(sample["joined"]):
        raise MetricsError(
            f"Of the columns {joined!r} and {left!r} only one has a time zone. Give both one.",
            column=left,
        )
    first = read_moment(start, sample["joined"], joined)
    last = read_moment(end, sample["joined"], joined)
    if first >= last:
        raise MetricsError(
            f"The period from {first} to {last} is empty: it must end after it starts."
        )

    no_name, no_start = blank_rows(frame, "customer"), nw.col("joined").is_null()
    gone = ~nw.col("left").is_null()
    backwards = (gone & (nw.col("left") < nw.col("joined"))).fill_null(False)
    faults = one_row(
        frame,
        rows=nw.len(),
        **{
            "no customer": how_many(no_name),
            "no joined": how_many(no_start & ~no_name),
            "backwards": how_many(backwards & ~no_name & ~no_start),
        },
    )
    kept = frame.filter(~no_name & ~no_start & ~backwards)
    names = one_row(kept, rows=nw.len(), names=nw.col("customer").n_unique())
    rows = whole(names["rows"])
    double = rows - whole(names["names"]) if rows else 0
    if double:
        raise MetricsError(
            f"Column {customer!r}: {counted(double, 'row')} of {rows:,} name a customer who has a "
            "row already. One row a customer is needed: merge them first.",
            column=customer,
            rows=double,
        )
    before, new = nw.col("joined") < nw.lit(first), nw.col("joined") >= nw.lit(first)
    new &= nw.col("joined") < nw.lit(last)
    left_by_start = (gone & (nw.col("left") < nw.lit(first))).fill_null(False)
    left_by_end = (gone & (nw.col("left") < nw.lit(last))).fill_null(False)
    at_start = before & ~left_by_start
    found = one_row(
        kept,
        **{
            "at start": how_many(at_start),
            "at end": how_many((before | new) & ~left_by_end),
            "new": how_many(new),
            "new at end": how_many(new & ~left_by_end),
            "lost": how_many(at_start & left_by_end),
            "came and went": how_many(new & left_by_end),
        },
    )
    seen = {name: whole(value) for name, value in (faults | found).items()}
    seen["left out"] = seen["no customer"] + seen["no joined"] + seen["backwards"]
    return seen, first, last


def presence_notes(
    seen: dict[str, int], customer: str, joined: str, left: str, *, came_and_went: bool = True
) -> tuple[str, ...]:
    """Say in words which rows were left out or not counted."""
    reasons = {
        "no customer": f"without {customer!r} left out",
        "no joined": f"without {joined!r} left out",
        "backwards": f"with {left!r} before {joined!r} left out",
    }
    notes = [f"{counted(seen[key], 'row')} {why}" for key, why in reasons.items() if seen[key]]
    if came_and_went and seen["came and went"]:
        notes.append(f"{seen['came and went']:,} joined and left inside the period, not counted")
    return tuple(notes)
