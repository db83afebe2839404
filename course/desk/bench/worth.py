"""Customer lifetime value on the bench: the sum step by step, in plain words."""

from typing import Any

from course.desk.bench.fields import Column, Number, Select
from course.desk.bench.outcome import Outcome, left_out
from course.desk.bench.task import Given, Task
from course.metrics import LifetimeValue, cltv
from course.metrics.words import counted

AVERAGES, EACH = "product of means", "mean of products"


def work_cltv(given: Given) -> Outcome:
    """Purchase value times frequency times lifespan."""
    method: Any = given.text("method")
    margin = given.number("margin") / 100 if given.text("margin").strip() else None
    discount, acquisition = given.number("discount") / 100, given.number("acquisition")
    made = cltv(
        given.rows, customer=given.column("customer"), amount=given.column("amount"),
        lifespan=given.number("lifespan"), periods=given.number("periods"), method=method,
        margin=margin, discount=discount, acquisition=acquisition,
    )  # fmt: skip
    counts = _counts(margin, discount, acquisition)
    return Outcome(
        sentence=_headline(made),
        working=(*_working(made, method, margin, discount, acquisition), *counts, *left_out(made)),
        heads=("What", "Value"),
        rows=(
            ("average purchase", f"£{made.purchase_value:,.2f}"),
            ("purchases a year", f"{made.frequency:,.2f}"),
            ("years", f"{made.lifespan:g}"),
            ("lifetime value", _pounds(made.value)),
            ("customers", f"{made.customers:,}"),
            ("orders", f"{made.orders:,}"),
            ("rows left out", f"{made.missing:,}"),
        ),
        convention=made.convention,
    )


def _headline(made: LifetimeValue) -> str:
    years = "1 year" if made.lifespan == 1 else f"{made.lifespan:g} years"
    return (
        f"CLTV {_pounds(made.value)} a customer; {_pounds(made.purchase_value)} a purchase, "
        f"{made.frequency:,.2f} purchases a year, {years}, {counted(made.customers, 'customer')}, "
        f"{counted(made.orders, 'order')}, {made.missing:,} left out."
    )


def _working(
    made: LifetimeValue, method: str, margin: float | None, discount: float, acquisition: float
) -> list[str]:
    """Each step with its result, rounded only to be shown."""
    kept = 1 if margin is None else margin
    years = _weight(made.lifespan, discount)
    whole = made.value + acquisition
    lines = [
        f"{made.orders:,} orders of {made.customers:,} customers.",
        f"A customer's average purchase, averaged over customers: {_pounds(made.purchase_value)}.",
        f"Purchases of a customer in a year, averaged over customers: {made.frequency:,.2f}.",
    ]
    # Where nothing is kept, what came before cannot be read off the result.
    a_year = whole / kept / years if kept else None
    if a_year is not None:
        lines.append(
            f"The two averages multiplied (product of means): {_pounds(made.purchase_value)} × "
            f"{made.frequency:,.2f} = {_pounds(a_year)} a year."
            if method == AVERAGES
            else f"The mean of each customer's own product (mean of products): {_pounds(a_year)} a "
            "year. The two averages above do not multiply to it, because here they are multiplied "
            "for each customer first."
        )
        if discount:
            lines.append(
                f"At {discount:.1%} interest a year, {made.lifespan:g} years count as "
                f"{years:.2f} (discounted)."
            )
        lines.append(
            f"{_pounds(a_year)} × {f'{years:.2f}' if discount else f'{years:g}'} years = "
            f"{_pounds(a_year * years)}, worked out before rounding."
        )
    if margin is not None:
        lines.append(f"Of that {margin:.0%} is kept: {_pounds(whole)}.")
    if acquisition:
        lines.append(f"Less {_pounds(acquisition)} for winning a customer: {_pounds(made.value)}.")
    return lines


def _counts(margin: float | None, discount: float, acquisition: float) -> list[str]:
    """What the sum leaves as it is."""
    lines = []
    if margin is None:
        lines.append("It is what customers pay (revenue), not what is kept of it.")
    if not discount:
        lines.append("Money of later years counts in full (undiscounted).")
    if not acquisition:
        lines.append("What it costs to win a customer is not taken off.")
    return lines


def _weight(years: float, discount: float) -> float:
    """How many full years the years count as, where later money counts less.

    >>> _weight(3, 0), round(_weight(3, 0.08), 2)
    (3, 2.58)
    """
    return years if not discount else (1 - (1 + discount) ** -years) / discount


def _pounds(value: float) -> str:
    """An amount of money.

    >>> _pounds(1234.5)
    '£1,234.50'
    """
    less = "\N{MINUS SIGN}" if value < 0 else ""
    return f"{less}£{abs(value):,.2f}"


TASKS = (
    Task(
        id="cltv", name="CLTV, customer lifetime value", table="orders", work=work_cltv,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="amount", label="Money in", usual=("amount",)),
            Number(id="lifespan", label="A customer stays, in years", usual="3"),
            Number(id="periods", label="The table covers, in years", usual="2"),
            Select(id="method", label="Multiply", of=(
                (AVERAGES, "the averages"),
                (EACH, "for each customer, then average"))),
            Number(id="margin", label="Margin in per cent; blank for revenue", usual=""),
            Number(id="discount", label="Interest a year in per cent", usual="0"),
            Number(id="acquisition", label="Cost of winning a customer, £", usual="0"),
        ),
    ),
)  # fmt: skip
