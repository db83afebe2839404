"""Two teams that take calls for the company; in one of them short calls win a prize."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import keyed, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def prize_months(world: World) -> Table:
    """One row a team and month, month by month."""
    import numpy as np

    plant, teams = world.planted.prize, world.life.running.helping_teams
    rows = [
        (team, day, *_month(world, 64 * place + code, team, day))
        for place, day in enumerate(_months(plant.from_, plant.until))
        for code, team in enumerate(teams)
    ]
    names = ("team", "month", "calls", "minutes", "rang_again")
    kinds = (object, np.int64, np.int64, np.int64, np.int64)
    columns = zip(names, kinds, zip(*rows, strict=True), strict=True)
    return {name: np.array(column, dtype=kind) for name, kind, column in columns}


def _month(world: World, number: int, team: str, day: int) -> tuple[int, int, int]:
    """How many calls, their mean minutes in hundredths, and after how many somebody rang again."""
    import numpy as np

    lots, life, plant = world.draws, world.life.running, world.planted.prize
    one = np.array([number], dtype=np.uint64)
    count = int(lots.between("calls of the month", one, life.calls_a_month)[0])
    keys = keyed(np.full(count, number, dtype=np.int64) * 4096 + np.arange(count, dtype=np.int64))
    prize = np.full(count, team == plant.team and day >= day_number(plant.starts))
    seconds = lots.between("seconds of a helped call", keys, plant.seconds)
    seconds = where(prize, seconds * plant.shorter // 1000, seconds)
    again = lots.chance("rings again", keys, where(prize, plant.again_with, plant.again))
    return count, int(seconds.sum()) * 100 // 60 // count, int(again.sum())


def _months(first: date, last: date) -> list[int]:
    """The first days of these months."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = [divmod(first.month - 1 + one, 12) for one in range(count)]
    return [day_number(date(first.year + more, month + 1, 1)) for more, month in months]
