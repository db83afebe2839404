"""What the company sends of its own accord: catalogues and warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_utc
from course.company.columns import BLANK, at, ids, joined, numbered

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World
    from course.company.settings import Campaign


def campaigns(world: World) -> Table:
    """One row a campaign."""
    import numpy as np

    told = world.life.campaigns
    columns = {
        "campaign_id": [one.id for one in told],
        "title": [one.title for one in told],
        "kind": [one.kind for one in told],
        "channel": [one.by for one in told],
        "starts": [one.from_.isoformat() for one in told],
        "ends": [one.until.isoformat() for one in told],
    }
    return {name: np.array(column, dtype=object) for name, column in columns.items()}


def outreach(world: World, people: Table, bought: Table) -> Table:
    """One row for each thing sent, in order of customer and time."""
    import numpy as np

    sent = [_warnings(world, bought)]
    for number, one in enumerate(world.life.campaigns):
        if one.one_in:
            sent.append(_marketing(world, people, one, number))
    table = joined(sent)
    table = at(table, np.lexsort((table["campaign"], table["sent"], table["row"])))
    row = table["row"]
    names = np.array([one.id for one in world.life.campaigns], dtype=object)
    by = np.array([one.by for one in world.life.campaigns], dtype=object)[table["campaign"]]
    keys = (people["number"][row] * 64 + table["campaign"]).astype(np.uint64)
    read = np.where(world.draws.chance("opened", keys, world.life.opens), "yes", "no")
    orders = np.append(bought["order_id"], "")
    return {
        "outreach_id": ids("S", people["number"][row], numbered(row), 2),
        "campaign_id": names[table["campaign"]],
        "customer_id": people["customer_id"][row],
        "order_id": orders[table["order"]],
        "sent": table["sent"],
        "opened": np.where(by == "e-mail", read, "").astype(object),
    }


def _warnings(world: World, bought: Table) -> Table:
    import numpy as np

    names = [one.id for one in world.life.campaigns]
    rows = np.flatnonzero(bought["warned"])
    keys = bought["key"][rows].astype(np.uint64)
    minute = 9 * 60 + world.draws.below("warned at", keys, 180)
    return {
        "row": bought["row"][rows],
        "campaign": np.full(rows.size, names.index(world.planted.warning.campaign), dtype=np.int64),
        "order": rows.astype(np.int64),
        "sent": to_utc((bought["promised"][rows] - 1) * DAY + minute),
    }


def _marketing(world: World, people: Table, one: Campaign, number: int) -> Table:
    """To one in so many of those who had agreed by that day and still did."""
    import numpy as np

    lots = world.draws
    keys = people["number"].astype(np.uint64)
    first, last = day_number(one.from_), day_number(one.until)
    day = first + lots.below(f"{one.id} day", keys, last - first + 1)
    agreed = (people["consent_from"] != BLANK) & (people["consent_from"] < day)
    ended = people["consent_until"]
    agreed &= (ended == BLANK) | (ended > day)
    sent = agreed & (lots.below(one.id, keys, one.one_in) == 0)
    rows = np.flatnonzero(sent)
    minute = 9 * 60 + lots.below(f"{one.id} minute", keys[rows], 8 * 60)
    return {
        "row": rows.astype(np.int64),
        "campaign": np.full(rows.size, number, dtype=np.int64),
        "order": np.full(rows.size, -1, dtype=np.int64),
        "sent": to_utc(day[rows] * DAY + minute),
    }
