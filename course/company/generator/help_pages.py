"""Visits to the help pages: some end there, some end in a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_utc
from course.company.columns import at, chosen, ids, joined, keyed, numbered, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World

PAGES = {
    "delivery": "track a parcel",
    "damage": "something is broken",
    "wrong item": "not what you ordered",
    "assembly": "put it together",
    "return": "send something back",
    "refund": "get your money back",
    "product": "sizes, colours and care",
    "account": "sign in",
    "club": "the delivery club",
}
"""The help page of each topic that has one."""
_MOST = 4


def help_visits(world: World, people: Table, contacts: Table) -> Table:
    """One row a visit of somebody signed in, in order of customer and time."""
    import numpy as np

    table = joined([_before_contacts(world, contacts), _alone(world, people)])
    table = at(table, np.lexsort((table["key"], table["opened"], table["row"])))
    number = people["number"][table["row"]]
    followed = (table["contact_id"] != "").astype(np.int64)
    return table | {
        "got_in_touch": chosen(["no", "yes"], followed),
        "visit_id": ids("V", number, numbered(table["row"]), 2),
        "customer_id": people["customer_id"][table["row"]],
    }


def _before_contacts(world: World, contacts: Table) -> Table:
    """Visits a few minutes before the first contact about a matter."""
    import numpy as np

    lots, told = world.draws, world.planted.help_page
    first = (contacts["depth"] == 0) & (contacts["copy"] == 0)
    first &= contacts["opened"] >= (day_number(told.from_) + 1) * DAY
    every = contacts["key"].astype(np.uint64)
    chances = np.array([told.reads_first.get(str(one), 0) for one in contacts["topic"]])
    rows = np.flatnonzero(first & lots.chance("reads help first", every, chances))
    keys = every[rows]
    return {
        "row": contacts["row"][rows],
        "key": keys.astype(np.int64),
        "page": np.array([PAGES[one] for one in contacts["topic"][rows]], dtype=object),
        "opened": contacts["opened"][rows] - 5 - lots.below("minutes of help", keys, 85),
        "contact_id": contacts["contact_id"][rows],
    }


def _alone(world: World, people: Table) -> Table:
    """Visits that nothing follows."""
    import numpy as np

    lots, told = world.draws, world.planted.help_page
    count = people["number"].size
    row = np.repeat(np.arange(count, dtype=np.int64), _MOST)
    keys = keyed(people["number"][row], np.tile(np.arange(_MOST, dtype=np.int64), count))
    start = day_number(told.from_) + 1
    day = start + lots.below("help day", keys, world.last_day - start + 1)
    weights = list(told.reads_only.values())
    # The weights are also how many of a thousand slots are a visit, so that a page keeps its own.
    reads = lots.chance("reads help", keys, sum(weights)) & (people["joined"][row] < day)
    rows = np.flatnonzero(reads)
    page = lots.pick("help page", keys[rows], weights)
    minute = 8 * 60 + lots.below("help minute", keys[rows], 14 * 60)
    return {
        "row": row[rows],
        "key": keys[rows].astype(np.int64),
        "page": chosen([PAGES[one] for one in told.reads_only], page),
        "opened": to_utc(day[rows] * DAY + minute),
        "contact_id": np.full(rows.size, "", dtype=object),
    }


def feature_tips(world: World, people: Table, bought: Table) -> Table:
    """One row a customer who was drawn to see, or not to see, a tip about one feature."""
    import numpy as np

    lots, told = world.draws, world.planted.tip
    online = np.zeros(people["number"].size, dtype=bool)
    early = bought["ordered"] < day_number(told.from_) * DAY
    online[bought["row"][early & (bought["shop"] == "online")]] = True
    rows = np.flatnonzero(online)
    keys = people["number"][rows].astype(np.uint64)
    feature = lots.below("feature of the tip", keys, len(told.uses))
    shown = lots.chance("sees the tip", keys, 500)
    adds = np.array(list(told.adds.values()), dtype=np.int64)[feature]
    chance = np.array(list(told.uses.values()), dtype=np.int64)[feature] + where(shown, adds, 0)
    uses = lots.chance("uses the feature", keys, chance)
    first = day_number(told.from_)
    day = first + lots.below("tip day", keys, world.last_day - first + 1)
    return {
        "customer_id": people["customer_id"][rows],
        "feature": chosen(list(told.uses), feature),
        "shown": chosen(["no", "yes"], shown.astype(np.int64)),
        "used": chosen(["no", "yes"], uses.astype(np.int64)),
        "used_on": where(uses, day),
    }
