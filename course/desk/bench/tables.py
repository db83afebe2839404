"""The tables that the bench works on, each with what it may be narrowed down by."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from course.desk.frames import Frame

TABLES = {
    "contacts": "Contacts: one row a contact",
    "surveys": "Surveys: one row an invitation",
    "orders": "Orders: one row an order",
    "customers": "Customers: one row a customer",
    "delivery-survey": "Survey about deliveries: one row a delivery",
    "care-plans": "Care plans: one row a plan",
    "order-margins": "What orders of new customers leave: one row an order",
    "evening-trial": "Trial of closing in the evening: one row a customer",
    "decisions": "Trial of what a colleague may give: one row a complaint",
}
TIMES = {
    "contacts": "opened",
    "surveys": "opened",
    "orders": "ordered",
    "delivery-survey": "asked",
    "order-margins": "ordered",
    "evening-trial": "first_contact",
    "decisions": "date",
}
"""The time that a row belongs to; a survey belongs to its contact, as on the dashboard."""
NARROW = {
    "contacts": ("channel", "topic", "team", "region", "segment", "system"),
    "surveys": ("channel", "topic", "team", "region", "segment"),
    "orders": ("shop", "product", "courier", "region", "segment"),
    "customers": ("segment", "age", "region"),
    "delivery-survey": ("courier", "product", "region", "segment"),
    "care-plans": ("complaint", "orders_before", "region", "segment"),
    "order-margins": ("came_by", "shop", "product", "region", "segment"),
    "evening-trial": ("desk", "bought_again"),
    "decisions": ("limit", "asked_lead", "solved_at_once"),
}
PEOPLE = ["customer_id", "region", "segment"]


class Table(NamedTuple):
    """One table, ready to be worked on."""

    name: str
    frame: Frame
    """In pandas; ``month`` counts months from year 0 where rows belong to a time."""
    columns: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    """What each column that can narrow the table down may be."""
    months: tuple[int, int] | None
    """The first and the last month."""


@cache
def read_bench(folder: Path, name: str) -> Table:
    """One table of the records with the columns of others that belong to its rows.

    Raises:
        CompanyError: where a table is not there.
    """
    from course.company import read_table

    frame = read_table(folder, name)
    if name == "surveys":
        about = ["contact_id", "customer_id", "opened", "channel", "topic", "team"]
        frame = frame.merge(read_table(folder, "contacts")[about], on="contact_id", how="left")
    if name in ("delivery-survey", "order-margins"):
        frame = frame.merge(read_table(folder, "orders"), on="order_id", how="left")
    if name == "order-margins":
        frame = frame.merge(read_table(folder, "newcomers"), on="customer_id", how="left")
    if "customer_id" in frame and name != "customers":
        frame = frame.merge(read_table(folder, "customers")[PEOPLE], on="customer_id", how="left")
    columns = tuple(frame.columns)
    months = None
    if name in TIMES:
        at = frame[TIMES[name]].dt
        frame["month"] = at.year * 12 + at.month - 1
        months = int(frame["month"].min()), int(frame["month"].max())
    values = {one: tuple(map(str, sorted(frame[one].dropna().unique()))) for one in NARROW[name]}
    return Table(name, frame, columns, values, months)
