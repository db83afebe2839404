"""The company's records as one table of contacts, read once and kept."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from course.desk.frames import Column, Frame

GROUPS = ("channel", "region", "team", "topic")
"""What contacts can be told apart by."""


class Desk(NamedTuple):
    """The records that the dashboard shows."""

    contacts: Frame
    """One row a contact in pandas: the contact, where its customer lives, and its survey.

    ``month`` counts months from year 0, ``invited`` says whether a survey went out, and
    ``copy`` whether the row repeats an earlier one: same customer, topic and minute.
    """
    first: int
    """The first month with a contact, counted from year 0."""
    last: int
    groups: dict[str, tuple[str, ...]]
    """The values of each of `GROUPS`, the most frequent first."""
    folder: Path


@cache
def read_desk(folder: Path) -> Desk:
    """The records in a folder.

    Raises:
        CompanyError: where a table is not there.
    """
    from course.company import read_table

    contacts = read_table(folder, "contacts")
    people = read_table(folder, "customers")[["customer_id", "region", "segment"]]
    surveys = read_table(folder, "surveys").rename(columns={"answered": "survey_answered"})
    joined = contacts.merge(people, on="customer_id", how="left")
    joined = joined.merge(surveys, on="contact_id", how="left")
    opened = joined["opened"].dt
    joined["month"] = opened.year * 12 + opened.month - 1
    joined["invited"] = joined["sent"].notna()
    joined["copy"] = joined.duplicated(["customer_id", "topic", "opened"])
    return Desk(
        contacts=joined,
        first=int(joined["month"].min()),
        last=int(joined["month"].max()),
        groups={name: tuple(map(str, joined[name].value_counts().index)) for name in GROUPS},
        folder=folder,
    )


@cache
def words_of(folder: Path) -> Column:
    """What customers wrote first, by contact: a Series of texts."""
    from course.company import read_table

    messages = read_table(folder, "messages")
    theirs = messages[messages["sender"] == "customer"]
    return theirs.drop_duplicates("contact_id").set_index("contact_id")["text"]
