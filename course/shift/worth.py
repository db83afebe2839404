"""What a day comes to for each contact: the handling mark, and what the customer felt."""

from course.scenarios.handling.shares import mark_of
from course.scenarios.survey.feelings import Felt, felt_of
from course.shift.day import OVER, Contact, Day, Standing


def mark(contact: Contact, one: Standing) -> float:
    """The handling mark, 0 to 100: 0 for whoever was never answered."""
    return mark_of(contact.index, one.talk) if one.said and one.status in OVER else 0.0


def felt(contact: Contact, one: Standing) -> Felt | None:
    """What the customer felt; None where it is not over, so that nobody asks them."""
    return felt_of(contact.index, one.talk) if one.status in OVER else None


def worth(day: Day) -> float:
    """The mean handling mark of all who got in touch, 0 to 100. It is what is searched for.

    It never asks how anybody felt, as no mark of the course does; the dashboard shows that beside.
    """
    pairs = list(zip(day.desk.contacts, day.standings, strict=True))
    return sum(mark(contact, one) for contact, one in pairs) / max(len(pairs), 1)


def spent(day: Day) -> float:
    """Pounds that remedies and gestures came to, whoever paid."""
    pairs = zip(day.desk.contacts, day.standings, strict=True)
    return sum(
        contact.index.remedies[offer].cost for contact, one in pairs for offer in one.talk.offered
    )
