"""Calls that two leads marked, each for themselves, by the same rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import day_number
from course.company.columns import chosen, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World


def call_marks(world: World) -> Table:
    """One row a call and line of the rubric."""
    import numpy as np

    lots, plant = world.draws, world.planted.marked_apart
    lines, first = list(plant.lines.values()), day_number(plant.from_)
    count, size = plant.calls, len(lines)
    call = np.repeat(np.arange(count, dtype=np.int64), size)
    line = np.tile(np.arange(size, dtype=np.int64), count)
    keys = (call * 64 + line).astype(np.uint64)
    days = day_number(plant.until) - first + 1

    def of(numbers: list[int]) -> Ints:
        return np.array(numbers, dtype=np.int64)[line]

    so = lots.chance("so in the call", keys, of([one.so for one in lines]))

    def seen(lead: str, pairs: list[tuple[int, int]]) -> Ints:
        chance = where(so, of([yes for yes, _ in pairs]), of([no for _, no in pairs]))
        return lots.chance(f"seen by the {lead} lead", keys, chance).astype(np.int64)

    return {
        "call": np.array([f"L{one + 1:03d}" for one in call.tolist()], dtype=object),
        "date": first + call * days // count,
        "line": chosen(list(plant.lines), line),
        "first": chosen(["no", "yes"], seen("first", [one.first for one in lines])),
        "second": chosen(["no", "yes"], seen("second", [one.second for one in lines])),
    }
