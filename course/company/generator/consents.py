"""Who may be written to, by which channel, from when to when, and how they agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import BLANK, at, chosen, joined, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World

_TICKED = "ticked for them"


def consents(world: World, people: Table) -> Table:
    """One row a consent, e-mail before SMS; that by e-mail is the one in the table of customers.

    Beside the columns there is ``row``, the customer's row in ``people``.
    """
    import numpy as np

    both = joined([_of(world, people, code) for code in (0, 1)])
    return at(both, np.lexsort((both["code"], both["row"])))


def _of(world: World, people: Table, code: int) -> Table:
    import numpy as np

    lots, life, plant = world.draws, world.life.keeping, world.planted.ticked
    keys = people["number"].astype(np.uint64)
    given, withdrawn = people["consent_from"], people["consent_until"]
    if code:
        begins = people["joined"] + lots.between("texts from", keys, life.consent_days)
        gives = lots.chance("texts", keys, life.texts) & (begins <= world.last_day)
        ends = begins + lots.between("texts end", keys, world.life.consent_days)
        ended = lots.chance("no more texts", keys, world.life.consent_ends)
        given = where(gives, begins)
        withdrawn = where(gives & ended & (ends <= world.last_day), ends)
    how = lots.pick(f"consent how {code}", keys, list(life.consent_how.values()))
    ticked = (given <= day_number(plant.until)) & (how < 2)
    ticked &= lots.chance(f"ticked {code}", keys, plant.ticked)
    rows = np.flatnonzero(given != BLANK)
    return {
        "row": rows.astype(np.int64),
        "code": np.full(rows.size, code, dtype=np.int64),
        "customer_id": people["customer_id"][rows],
        "channel": np.full(rows.size, ("e-mail", "SMS")[code], dtype=object),
        "given": given[rows],
        "withdrawn": withdrawn[rows],
        "how": chosen(
            [*life.consent_how, _TICKED], where(ticked, len(life.consent_how), how)[rows]
        ),
    }
