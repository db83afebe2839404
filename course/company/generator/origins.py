"""What makes people get in touch: something about an order, or a question of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY
from course.company.columns import BLANK, at, joined, keyed, length, where
from course.company.generator.orders import WAYS

if TYPE_CHECKING:
    from course.company.columns import Ints, Marks, Table
    from course.company.generator.world import World

_QUESTIONS = 40
"""Where the numbers of a customer's own questions begin; those of orders are below."""


def origins(world: World, people: Table, bought: Table) -> Table:
    """The matters of some customers: whose, about which order (a row or -1), what, which day.

    ``after`` is the moment before which nobody can know of it.
    """
    return joined([_issues(world, people, bought), _questions(world, people)])


def _issues(world: World, people: Table, bought: Table) -> Table:
    import numpy as np

    lots, life, plant = world.draws, world.life, world.planted
    keys = bought["key"].astype(np.uint64)
    late, warned = bought["late"], bought["warned"]
    names = ["none", *life.topics]
    rows = [
        *([life.issues[way].get(name, 0) for name in names] for way in WAYS),
        *(
            [1000 - asks, asks, *[0] * (len(names) - 2)]
            for asks in (plant.warning.asks_unwarned, plant.warning.asks_warned)
        ),
    ]
    which = where(late, 3 + warned.astype(np.int64), bought["way"])
    topic = lots.pick_by("issue", keys, rows, which) - 1
    flat_packed = np.array([one.assembly for one in life.products])[bought["product_code"]]
    topic = where((topic == life.topics.index("assembly")) & ~flat_packed, -1, topic)
    day = _day(world, bought, topic, late)
    kept = np.flatnonzero((topic >= 0) & (day <= world.last_day))
    found: Table = {
        "row": bought["row"],
        "matter": bought["key"],
        "order": np.arange(length(bought), dtype=np.int64),
        "topic": topic,
        "day": day,
        "after": bought["ordered"],
    }
    return at(found, kept)


def _day(world: World, bought: Table, topic: Ints, late: Marks) -> Ints:
    import numpy as np

    told = world.life.issue_days
    knots = [told.get(name, (0,) * 11) for name in [*world.life.topics, "late"]]
    which = where(late, len(knots) - 1, np.maximum(topic, 0))
    keys = bought["key"].astype(np.uint64)
    wait = world.draws.between_by("issue day", keys, knots, which)
    bought_on = bought["ordered"] // DAY
    arrived = where(bought["delivered"] == BLANK, bought["promised"], bought["delivered"])
    there = where(bought["way"] == 0, bought_on, arrived)
    # 'Where is it' is asked before the promised day by the anxious, after it by the late.
    asks = topic == world.life.topics.index("delivery")
    return where(late, bought["promised"], where(asks, bought_on, there)) + wait


def _questions(world: World, people: Table) -> Table:
    import numpy as np

    lots, told = world.draws, world.life.enquiries
    count, most = length(people), max(told.how_many)
    number = np.repeat(people["number"], most)
    slot = np.tile(np.arange(most, dtype=np.int64), count)
    keys = keyed(number, _QUESTIONS + slot)
    wanted = lots.pick("enquiries", people["number"].astype(np.uint64), [*told.how_many.values()])
    asked = np.array(list(told.how_many), dtype=np.int64)[wanted]
    day = world.first_day + lots.below("enquiry day", keys, world.last_day + 1 - world.first_day)
    # Spread over all days and kept from the day of joining on, so that new and old ask alike often.
    here = day >= np.repeat(people["joined"], most)
    kept = np.flatnonzero(here & (slot < np.repeat(asked, most)))
    codes = np.array([world.life.topics.index(name) for name in told.topics], dtype=np.int64)
    found: Table = {
        "row": np.repeat(np.arange(count, dtype=np.int64), most),
        "matter": keys.astype(np.int64),
        "order": np.full(keys.size, -1, dtype=np.int64),
        "topic": codes[lots.pick("enquiry", keys, list(told.topics.values()))],
        "day": day,
        "after": day * DAY,
    }
    return at(found, kept)
