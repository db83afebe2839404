"""What the trainee has chosen to look at, and the rows it means."""

import msgspec

from course.desk.board.desk import GROUPS, Desk
from course.desk.board.months import month_key, read_month, span
from course.desk.frames import Mask
from course.page.messages import Message

PLACES = ("channel", "region", "team")
"""What can be filtered by."""
ALL = {"channel": "every channel", "region": "every region", "team": "every team"}
YEAR = 12


class Filters(Message, frozen=True, kw_only=True):
    """One look at the records. Empty text means: all of them."""

    start: str = ""
    """First month, such as ``2025-11``."""
    end: str = ""
    """Last month, included."""
    channel: str = ""
    region: str = ""
    team: str = ""
    against: str = "before"
    """``before``, ``year``, ``rest``, a group such as ``channel:phone``, or empty for nothing."""
    zeros: bool = False
    """Whether an ease of 0 is read as a blank."""
    copies: bool = False
    """Whether second copies of a contact are left out."""
    people: bool = False
    """Whether contacts that the chat assistant closed alone are left out."""
    metric: str = "csat"
    by: str = "channel"
    own: bool = False
    """Whether the tab of the trainee's own contacts lies on top."""


def read_filters(value: object, desk: Desk, metrics: tuple[str, ...]) -> Filters:
    """What the page sent, with everything that the records do not know set back.

    A period that ends before it begins becomes the one month of its end.
    """
    try:
        given = value if isinstance(value, Filters) else msgspec.convert(value or {}, Filters)
    except msgspec.ValidationError:
        given = Filters()
    last = _within(read_month(given.end), desk, desk.last)
    first = _within(read_month(given.start), desk, max(desk.first, last - YEAR + 1))
    kept = {name: getattr(given, name) for name in PLACES}
    kept = {name: value if value in desk.groups[name] else "" for name, value in kept.items()}
    kind, _, group = given.against.partition(":")
    known = given.against in ("", "before", "year", "rest")
    known = known or (kind in PLACES and group in desk.groups[kind])
    return msgspec.structs.replace(
        given,
        **kept,
        start=month_key(min(first, last)),
        end=month_key(last),
        against=given.against if known else "before",
        metric=given.metric if given.metric in metrics else metrics[0],
        by=given.by if given.by in GROUPS else "channel",
    )


def _within(month: int | None, desk: Desk, other: int) -> int:
    return other if month is None else min(max(month, desk.first), desk.last)


def period(filters: Filters) -> tuple[int, int]:
    """First and last month."""
    return read_month(filters.start) or 0, read_month(filters.end) or 0


def usable(filters: Filters, desk: Desk) -> Mask:
    """A mask of the rows that the chosen mendings leave, whatever the period and the place."""
    rows = desk.contacts["month"] >= 0
    if filters.copies:
        rows &= ~desk.contacts["copy"]
    if filters.people:
        rows &= desk.contacts["team"] != "bot"
    return rows


def without_copies(filters: Filters, desk: Desk) -> Desk:
    """The records, less second copies where they are to be left out.

    To leave them out of the rows that are counted is not enough for first contact resolution:
    there a copy would still stand as a second contact.
    """
    if not filters.copies:
        return desk
    return desk._replace(contacts=desk.contacts[~desk.contacts["copy"]])


def chosen(filters: Filters, desk: Desk) -> Mask:
    """A mask of the rows in the period and the places chosen."""
    first, last = period(filters)
    rows = usable(filters, desk) & desk.contacts["month"].between(first, last)
    for name in PLACES:
        if getattr(filters, name):
            rows &= desk.contacts[name] == getattr(filters, name)
    return rows


def in_words(filters: Filters) -> str:
    """Period and places as a phrase.

    >>> in_words(Filters(start="2025-11", end="2025-12", channel="chat"))
    'November 2025 to December 2025, chat, every region, every team'
    """
    places = [getattr(filters, name) or ALL[name] for name in PLACES]
    return ", ".join([span(*period(filters)), *places])


def mended(filters: Filters) -> list[str]:
    """What was changed in the records before anything was counted."""
    said = {
        "zeros": "an ease of 0 read as blank",
        "copies": "second copies of a contact left out",
        "people": "contacts that the assistant closed left out",
    }
    return [words for name, words in said.items() if getattr(filters, name)]
