"""Who waits, on what, and until when; each with what can be done about it."""

from collections.abc import Iterator, Mapping

from course.desk.shift.messages import Doing, Strip, Waiting
from course.desk.shift.sitting import possible
from course.desk.shift.words import CHANNELS, about, at, minutes, name, promise, takes
from course.shift import Action, Contact, Day, Standing
from course.shift.day import OVER

SOON = 15
"""Minutes before something falls due from which it is soon."""
DOES = {
    "waiting": "Serve",
    "held": "Go back to",
    "promised": "Call back now",
}
LABELS = {
    "hold": "Put on hold",
    "hand_over": "Hand over",
    "ask_lead": "Ask the lead",
    "call_back": "Call back later",
    "follow_up": "Keep the promise",
    "wait": "Wait until something happens",
}


def doing(contact: Contact | None, action: Action, label: str = "", more: str = "") -> Doing:
    """A button for an action.

    Args:
        contact: Whom it is about.
        action: What it does.
        label: What stands on it, where that is not what it is always called.
        more: What those hear besides who do not see what stands around it.
    """
    many = takes(contact, action)
    about = "" if contact is None else f"{name(contact)}, {CHANNELS[contact.channel].lower()}"
    about += f", {more[0].lower()}{more[1:]}" if more else ""
    costs = f"{many} min" if many else ""
    if action.do == "wait":
        costs = f"{many} min at most"
    return Doing(action.do, action.contact, action.what, label or LABELS[action.do], costs, about)


def strip(day: Day) -> Strip:
    """The clock, the budgets and how many wait."""
    limits = day.desk.rules
    left = max(limits.minutes - day.clock, 0)
    hours, rest = divmod(left, 60)
    return Strip(
        clock=at(day, day.clock),
        closes=at(day, limits.minutes),
        part=round(day.clock / limits.minutes, 4),
        left=f"{hours} h {rest} min left" if hours else f"{rest} min left",
        refunds=f"£{day.refunds}",
        goodwill=f"£{day.goodwill}",
        lead=f"{day.lead} min",
        waiting=len(day.those("waiting", "held")),
        over=len(day.those(*OVER)),
    )


def queue(day: Day) -> tuple[Waiting, ...]:
    """All who wait, in the order in which they came, and below them what was promised."""
    can = possible(day)
    rows = [_row(day, *pair, can) for pair in day.those("waiting", "held", "promised")]
    return (*rows, *_owed(day, can))


def _row(day: Day, contact: Contact, one: Standing, can: Mapping[str, list[Action]]) -> Waiting:
    status = one.status
    assert status in DOES
    does, said = [], _since(day, one)
    for action in can.get(contact.id, ()):
        if action.do in ("pick", "call_back"):
            does.append(
                doing(contact, action, DOES[status], said)
                if action.do == "pick"
                else doing(contact, action)
            )
    due = one.call_by if status == "promised" else None
    return Waiting(
        id=contact.id,
        who=name(contact),
        channel=contact.channel,
        channel_name=CHANNELS[contact.channel],
        about=contact.scenario.title if one.said else about(contact),
        state=status,  # type: ignore[arg-type]
        said=said,
        soon=due is not None and due - day.clock <= SOON,
        warning="" if one.said else contact.scenario.warning,
        does=tuple(does),
    )


def _since(day: Day, one: Standing) -> str:
    if one.status == "promised":
        return f"To be called back by {at(day, one.call_by or day.clock)}"
    waited = day.clock - one.since
    what = "On hold" if one.status == "held" else "Waiting"
    if one.call_kept is False:
        what = "Not called back in time, waiting"
    return f"{what} since {at(day, one.since)}, {minutes(waited) if waited > 0 else 'just now'}"


def _owed(day: Day, can: Mapping[str, list[Action]]) -> Iterator[Waiting]:
    owed = [
        (task.due, contact, task)
        for contact, one in zip(day.desk.contacts, day.standings, strict=True)
        for task in one.tasks
        if task.done is None
    ]
    for due, contact, task in sorted(owed, key=lambda one: one[0]):
        action = Action("follow_up", contact.id, task.promise)
        yield Waiting(
            id=f"{contact.id}/{task.promise}",
            who=name(contact),
            channel="promise",
            channel_name="Your promise",
            about=f"You promised to {promise(contact, task.promise)}.",
            state="task",
            said=f"Due by {at(day, due)}",
            soon=due - day.clock <= SOON,
            warning="",
            does=(doing(contact, action),) if action in can.get(contact.id, ()) else (),
        )
