"""Retention, churn, repeat purchase and lifetime value on the bench."""

from typing import Any

from course.metrics import churn, cltv, repeat_purchase, retention
from course.widgets.bench.fields import Column, Number, Option
from course.widgets.bench.outcome import Outcome, left_out, of_rate
from course.widgets.bench.task import Given, Task

DAYS = tuple(
    (f"{year}-{month:02}-01", f"1 {name} {year}")
    for year in (2024, 2025, 2026)
    for month, name in ((2, "February"), (5, "May"), (8, "August"), (11, "November"))
)
START = "there at the start"
MEMBERS = (
    Column(id="customer", label="Customer in", usual=("customer_id",)),
    Column(id="joined", label="Joined in", usual=("club_joined", "joined")),
    Column(id="left", label="Left in", usual=("club_left",)),
    Option(id="start", label="From", of=DAYS, usual="2025-11-01"),
    Option(id="end", label="To before", of=DAYS, usual="2026-11-01"),
)


def _period(given: Given) -> dict[str, Any]:
    return {
        "customer": given.column("customer"),
        "joined": given.column("joined"),
        "left": given.column("left"),
        "start": given.text("start"),
        "end": given.text("end"),
    }


def work_retention(given: Given) -> Outcome:
    """Those still there, of those at the start."""
    score = retention(given.rows, **_period(given))
    return of_rate(score, "there at the start and still at the end", "gone by the end", below=START)


def work_churn(given: Given) -> Outcome:
    """Those lost, of those at the start or of those and the new ones."""
    base: Any = given.text("of")
    score = churn(given.rows, **_period(given), of=base)
    note = (
        "New customers stand below as well, and those of them who left stand on top. That is "
        "another number than churn of those at the start."
    )
    if base == "start+new":
        return of_rate(score, "lost in the period", "not lost", [note], below=f"{START} or new")
    return of_rate(score, "lost in the period", "not lost", below=START)


def work_repeat(given: Given) -> Outcome:
    """Customers who ordered again within a window."""
    per: Any = given.text("per")
    score = repeat_purchase(
        given.rows, customer=given.column("customer"), ordered=given.column("ordered"),
        window=given.text("window"), per=per,
    )  # fmt: skip
    if per == "order":
        return of_rate(score, "orders of customers who ordered again", "orders of the others")
    return of_rate(score, "customers who ordered again", "customers who did not")


def work_cltv(given: Given) -> Outcome:
    """Purchase value times frequency times lifespan."""
    method: Any = given.text("method")
    margin = given.number("margin") / 100 if given.text("margin").strip() else None
    made = cltv(
        given.rows, customer=given.column("customer"), amount=given.column("amount"),
        lifespan=given.number("lifespan"), periods=given.number("periods"), method=method,
        margin=margin, discount=given.number("discount") / 100,
        acquisition=given.number("acquisition"),
    )  # fmt: skip
    lines = [
        f"{made.orders:,} orders of {made.customers:,} customers.",
        f"A customer's average purchase, averaged over customers: £{made.purchase_value:,.2f}.",
        f"Purchases of a customer in a year: {made.frequency:,.2f}. Years: {made.lifespan:g}.",
    ]
    if method == "product of means" and margin is None and not given.number("discount"):
        product = made.purchase_value * made.frequency * made.lifespan
        lines.append(
            f"{made.purchase_value:,.2f} × {made.frequency:,.2f} × {made.lifespan:g} = "
            f"{product:,.2f}, worked out before rounding."
        )
    lines.append(f"What is and is not in it: {made.convention}.")
    return Outcome(
        sentence=f"{made}.",
        working=(*lines, *left_out(made)),
        heads=("What", "Value"),
        rows=(
            ("average purchase", f"£{made.purchase_value:,.2f}"),
            ("purchases a year", f"{made.frequency:,.2f}"),
            ("years", f"{made.lifespan:g}"),
            ("lifetime value", f"£{made.value:,.2f}"),
            ("customers", f"{made.customers:,}"),
            ("orders", f"{made.orders:,}"),
            ("rows left out", f"{made.missing:,}"),
        ),
        convention=made.convention,
    )


TASKS = (
    Task(id="retention", name="Retention", table="customers", work=work_retention, fields=MEMBERS),
    Task(
        id="churn", name="Churn", table="customers", work=work_churn,
        fields=(
            *MEMBERS,
            Option(id="of", label="Divide by", of=(
                ("start", "those there at the start"),
                ("start+new", "those at the start and the new ones"))),
        ),
    ),
    Task(
        id="repeat_purchase", name="Repeat purchase rate", table="orders", work=work_repeat,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="ordered", label="Time in", usual=("ordered", "opened", "sent")),
            Option(id="window", label="Again within", usual="365d", of=(
                ("30d", "30 days"), ("90d", "90 days"), ("180d", "180 days"),
                ("365d", "365 days"))),
            Option(id="per", label="Count", of=(("customer", "customers"), ("order", "orders"))),
        ),
    ),
    Task(
        id="cltv", name="CLTV, customer lifetime value", table="orders", work=work_cltv,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="amount", label="Money in", usual=("amount",)),
            Number(id="lifespan", label="A customer stays, in years", usual="3"),
            Number(id="periods", label="The table covers, in years", usual="2"),
            Option(id="method", label="Multiply", of=(
                ("product of means", "the averages"),
                ("mean of products", "for each customer, then average"))),
            Number(id="margin", label="Margin in per cent; blank for revenue", usual=""),
            Number(id="discount", label="Interest a year in per cent", usual="0"),
            Number(id="acquisition", label="Cost of winning a customer, £", usual="0"),
        ),
    ),
)  # fmt: skip
