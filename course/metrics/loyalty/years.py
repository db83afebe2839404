"""What one customer brings in over some years: what is paid, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass

from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Year:
    """One year of an average customer of those who began.

    Attributes:
        paid: Money paid, as if everybody stayed.
        left: What is left of it once costs are paid.
        there: Fraction of those who began who are still there.
        each: What is left, of each who began.
        today: The same in today's money.
    """

    paid: float
    left: float
    there: float
    each: float
    today: float


def years(paid: float, lifespan: int, margin: float, stay: float, discount: float) -> list[Year]:
    """A customer's years one by one; their sums are the lifetime value in four ways.

    The simple value is revenue: what is paid a year, times the years. `left` takes the margin,
    `each` counts those still there, and `today` counts later money for less (Berger and Nasr 1998).
    The first year counts in full.

    Args:
        paid: Money a year.
        lifespan: How many years are counted.
        margin: Fraction of what is paid that is left over.
        stay: Fraction who are still there a year later.
        discount: How much less money counts for each year that it comes later, as a fraction.

    Raises:
        MetricsError: where a number makes no sense.

    >>> [round(year.today, 2) for year in years(147, 3, 0.3, 0.6, 0.1)]
    [44.1, 24.05, 13.12]
    """
    if paid < 0 or lifespan < 1:
        raise MetricsError("paid is 0 or more and lifespan 1 year or more.")
    for name, value in (("margin", margin), ("stay", stay)):
        if not 0 <= value <= 1:
            raise MetricsError(f"{name} is a fraction from 0 to 1, such as 0.4, not {value!r}.")
    if not 0 <= discount < 1:
        raise MetricsError(f"discount is a fraction below 1, such as 0.1, not {discount!r}.")
    return [
        Year(
            paid=paid,
            left=paid * margin,
            there=stay**gone,
            each=paid * margin * stay**gone,
            today=paid * margin * stay**gone / (1 + discount) ** gone,
        )
        for gone in range(lifespan)
    ]
