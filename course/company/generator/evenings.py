"""A trial of closing the evening desk: how long people waited, and who bought again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number
from course.company.columns import chosen, where
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World

_DESK = ("open", "closed")


def evening_trial(world: World) -> Table:
    """One row a customer who wrote or rang in an evening, in order of the day."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.evening_closed
    keys = np.arange(plant.people, dtype=np.uint64)
    closed = lots.chance("evening desk closed", keys, 500)
    code = closed.astype(np.int64)
    began = _began(world, keys)
    rated = lots.chance("rates the evening", keys, life.rates)
    pleased = lots.chance("pleased in the evening", keys, _of(life.pleased, code))
    buys = lots.chance("buys after the evening", keys, _of(plant.buys, code))
    costs = [plant.cost[name] for name in _DESK]
    found = {
        "desk": chosen(_DESK, code),
        "first_contact": began // DAY,
        "hours": _hours(world, keys, began, closed),
        "rating": where(rated, rating(world, "evening rating", keys, pleased)),
        "bought_again": chosen(["no", "yes"], buys.astype(np.int64)),
        "margin": where(buys, lots.between("margin after the evening", keys, life.margin), 0),
        "cost": lots.between_by("cost of the evening", keys, costs, code),
    }
    order = np.argsort(began, kind="stable")
    names = np.array([f"E{one:04d}" for one in range(1, keys.size + 1)], dtype=object)
    return {"person_id": names} | {name: column[order] for name, column in found.items()}


def rating(world: World, purpose: str, keys: Keys, pleased: Marks) -> Ints:
    """1 to 5, as people rate who were pleased or were not."""
    import numpy as np

    kinds = (world.life.displeased, world.life.pleased)
    found = [
        np.array(list(kind), dtype=np.int64)[
            world.draws.pick(f"{purpose} {name}", keys, list(kind.values()))
        ]
        for name, kind in zip(("badly", "well"), kinds, strict=True)
    ]
    return where(pleased, found[1], found[0])


def _began(world: World, keys: Keys) -> Ints:
    """The minute of each first contact by the British clock, on a day the evening desk works."""
    lots, plant, staff = world.draws, world.planted.evening_closed, roster()
    first, last = day_number(plant.from_), day_number(plant.until)
    day = first + lots.below("evening day", keys, last - first)
    day = staff.opening[staff.code("evening")].open_day(day)
    return day * DAY + 17 * 60 + lots.below("evening minute", keys, 5 * 60)


def _hours(world: World, keys: Keys, began: Ints, closed: Marks) -> Ints:
    """Hundredths of an hour until a person answered, by the clock."""
    lots, life, staff = world.draws, world.life.running, roster()
    wait = lots.between("waits in the evening", keys, life.evening_minutes)
    wait_next = lots.between("waits the next day", keys, life.next_day_minutes)
    answered = staff.opening[staff.code("phones")].after(began // DAY * DAY + 22 * 60, wait_next)
    return where(closed, answered - began, wait) * 100 // 60


def _of(told: dict[str, int], code: Ints) -> Ints:
    import numpy as np

    return np.array([told[name] for name in _DESK], dtype=np.int64)[code]
