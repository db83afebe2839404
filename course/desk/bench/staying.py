"""Retention, churn and repeat purchase on the bench."""

from typing import Any

from course.desk.bench.fields import Column, Select
from course.desk.bench.outcome import Outcome, of_rate
from course.desk.bench.task import Given, Task
from course.metrics import churn, repeat_purchase, retention

DAYS = tuple(
    (f"{year}-{month:02}-01", f"1 {name} {year}")
    for year in (2024, 2025, 2026)
    for month, name in ((2, "February"), (5, "May"), (8, "August"), (11, "November"))
)
START = "there at the start"
MEMBERS = (
    Column(id="customer", label="Customer in", usual=("customer_id",)),
    Column(id="joined", label="Joined in", usual=("club_joined", "joined", "started")),
    Column(id="left", label="Left in", usual=("club_left", "ended")),
    Select(id="start", label="From", of=DAYS, usual="2025-11-01"),
    Select(id="end", label="To before", of=DAYS, usual="2026-11-01"),
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


TASKS = (
    Task(id="retention", name="Retention", table="customers", work=work_retention, fields=MEMBERS),
    Task(
        id="churn", name="Churn", table="customers", work=work_churn,
        fields=(
            *MEMBERS,
            Select(id="of", label="Divide by", of=(
                ("start", "those there at the start"),
                ("start+new", "those at the start and the new ones"))),
        ),
    ),
    Task(
        id="repeat_purchase", name="Repeat purchase rate", table="orders", work=work_repeat,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="ordered", label="Time in", usual=("ordered", "opened", "sent")),
            Select(id="window", label="Again within", usual="365d", of=(
                ("30d", "30 days"), ("90d", "90 days"), ("180d", "180 days"),
                ("365d", "365 days"))),
            Select(id="per", label="Count", of=(("customer", "customers"), ("order", "orders"))),
        ),
    ),
)  # fmt: skip
