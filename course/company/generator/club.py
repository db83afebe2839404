"""Members of the delivery club who leave because nobody solved their matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, to_local
from course.company.columns import BLANK, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World


def club_left(world: World, people: Table, contacts: Table) -> Ints:
    """The day each customer left the club, blank for those who stay or never joined."""
    import numpy as np

    lots, plant = world.draws, world.planted.leavers
    keys = contacts["key"].astype(np.uint64)
    day = to_local(np.maximum(contacts["resolved"], 0)) // DAY
    joined = people["club_joined"][contacts["row"]]
    hurt = (contacts["outcome"] == 1) & (joined != BLANK) & (joined <= day)
    goes = np.flatnonzero(hurt & lots.chance("leaves", keys, plant.leaves))
    on = day[goes] + lots.between("leaves after", keys[goes], plant.days)
    never = 2**40
    left = where(people["club_left"] == BLANK, never, people["club_left"])
    np.minimum.at(left, contacts["row"][goes], on)
    return where((left <= world.last_day) & (people["club_joined"] != BLANK), left)
