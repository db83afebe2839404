"""Ways to keep customers that were tried: what they cost, and who left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def pilots(world: World) -> Table:
    """One row an idea, tried on some customers and, by lot, not on as many others."""
    import numpy as np

    ideas = world.planted.pilots.ideas

    def left(idea: str, people: int, chance: int) -> int:
        keys = np.arange(people, dtype=np.uint64)
        return int(world.draws.chance(f"leaves {idea}", keys, chance).sum())

    numbers = {
        "cost_each": [one.each for one in ideas],
        "cost_once": [one.once for one in ideas],
        "treated": [one.people for one in ideas],
        "treated_left": [left(one.id, one.people, one.leave_with) for one in ideas],
        "control": [one.people for one in ideas],
        "control_left": [left(f"{one.id} not", one.people, one.leave) for one in ideas],
    }
    texts = {"pilot_id": [one.id for one in ideas], "title": [one.title for one in ideas]}
    return {name: np.array(column, dtype=object) for name, column in texts.items()} | {
        name: np.array(column, dtype=np.int64) for name, column in numbers.items()
    }
