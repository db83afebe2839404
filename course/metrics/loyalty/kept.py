"""What customers leave over until the last of them has gone, and what keeping more would bring."""

from __future__ import annotations

from course.metrics.errors import MetricsError


def worth(margin: float, stay: float, discount: float, cost: float = 0.0) -> float:
    """What is left over of one customer who begins, in today's money, until all have gone.

    The sum of the years m, m r/(1+d), m (r/(1+d))^2 and so on (Gupta and Lehmann 2003), with the
    first year in full. It supposes that every year the same share stays. It is arithmetic: nothing
    in it says whether anything makes more customers stay.

    Args:
        margin: Money a customer leaves over in a year.
        stay: Fraction who are still there a year later.
        discount: How much less money counts for each year that it comes later, as a fraction.
        cost: Money that is spent in a year on each customer who is there, to keep them.

    Raises:
        MetricsError: where a number makes no sense.

    >>> round(worth(60, 0.80, 0.10)), round(worth(60, 0.85, 0.10))
    (220, 264)
    """
    if margin <= 0 or cost < 0:
        raise MetricsError("margin is above 0 and cost is 0 or more, both in money a year.")
    if not 0 <= stay < 1:
        raise MetricsError(f"stay is a fraction from 0 to below 1, such as 0.8, not {stay!r}.")
    if not 0 <= discount < 1:
        raise MetricsError(f"discount is a fraction below 1, such as 0.1, not {discount!r}.")
    return (margin - cost) * (1 + discount) / (1 + discount - stay)


def points_to_pay(margin: float, stay: float, discount: float, cost: float) -> float:
    """By how many percentage points more must stay, for what is spent on keeping them to come back.

    Above 100 less those who stay already, it cannot come back.

    >>> round(points_to_pay(60, 0.80, 0.10, 4), 2)
    2.0
    """
    worth(margin, stay, discount, cost)
    return 100 * (1 + discount - stay) * cost / margin
