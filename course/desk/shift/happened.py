"""What happened in a day, in sentences: who came, who left, what was finished, kept and missed."""

from collections.abc import Iterator

from course.desk.shift.messages import Happened
from course.desk.shift.words import COMES, about, at, first, minutes, name, promise
from course.shift import Action, Contact, Day, Standing
from course.shift.again import Again
from course.shift.rules import PACES


def happened(again: Again) -> tuple[Happened, ...]:
    """All of it, the oldest first."""
    told = list(_there(again.days[0]))
    for before, action, after in zip(again.days, again.log, again.days[1:], strict=False):
        told += sorted(_between(before, action, after), key=lambda one: one[0])
    day = again.day
    said = [Happened(at(day, minute), text) for minute, text in told]
    if day.over:
        early = day.clock < day.desk.rules.minutes
        why = "Everybody was seen to, so the day ends early." if early else "The desk closes."
        said.append(Happened(at(day, day.clock), why))
    return tuple(said)


Told = tuple[int, str]


def _there(day: Day) -> Iterator[Told]:
    for contact, _ in day.those("waiting"):
        yield 0, _comes(contact)


def _comes(contact: Contact) -> str:
    return f"{COMES[contact.channel].format(who=name(contact))}: {_stopped(about(contact))}"


def _stopped(title: str) -> str:
    """A title at the end of a sentence.

    >>> _stopped("A copy, please"), _stopped("Why not half?")
    ('A copy, please.', 'Why not half?')
    """
    return title if title.endswith((".", "?", "!", "…", "”")) else f"{title}."


def _between(before: Day, action: Action, after: Day) -> Iterator[Told]:
    for contact, one, two in zip(
        after.desk.contacts, before.standings, after.standings, strict=True
    ):
        if one == two and one.since <= before.clock:
            continue
        mine = action if action.contact == contact.id else None
        yield from _of(contact, one, two, mine, before, after)


def _of(contact: Contact, one: Standing, two: Standing, mine: Action | None, before: Day,
        after: Day) -> Iterator[Told]:  # fmt: skip
    who, called = name(contact), first(contact)
    if one.status == "coming" and two.status != "coming":
        yield contact.arrives, _comes(contact)
    if one.status != two.status:
        yield from _turned(contact, one, two, mine, before, after)
    if mine and mine.do == "ask_lead":
        yield after.clock, f"The lead has heard {called}'s story and leaves it to you."
    answered = one.since if mine is None else two.since
    slow = PACES[contact.channel].reply > 0
    if slow and two.status == "open" and before.clock < answered <= after.clock and two.said:
        yield answered, f"{called} has answered."
    for task, now in zip(one.tasks, two.tasks, strict=False):
        if task.done is None and now.done:
            yield after.clock, f"Promise to {who} kept: to {promise(contact, task.promise)}."
        elif task.done is None and now.done is False:
            yield (
                min(task.due + 1, after.clock),
                f"Promise to {who} missed: to {promise(contact, task.promise)}.",
            )


def _turned(contact: Contact, one: Standing, two: Standing, mine: Action | None, before: Day,
            after: Day) -> Iterator[Told]:  # fmt: skip
    """Somebody stands another way than before."""
    who, ended = name(contact), two.ended if two.ended is not None else after.clock
    match two.status:
        case "held":
            yield after.clock, f"{who} is on hold."
        case "promised":
            by = at(after, two.call_by or after.clock)
            yield after.clock, f"{who} will be called back by {by}."
        case "waiting" if one.status == "promised":
            yield two.since, f"{who} was not called back in time, and waits again."
        case "left":
            waited = ended - (one.since if one.status != "coming" else contact.arrives)
            yield ended, f"{who} left after {minutes(max(waited, 0))} of waiting."
        case "done":
            title = contact.index.endings[two.talk.at].title
            yield ended, f"Over with {who}: {_stopped(title)}"
        case "handed" if mine:
            yield ended, f"A colleague has {who}'s case now."
        case "handed":
            yield ended, f"{who} was not finished, and goes to the late shift."
        case "colleague":
            yield two.first if two.first is not None else after.clock, f"A colleague serves {who}."
