"""All rows of some customers, table by table. Nothing but the seed and their numbers matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.generator.club import club_left
from course.company.generator.contacts import chains, copied, recorded
from course.company.generator.customers import customers
from course.company.generator.keeping import keeping
from course.company.generator.messages import messages
from course.company.generator.orders import orders
from course.company.generator.origins import origins
from course.company.generator.outreach import campaigns, outreach
from course.company.generator.phones import phone_hours
from course.company.generator.pilots import pilots
from course.company.generator.reviews import reviews
from course.company.generator.roster import agents, shifts
from course.company.generator.running import running
from course.company.generator.surveys import calls, surveys

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def chunk(world: World, first: int, last: int) -> dict[str, Table]:
    """The tables that grow with the customers, for those numbered ``first`` to ``last``.

    >>> from course.company.generator.world import world
    >>> two, one = chunk(world(), 1, 2), chunk(world(), 2, 2)
    >>> own = [name for name in two["contacts"]["contact_id"] if name.startswith("T000002")]
    >>> own == one["contacts"]["contact_id"].tolist()
    True
    """
    people = customers(world, first, last)
    bought = orders(world, people)
    true = copied(world, chains(world, people, origins(world, people, bought)))
    people["club_left"] = club_left(world, people, true)
    kept = recorded(world, people, bought, true | {"answered": true["first_response"]})
    asked = surveys(world, kept)
    return {
        "customers": people,
        "orders": bought,
        "contacts": kept,
        "messages": messages(world, people, bought, kept),
        "surveys": asked,
        "survey-calls": calls(world, people, asked),
        "reviews": reviews(world, people, bought),
        "outreach": outreach(world, people, bought),
        **keeping(world, people, bought, kept),
    }


def fixed(world: World) -> dict[str, Table]:
    """The tables that are the same at any size."""
    return {
        "agents": agents(),
        "shifts": shifts(world.last_day),
        "campaigns": campaigns(world),
        "phone-hours": phone_hours(world),
        "pilots": pilots(world),
        **running(world),
    }
