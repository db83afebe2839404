"""What a card costs that gives something free after so many that were paid for."""

from __future__ import annotations

from dataclasses import dataclass

from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Card:
    """One month of a hundred card holders, on average.

    Attributes:
        drinks: Drinks they have in all.
        free: How many of these are free.
        before: What was left over of their drinks without a card, in money.
        now: What is left over with it.
    """

    drinks: float
    free: float
    before: float
    now: float

    @property
    def gain(self) -> float:
        """What the card brings, in money; below 0 where it costs."""
        return self.now - self.before


HOLDERS = 100


def card(
    usual: float, more: float, paid_for_one: int, filled: float, price: float, cost: float
) -> Card:
    """What is left over with a card and without.

    Args:
        usual: Drinks a holder has in a month without any card.
        more: Drinks a month that come on top because of the card.
        paid_for_one: After how many paid drinks one is free.
        filled: Fraction of stamps that are on a card which is filled and handed in.
        price: Price of a drink.
        cost: What a drink costs the house, paid for or free.

    Raises:
        MetricsError: where a number makes no sense.

    >>> one = card(10, 1, 10, 0.8, 3.0, 0.6)
    >>> round(one.free), round(one.gain)
    (80, 0)
    """
    if min(usual, more, price, cost) < 0 or paid_for_one < 1:
        raise MetricsError("Numbers of drinks and money are 0 or more, and one is free after 1.")
    if not 0 <= filled <= 1:
        raise MetricsError(f"filled is a fraction from 0 to 1, such as 0.7, not {filled!r}.")
    drinks = HOLDERS * (usual + more)
    # Of drinks on a filled card, one in paid_for_one + 1 is free.
    free = drinks * filled / (paid_for_one + 1)
    return Card(
        drinks=drinks,
        free=free,
        before=HOLDERS * usual * (price - cost),
        now=drinks * (price - cost) - free * price,
    )


def breaks_even(usual: float, paid_for_one: int, filled: float, price: float, cost: float) -> float:
    """How many drinks a month must come on top for the card to cost nothing.

    Infinite where each further drink brings less than it gives away.

    >>> round(breaks_even(10, 10, 0.8, 3.0, 0.6), 2)
    1.0
    """
    given = filled * price / (paid_for_one + 1)
    left = price - cost
    return usual * given / (left - given) if left > given else float("inf")
