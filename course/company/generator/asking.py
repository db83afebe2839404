"""Questions after deliveries: who answered, what the silent said, and what a wording does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import at, chosen, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def delivery_survey(world: World, bought: Table) -> Table:
    """One row a delivery that was asked about, answered or not."""
    import numpy as np

    lots, life, plant = world.draws, world.life, world.planted.quiet_unhappy
    came = bought["delivered"]
    # Nobody is asked so late that the call would fall after the records.
    rows = np.flatnonzero((came >= day_number(plant.from_)) & (came <= world.last_day - 20))
    found, keys = at(bought, rows), bought["key"][rows].astype(np.uint64)
    share = where(found["late"], plant.pleased_late, plant.pleased)
    pleased = lots.chance("pleased with the delivery", keys, share)
    ratings = [
        np.array(list(kind), dtype=np.int64)[
            lots.pick(f"delivery felt {name}", keys, list(kind.values()))
        ]
        for name, kind in (("badly", life.displeased), ("well", life.pleased))
    ]
    felt = where(pleased, ratings[1], ratings[0])
    willing = np.array([0, *(plant.answers[one] for one in range(1, 6))], dtype=np.int64)[felt]
    answers = lots.chance("answers about the delivery", keys, willing)
    rung = ~answers & lots.chance("rung about the delivery", keys, plant.rung)
    reached = rung & lots.chance("reached about the delivery", keys, plant.reached)
    asked = found["delivered"] + 1
    return {
        "order_id": found["order_id"],
        "asked": asked,
        "answered": where(answers, asked + lots.below("delivery answer day", keys, 6)),
        "satisfaction": where(answers, felt),
        "rung": where(rung, asked + 10 + lots.below("delivery call day", keys, 7)),
        "on_phone": where(reached, felt),
    }


def wording_trial(world: World, bought: Table) -> Table:
    """One row a delivery that was asked about in one of two wordings."""
    import numpy as np

    lots, plant = world.draws, world.planted.one_word
    came = bought["delivered"]
    # Everybody who is asked is asked the day after, and inside the period as well.
    first, last = day_number(plant.from_), day_number(plant.until)
    rows = np.flatnonzero((came >= first) & (came < last))
    found, keys = at(bought, rows), bought["key"][rows].astype(np.uint64)
    enjoy = lots.chance("reads the leading wording", keys, 500)
    share = where(found["late"], plant.pleased_late, plant.pleased)
    pleased = lots.chance("pleased where two wordings ask", keys, share)
    pushed = enjoy & lots.chance("says yes to the leading wording", keys, plant.pushed)
    answers = lots.chance("answers one of two wordings", keys, plant.answers)
    good = np.where(answers, 1 + (pleased | pushed).astype(np.int64), 0)
    return {
        "order_id": found["order_id"],
        "asked": found["delivered"] + 1,
        "wording": chosen(["how was it", "enjoy"], enjoy.astype(np.int64)),
        "answered": chosen(["no", "yes"], answers.astype(np.int64)),
        "good": chosen(["", "no", "yes"], good),
    }
