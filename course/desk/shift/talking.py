"""A conversation that is open: what is on the screen, what was said, and what can be said."""

from course.desk.shift.messages import Open, Say
from course.desk.shift.queue import doing
from course.desk.shift.talked import talked
from course.desk.shift.words import CHANNELS, at, first, name, takes
from course.metrics.words import counted
from course.page.views.base import shuffled
from course.page.views.dialogue import Rule, identity_view
from course.page.views.talk import Line, entries
from course.scenarios.conversation.engine import open_choices
from course.shift import Action, Contact, Standing
from course.shift.again import Again
from course.shift.engine import actions, lines

LETS = ("hold", "ask_lead", "hand_over")
"""What can be done with a conversation besides saying something, as the page has it."""


def opened(again: Again, number: int) -> tuple[Open, ...]:
    """All that are open, whoever came first at the left."""
    return tuple(_open(again, contact, one, number) for contact, one in again.day.those("open"))


def _open(again: Again, contact: Contact, one: Standing, number: int) -> Open:
    day, scenario = again.day, contact.scenario
    transcript = talked(contact, again).transcript
    talk = entries(scenario, transcript)
    writes = one.since > day.clock
    can = {action.do: action for action in actions(day) if action.contact == contact.id}
    says = () if writes else lines(day, contact)
    # In another order for each desk and moment, so that the place of a line tells nothing.
    salt = f"{contact.id}/{one.talk.at}/{one.talk.turns}"
    return Open(
        id=contact.id,
        customer=name(contact),
        first=first(contact),
        channel=contact.channel,
        channel_name=CHANNELS[contact.channel],
        about=scenario.title,
        sees=(*(f"Checked: {said}" for said in [scenario.checked] if said), *scenario.agent_sees),
        rules=tuple(Rule(r.title, r.text) for r in scenario.rules if r.id in scenario.cites),
        identity=identity_view(scenario.identity),
        warning=scenario.warning,
        talk=_until_mine(talk) if writes else talk,
        play=number,
        turns=len(one.said),
        writes=f"{first(contact)} is writing. The answer comes at {at(day, one.since)}."
        if writes
        else "",
        says=tuple(Say(line.id, line.text) for line in shuffled(says, day.desk.seed, salt)),
        costs=f"{takes(contact, Action('say', contact.id))} min",
        short="" if writes else _short(again, contact, len(says)),
        does=tuple(doing(contact, can[do]) for do in LETS if do in can),
    )


def _until_mine(talk: tuple[Line, ...]) -> tuple[Line, ...]:
    """While the customer writes, what they will have written is not there yet."""
    mine = [place for place, line in enumerate(talk) if line.who == "me"]
    return talk[: mine[-1] + 1] if mine else talk


def _short(again: Again, contact: Contact, there: int) -> str:
    """Why a line is missing that could be said with more money or more of the lead's time."""
    missing = len(open_choices(contact.index, again.day.of(contact.id).talk)) - there
    if not missing:
        return ""
    does = "does" if missing == 1 else "do"
    return (
        f"{counted(missing, 'line')} {does} not stand here: what is left of your refunds, your "
        "goodwill or the lead's time does not allow it."
    )
