"""What a customer brings in over the years."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from course.metrics.arguments import fraction, number, one_of
from course.metrics.errors import MetricsError
from course.metrics.frames import how_many, one_row, plain, take, whole
from course.metrics.tabular import Single
from course.metrics.usable import usable
from course.metrics.words import counted


@dataclass(frozen=True)
class LifetimeValue(Single):
    """Customer lifetime value with the three factors it was made from.

    Attributes:
        value: Money a customer, in the unit of the amounts.
        purchase_value: Average amount of a purchase, averaged over customers.
        frequency: Average purchases of a customer in a period.
        lifespan: Periods a customer stays.
        customers, orders: How many it stands on.
        missing: How many rows were left out; ``notes`` says why.
        convention: What was multiplied, and what was or was not taken off.
    """

    value: float
    purchase_value: float
    frequency: float
    lifespan: float
    customers: int
    orders: int
    missing: int
    convention: str
    notes: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """One row: the value, its factors, and what it stands on."""
        return [asdict(self)]

    def caption(self) -> str:
        """What it is, and how it was made."""
        return f"Customer lifetime value, {self.convention}"

    def __str__(self) -> str:
        """One line for people."""
        parts = [
            f"CLTV {self.value:,.2f} a customer ({self.purchase_value:,.2f} a purchase, "
            f"{self.frequency:,.2f} purchases a period, {self.lifespan:g} periods), "
            f"{self.customers:,} customers, {self.orders:,} orders, {self.missing:,} left out",
            self.convention,
            *self.notes,
        ]
        return "; ".join(parts)


def cltv(
    orders: Any,
    *,
    customer: str,
    amount: str,
    lifespan: float,
    periods: float = 1.0,
    order: str | None = None,
    method: Literal["product of means", "mean of products"] = "product of means",
    margin: float | None = None,
    discount: float = 0.0,
    acquisition: float = 0.0,
) -> LifetimeValue:
    """Customer lifetime value: average purchase value x average frequency x average lifespan.

    Unless told otherwise it is revenue, not profit, and money of later years counts in full.

    Args:
        orders: A frame of any engine with one row an order.
        customer: Column with the customer.
        amount: Column with the money of the order.
        lifespan: How many periods a customer stays; one divided by churn is a common estimate.
        periods: How many periods the table covers: 2 for two years of orders and a lifespan in
            years.
        order: Column that names the order, where one order has several rows; amounts are added up.
        method: ``"product of means"`` multiplies the average over customers of their average
            purchase with the average of their frequency. ``"mean of products"`` multiplies for each
            customer and averages then, which equals spending a customer; it differs where frequent
            buyers buy dearer or cheaper things than others.
        margin: Fraction of revenue that is kept; by default revenue is reported.
        discount: Interest of a period, as a fraction: later money counts less, each period's at its
            end.
        acquisition: What it costs to win a customer, taken off.

    Raises:
        MetricsError: If a column is missing, amounts are no numbers or infinite, no order is left,
            or an argument makes no sense.

    >>> import pandas as pd
    >>> visits = pd.DataFrame({"who": ["Ann", "Ann", "Bob"], "paid": [10.0, 20.0, 30.0]})
    >>> cltv(visits, customer="who", amount="paid", lifespan=3).value
    101.25
    >>> cltv(visits, customer="who", amount="paid", lifespan=3, method="mean of products").value
    90.0
    """
    import narwhals.stable.v2 as nw

    _check(lifespan, periods, method, margin, discount, acquisition)
    columns = {"customer": customer, "amount": amount} | (
        {"order": order} if order is not None else {}
    )
    frame = take(orders, columns)
    dtype = frame.collect_schema()["amount"]
    if not dtype.is_numeric():
        first = [*frame.head(1).collect()["amount"].to_list(), None][0]
        rows = whole(one_row(frame, rows=nw.len())["rows"])
        raise MetricsError(
            f"Column {amount!r} holds {dtype} in {rows:,} rows, for example {plain(first)!r}, "
            "where money is needed. Turn it into numbers first.",
            column=amount,
            value=plain(first),
            rows=rows,
        )
    frame = frame.with_columns(nw.col("amount").cast(nw.Float64))
    known = usable(frame, columns)
    left_out = known.groups[()]
    amounts = nw.col("amount")
    seen = one_row(
        known.frame,
        rows=nw.len(),
        endless=how_many(amounts.abs() == float("inf")),
        negative=how_many(amounts < 0),
    )
    endless, negative = whole(seen["endless"]), whole(seen["negative"])
    if endless:
        raise MetricsError(
            f"Column {amount!r}: {endless:,} of {left_out.rows:,} rows hold an infinite number. "
            "Find out where it comes from.",
            column=amount,
            value=float("inf"),
            rows=endless,
        )
    notes = list(left_out.notes)
    if negative:
        refunds = counted(negative, "row")
        notes.append(f"{refunds} with a negative amount left out, so refunds are not taken off")
    if whole(seen["rows"]) == negative:
        raise MetricsError(
            f"Of {counted(left_out.rows, 'row')} none can be used"
            + "".join(f"; {note}" for note in notes)
            + ". Check the columns and the period.",
            column=amount,
            rows=left_out.rows,
        )
    kept = known.frame.filter(amounts >= 0)
    if order is not None:
        kept = kept.group_by("customer", "order").agg(nw.col("amount").sum())
    people = kept.group_by("customer").agg(spent=nw.col("amount").sum(), orders=nw.len())
    means = one_row(
        people.with_columns(each=nw.col("spent") / nw.col("orders")),
        customers=nw.len(),
        orders=nw.col("orders").sum(),
        purchase=nw.col("each").mean(),
        frequency=nw.col("orders").mean(),
        spent=nw.col("spent").mean(),
    )
    purchase, frequency = float(means["purchase"]), float(means["frequency"]) / periods
    in_a_period = (
        purchase * frequency if method == "product of means" else float(means["spent"]) / periods
    )
    weight = lifespan if not discount else (1 - (1 + discount) ** -lifespan) / discount
    value = in_a_period * weight * (1 if margin is None else margin) - acquisition
    return LifetimeValue(
        value=value,
        purchase_value=purchase,
        frequency=frequency,
        lifespan=lifespan,
        customers=whole(means["customers"]),
        orders=whole(means["orders"]),
        missing=left_out.missing + negative,
        convention=_convention(method, margin, discount, acquisition),
        notes=tuple(notes),
    )


def _check(
    lifespan: float,
    periods: float,
    method: str,
    margin: float | None,
    discount: float,
    acquisition: float,
) -> None:
    one_of(method, "method", ("product of means", "mean of products"))
    number(lifespan, "lifespan", "a number of periods above 0")
    number(periods, "periods", "a number of periods above 0")
    if margin is not None:
        fraction(margin, "margin", 0.4, zero=True, one=True)
    fraction(discount, "discount", 0.1, zero=True)
    number(acquisition, "acquisition", "an amount of money of at least 0", least=True)


def _convention(method: str, margin: float | None, discount: float, acquisition: float) -> str:
    return ", ".join(
        [
            method,
            "revenue" if margin is None else f"margin of {margin:.0%}",
            f"discounted at {discount:.1%} a period" if discount else "undiscounted",
            f"less {acquisition:,.2f} for winning a customer"
            if acquisition
            else "cost of winning a customer not taken off",
        ]
    )
