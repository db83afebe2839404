"""Who buys at Marlow & Finch: one row a customer, from the customer's number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.columns import BLANK, chosen, ids, where
from course.company.settings import parsed

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks, Table
    from course.company.generator.world import World


def customers(world: World, first: int, last: int) -> Table:
    """The customers numbered ``first`` to ``last``; days and blanks are still whole numbers.

    >>> from course.company.generator.world import world
    >>> three, one = customers(world(), 1, 3), customers(world(), 3, 3)
    >>> three["name"][2] == one["name"][0]
    True
    """
    import numpy as np

    number = np.arange(first, last + 1, dtype=np.int64)
    keys = number.astype(np.uint64)
    life, lots = world.life, world.draws
    names = parsed("people.yaml")
    given = chosen(names["first"], lots.below("first name", keys, len(names["first"])))
    family = chosen(names["family"], lots.below("family name", keys, len(names["family"])))
    trade = lots.chance("trade", keys, life.trade)
    joined = _joined(world, keys)
    consent, consent_end = _consent(world, keys, joined)
    club, club_end = _club(world, keys, joined, trade)
    return {
        "number": number,
        "customer_id": ids("C", number),
        "name": given + " " + family,
        "segment": chosen(["home", "trade"], trade.astype(np.int64)),
        "age": chosen(list(life.ages), lots.pick("age", keys, list(life.ages.values()))),
        "region": chosen(
            list(life.regions), lots.pick("region", keys, list(life.regions.values()))
        ),
        "needs": chosen(list(life.needs), lots.pick("needs", keys, list(life.needs.values()))),
        "joined": joined,
        "consent_from": consent,
        "consent_until": consent_end,
        "club_joined": club,
        "club_left": club_end,
    }


def _joined(world: World, keys: Keys) -> Ints:
    before = world.first_day - world.draws.between(
        "joined before", keys, world.life.joined_days_before
    )
    days = world.last_day - world.first_day + 1
    since = world.first_day + world.draws.below("joined", keys, days)
    return where(world.draws.chance("here before", keys, world.life.here_before), before, since)


def _consent(world: World, keys: Keys, joined: Ints) -> tuple[Ints, Ints]:
    lots, life = world.draws, world.life
    gives = lots.chance("consent", keys, life.consent)
    ends = joined + lots.between("consent ends", keys, life.consent_days)
    ended = gives & lots.chance("takes consent back", keys, life.consent_ends)
    return where(gives, joined), where(ended & (ends <= world.last_day), ends)


def _club(world: World, keys: Keys, joined: Ints, trade: Marks) -> tuple[Ints, Ints]:
    lots, life = world.draws, world.life
    begins = joined + lots.between("club", keys, life.club_days_after_joining)
    ends = begins + lots.between("club lasts", keys, life.club_lasts)
    member = lots.chance("member", keys, life.club) & (begins <= world.last_day) & ~trade
    return where(member, begins), where(member & (ends <= world.last_day), ends, BLANK)
