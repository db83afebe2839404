"""The phone team week by week: how full its hours were, and who was ill afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import chosen, keyed
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World

_DAYS = 5
"""Working days in a week."""
_KINDS = ("calm", "full")


def team_weeks(world: World) -> Table:
    """One row a person and week, in order of the week."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.full_weeks
    staff = roster()
    code = staff.code("phones")
    before = sum(len(team.people) for team in staff.teams[:code])
    people = len(staff.teams[code].people)
    start = day_number(plant.from_)
    told = (day_number(plant.until) - start) // 7 + 1
    # The weeks in which somebody may be ill after the last one are drawn as well, and not told.
    count = told + plant.weeks_after
    week = np.repeat(np.arange(count, dtype=np.int64), people)
    person = np.tile(np.arange(people, dtype=np.int64), count)
    keys = keyed(week, person)
    more = lots.below("occupancy of the week", week.astype(np.uint64), life.week_more)
    occupancy = np.minimum(lots.between("occupancy", keys, life.occupancy) + more, 99)
    full = occupancy > plant.bands[-1]
    ill = _ill(world, keys, full.reshape(count, people))
    after = np.sum([ill[one : one + told] for one in range(1, plant.weeks_after + 1)], axis=0)
    hours = lots.between("hours at the phone", keys, life.phone_hours) // 25 * 25
    changes = [life.late_changes[kind] for kind in _KINDS]
    pauses = [life.pause_minutes[kind] for kind in _KINDS]
    kind = full.astype(np.int64)
    low, high = plant.bands
    every = {
        "agent_id": np.array(staff.agents[before : before + people], dtype=object)[person],
        "week": start + 7 * week,
        "hours": hours,
        "contacts": hours * 36 * occupancy // 100 // life.talk_seconds,
        "occupancy": occupancy,
        "band": chosen(
            [f"up to {low}", f"{low + 1} to {high}", f"over {high}"],
            np.searchsorted(plant.bands, occupancy),
        ),
        "late_changes": lots.pick_by("late changes", keys, changes, kind),
        "pause_minutes": lots.between_by("pause after hard calls", keys, pauses, kind),
    }
    return {name: column[: told * people] for name, column in every.items()} | {
        "sick_after": after.ravel()
    }


def _ill(world: World, keys: Keys, full: Marks) -> Ints:
    """Sick days, weeks by people: more in the weeks that follow a full one."""
    import numpy as np

    lots, plant = world.draws, world.planted.full_weeks
    lately = np.zeros(full.shape, dtype=np.int64)
    for back in range(1, plant.weeks_after + 1):
        lately[back:] += full[:-back]
    chance = (plant.sick + plant.adds * lately).ravel()
    days = np.stack(
        [
            lots.chance("ill on a day", keyed(keys.astype(np.int64), day), chance)
            for day in range(_DAYS)
        ]
    )
    found: Ints = days.sum(axis=0, dtype=np.int64).reshape(full.shape)
    return found
