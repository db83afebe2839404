"""The phone team week by week: how full its hours were, and who was ill afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import keyed
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Ints, Marks, Table
    from course.company.generator.world import World

_DAYS = 5
"""Working days in a week."""


def team_weeks(world: World) -> Table:
    """One row a week and agent. The weeks after the last one are drawn, and not told."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.full_weeks
    staff, ahead = roster(), plant.weeks_after
    people = len(staff.teams[staff.code("phones")].people)
    first = sum(len(one.people) for one in staff.teams[: staff.code("phones")])
    told = (day_number(plant.until) - day_number(plant.from_)) // 7 + 1
    week = np.repeat(np.arange(told + ahead, dtype=np.int64), people)
    person = np.tile(np.arange(people, dtype=np.int64), told + ahead)
    keys = keyed(week, person)
    occupancy = np.minimum(
        lots.between("occupancy", keys, life.occupancy)
        + lots.below("occupancy of the week", week.astype(np.uint64), life.week_more),
        99,
    )
    full = occupancy > plant.over
    code = full.astype(np.int64)
    ill = _ill(world, full.reshape(-1, people))
    after = sum(ill[one : one + told] for one in range(1, ahead + 1))
    hours = lots.between("hours at the phone", keys, life.phone_hours) // 25 * 25
    kinds = ("calm", "full")
    shown = slice(0, told * people)
    names = np.array(staff.agents[first : first + people], dtype=object)
    return {
        "agent_id": names[person[shown]],
        "week": day_number(plant.from_) + 7 * week[shown],
        "hours": hours[shown],
        "contacts": (hours * 36 * occupancy // 100 // life.talk_seconds)[shown],
        "occupancy": occupancy[shown],
        "late_changes": lots.pick_by(
            "late changes", keys, [life.late_changes[one] for one in kinds], code
        )[shown],
        "pause_minutes": lots.between_by(
            "pause after hard calls", keys, [life.pause_minutes[one] for one in kinds], code
        )[shown],
        "sick_after": np.asarray(after, dtype=np.int64).ravel(),
    }


def _ill(world: World, full: Marks) -> Ints:
    """Sick days, weeks by people: more in the weeks that follow a full one."""
    import numpy as np

    lots, plant = world.draws, world.planted.full_weeks
    weeks, people = full.shape
    lately = np.zeros(full.shape, dtype=np.int64)
    for back in range(1, plant.weeks_after + 1):
        lately[back:] += full[: weeks - back]
    chance = (plant.sick + plant.adds * lately).ravel()
    week = np.repeat(np.arange(weeks, dtype=np.int64), people)
    person = np.tile(np.arange(people, dtype=np.int64), weeks)
    days = [
        lots.chance("ill on a day", keyed(week, person, day), chance).astype(np.int64)
        for day in range(_DAYS)
    ]
    found: Ints = np.sum(days, axis=0).reshape(weeks, people)
    return found
