"""A trial of limits: what a colleague may give alone, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import chosen, where
from course.company.generator.evenings import rating

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def decisions(world: World) -> Table:
    """One row a complaint, in order of the day."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.what_one_may_give
    keys = np.arange(plant.complaints, dtype=np.uint64)
    first = day_number(plant.from_)
    day = np.sort(first + lots.below("day of the limit", keys, day_number(plant.until) - first + 1))
    which = lots.below("limit", keys, len(plant.limits))
    limit = np.array(plant.limits, dtype=np.int64)[which]
    # What would put it right, in pence. A lead gives that; a limit tempts to give more.
    need = lots.between("what puts it right", keys, plant.needs)
    asks = (need > limit * 100) | lots.chance("asks anyway", keys, plant.asks_anyway)
    tempted = need * np.array(plant.gives, dtype=np.int64)[which] // 1000
    solved = lots.chance(
        "solved within the limit", keys, where(asks, plant.solves_asking, plant.solves)
    )
    minutes = lots.between("minutes of a decision", keys, life.decision_minutes)
    waits = lots.between("minutes of the lead", keys, life.lead_minutes)
    rated = lots.chance("rates the decision", keys, life.rates)
    chance = where(solved, life.pleased["solved"], life.pleased["unsolved"])
    pleased = lots.chance("pleased with the decision", keys, chance)
    return {
        "complaint_id": np.array([f"D{one:04d}" for one in range(1, keys.size + 1)], dtype=object),
        "date": day,
        "limit": limit,
        "asked_lead": chosen(["no", "yes"], asks.astype(np.int64)),
        # Given in steps of 50 pence.
        "given": where(asks, need, np.minimum(tempted, limit * 100)) // 50 * 50,
        "minutes": minutes + where(asks, waits, 0),
        "solved_at_once": chosen(["no", "yes"], solved.astype(np.int64)),
        "rating": where(rated, rating(world, "decision rating", keys, pleased)),
    }
