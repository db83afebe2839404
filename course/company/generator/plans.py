"""Care plans: who took one, what had gone before, and when it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_local
from course.company.columns import BLANK, chosen, keyed, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World

_YEAR = 365
_COMPLAINTS = ("delivery", "damage", "wrong item", "assembly", "refund")


def care_plans(world: World, people: Table, bought: Table, contacts: Table) -> Table:
    """One row a plan. The end depends on the orders and the month of joining, on nothing else."""
    import numpy as np

    lots, plant, free = world.draws, world.planted.loyal_complain, world.planted.free_months
    keys = people["number"].astype(np.uint64)
    first = day_number(plant.from_)
    start = first + lots.below("plan starts", keys, day_number(plant.until) - first + 1)
    before = _orders_before(people, bought, start)
    level = np.minimum(before, len(plant.takes) - 1)
    at_no_cost = (start >= day_number(free.from_)) & (start <= day_number(free.until))
    chance = np.array(plant.takes, dtype=np.int64)[level]
    chance = where(at_no_cost, chance * free.takes_more // 1000, chance)
    takes = lots.chance("takes a plan", keys, chance) & (people["joined"] < start)
    rows = np.flatnonzero(takes)
    ended = _ended(world, keys[rows], start[rows], level[rows], at_no_cost[rows])
    return {
        "customer_id": people["customer_id"][rows],
        "started": start[rows],
        "ended": where(ended <= world.last_day, ended),
        "orders_before": before[rows],
        "complaint": chosen(
            ["none", "solved", "unsolved"], _complaint(people, contacts, start)[rows]
        ),
    }


def _orders_before(people: Table, bought: Table, start: Ints) -> Ints:
    """Orders of each customer in the year before the day."""
    import numpy as np

    row, day = bought["row"], to_local(bought["ordered"]) // DAY
    inside = (day < start[row]) & (day >= start[row] - _YEAR)
    return np.bincount(row[inside], minlength=people["number"].size).astype(np.int64)


def _complaint(people: Table, contacts: Table, start: Ints) -> Ints:
    """How the last complaint that closed in the year before was marked: 0 where there is none."""
    import numpy as np

    row, closed = contacts["row"], contacts["resolved"]
    day = to_local(np.maximum(closed, 0)) // DAY
    inside = (closed != BLANK) & (day < start[row]) & (day >= start[row] - _YEAR)
    inside &= np.isin(contacts["topic"], _COMPLAINTS)
    found = np.zeros(people["number"].size, dtype=np.int64)
    order = np.flatnonzero(inside)
    order = order[np.argsort(closed[order], kind="stable")]
    # The last one written stays.
    found[row[order]] = where(contacts["outcome"][order] == "solved", 1, 2)
    return found


def _ended(world: World, keys: Keys, start: Ints, level: Ints, at_no_cost: Marks) -> Ints:
    """The day on which each plan ends; far away where it goes on."""
    import numpy as np

    lots, free = world.draws, world.planted.free_months
    ends = np.array(world.planted.loyal_complain.ends_a_month, dtype=np.int64)[level]
    ended = np.full(keys.size, 2**40, dtype=np.int64)
    for month in range(world.life.keeping.plan_months):
        chance = where(at_no_cost & (month < free.months), 0, ends)
        chance = where(at_no_cost & (month == free.months), free.ends, chance)
        theirs = keyed(keys.astype(np.int64), month)
        goes = lots.chance("plan ends", theirs, chance) & (ended == 2**40)
        day = start + 30 * month + 1 + lots.below("plan ends on", theirs, 30)
        ended = where(goes, day, ended)
    return ended
