"""Do customers come back to buy?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from course.metrics.errors import MetricsError
from course.metrics.frames import (
    count_rows,
    how_many,
    lazy_frame,
    needs_columns,
    needs_times,
    one_row,
    whole,
)
from course.metrics.moments import Moment, as_datetimes, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.usable import usable
from course.metrics.windows import read_window, window_text
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def repeat_purchase(
    orders: Any,
    *,
    customer: str,
    ordered: str,
    order: str | None = None,
    window: str | timedelta = "365d",
    until: Moment | None = None,
    per: Literal["customer", "order"] = "customer",
    confidence: float = 0.95,
) -> Score:
    """Repeat purchase rate: customers with two orders or more, of all customers, in per cent.

    Every customer gets the same time to come back: the window after the first order.
    Customers whose window has not ended yet are left out and counted. The interval is
    Wilson's.

    Args:
        orders: A frame of any engine with one row an order.
        customer: Column with the customer.
        ordered: Column with the time of the order.
        order: Column that names the order, where one order has several rows.
        window: How long after the first order a further one counts, such as ``"365d"`` or
            ``"90d"``.
        until: When the records end; by default the latest order.
        per: ``"customer"``, or ``"order"`` for the share of orders that come from returning
            customers, a higher number that weighs a customer by their orders. Orders of one
            customer are not independent, so its interval is too narrow.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If a column is missing or holds no dates, or no customer's window has ended.

    >>> import pandas as pd
    >>> orders = pd.DataFrame({
    ...     "who": ["Ann", "Ann", "Bob", "Cat"],
    ...     "at": pd.to_datetime(["2024-01-01", "2024-03-01", "2024-01-10", "2025-02-01"]),
    ... })
    >>> print(repeat_purchase(orders, customer="who", ordered="at"))
    Repeat purchase 50.0 % (9.5 to 90.5), 2 customers, 1 left out; under 30 customers: too few \
to say much; 1 customer not watched for 365 days yet left out
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
    known = usable(frame, columns, latest="ordered")
    orders_known = known.frame
    if order:
        orders_known = orders_known.group_by("customer", "order").agg(nw.col("ordered").min())
    counts = dict.fromkeys(("customers", "ripe", "again", "orders", "returning", "late"), 0)
    if known.latest is not None:
        end = known.latest if until is None else read_moment(until, known.latest, ordered)
        counts = _count_customers(orders_known, length, end)
    young = counts["customers"] - counts["ripe"]
    notes = list(known.notes)
    if counts["late"]:
        notes.append(f"{counted(counts['late'], 'order')} after the records end left out")
    if young:
        age = window_text(length)
        notes.append(f"{counted(young, 'customer')} not watched for {age} yet left out")
    if not counts["ripe"]:
        raise MetricsError(
            f"Of {counted(known.rows, 'row')} none is of a customer watched for "
            f"{window_text(length)}"
            + "".join(f"; {note}" for note in notes)
            + ". Shorten the window or check the columns.",
            column=customer,
            rows=known.rows,
        )
    by_order = per == "order"
    return rate(
        "Repeat purchase",
        counts["returning"] if by_order else counts["again"],
        counts["orders"] if by_order else counts["ripe"],
        known.missing + counts["late"] + young,
        f"per {per}, 2 orders or more within {window_text(length)} of the first",
        confidence,
        tuple(notes),
        each=("order", "orders") if by_order else ("customer", "customers"),
    )


def _count_customers(orders: nw.LazyFrame[Any], length: timedelta, end: datetime) -> dict[str, int]:
    import narwhals.stable.v2 as nw

    at, first = nw.col("ordered"), nw.col("first")
    known = orders.filter(at <= nw.lit(end))
    late = count_rows(orders) - count_rows(known)
    inside = known.with_columns(first=at.min().over("customer")).filter(at - first <= length)
    people = inside.group_by("customer").agg(orders=nw.len(), first=first.min())
    ripe = first <= nw.lit(end - length)
    people = people.select("orders", ripe=ripe, again=ripe & (nw.col("orders") >= 2))
    none = nw.lit(0)
    found = one_row(
        people,
        customers=nw.len(),
        ripe=how_many(nw.col("ripe")),
        again=how_many(nw.col("again")),
        orders=nw.when(nw.col("ripe")).then(nw.col("orders")).otherwise(none).sum(),
        returning=nw.when(nw.col("again")).then(nw.col("orders")).otherwise(none).sum(),
    )
    return {name: whole(number) for name, number in found.items()} | {"late": late}
