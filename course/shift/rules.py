"""What a day on the desk costs and allows. A teaching model, as the customer is one.

The minutes are chosen so that whoever plans can serve nearly everybody and has no time left, and
whoever does not loses people: most who leave do so while somebody else is served. A shorter day for
as many people would leave more to luck, and less to planning.
"""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from course.scenarios.definition import Channel, Temperament


class Pace(NamedTuple):
    """How time passes on one channel."""

    line: int
    """Minutes that each of your lines takes."""
    reply: int
    """Minutes until the customer's answer is there; you are free meanwhile."""
    patience: int | None
    """Minutes of waiting until somebody neither quick nor slow to anger leaves; None for never."""
    fall: float
    """Points of mood that each minute of waiting costs."""
    grace: int
    """Minutes of waiting that nobody minds."""


PACES: Mapping[Channel, Pace] = {
    "phone": Pace(line=4, reply=0, patience=40, fall=0.7, grace=3),
    "counter": Pace(line=4, reply=0, patience=40, fall=0.7, grace=3),
    "chat": Pace(line=2, reply=3, patience=30, fall=0.7, grace=4),
    "social": Pace(line=4, reply=0, patience=90, fall=0.3, grace=10),
    "e-mail": Pace(line=6, reply=0, patience=None, fall=0.05, grace=60),
}
"""By channel. Two chats side by side take little more time than one."""

STAYS: Mapping[Temperament, float] = {"calm": 1.3, "anxious": 1.0, "impatient": 0.7, "angry": 0.8}
"""How much of a channel's patience somebody of this temper has."""

SIDE_BY_SIDE = 2
"""Chats at the same time; anybody else has you to themselves."""
WAIT = 5
"""Minutes that one 'wait' takes at most."""
HOLD = 1
"""Minutes to put somebody aside and to find the thread again."""
CALL_BACK = 2
"""Minutes to say when you will be back."""
CALL_BACK_WITHIN = 60
"""Minutes until a call back is due."""
LATEST_CALL_BACK = 15
"""So many minutes before closing nobody is promised a call back any more."""
HAND_OVER = 3
"""Minutes to tell a colleague the whole story."""
ASK_LEAD = 6
"""Minutes of the lead's time that one question takes, and of yours."""
FOLLOW_UP = 3
"""Minutes to do what was promised in a conversation."""
PROMISE_WITHIN = 75
"""Minutes until what was promised in a conversation is due."""
COLLEAGUE = 20
"""Minutes that a colleague takes for a contact."""
MINUTE_COSTS = 0.5
"""Pounds that a minute of work costs the company: £30 an hour."""


class Rules(Struct, frozen=True, kw_only=True):
    """What a lead can change before the day."""

    opens: int = 9 * 60
    """Minutes after midnight."""
    minutes: int = 300
    """How long the desk is open."""
    refunds: int = 150
    """Pounds of remedies that you may grant in the day without asking."""
    goodwill: int = 25
    """Pounds of gestures that you may grant in the day without asking."""
    lead: int = 24
    """Minutes that the lead has for you."""
    colleagues: int = 0
    """How many others serve beside you. Each takes whoever has waited longest."""


def clock(rules: Rules, minute: int) -> str:
    """A minute of the day as the clock shows it.

    >>> clock(Rules(), 75)
    '10:15'
    """
    at = rules.opens + minute
    return f"{at // 60:02d}:{at % 60:02d}"


def patience(channel: Channel, temperament: Temperament) -> int | None:
    """Minutes until a customer who waits leaves; None for one who never does.

    >>> patience("phone", "calm"), patience("chat", "angry"), patience("e-mail", "angry")
    (52, 24, None)
    """
    most = PACES[channel].patience
    return None if most is None else round(most * STAYS[temperament])
