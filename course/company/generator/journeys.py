"""Matters that went over several channels, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number
from course.company.columns import at, chosen, keyed, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World

CHANNELS = ("help page", "assistant", "chat", "phone", "e-mail", "store")
_MOST = 5
"""Steps; who has not given up by then is helped at the last of them."""


def journeys(world: World) -> Table:
    """One row a step, in order of the matter."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.assistant_to_phone
    owner = np.arange(plant.journeys, dtype=np.int64)
    first = day_number(plant.from_)
    days = day_number(plant.until) - first + 1
    # Matters begin so early that they end within the months.
    begins = np.sort(lots.below("journey begins", owner.astype(np.uint64), (days - 10) * DAY))
    here = lots.pick(
        "first channel", owner.astype(np.uint64), [life.begins[one] for one in CHANNELS]
    )
    minute = first * DAY + begins
    blank = np.full(owner.size, -1, dtype=np.int64)
    steps = [_step(owner, 1, minute, here, blank, blank, blank, blank)]
    for number in range(2, _MOST + 1):
        last = steps[-1]
        going = at(last, np.flatnonzero(last["ended"] < 0))
        steps.append(_next(world, going, number))
    table = {name: np.concatenate([one[name] for one in steps]) for name in steps[0]}
    table = at(table, np.lexsort((table["step"], table["owner"])))
    return {
        "journey_id": np.array(
            [f"J{one + 1:04d}" for one in table["owner"].tolist()], dtype=object
        ),
        "step": table["step"],
        "date": table["minute"] // DAY,
        # The last of the names is for -1: nothing.
        "channel": chosen(CHANNELS, table["here"]),
        "came_from": chosen([*CHANNELS, ""], table["before"]),
        "waited": where(table["waited"] >= 0, table["waited"] * 100 // 60),
        "told_again": chosen(["no", "yes", ""], table["tells"]),
        "ended_here": chosen(["gave up", "solved", ""], table["ended"]),
    }


def _next(world: World, going: Table, number: int) -> Table:
    """The step after one that ended nothing."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.assistant_to_phone
    keys, before = keyed(going["owner"], number), going["here"]
    onward = [[life.goes_on[one].get(name, 0) for name in CHANNELS] for one in CHANNELS]
    here = lots.pick_by("next channel", keys, onward, before)
    waited = lots.between_by("waits on the way", keys, [life.step_hours[x] for x in CHANNELS], here)
    worst = (before == CHANNELS.index(plant.before)) & (here == CHANNELS.index(plant.after))
    tells = lots.chance("tells it again", keys, where(worst, plant.tells, plant.tells_elsewhere))
    leaving = where(worst, plant.gives_up, plant.gives_up_elsewhere)
    leaves = lots.chance("gives up", keys, leaving)
    solved = lots.chance("solved on the way", keys, life.step_solves) | (number == _MOST)
    ended = where(leaves, 0, where(solved, 1, -1))
    minute = going["minute"] + waited
    return _step(
        going["owner"], number, minute, here, before, waited, tells.astype(np.int64), ended
    )


def _step(
    owner: Ints,
    number: int,
    minute: Ints,
    here: Ints,
    before: Ints,
    waited: Ints,
    tells: Ints,
    ended: Ints,
) -> Table:
    import numpy as np

    return {
        "owner": owner,
        "step": np.full(owner.size, number, dtype=np.int64),
        "minute": minute,
        "here": here,
        "before": before,
        "waited": waited,
        "tells": tells,
        "ended": ended,
    }
