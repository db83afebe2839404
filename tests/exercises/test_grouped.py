"""Tables counted from the records, one row a group."""

from typing import Any

import msgspec
import pytest

from course.exercises.grouped import Grouped, grouped
from tests.exercises.test_measures import JANUARY, RECORDS

CONTACTS = {"name": "contacts", "metric": "count"}


def made(**wanted: Any) -> tuple[Any, ...]:
    return grouped(msgspec.convert(wanted, Grouped), RECORDS.__getitem__).rows


def test_counts_and_shares_by_a_column_of_the_records() -> None:
    phone = {"name": "by phone", "metric": "share", "of": {"channel": "phone"}}
    third = {**CONTACTS, "name": "chats", "where": {"channel": "chat"}}
    assert made(records="contacts", by="region", figures=[CONTACTS, phone, third]) == (
        ("London", 2, 0.0, 2), ("Wales", 2, 50.0, 1),
    )  # fmt: skip


def test_the_filter_says_which_groups_and_in_which_order() -> None:
    asked = {"records": "contacts", "by": "channel", "figures": [CONTACTS]}
    assert made(**asked, where={"channel": ["phone", "chat"]}) == (("phone", 1), ("chat", 3))
    assert made(**asked, where={"channel": "chat"}) == (("chat", 3),)
    assert made(**asked, where={"channel": ["fax"]}) == (("fax", 0),)


def test_a_blank_is_no_group_and_a_period_holds() -> None:
    asked = {"records": "contacts", "by": "product", "figures": [CONTACTS]}
    assert made(**asked) == (("bed", 1), ("lamp", 2))
    assert made(**asked, period=JANUARY) == (("bed", 1),)


def test_scores_are_rounded_as_they_are_shown() -> None:
    mean = {"name": "mean", "metric": "mean", "decimals": 2}
    csat = {"name": "csat", "metric": "csat"}
    asked = {"records": "surveys", "by": "channel", "figures": [mean, csat]}
    assert made(**asked) == (("chat", 4.5, 100.0), ("phone", 2.0, 0.0))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"records": "contacts", "by": "mood", "figures": [CONTACTS]}, "no column 'mood'"),
        ({"records": "shifts", "by": "date", "figures": [CONTACTS]}, "no table 'shifts'"),
        ({"records": "contacts", "by": "channel", "where": {"channel": ["fax"]},
          "figures": [{"name": "share", "metric": "share", "of": {"topic": "x"}}]}, "no row"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises((KeyError, ValueError), match=said):
        made(**asked)
