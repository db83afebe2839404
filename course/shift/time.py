"""What a minute brings: arrivals, people who leave, and promises that fall due."""

from dataclasses import replace
from functools import lru_cache

from msgspec import structs

from course.scenarios.conversation.engine import step
from course.scenarios.conversation.state import State
from course.scenarios.definition import Scenario
from course.shift.day import OVER, Contact, Day, Standing, Task
from course.shift.endings import CALL_BACK, HANDED, LEFT, broken, ended_by, waited
from course.shift.rules import COLLEAGUE, PACES, patience


def after_wait(contact: Contact, standing: Standing, minute: int) -> State:
    """The conversation as this customer would go on with it now, after waiting."""
    pace = PACES[contact.channel]
    minutes = minute - standing.since - pace.grace
    if minutes <= 0:
        return standing.talk
    return waited(standing.talk, minutes * pace.fall * contact.index.loss)


def leaves_at(contact: Contact, since: int) -> int | None:
    """The minute in which somebody leaves who waits from this minute on."""
    most = patience(contact.channel, contact.scenario.customer.temperament)
    return None if most is None else since + most


def pass_to(day: Day, minute: int) -> Day:
    """The day some minutes later, closed where that is its end."""
    while day.clock < minute and not day.over:
        day = _tick(day, day.clock + 1)
        if day.clock >= day.desk.rules.minutes:
            return close(day)
    return close(day) if not day.over and nothing_left(day) else day


def nothing_left(day: Day) -> bool:
    """Has everybody been served, and every promise been kept or missed?"""
    return all(
        one.status in OVER and all(task.done is not None for task in one.tasks)
        for one in day.standings
    )


def close(day: Day) -> Day:
    """The end: what is open goes to the late shift, and what was not kept is broken."""
    pairs = zip(day.desk.contacts, day.standings, strict=True)
    made = tuple(_closed(contact, one, day.clock) for contact, one in pairs)
    return replace(day, standings=made, over=True)


def _closed(contact: Contact, one: Standing, clock: int) -> Standing:
    if one.status == "promised":
        one = missed_call(contact, one, clock)
    if one.status in ("open", "held"):
        talk = ended_by(contact.index, after_wait(contact, one, clock), HANDED)
        one = structs.replace(one, status="handed", talk=talk, ended=clock)
    for task in one.tasks:
        if task.done is None:
            one = missed_task(contact, one, task)
    return one


def missed_call(contact: Contact, one: Standing, clock: int) -> Standing:
    """Somebody who was to be called back and was not: they wait again, for half as long."""
    most = leaves_at(contact, 0)
    return structs.replace(
        one,
        status="waiting",
        talk=broken(contact.index, one.talk, CALL_BACK),
        call_kept=False,
        since=clock,
        leaves=None if most is None else clock + most // 2,
    )


def missed_task(contact: Contact, one: Standing, task: Task) -> Standing:
    """A contact of whom a promise was not kept in time."""
    tasks = tuple(structs.replace(t, done=False) if t == task else t for t in one.tasks)
    return structs.replace(one, tasks=tasks, talk=broken(contact.index, one.talk, task.promise))


def _tick(day: Day, minute: int) -> Day:
    made = list(day.standings)
    for at, (contact, one) in enumerate(zip(day.desk.contacts, day.standings, strict=True)):
        if one.status == "coming":
            if contact.arrives <= minute:
                made[at] = structs.replace(one, status="waiting")
        elif one.leaves is not None and one.leaves <= minute and one.status not in OVER:
            talk = ended_by(contact.index, after_wait(contact, one, minute), LEFT)
            made[at] = structs.replace(one, status="left", talk=talk, ended=minute)
        elif one.status == "promised" and one.call_by is not None and one.call_by < minute:
            made[at] = missed_call(contact, one, minute)
        elif one.tasks:
            for task in one.tasks:
                if task.done is None and task.due < minute:
                    made[at] = missed_task(contact, made[at], task)
    day = replace(day, clock=minute, standings=tuple(made))
    return _colleagues(day) if day.free else day


def _colleagues(day: Day) -> Day:
    """Each colleague who is free takes whoever has waited longest."""
    for who, free in enumerate(day.free):
        waiting = day.those("waiting")
        if free > day.clock or not waiting:
            continue
        contact, one = min(waiting, key=lambda pair: (pair[1].since, pair[0].arrives))
        at, until = day.desk.at[contact.id], day.clock + COLLEAGUE
        talk = after_wait(contact, one, day.clock)
        lines = soundly(contact.scenario)
        for line in lines:
            talk = step(contact.scenario, talk, line)
        served = structs.replace(
            one, status="colleague", talk=talk, said=lines, work=COLLEAGUE, first=day.clock,
            ended=min(until, day.desk.rules.minutes),
        )  # fmt: skip
        standings = (*day.standings[:at], served, *day.standings[at + 1 :])
        busy = (*day.free[:who], until, *day.free[who + 1 :])
        day = replace(day, standings=standings, free=busy)
    return day


@lru_cache(maxsize=256)
def soundly(scenario: Scenario) -> tuple[str, ...]:
    """What a colleague says: the second best conversation of the scenario's test plan."""
    plays = sorted(scenario.plan, key=lambda play: (sum(play.handling), play.name))
    return plays[-2:][0].choices
