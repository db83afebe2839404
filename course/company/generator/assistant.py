"""What the chats that the assistant closed looked like from inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.columns import at, chosen, where

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def assistant_chats(world: World, contacts: Table) -> Table:
    """One row a chat that the assistant closed."""
    import numpy as np

    lots, life, plant = world.draws, world.life.keeping, world.planted.asked_for_person
    rows = np.flatnonzero((contacts["team"] == "bot") & (contacts["copy"] == 0))
    found, keys = at(contacts, rows), contacts["key"][rows].astype(np.uint64)
    chance = where(found["solved"], plant.solved, plant.unsolved)
    asked = lots.chance("asks for a person", keys, chance)
    # Who asked for a person is shown no thumbs.
    gives = ~asked & lots.chance("gives a thumb", keys, life.thumbs)
    up = lots.chance("thumb up", keys, life.thumbs_up)
    return {
        "contact_id": found["contact_id"],
        "turns": lots.between("turns of the chat", keys, life.turns) + asked,
        "asked_for_person": chosen(["no", "yes"], asked.astype(np.int64)),
        "thumb": chosen(["", "down", "up"], where(gives, where(up, 2, 1), 0)),
    }
