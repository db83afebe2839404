"""What customers buy, and how it reaches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_number, to_utc
from course.company.columns import BLANK, chosen, ids, keyed, length, numbered, where

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table, Texts
    from course.company.generator.world import World

_SLOTS = 10
_TAKEN, _PARCEL, _LARGE = 0, 1, 2
WAYS = ("taken", "parcel", "large")
"""How goods reach the customer, by code."""


def orders(world: World, people: Table) -> Table:
    """All orders of some customers within the records, in order of customer and time.

    Beside the columns of the table there are ``row`` (the customer's row in ``people``),
    ``key``, ``way`` (see `WAYS`), ``product_code``, ``late`` and ``warned``.
    """
    row, slot, day = _bought(world, people)
    lots, life = world.draws, world.life
    number = people["number"][row]
    keys = keyed(number, slot)
    code = lots.pick("product", keys, [one.weight for one in life.products])
    ordered = to_utc(day * DAY + 8 * 60 + lots.below("ordered at", keys, 12 * 60))
    online = lots.chance("online", keys, life.orders.online)
    shops = list(life.orders.shops)
    shop = chosen(shops, lots.pick("shop", keys, list(life.orders.shops.values())))
    shop[online] = "online"
    way = _way(world, code, online)
    changed = _changed(world, people["region"][row], day, way)
    pieces = lots.pick("quantity", keys, list(life.orders.quantity.values()))
    table = {
        "row": row,
        "key": keys.astype("int64"),
        "order_id": ids("P", number, numbered(row), 2),
        "customer_id": people["customer_id"][row],
        "ordered": ordered,
        "shop": shop,
        "product": chosen([one.name for one in life.products], code),
        "product_code": code,
        "quantity": _as_ints(list(life.orders.quantity))[pieces],
        "way": way,
        "courier": _courier(world, way, changed),
    }
    table["amount"] = _as_ints([one.price for one in life.products])[code] * table["quantity"]
    return table | _delivery(world, keys, way, changed, day)


def _bought(world: World, people: Table) -> tuple[Ints, Ints, Ints]:
    """Rows of customers, slots of orders and days, of all orders that fall into the records."""
    import numpy as np

    told, lots = world.life.orders, world.draws
    count = length(people)
    number = np.repeat(people["number"], _SLOTS)
    slots = np.tile(np.arange(_SLOTS, dtype=np.int64), count)
    keys = keyed(number, slots)
    gaps = lots.between("gap", keys, told.gap_days).reshape(count, _SLOTS)
    # Who was here before buys again at some time; who comes now comes by buying.
    here = people["joined"] < world.first_day
    first = lots.between("first order", people["number"].astype(np.uint64), told.first_days)
    gaps[:, 0] = where(here, world.first_day + first, people["joined"])
    days = np.cumsum(gaps, axis=1, dtype=np.int64)
    wanted = lots.pick("orders", people["number"].astype(np.uint64), list(told.how_many.values()))
    inside = np.arange(_SLOTS) < _as_ints(list(told.how_many))[wanted][:, None]
    inside &= days <= world.last_day
    months = np.array(told.months, dtype=np.int64)
    month = days.astype("M8[D]").astype("M8[M]").astype(np.int64) % 12
    season = lots.chance("season", keys, months[month].ravel()).reshape(count, _SLOTS)
    season[:, 0] |= ~here
    row, slot = np.nonzero(inside & season)
    return row.astype(np.int64), slot.astype(np.int64), days[row, slot]


def _way(world: World, code: Ints, online: Marks) -> Ints:
    large = _as_ints([int(one.travels == "large") for one in world.life.products])[code] == 1
    return where(large, _LARGE, where(online, _PARCEL, _TAKEN))


def _changed(world: World, region: Ints, day: Ints, way: Ints) -> Marks:
    """Parcels of the region whose courier was changed, from the day of the change on."""
    plant = world.planted.courier
    there: Marks = (region == plant.region) & (day >= day_number(plant.from_)) & (way == _PARCEL)
    return there


def _courier(world: World, way: Ints, changed: Marks) -> Texts:
    by = world.life.orders.couriers
    names = chosen(["", by["parcel"], by["large"]], way)
    names[changed] = world.planted.courier.after
    return names


def _delivery(world: World, keys: Keys, way: Ints, changed: Marks, day: Ints) -> Table:
    """The day promised, the day of arrival, whether late, and whether warned of it."""
    lots, told, plant = world.draws, world.life.orders, world.planted
    sent = way != _TAKEN
    large = (way == _LARGE).astype("int64")
    knots = [told.promised_days["parcel"], told.promised_days["large"]]
    promised = day + lots.between_by("promised", keys, knots, large)
    share = where(way == _LARGE, told.late["large"], told.late["parcel"])
    share = where(changed, plant.courier.late_after, share)
    late = sent & lots.chance("late", keys, share)
    early = promised - lots.below("early", keys, 2)
    came = where(late, promised + lots.between("late by", keys, told.late_days), early)
    there = sent & ~lots.chance("lost", keys, told.lost) & (came <= world.last_day)
    warned = late & (promised - 1 >= day_number(plant.warning.from_))
    warned &= lots.chance("warned", keys, plant.warning.warned)
    return {
        "promised": where(sent, promised),
        "delivered": where(there, came, BLANK),
        "late": late,
        "warned": warned & (promised - 1 <= world.last_day) & (promised - 1 > day),
    }


def _as_ints(numbers: list[int]) -> Ints:
    import numpy as np

    return np.array(numbers, dtype=np.int64)
