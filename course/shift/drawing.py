"""Who gets in touch on a day: drawn from a seed, the same for everybody on every computer."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from random import Random
from typing import NamedTuple

from course.scenarios.definition import Channel, Scenario
from course.scenarios.variants import PERSONS, variant
from course.shift.day import Contact, Desk
from course.shift.endings import with_endings
from course.shift.rules import FOLLOW_UP, PACES, Rules

FEWEST, MOST = 10, 16
"""Contacts of a day."""
WHEN: dict[Channel, tuple[float, float]] = {
    "e-mail": (0.0, 0.5),
    "social": (0.0, 0.7),
    "chat": (0.05, 0.8),
    "phone": (0.0, 0.8),
    "counter": (0.05, 0.8),
}
"""Between which parts of the day each channel's contacts come: letters lie there early."""

Scenarios = Callable[[str], Scenario]
"""Gives a scenario by its name; asked only for those that are drawn."""


class Drawn(NamedTuple):
    """One contact before its scenario is made somebody's."""

    name: str
    """By which the scenario is asked for."""
    scenario: Scenario
    person: int
    arrives: int


class Fewer(NamedTuple):
    """A help page that a lead has had written: so many per cent of a topic's contacts stay away."""

    topic: str
    percent: int


def draw(
    seed: int, names: Iterable[str], scenarios: Scenarios, rules: Rules, attempt: int = 0
) -> list[Drawn]:
    """The contacts of a seed, in the order in which they arrive. The first is there at opening.

    No scenario comes twice as long as there are enough; then somebody else has the same problem.
    At most one of them needs a warning, and none that says it is not to be met by chance.
    """
    lot, order = Random(f"shift {seed} {attempt}"), sorted(names)
    lot.shuffle(order)
    found = []
    for name, scenario in islice(_told_of(order, scenarios), lot.randint(FEWEST, MOST)):
        early, late = WHEN[scenario.channel]
        arrives = int(rules.minutes * lot.uniform(early, late))
        found.append(Drawn(name, scenario, lot.randint(0, PERSONS), arrives))
    found.sort(key=lambda one: one.arrives)
    return [one._replace(arrives=one.arrives if at else 0) for at, one in enumerate(found)]


def _told_of(order: Sequence[str], scenarios: Scenarios) -> Iterator[tuple[str, Scenario]]:
    """Those who may come, in this order and again from its beginning, one with a warning."""
    warned = False
    for name in chain.from_iterable(repeat(order, MOST)):
        scenario = scenarios(name)
        if scenario.by_chance and not (warned and scenario.warning):
            warned = warned or bool(scenario.warning)
            yield name, scenario


def without(seed: int, drawn: Sequence[Drawn], pages: Iterable[Fewer]) -> list[Drawn]:
    """Those who still get in touch where help pages answer some of them."""
    share = {page.topic: page.percent / 100 for page in pages}
    lot = Random(f"help pages {seed}")
    return [one for one in drawn if lot.random() >= share.get(one.scenario.topic, 0.0)]


def work_in(drawn: Iterable[Drawn]) -> int:
    """Minutes of your time that a day asks for, were everybody served as the test plans have it.

    >>> from course.scenarios import SMALL
    >>> work_in([Drawn("mug", SMALL, 0, 0)])
    11
    """
    return sum(_work(one.scenario) for one in drawn)


def _work(scenario: Scenario) -> int:
    most = max((play.handling[1] for play in scenario.plan), default=0.0)
    said = [play.choices for play in scenario.plan if play.handling[1] == most]
    shortest = min(said, key=len, default=())
    owed = {c.promise for m in scenario.moments for c in m.choices if c.id in shortest}
    return PACES[scenario.channel].line * len(shortest) + FOLLOW_UP * len(owed - {None})


def desk_of(seed: int, drawn: Iterable[Drawn], rules: Rules) -> Desk:
    """The desk of a day, each scenario made its person's."""
    contacts = tuple(_contact(f"c{number}", *one) for number, one in enumerate(drawn, 1))
    return Desk(contacts=contacts, rules=rules, seed=seed)


def under(desk: Desk, scenarios: Scenarios) -> Desk:
    """The same day with the same people, their scenarios read under other house rules."""
    contacts = tuple(
        _contact(one.id, one.name, scenarios(one.name), one.person, one.arrives)
        for one in desk.contacts
    )
    return dataclasses.replace(desk, contacts=contacts)


def _contact(id_: str, name: str, scenario: Scenario, person: int, arrives: int) -> Contact:
    return Contact(
        id=id_,
        name=name,
        scenario=with_endings(variant(scenario, person)),
        written=with_endings(variant(scenario, 0)),
        person=person,
        arrives=arrives,
    )
