"""How a contact is handled: who answers and when, whether it is solved, and what it felt like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number, to_local, to_utc
from course.company.columns import BLANK, where
from course.company.generator.arrivals import BOT, CHANNELS
from course.company.generator.roster import roster

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World


def handle(world: World, keys: Keys, came: Table) -> Table:
    """What the desk records about each contact, and two things that it does not know.

    Those are ``solved``, whether the matter is really at an end, and ``felt``, the rating that
    the customer would give if asked and willing.
    """
    import numpy as np

    lots, life, plant = world.draws, world.life, world.planted.chatbot
    channel, team = came["channel"], came["team"]
    bot = team == BOT
    local = to_local(came["opened"])
    knots = [_of(life.waits)[code] for code in range(len(CHANNELS))]
    answered = _after(team, local, where(bot, 0, lots.between_by("wait", keys, knots, channel)))
    work = lots.between_by("work", keys, _of(life.work), channel)
    done = answered + where(bot, lots.between("assistant", keys, life.bot_minutes), work)
    later = lots.chance("later", keys, _by(life.later, channel)) & ~bot
    done = where(
        later, _after(team, done, lots.between("much later", keys, life.later_minutes)), done
    )
    solved = lots.chance("solved", keys, where(bot, plant.solves, _by(life.solves, channel)))
    first_response, resolved = to_utc(answered), to_utc(done)
    stays = lots.chance("never closed", keys, life.never_closed) & ~bot
    closed = ~stays & (resolved < world.end)
    replied = first_response < world.end
    noticed = where(bot, 1000 - plant.marks_solved, life.unsolved_seen)
    unsolved = ~solved & lots.chance("noticed", keys, noticed)
    agent = roster().on_duty(lots, keys, team, answered)
    agent[~replied] = ""
    passed = np.array(list(life.passed_on), dtype=np.int64)
    passed_on = passed[lots.pick("passed on", keys, list(life.passed_on.values()))]
    return {
        "agent_id": agent,
        "first_response": where(replied, first_response),
        "resolved": where(closed, resolved),
        "outcome": where(closed, unsolved.astype(np.int64), BLANK),
        "passed_on": where(bot, 0, passed_on),
        "work": where(bot | ~replied, BLANK, work),
        "solved": solved,
        "closed": closed,
        "felt": _felt(world, keys, came, solved),
    }


def _felt(world: World, keys: Keys, came: Table, solved: Marks) -> Ints:
    import numpy as np

    lots, life, plant = world.draws, world.life, world.planted.mix_shift
    channel = came["channel"]
    second = came["opened"] // 1440 >= day_number(plant.from_)
    share = where(second, _by(plant.pleased_after, channel), _by(plant.pleased_before, channel))
    pleased = lots.chance("pleased", keys, share - where(solved, 0, life.unsolved_costs))
    kinds = (life.displeased, life.pleased)
    ratings = [
        np.array(list(kind), dtype=np.int64)[lots.pick(name, keys, list(kind.values()))]
        for name, kind in zip(("displeased", "delighted"), kinds, strict=True)
    ]
    return where(pleased, ratings[1], ratings[0])


def _after(team: Ints, local: Ints, wait: Ints) -> Ints:
    """The moment after so much of the team's opening time; the assistant never sleeps."""
    found = local + wait
    for code, hours in enumerate(roster().opening):
        rows = team == code
        found[rows] = hours.after(local[rows], wait[rows])
    return found


def _of(told: Mapping[str, Sequence[int]]) -> list[Sequence[int]]:
    return [told[name] for name in CHANNELS]


def _by(told: Mapping[str, int], channel: Ints) -> Ints:
    import numpy as np

    return np.array([told[name] for name in CHANNELS], dtype=np.int64)[channel]
