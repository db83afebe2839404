"""By which channel a contact comes in, when, and which team it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_local, to_utc, weekday
from course.company.columns import where
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World

CHANNELS = ("phone", "e-mail", "chat", "social", "store")
PHONE, EMAIL, CHAT, SOCIAL, STORE = range(5)
BOT = -1
"""The code of the assistant, where others have the position of their team."""
_EVENING = 17 * 60
_KINDS = (*CHANNELS, "trade")


def arrive(world: World, level: Table, keys: Keys, trade: Marks) -> Table:
    """Channel, moment (UTC) and team of each contact of one level (see `contacts.chains`)."""
    channel = _channel(world, level, keys)
    local = _moment(world, level, keys, channel, trade)
    return {
        "channel": channel,
        "opened": to_utc(local),
        "team": _team(world, keys, channel, trade, local),
    }


def _channel(world: World, level: Table, keys: Keys) -> Ints:
    lots, plant = world.draws, world.planted
    mixes = [plant.mix_shift.channels_before, plant.mix_shift.channels_after]
    rows = [[mix.get(name, 0) for name in CHANNELS] for mix in mixes]
    new_page = (level["day"] >= day_number(plant.mix_shift.from_)).astype("int64")
    fresh = lots.pick_by("channel", keys, rows, new_page)
    same = lots.chance("same channel", keys, world.life.same_channel)
    again = where(same, level["before"], fresh)
    weights = [plant.chatbot.return_channels.get(name, 0) for name in CHANNELS]
    after_bot = lots.pick("channel after the assistant", keys, weights)
    first = level["before"] < 0
    return where(first, fresh, where(level["after_bot"], after_bot, again))


def _moment(world: World, level: Table, keys: Keys, channel: Ints, trade: Marks) -> Ints:
    """The British wall clock when the contact begins: live channels only while they are open."""
    import numpy as np

    lots, told = world.draws, [world.life.arrivals[kind] for kind in _KINDS]
    longest = max(len(one.weights) for one in told)
    rows = [[*one.weights, *[0] * (longest - len(one.weights))] for one in told]
    kind = where(trade & (channel == PHONE), len(CHANNELS), channel)
    first = np.array([one.from_ for one in told], dtype=np.int64)[kind]
    last = first + np.array([len(one.weights) for one in told], dtype=np.int64)[kind]
    minute = (first + lots.pick_by("hour", keys, rows, kind)) * 60 + lots.below("minute", keys, 60)
    day = level["day"]
    soonest = to_local(level["after"]) + 20 + lots.below("soonest", keys, 90)
    # Who learns of it too late in the day for this channel begins the next day.
    late = (soonest // DAY == day) & (soonest > day * DAY + minute)
    fits = soonest % DAY < last * 60
    minute = where(late & fits, np.maximum(soonest % DAY, first * 60), minute)
    day = where((late & ~fits) | (soonest // DAY > day), soonest // DAY + 1, day)
    return _open_day(world, channel, trade, day) * DAY + minute


def _open_day(world: World, channel: Ints, trade: Marks, day: Ints) -> Ints:
    staff = roster()
    for code, team in ((PHONE, "phones"), (CHAT, "written"), (STORE, "shops")):
        day = where(channel == code, staff.opening[staff.code(team)].open_day(day), day)
    hours = staff.opening[staff.code("trade")]
    return where(trade & (channel == PHONE), hours.open_day(day), day)


def _team(world: World, keys: Keys, channel: Ints, trade: Marks, local: Ints) -> Ints:
    staff, plant = roster(), world.planted.chatbot
    evening = (local % DAY >= _EVENING) | (weekday(local // DAY) == 6)
    evening &= (channel == CHAT) | world.draws.chance("evening", keys, world.life.evening_mail)
    written = where(evening, staff.code(world.planted.clock.team), staff.code("written"))
    team = where(channel == PHONE, staff.code("phones"), written)
    team = where(channel == SOCIAL, staff.code("social"), team)
    team = where(trade & (channel <= EMAIL), staff.code("trade"), team)
    team = where(channel == STORE, staff.code("shops"), team)
    begun = local // DAY >= day_number(plant.from_)
    closed = begun & (channel == CHAT) & world.draws.chance("assistant closes", keys, plant.closes)
    return where(closed, BOT, team)
