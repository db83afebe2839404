"""Contacts: every matter begins a chain, and what was not solved comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_local, to_utc
from course.company.columns import BLANK, at, chosen, ids, joined, length, numbered, where
from course.company.generator.arrivals import BOT, CHANNELS, arrive
from course.company.generator.handling import handle
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Table, Texts
    from course.company.generator.world import World

_DEEPEST = 5


def chains(world: World, people: Table, matters: Table) -> Table:
    """All contacts about some matters, with what the desk does not know; times are true.

    Level by level: the first contacts of all matters, then those who come back, and so on.
    """
    import numpy as np

    level = matters | {
        "before": np.full(length(matters), -1, dtype=np.int64),
        "after_bot": np.zeros(length(matters), dtype=np.bool_),
    }
    found = []
    for depth in range(_DEEPEST):
        keys = (level["matter"] * 64 + depth).astype(np.uint64)
        trade = people["segment"][level["row"]] == "trade"
        came = level | arrive(world, level, keys, trade)
        kept = np.flatnonzero(came["opened"] < world.end)
        keys, came = keys[kept], at(came, kept)
        done = came | handle(world, keys, came) | {"key": keys.astype(np.int64)}
        done["depth"] = np.full(kept.size, depth, dtype=np.int64)
        found.append(done)
        level = _again(world, done)
    table = joined(found)
    return at(table, np.lexsort((table["key"], table["opened"], table["row"])))


def _again(world: World, done: Table) -> Table:
    """The next level: who comes back, when, and from which channel."""
    import numpy as np

    lots, life, plant = world.draws, world.life, world.planted.chatbot
    keys, bot = done["key"].astype(np.uint64), done["team"] == BOT
    returns = lots.chance("returns", keys, where(bot, plant.returns, life.returns))
    rows = np.flatnonzero(returns & done["closed"] & ~done["solved"])
    days = lots.between_by(
        "back after", keys, [life.return_days, plant.return_days], bot.astype(np.int64)
    )
    back = {
        "row": done["row"],
        "matter": done["matter"],
        "order": done["order"],
        "topic": done["topic"],
        "day": to_local(np.maximum(done["resolved"], 0)) // DAY + days,
        "after": done["resolved"],
        "before": done["channel"],
        "after_bot": bot,
    }
    return at(back, rows)


def copied(world: World, table: Table) -> Table:
    """The same contacts with the twins that the move to the new system made."""
    import numpy as np

    plant = world.planted.duplicates
    day = to_local(table["opened"]) // DAY
    moved = (day >= day_number(plant.from_)) & (day <= day_number(plant.until))
    lots = world.draws.chance("copied", table["key"].astype(np.uint64), plant.copied)
    twins = np.flatnonzero(moved & lots)
    rows = np.concatenate([np.arange(length(table), dtype=np.int64), twins])
    copy = np.zeros(rows.size, dtype=np.int64)
    copy[length(table) :] = 1
    order = np.lexsort((copy, rows))
    both = at(table, rows[order])
    both["copy"] = copy[order]
    new = to_local(both["opened"]) // DAY > day_number(plant.until)
    both["system"] = chosen(["old", "new"], (new | (both["copy"] == 1)).astype(np.int64))
    return both


def recorded(world: World, people: Table, bought: Table, table: Table) -> Table:
    """The columns as the desk wrote them, its clock in another zone included."""
    teams = [*(team.id for team in roster().teams), "bot"]
    clock = world.planted.clock
    elsewhere = table["team"] == teams.index(clock.team)
    shown = to_utc(table["first_response"] - clock.behind)
    told = where(elsewhere & (table["first_response"] != BLANK), shown, table["first_response"])
    return table | {
        "contact_id": ids("T", people["number"][table["row"]], numbered(table["row"]), 2),
        "customer_id": people["customer_id"][table["row"]],
        "order_id": _order(bought, table),
        "channel": chosen(CHANNELS, table["channel"]),
        "topic": chosen(world.life.topics, table["topic"]),
        "cause": _cause(world, bought, table),
        # The last of the names is the assistant's, whose code is -1.
        "team": chosen(teams, table["team"]),
        "first_response": told,
        "outcome": chosen(
            ["solved", "unsolved", ""], where(table["outcome"] == BLANK, 2, table["outcome"])
        ),
    }


def _order(bought: Table, table: Table) -> Texts:
    import numpy as np

    # The last is the blank, for contacts that are not about an order (-1).
    return np.append(bought["order_id"], "")[table["order"]]


def _cause(world: World, bought: Table, table: Table) -> Texts:
    """What the desk wrote down; it is the same for all contacts about one matter."""
    import numpy as np

    told = [world.life.causes[topic] for topic in world.life.topics]
    widest = max(map(len, told))
    rows = [[*one.values(), *[0] * (widest - len(one))] for one in told]
    names = np.array([[*one, *[""] * (widest - len(one))] for one in told], dtype=object)
    keys = table["matter"].astype(np.uint64)
    codes = world.draws.pick_by("cause", keys, rows, table["topic"])
    late = np.append(bought["late"], False)[table["order"]]
    return np.where(late, "late van", names[table["topic"], codes])
