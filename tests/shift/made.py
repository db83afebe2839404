"""Desks for tests: a few people with a broken mug, and days of the conversations that ship."""

from functools import cache

from msgspec.structs import replace

from course.scenarios import SMALL, SMALL_RULES, apply_rules
from course.scenarios.definition import Channel, Temperament
from course.shift import Action, Day, Desk, Rules, advance, begin, day_for
from course.shift.drawing import Drawn, desk_of
from tests.scenarios.loading import shipped_scenarios

MUG = apply_rules(SMALL, SMALL_RULES)
BEST = ("own-it", "new-mug")


def somebody(arrives: int = 0, channel: Channel = "phone", temper: Temperament = "calm") -> Drawn:
    """Somebody with a broken mug."""
    customer = replace(MUG.customer, temperament=temper)
    return Drawn("mug", replace(MUG, channel=channel, customer=customer), 0, arrives)


def desk(*drawn: Drawn, **rules: int) -> Desk:
    return desk_of(0, drawn, Rules(**rules))


def after(desk: Desk, *actions: str) -> Day:
    """The day after actions written as 'say c1 own-it'."""
    day = begin(desk)
    for words in actions:
        do, contact, what = [*words.split(), "", ""][:3]
        day = advance(day, Action(do, contact, what))  # type: ignore[arg-type]
    return day


def served(contact: str, *lines: str) -> list[str]:
    return [f"pick {contact}", *(f"say {contact} {line}" for line in lines or BEST)]


@cache
def shipped_day(seed: int) -> Desk:
    known = {one.id: one for one in shipped_scenarios()}
    return day_for(seed, known, known.__getitem__)
