"""How a day goes on: a day, an action, the next day. Pure, and the same every time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from msgspec import structs

from course.scenarios.conversation.engine import (
    advance as say_in,
)
from course.scenarios.conversation.engine import (
    find_choice,
    open_choices,
    start,
)
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice
from course.shift import rules
from course.shift.action import Action, ActionError
from course.shift.day import Contact, Day, Desk, Standing, Task
from course.shift.endings import HANDED, ended_by
from course.shift.time import after_wait, leaves_at, pass_to

LEAD = "ask_lead"
"""The act of a line, or of the desk, that has the lead decide."""


def begin(desk: Desk) -> Day:
    """The day at its opening, with whoever is there by then."""
    standings = tuple(
        Standing(
            status="waiting" if contact.arrives <= 0 else "coming",
            talk=start(contact.scenario),
            since=contact.arrives,
            leaves=leaves_at(contact, contact.arrives),
        )
        for contact in desk.contacts
    )
    limits = desk.rules
    return Day(
        desk=desk,
        clock=0,
        standings=standings,
        refunds=limits.refunds,
        goodwill=limits.goodwill,
        lead=limits.lead,
        free=(0,) * limits.colleagues,
    )


def replay(desk: Desk, log: Iterable[Action]) -> Day:
    """The day that a log leads to.

    Raises:
        ActionError: where something in it cannot be done.
    """
    day = begin(desk)
    for action in log:
        day = advance(day, action)
    return day


def mood_of(day: Day, contact: Contact) -> float:
    """The mood of a customer now, 0 to 100, with what waiting has cost of it."""
    one = day.of(contact.id)
    waits = one.status in ("waiting", "held", "open")
    return (after_wait(contact, one, day.clock) if waits else one.talk).points


def actions(day: Day) -> tuple[Action, ...]:
    """All that can be done now; nothing once the day is over, and else always at least to wait."""
    return () if day.over else tuple(_possible(day))


def advance(day: Day, action: Action) -> Day:
    """The day after one thing has been done.

    Raises:
        ActionError: where it cannot be done now.
    """
    # Most lines are among the first that can be said, so not all need be gone through.
    if day.over or action not in _possible(day):
        can = ", ".join(map(str, actions(day))) or "nothing: the day is over"
        at = rules.clock(day.desk.rules, day.clock)
        raise ActionError(f"At {at} '{action}' cannot be done; what can be done is {can}.")
    return _DO[action.do](day, action)


def _possible(day: Day) -> Iterator[Action]:
    """What can be done: talk to those in front of you, then turn to somebody else."""
    here = day.those("open")
    chats = all(contact.channel == "chat" for contact, _ in here)
    for contact, one in here:
        if one.since <= day.clock:
            for choice in lines(day, contact):
                yield Action("say", contact.id, choice.id)
        yield Action("hold", contact.id)
        yield Action("hand_over", contact.id)
        if day.lead >= rules.ASK_LEAD and LEAD not in one.talk.acts:
            yield Action("ask_lead", contact.id)
    for contact, one in day.those("waiting", "held", "promised"):
        room = not here or (chats and contact.channel == "chat" and len(here) < rules.SIDE_BY_SIDE)
        if room:
            yield Action("pick", contact.id)
        if one.status != "promised" and _may_promise(day, one):
            yield Action("call_back", contact.id)
    if chats:
        for contact, one in zip(day.desk.contacts, day.standings, strict=True):
            for task in one.tasks:
                if task.done is None:
                    yield Action("follow_up", contact.id, task.promise)
    yield Action("wait")


def _may_promise(day: Day, one: Standing) -> bool:
    """Only to somebody who would leave, once, and only where it falls due within the day."""
    closing = day.desk.rules.minutes - rules.LATEST_CALL_BACK
    return one.leaves is not None and one.call_kept is None and day.clock < closing


def lines(day: Day, contact: Contact) -> list[Choice]:
    """The lines that can be said to this customer now, within what you may grant."""
    one, index = day.of(contact.id), contact.index
    return [
        choice
        for choice in open_choices(index, one.talk)
        if _affordable(day, index, one.talk, choice)
    ]


def _affordable(day: Day, index: Index, talk: State, choice: Choice) -> bool:
    """Is there money for it, or has the lead said yes? Has the lead time where the line asks?"""
    asks = LEAD in choice.acts and LEAD not in talk.acts
    if asks:
        return day.lead >= rules.ASK_LEAD
    refund, gift = _costs(index, talk, choice)
    return refund <= day.refunds and gift <= day.goodwill


def _costs(index: Index, talk: State, choice: Choice) -> tuple[int, int]:
    """Pounds of your budgets that a line takes: as a remedy, and as a gesture.

    What the lead has said yes to in this conversation is not yours to pay. Nor is what the lead
    alone may grant: giving it all the same costs marks, not your budget.
    """
    remedy = index.remedies.get(choice.remedy or "")
    if remedy is None or remedy.id in talk.offered or LEAD in (*talk.acts, *choice.acts):
        return 0, 0
    pounds = -int(-remedy.cost // 1)
    if remedy.goodwill:
        return 0, pounds
    return (0 if remedy.authority == "lead" else pounds), 0


def _put(day: Day, contact: str, minutes: int, **new: Any) -> Day:
    """The day with something new about a contact, and some minutes on."""
    at = day.desk.at[contact]
    made = structs.replace(day.standings[at], **new)
    standings = (*day.standings[:at], made, *day.standings[at + 1 :])
    return pass_to(replace(day, standings=standings), day.clock + minutes)


def _contact(day: Day, action: Action) -> tuple[Contact, Standing]:
    at = day.desk.at[action.contact]
    return day.desk.contacts[at], day.standings[at]


def _pick(day: Day, action: Action) -> Day:
    contact, one = _contact(day, action)
    kept = True if one.status == "promised" else one.call_kept
    talk = one.talk if one.status == "promised" else after_wait(contact, one, day.clock)
    return _put(
        day, contact.id, 0, status="open", talk=talk, since=day.clock, call_kept=kept,
        leaves=leaves_at(contact, day.clock),
    )  # fmt: skip


def _say(day: Day, action: Action) -> Day:
    contact, one = _contact(day, action)
    index, pace = contact.index, rules.PACES[contact.channel]
    talk = after_wait(contact, one, day.clock)
    choice = find_choice(index, talk, action.what)
    turn = say_in(index, talk, choice)
    refund, gift = _costs(index, talk, choice)
    asks = LEAD in choice.acts and LEAD not in talk.acts
    day = replace(
        day,
        refunds=day.refunds - refund,
        goodwill=day.goodwill - gift,
        lead=day.lead - (rules.ASK_LEAD if asks else 0),
    )
    at, closing = day.clock + pace.line, day.desk.rules.minutes
    new: dict[str, Any] = {
        "talk": turn.after,
        "said": (*one.said, choice.id),
        "first": at if one.first is None else one.first,
        "work": one.work + pace.line,
        "since": at + pace.reply,
        "leaves": leaves_at(contact, at + pace.reply),
    }
    if turn.after.ended:
        due = min(at + rules.PROMISE_WITHIN, closing)
        owed = [one for one in turn.heard.pending if one in turn.after.kept]
        new |= {"status": "done", "ended": min(at, closing), "leaves": None}
        new["tasks"] = (*one.tasks, *(Task(promise, due) for promise in owed))
    return _put(day, contact.id, pace.line, **new)


def _hold(day: Day, action: Action) -> Day:
    """They wait on, half as long as they would have for a first answer."""
    contact, one = _contact(day, action)
    since, most = max(one.since, day.clock), leaves_at(contact, 0)
    return _put(
        day,
        contact.id,
        rules.HOLD,
        status="held",
        talk=after_wait(contact, one, day.clock),
        since=since,
        leaves=None if most is None else since + most // 2,
        work=one.work + rules.HOLD,
    )


def _hand_over(day: Day, action: Action) -> Day:
    contact, one = _contact(day, action)
    talk = ended_by(contact.index, after_wait(contact, one, day.clock), HANDED)
    ended = min(day.clock + rules.HAND_OVER, day.desk.rules.minutes)
    return _put(
        day, contact.id, rules.HAND_OVER, status="handed", talk=talk, ended=ended, leaves=None,
        work=one.work + rules.HAND_OVER,
    )  # fmt: skip


def _ask_lead(day: Day, action: Action) -> Day:
    _, one = _contact(day, action)
    talk = structs.replace(one.talk, acts=tuple(sorted({*one.talk.acts, LEAD})))
    asked = replace(day, lead=day.lead - rules.ASK_LEAD)
    return _put(
        asked, action.contact, rules.ASK_LEAD, talk=talk, work=one.work + rules.ASK_LEAD
    )  # fmt: skip


def _call_back(day: Day, action: Action) -> Day:
    contact, one = _contact(day, action)
    by = min(day.clock + rules.CALL_BACK_WITHIN, day.desk.rules.minutes - 1)
    return _put(
        day, contact.id, rules.CALL_BACK, status="promised", call_by=by, leaves=None,
        talk=after_wait(contact, one, day.clock), work=one.work + rules.CALL_BACK,
    )  # fmt: skip


def _follow_up(day: Day, action: Action) -> Day:
    _, one = _contact(day, action)
    tasks = tuple(
        structs.replace(task, done=True) if task.promise == action.what else task
        for task in one.tasks
    )
    return _put(
        day, action.contact, rules.FOLLOW_UP, tasks=tasks, work=one.work + rules.FOLLOW_UP
    )  # fmt: skip


def _wait(day: Day, _: Action) -> Day:
    """Until something happens: somebody comes, goes or answers, or a promise is missed."""
    until = min(day.clock + rules.WAIT, day.desk.rules.minutes)
    now = day
    while now.clock < until and not now.over:
        now = pass_to(now, now.clock + 1)
        answers = any(one.since == now.clock for _, one in now.those("open"))
        if answers or now.standings != day.standings:
            break
    return now


_DO: dict[str, Callable[[Day, Action], Day]] = {
    "pick": _pick,
    "say": _say,
    "hold": _hold,
    "hand_over": _hand_over,
    "ask_lead": _ask_lead,
    "call_back": _call_back,
    "follow_up": _follow_up,
    "wait": _wait,
}
