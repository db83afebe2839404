"""What some buyers say in public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, to_local
from course.company.columns import BLANK, at, ids, numbered, where
from course.company.generator.phrases import lines
from course.company.settings import baseline

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def reviews(world: World, people: Table, bought: Table) -> Table:
    """One row a review. Some name the order; of the others nobody can say whose they are."""
    import numpy as np

    lots, told = world.draws, world.life.reviews
    every = bought["key"].astype(np.uint64)
    there = where(bought["way"] == 0, to_local(bought["ordered"]) // DAY, bought["delivered"])
    posted = there + lots.between("review day", every, told.days)
    writes = lots.chance("review", every, told.of_orders) & (there != BLANK)
    rows = np.flatnonzero(writes & (posted <= world.last_day))
    found, keys = at(bought, rows), every[rows]
    late = found["late"].astype(np.int64)
    stars = 1 + lots.pick_by("stars", keys, [told.stars, told.stars_late], late)
    named = lots.chance("names the order", keys, told.named_order)
    number = people["number"][found["row"]]
    return {
        "review_id": ids("R", number, numbered(found["row"]), 2),
        "posted": posted[rows],
        "stars": stars,
        "order_id": np.where(named, found["order_id"], "").astype(object),
        "text": np.array(
            [
                _text(bool(is_late), rating, lot, code)
                for is_late, rating, lot, code in zip(
                    late.tolist(),
                    stars.tolist(),
                    lots.below("review text", keys, 1 << 16).tolist(),
                    found["product_code"].tolist(),
                    strict=True,
                )
            ],
            dtype=object,
        ),
    }


def _text(late: bool, stars: int, lot: int, product: int) -> str:
    goods = baseline().products[product]
    fitting = lines("reviews.yaml", "late" if late else "others", stars, kind=goods.kind)
    return fitting[lot % len(fitting)].say.replace("{product}", goods.name.lower())
