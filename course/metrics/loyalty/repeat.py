"""Do customers come back to buy?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from course.metrics.arguments import fraction, one_of
from course.metrics.errors import MetricsError
from course.metrics.frames import plain, take, whole
from course.metrics.groups import By, Groups, by_group, roles_of
from course.metrics.moments import Moment, as_datetimes, has_zone, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.usable import LeftOut, usable
from course.metrics.windows import before, read_window, window_text
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


class _Options(TypedDict, total=False):
    order: str | None
    window: str | timedelta
    until: Moment | None
    per: Literal["customer", "order"]
    confidence: float


@overload
def repeat_purchase(
    orders: Any, *, customer: str, ordered: str, by: None = None, **options: Unpack[_Options]
) -> Score: ...
@overload
def repeat_purchase(
    orders: Any, *, customer: str, ordered: str, by: By, **options: Unpack[_Options]
) -> Groups[Score]: ...
def repeat_purchase(
    orders: Any,
    *,
    customer: str,
    ordered: str,
    order: str | None = None,
    window: str | timedelta = "365d",
    until: Moment | None = None,
    per: Literal["customer", "order"] = "customer",
    by: By | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
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
        by: Column or columns that make groups, such as the shop. Customers are formed first, from
            all their orders; a customer belongs to the group of the first order.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        A score, or with ``by`` one score a group.

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

    one_of(per, "per", ("customer", "order"))
    fraction(confidence, "confidence", 0.95)
    length = read_window(window)
    columns = {"customer": customer, "ordered": ordered} | (
        {"order": order} if order is not None else {}
    )
    groups = roles_of(by, orders)
    frame = as_datetimes(take(orders, columns | groups, times=["ordered"]), "ordered")
    zoned = has_zone(frame, "ordered")
    known = usable(frame, columns, by=list(groups), latest="ordered")
    orders_known = known.frame
    if order is not None:
        # One row an order; its group is that of its first row.
        firsts = {name: nw.col(name).min() for name in groups}
        orders_known = orders_known.group_by("customer", "order").agg(
            nw.col("ordered").min(), **firsts
        )
    counts: dict[tuple[Any, ...], dict[str, int]] = {}
    if known.latest is not None:
        end = known.latest if until is None else read_moment(until, zoned, ordered)
        counts = _count_customers(orders_known, length, end, list(groups))
    by_order = per == "order"

    def score(part: tuple[LeftOut, dict[str, int]]) -> Score:
        left_out, found = part
        notes = list(left_out.notes)
        if found["late"]:
            notes.append(f"{counted(found['late'], 'order')} after the records end left out")
        if found["young"]:
            age = window_text(length)
            young = counted(found["young"], "customer")
            notes.append(f"{young} not watched for {age} yet left out")
        if not found["ripe"]:
            raise MetricsError(
                f"Of {counted(left_out.rows, 'row')} none is of a customer watched for "
                f"{window_text(length)}"
                + "".join(f"; {note}" for note in notes)
                + ". Shorten the window or check the columns.",
                column=customer,
                rows=left_out.rows,
            )
        return rate(
            "Repeat purchase",
            found["returning"] if by_order else found["again"],
            found["orders"] if by_order else found["ripe"],
            left_out.missing + found["late"] + found["young"],
            f"per {per}, 2 orders or more within {window_text(length)} of the first",
            confidence,
            tuple(notes),
            each=("order", "orders") if by_order else ("customer", "customers"),
        )

    nobody = dict.fromkeys(_COUNTED, 0)
    parts = {group: (part, counts.get(group, nobody)) for group, part in known.groups.items()}
    return by_group(by, groups, parts, score)


_COUNTED = ("late", "young", "ripe", "again", "orders", "returning")


def _count_customers(
    orders: nw.LazyFrame[Any], length: timedelta, end: datetime, by: list[str]
) -> dict[tuple[Any, ...], dict[str, int]]:
    """Count customers and their orders, each customer in the group of the first order."""
    import narwhals.stable.v2 as nw

    at, first, ripe = nw.col("ordered"), nw.col("first"), nw.col("ripe")
    found: dict[tuple[Any, ...], dict[str, int]] = {}

    def add(table: nw.LazyFrame[Any], names: list[str]) -> None:
        for row in table.collect().select(*by, *names).iter_rows():
            group = tuple(map(plain, row[: len(by)]))
            counts = found.setdefault(group, dict.fromkeys(_COUNTED, 0))
            for name, number in zip(names, row[len(by) :], strict=True):
                counts[name] += whole(number)

    late = orders.with_columns(late=(at > nw.lit(end)).cast(nw.Int64))
    add(_sums(late, by, ["late"]), ["late"])
    known = orders.filter(at <= nw.lit(end)).with_columns(first=at.min().over("customer"))
    inside = known.filter(at - first <= length)
    people = inside.group_by("customer").agg(orders=nw.len(), first=first.min())
    if by:
        # Of several first orders at one moment the group that comes first in order counts.
        starts = known.filter(at == first).group_by("customer")
        people = people.join(starts.agg(*(nw.col(name).min() for name in by)), on="customer")
    people = people.with_columns(ripe=first <= nw.lit(before(end, length)))
    again = ripe & (nw.col("orders") >= 2)
    none = nw.lit(0)
    people = people.select(
        *by,
        young=(~ripe).cast(nw.Int64),
        ripe=ripe.cast(nw.Int64),
        again=again.cast(nw.Int64),
        orders=nw.when(ripe).then(nw.col("orders")).otherwise(none),
        returning=nw.when(again).then(nw.col("orders")).otherwise(none),
    )
    names = ["young", "ripe", "again", "orders", "returning"]
    add(_sums(people, by, names), names)
    return found


def _sums(frame: nw.LazyFrame[Any], by: list[str], names: list[str]) -> nw.LazyFrame[Any]:
    import narwhals.stable.v2 as nw

    sums = [nw.col(name).sum() for name in names]
    return frame.group_by(*by).agg(*sums) if by else frame.select(*sums)
