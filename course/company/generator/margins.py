"""Customers who came within the records: how they came, and what their orders leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.columns import at, chosen, length, numbered, where
from course.company.generator.orders import WAYS

if TYPE_CHECKING:
    from course.company.columns import Ints, Table
    from course.company.generator.world import World


def newcomers(world: World, people: Table) -> Table:
    """One row a customer whose first purchase lies within the records."""
    import numpy as np

    rows = np.flatnonzero(people["joined"] >= world.first_day)
    return {
        "customer_id": people["customer_id"][rows],
        "first_bought": people["joined"][rows],
        "came_by": chosen(list(world.life.keeping.came_by), _came_by(world, people)[rows]),
    }


def order_margins(world: World, people: Table, bought: Table) -> Table:
    """One row an order of theirs: the discount, and what is left of the money."""
    import numpy as np

    lots, life, plant = world.draws, world.life.keeping, world.planted.offer_customers
    new = people["joined"] >= world.first_day
    offer = _came_by(world, people) == list(life.came_by).index("offer")
    number = numbered(bought["row"])
    rows = np.flatnonzero(new[bought["row"]])
    found, keys = at(bought, rows), bought["key"][rows].astype(np.uint64)
    if not length(found):
        return {name: bought["amount"][:0] for name in ("order_id", "discount", "margin")}
    by_offer = offer[found["row"]]
    often = where(by_offer, plant.later_often, 90)
    later = where(lots.chance("discount", keys, often), where(by_offer, plant.later, 100), 0)
    share = where(by_offer & (number[rows] == 1), plant.first, later)
    discount = found["amount"] * share // 1000
    carriage = np.array([life.carriage[way] for way in WAYS], dtype=np.int64)[found["way"]]
    return {
        "order_id": found["order_id"],
        "discount": discount,
        "margin": found["amount"] * life.margin // 1000 - discount - carriage,
    }


def _came_by(world: World, people: Table) -> Ints:
    import numpy as np

    keys = people["number"].astype(np.uint64)
    return world.draws.pick("came by", keys, list(world.life.keeping.came_by.values()))
