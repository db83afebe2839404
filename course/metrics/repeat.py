"""Do customers come back to buy?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

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
from course.metrics.moments import as_datetimes, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.windows import read_window, window_text
from course.metrics.words import counted


def repeat_purchase(
    orders: Any,
    *,
    customer: str,
    ordered: str,
    order: str | None = None,
    window: str | timedelta = "365d",
    until: datetime | None = None,
    per: Literal["customer", "order"] = "customer",
    confidence: float = 0.95,
) -> Score:
    """Repeat purchase rate: customers with two orders or more, of all customers, in per cent.

    Every customer gets the same time to come back: the window after the first order.
    Customers whose window has not ended yet are left out and counted. The interval is
    Wilson's.

    Parameters
    ----------
    orders
        A frame of any engine with one row an order.
    customer, ordered
        Columns with the customer and the time of the order.
    order
        Column that names the order, where one order has several rows.
    window
        How long after the first order a further one counts, such as ``"365d"`` or ``"90d"``.
    until
        When the records end; by default the latest order.
    per
        ``"customer"``, or ``"order"`` for the share of orders that come from returning
        customers, a higher number that weighs a customer by their orders. Orders of one
        customer are not independent, so its interval is too narrow.
    confidence
        Confidence of the interval, as a fraction.

    Raises
    ------
    MetricsError
        If a column is missing or holds no dates, or no customer's window has ended.

    >>> import pandas as pd
    >>> orders = pd.DataFrame({
    ...     "who": ["Ann", "Ann", "Bob", "Cat"],
    ...     "at": pd.to_datetime(["2024-01-01", "2024-03-01", "2024-01-10", "2025-02-01"]),
    ... })
    >>> print(repeat_purchase(orders, customer="who", ordered="at"))
    Repeat purchase 50.0 % (9.5 to 90.5), 2 customers, 1 left out; under 30 customers: too few \
to say much; 1 customer whose 365 days have not ended left out
    """
    import narwhals.stable.v2 as nw

    if per not in ("customer", "order"):
        raise MetricsError(f"per is 'customer' or 'order', not {per!r}.")
    length = read_window(window)
    columns = {"customer": customer, "ordered": ordered} | ({"order": order} if order else {})
    needs_columns(orders, list(columns.values()))
    frame = lazy_frame(orders)
    needs_times(frame, ordered)
    frame = as_datetimes(frame, columns, "ordered")
    blank = {role: blank_rows(frame, role) for role in columns}
    seen = one_row(
        frame,
        rows=nw.len(),
        last=nw.col("ordered").max(),
        **{f"no {role}": how_many(blank[role]) for role in columns},
    )
    kept = frame.filter(~nw.any_horizontal(*blank.values(), ignore_nulls=False))
    if order:
        kept = kept.group_by("customer", "order").agg(nw.col("ordered").min())
    totals: dict[str, Any] = {}
    if seen["last"] is not None:
        cutoff = read_moment(until, seen["last"], ordered) if until else seen["last"]
        first = nw.col("ordered").min().over("customer")
        inside = kept.with_columns(first=first).filter(
            nw.col("ordered") - nw.col("first") <= length, nw.col("ordered") <= nw.lit(cutoff)
        )
        people = inside.group_by("customer").agg(orders=nw.len(), first=nw.col("first").min())
        ripe = nw.col("first") <= nw.lit(cutoff - length)
        again = ripe & (nw.col("orders") >= 2)
        zero = nw.lit(0)
        totals = one_row(
            people.with_columns(ripe=ripe, again=again),
            customers=nw.len(),
            ripe=how_many(nw.col("ripe")),
            again=how_many(nw.col("again")),
            orders=nw.when(nw.col("ripe")).then(nw.col("orders")).otherwise(zero).sum(),
            returning=nw.when(nw.col("again")).then(nw.col("orders")).otherwise(zero).sum(),
        )
    counts = {name: whole(totals.get(name)) for name in
              ("customers", "ripe", "again", "orders", "returning")}  # fmt: skip
    young = counts["customers"] - counts["ripe"]
    rows = whole(seen["rows"])
    notes = [
        f"{counted(whole(seen[f'no {role}']), 'row')} without {column!r} left out"
        for role, column in columns.items()
        if whole(seen[f"no {role}"])
    ]
    if young:
        ended = "has" if length == timedelta(days=1) else "have"
        notes.append(
            f"{counted(young, 'customer')} whose {window_text(length)} {ended} not ended left out"
        )
    if not counts["ripe"]:
        raise MetricsError(
            f"Of {counted(rows, 'row')} none is of a customer whose {window_text(length)} have "
            "ended"
            + "".join(f"; {note}" for note in notes)
            + ". Shorten the window or check the columns.",
            column=customer,
            rows=rows,
        )
    blanks = sum(whole(seen[f"no {role}"]) for role in columns)
    by_order = per == "order"
    return rate(
        "Repeat purchase",
        counts["returning"] if by_order else counts["again"],
        counts["orders"] if by_order else counts["ripe"],
        blanks + young,
        f"per {per}, 2 orders or more within {window_text(length)} of the first",
        confidence,
        tuple(notes),
        each=("order", "orders") if by_order else ("customer", "customers"),
    )
