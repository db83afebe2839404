"""Matters that went over several channels, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number
from course.company.columns import BLANK, at, chosen, joined, keyed, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World

CHANNELS = ("help page", "assistant", "chat", "phone", "e-mail", "store")
_MOST = 5
"""Steps; who has not given up by then is helped at the last of them."""
_SPARE = 10
"""Days that a matter may last: the last ones begin so long before the end."""
_NOTHING = -1
"""The code of the last name of each column: a blank."""


def journeys(world: World) -> Table:
    """One row a step, in order of the matter."""
    import numpy as np

    steps = [_first(world)]
    for number in range(2, _MOST + 1):
        last = steps[-1]
        steps.append(_next(world, at(last, last["ended"] == _NOTHING), number))
    table = joined(steps)
    table = at(table, np.lexsort((table["step"], table["owner"])))
    matters = world.planted.assistant_to_phone.journeys
    names = np.array([f"J{one:04d}" for one in range(1, matters + 1)], dtype=object)
    return {
        "journey_id": names[table["owner"]],
        "step": table["step"],
        "date": table["minute"] // DAY,
        "channel": chosen(CHANNELS, table["channel"]),
        "came_from": chosen([*CHANNELS, ""], table["before"]),
        "waited": where(table["waited"] == BLANK, BLANK, table["waited"] * 100 // 60),
        "told_again": chosen(["no", "yes", ""], table["tells"]),
        "ended_here": chosen(["gave up", "solved", ""], table["ended"]),
    }


def _first(world: World) -> Table:
    """Where each matter began."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.assistant_to_phone
    owner = np.arange(plant.journeys, dtype=np.int64)
    keys = owner.astype(np.uint64)
    first = day_number(plant.from_)
    minutes = (day_number(plant.until) - first + 1 - _SPARE) * DAY
    nothing = np.full(owner.size, _NOTHING, dtype=np.int64)
    return {
        "owner": owner,
        "step": np.ones(owner.size, dtype=np.int64),
        "minute": first * DAY + np.sort(lots.below("journey begins", keys, minutes)),
        "channel": lots.pick("first channel", keys, [life.begins[one] for one in CHANNELS]),
        "before": nothing,
        "waited": np.full(owner.size, BLANK, dtype=np.int64),
        "tells": nothing,
        "ended": nothing,
    }


def _next(world: World, going: Table, number: int) -> Table:
    """The step after one that ended nothing."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.assistant_to_phone
    keys, before = keyed(going["owner"], number), going["channel"]
    onward = [[life.goes_on[one].get(name, 0) for name in CHANNELS] for one in CHANNELS]
    here = lots.pick_by("next channel", keys, onward, before)
    waits = [life.step_minutes[one] for one in CHANNELS]
    waited = lots.between_by("waits on the way", keys, waits, here)
    worst = (before == CHANNELS.index(plant.before)) & (here == CHANNELS.index(plant.after))
    tells = lots.chance("tells it again", keys, where(worst, plant.tells, plant.tells_elsewhere))
    leaving = where(worst, plant.gives_up, plant.gives_up_elsewhere)
    leaves = lots.chance("gives up", keys, leaving)
    solved = lots.chance("solved on the way", keys, life.step_solves) | (number == _MOST)
    return {
        "owner": going["owner"],
        "step": np.full(keys.size, number, dtype=np.int64),
        "minute": going["minute"] + waited,
        "channel": here,
        "before": before,
        "waited": waited,
        "tells": tells.astype(np.int64),
        "ended": where(leaves, 0, where(solved, 1, _NOTHING)),
    }
