"""Who is asked for a rating, who answers, and who is rung because they did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_local, to_utc
from course.company.columns import BLANK, at, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World


def surveys(world: World, contacts: Table) -> Table:
    """One row an invitation; ``row`` is the customer's. Unanswered ones have blank ratings."""
    import numpy as np

    lots, life = world.draws, world.life
    plant, silent = world.planted.small_team, world.planted.silent_middle
    every = contacts["key"].astype(np.uint64)
    special = contacts["team"] == plant.team
    pleased = contacts["felt"] == 5
    share = where(special, where(pleased, plant.asks_pleased, plant.asks_others), life.asked)
    sent = contacts["resolved"] + 60
    asked = contacts["closed"] & (contacts["team"] != "bot") & (contacts["copy"] == 0)
    asked &= (sent < world.end) & lots.chance("asked", every, share)
    rows = np.flatnonzero(asked)
    found, keys = at(contacts, rows), every[rows]
    felt = found["felt"]
    answers = np.array([0, *(silent.answers[rating] for rating in range(1, 6))], dtype=np.int64)
    willing = where(special[rows], plant.answers, answers[felt])
    hours = lots.between("answer hours", keys, life.answer_hours)
    answered = sent[rows] + 5 + hours * 60 + lots.below("answer minute", keys, 60)
    does = lots.chance("answers", keys, willing) & (answered < world.end)
    recommends = does & ~lots.chance("skips recommend", keys, life.skips_recommend)
    likely = lots.pick_by("recommend", keys, _rows(life.recommend), felt)
    return {
        "row": found["row"],
        "key": found["key"],
        "felt": felt,
        "contact_id": found["contact_id"],
        "sent": sent[rows],
        "answered": where(does, answered),
        "satisfaction": where(does, felt),
        "recommend": where(recommends, likely),
        "ease": _ease(world, keys, felt, does, answered),
    }


def _ease(world: World, keys: Keys, felt: Ints, does: Marks, answered: Ints) -> Ints:
    lots, plant = world.draws, world.planted.zeros
    ease = 1 + lots.pick_by("ease", keys, _rows(world.life.ease), felt)
    skipped = lots.chance("skips ease", keys, plant.skips_ease)
    day = to_local(answered) // DAY
    zero = (day >= day_number(plant.from_)) & (day <= day_number(plant.until))
    return where(does, where(skipped, where(zero, 0, BLANK), ease))


def _rows(told: dict[int, tuple[int, ...]]) -> list[tuple[int, ...]]:
    # Ratings begin at 1, positions at 0.
    return [told[1], *(told[rating] for rating in sorted(told))]


def calls(world: World, people: Table, asked: Table) -> Table:
    """One row for each of those who had not answered and were rung about it."""
    import numpy as np

    lots, plant = world.draws, world.planted.silent_middle
    day = to_local(asked["sent"]) // DAY
    inside = (day >= day_number(plant.calls_from)) & (day <= day_number(plant.calls_until))
    # Who asked not to be rung is not rung.
    may = people["needs"][asked["row"]] != "no phone calls please"
    rows = np.flatnonzero(inside & may & (asked["answered"] == BLANK))
    found = at(asked, rows)
    keys = found["key"].astype(np.uint64)
    day = day[rows] + 10 + lots.below("called day", keys, 10)
    called = to_utc(day * DAY + 10 * 60 + lots.below("called at", keys, 9 * 60))
    reached = lots.chance("reached", keys, plant.reached)
    return {
        "contact_id": found["contact_id"],
        "called": called,
        "reached": np.where(reached, "yes", "no").astype(object),
        "satisfaction": where(reached, found["felt"]),
    }
