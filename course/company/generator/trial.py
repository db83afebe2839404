"""A trial of mails in November 2026: who was drawn, who was written to, who bought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_local
from course.company.columns import BLANK, at, chosen, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World

_GROUPS = ("control", "three mails", "six mails")
_MAILS = (0, 3, 6)
_KINDS = ("lapsed", "regular")
_BETWEEN = (1, 4, 8, 11, 15, 18)
"""Days after the first one on which the six mails go out."""


def mail_trial(world: World, people: Table, bought: Table, agreed: Table) -> Table:
    """One row a customer on the list, drawn into one of three groups.

    Beside the columns there are ``row``, ``key``, ``mails`` and ``buys``, for `trial_mails`.
    """
    import numpy as np

    lots, plant, made = world.draws, world.planted.uplift, day_number(world.planted.stale_list.made)
    holds = (agreed["given"] < made) & (agreed["code"] == 0) & (agreed["how"] != "ticked for them")
    holds &= (agreed["withdrawn"] == BLANK) | (agreed["withdrawn"] > made)
    row = agreed["row"][holds]
    keys = people["number"][row].astype(np.uint64)
    kind = _regular(world, people, bought, made)[row]
    drawn = lots.pick("trial group", keys, [1, 1, 1])
    dead = lots.chance("dead address", keys, _by(plant.dead, kind))
    written = (drawn > 0) & ~dead
    chance = _by(plant.buys, kind) + where(written, _by(plant.adds, kind), 0)
    # Dead addresses belong to people who have turned away.
    buys = lots.chance("buys in the trial", keys, where(dead, chance // 3, chance))
    first = day_number(plant.from_) + 1
    day = first + lots.below("trial day", keys, day_number(plant.until) - first + 1)
    prices = np.array([one.price for one in world.life.products], dtype=np.int64)
    goods = lots.pick("trial goods", keys, [one.weight for one in world.life.products])
    return {
        "row": row,
        "key": keys.astype(np.int64),
        "mails": where(written, np.array(_MAILS, dtype=np.int64)[drawn], 0),
        "buys": buys,
        "customer_id": people["customer_id"][row],
        "buying": chosen(_KINDS, kind),
        "drawn": chosen(_GROUPS, drawn),
        "written": chosen(["no", "yes"], written.astype(np.int64)),
        "bought": chosen(["no", "yes"], buys.astype(np.int64)),
        "bought_on": where(buys, day),
        "amount": where(buys, prices[goods], 0),
    }


def trial_mails(world: World, trial: Table) -> Table:
    """One row a mail that arrived; who asks for no more gets none of the later ones."""
    import numpy as np

    lots, plant = world.draws, world.planted.fatigue
    first = day_number(world.planted.uplift.from_)
    still = trial["mails"] > 0
    found: list[Table] = []
    for number, after in enumerate(_BETWEEN, start=1):
        rows = np.flatnonzero(still & (trial["mails"] >= number))
        keys = (trial["key"][rows] * 64 + number).astype(np.uint64)
        # Who is about to buy looks.
        opens = plant.opens[number - 1] * where(trial["buys"][rows], 2, 1)
        opened = lots.chance("opens a mail of the trial", keys, opens)
        stops = lots.chance("no more mails", keys, plant.leaves[number - 1])
        still[rows[stops]] = False
        found.append(
            {
                "row": rows.astype(np.int64),
                "customer_id": trial["customer_id"][rows],
                "mail": np.full(rows.size, number, dtype=np.int64),
                "sent": np.full(rows.size, first + after, dtype=np.int64),
                "opened": chosen(["no", "yes"], opened.astype(np.int64)),
                "no_more": chosen(["no", "yes"], stops.astype(np.int64)),
            }
        )
    table = {name: np.concatenate([part[name] for part in found]) for name in found[0]}
    return at(table, np.lexsort((table["mail"], table["row"])))


def _regular(world: World, people: Table, bought: Table, made: int) -> Ints:
    """1 for each customer who bought in the year before that day, else 0."""
    import numpy as np

    day = to_local(bought["ordered"]) // DAY
    recent = (day < made) & (day >= made - world.planted.stale_list.buys_within)
    regular = np.zeros(people["number"].size, dtype=np.int64)
    regular[bought["row"][recent]] = 1
    return regular


def _by(told: dict[str, int], kind: Ints) -> Ints:
    import numpy as np

    return np.array([told[name] for name in _KINDS], dtype=np.int64)[kind]
