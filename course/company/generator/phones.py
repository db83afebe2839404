"""The phone team hour by hour: who was in, how many rang, and how busy it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_named, day_number, weekday
from course.company.generator.opening import minute_of
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World

_MOST = 94
"""Per cent of their time that people can be busy; who rings beyond it hangs up."""


def phone_hours(world: World) -> Table:
    """One row an hour of opening. The whole company's calls, and the whole team."""
    import numpy as np

    lots, life, plant = world.draws, world.life.keeping, world.planted.monday_phones
    start = day_number(plant.from_)
    days = np.arange(start, world.last_day + 1, dtype=np.int64)
    hours = roster().opening[roster().code("phones")]
    days = days[hours.lengths[days - hours.start] > 0]
    count = len(plant.calls)
    day = np.repeat(days, count)
    slot = np.tile(np.arange(count, dtype=np.int64), days.size)
    keys = (day * 64 + slot).astype(np.uint64)
    usual = np.array(plant.calls, dtype=np.int64)[slot]
    usual = usual * np.where(weekday(day) == 0, plant.monday, 1000) // 1000
    calls = usual * (80 + lots.below("calls of an hour", keys, 41)) // 100
    on_duty = _on_duty(world, day, hours.opens // 60 + slot)
    seconds = 290 + lots.below("seconds of a call", keys, 81)
    answered = np.minimum(calls, on_duty * 3600 * _MOST // 100 // seconds)
    busy = answered * seconds // 60
    tenths = np.minimum(busy * 100 // np.maximum(on_duty * 60, 1) // 10, 10)
    share = np.array(life.in_time, dtype=np.int64)[tenths]
    return {
        "date": np.array([day_named(one).isoformat() for one in day.tolist()], dtype=object),
        "hour": hours.opens // 60 + slot,
        "on_duty": on_duty,
        "calls": calls,
        "answered": answered,
        "in_time": (answered * (share - lots.below("luck of an hour", keys, 31)) + 500) // 1000,
        "busy_minutes": busy,
    }


def _on_duty(world: World, day: Ints, hour: Ints) -> Ints:
    """How many of the team are in: those whose shift it is, less those who are ill that day."""
    import numpy as np

    staff = roster()
    code = staff.code("phones")
    duty = staff.duty[code][day - staff.start]
    found = np.zeros(day.size, dtype=np.int64)
    for shift, (begins, ends) in enumerate(staff.teams[code].shifts):
        here = (hour * 60 >= minute_of(begins)) & (hour * 60 < minute_of(ends))
        for person in range(duty.shape[2]):
            keys = (day * 64 + person).astype(np.uint64)
            ill = world.draws.chance("ill", keys, world.life.keeping.away)
            found += here & (duty[:, shift, person] >= 0) & ~ill
    return np.maximum(found, 1)
