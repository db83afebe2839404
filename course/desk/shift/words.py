"""The day in words: channels, lengths of time, and what each thing to do is called."""

from textwrap import shorten

from course.metrics.words import counted
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.engine import start
from course.scenarios.conversation.reasons import first_name
from course.scenarios.definition import Channel
from course.shift import Action, Contact, Day, rules

CHANNELS: dict[Channel, str] = {
    "phone": "Phone",
    "chat": "Chat",
    "e-mail": "E-mail",
    "social": "Social media",
    "counter": "Counter",
}
COMES: dict[Channel, str] = {
    "phone": "{who} calls",
    "chat": "{who} opens a chat",
    "e-mail": "An e-mail comes in from {who}",
    "social": "{who} writes in public",
    "counter": "{who} comes to the counter",
}
"""What is said of somebody who gets in touch."""


def at(day: Day, minute: int) -> str:
    """A minute of the day on the clock."""
    return rules.clock(day.desk.rules, minute)


def minutes(many: int) -> str:
    """A length of time.

    >>> minutes(1), minutes(24)
    ('1 minute', '24 minutes')
    """
    return counted(many, "minute")


def name(contact: Contact) -> str:
    """The whole name of a customer."""
    return contact.scenario.customer.name


def first(contact: Contact) -> str:
    """What a customer is called in a sentence."""
    return first_name(contact.scenario)


def takes(contact: Contact | None, action: Action) -> int:
    """Minutes that something takes; of a wait, at most.

    >>> takes(None, Action("wait"))
    5
    """
    match action.do:
        case "say" if contact:
            return rules.PACES[contact.channel].line
        case "hold":
            return rules.HOLD
        case "hand_over":
            return rules.HAND_OVER
        case "ask_lead":
            return rules.ASK_LEAD
        case "call_back":
            return rules.CALL_BACK
        case "follow_up":
            return rules.FOLLOW_UP
        case "wait":
            return rules.WAIT
    return 0


def promise(contact: Contact, id_: str) -> str:
    """What was promised, to follow 'You promised to'."""
    found = (one.text for one in contact.scenario.promises if one.id == id_)
    return next(found, id_)


WRITTEN = ("chat", "e-mail", "social")
"""Channels on which the first words are there to be read before anybody is served."""
SEEN = 90
"""Letters of them that a list has room for."""


def about(contact: Contact) -> str:
    """What the desk knows of somebody who was not served yet: their first words, or the matter."""
    if contact.channel not in WRITTEN:
        return contact.scenario.title
    opening = start(contact.scenario)
    said = pick(contact.index.moments[opening.at].says, opening, contact.index).text
    return f"“{shorten(said, SEEN, placeholder=' …')}”"
