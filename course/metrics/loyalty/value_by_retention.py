"""What a customer brings in, worked out from how many stay."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from course.metrics.arguments import fraction, number, shown, whole_number
from course.metrics.errors import MetricsError
from course.metrics.score import Score
from course.metrics.tabular import Single


@dataclass(frozen=True)
class ValueByRetention(Single):
    """Customer lifetime value by retention.

    Attributes:
        value: Money a customer, in the unit of ``margin``.
        low, high: Its ends if retention is at the ends of its interval; ``None`` where retention
            came as a bare number.
        lifespan: Periods a customer stays on average, ``1 / churn``, the first included.
        retention: Customers kept from one period to the next, in per cent.
        convention: What was assumed.
    """

    value: float
    low: float | None
    high: float | None
    lifespan: float
    retention: float
    convention: str

    def rows(self) -> list[dict[str, Any]]:
        """One row."""
        return [asdict(self)]

    def caption(self) -> str:
        """What it is, and what was assumed."""
        return f"Customer lifetime value by retention, {self.convention}"

    def __str__(self) -> str:
        """One line for people."""
        ends = "" if self.low is None else f" ({self.low:,.2f} to {self.high:,.2f})"
        return (
            f"CLTV {self.value:,.2f} a customer{ends}; {self.retention:.1f} % stay from one period "
            f"to the next, {self.lifespan:,.1f} periods on average; {self.convention}"
        )


def cltv_by_retention(
    margin: float,
    retention: Score | float,
    *,
    discount: float = 0.0,
    periods: int | None = None,
    acquisition: float = 0.0,
) -> ValueByRetention:
    """Customer lifetime value where the same share of customers stays every period.

    A customer brings in ``margin`` now and in every later period in which they are still there:
    the sum of ``margin * (retention / (1 + discount)) ** t`` over ``t = 0, 1, 2, ...``, which is
    ``margin * (1 + discount) / (1 + discount - retention)`` without an end (Gupta and Lehmann
    2003, with the first payment at once). Real customers who have stayed long leave less often,
    so the constant rate is pessimistic about old customers (Fader and Hardie 2010).

    Args:
        margin: Money a customer brings in, in a period, after its costs.
        retention: A ``Score`` from ``retention`` over one period, or its value in per cent.
        discount: Interest of a period, as a fraction.
        periods: Count so many periods only; by default there is no end.
        acquisition: What it costs to win a customer, taken off.

    Raises:
        MetricsError: If an argument makes no sense, or everybody stays and nothing ends the sum.

    >>> cltv_by_retention(100, 80, discount=0.1).value
    366.6666666666667
    >>> print(cltv_by_retention(100, 80))
    CLTV 500.00 a customer; 80.0 % stay from one period to the next, 5.0 periods on average; \
first payment at once, undiscounted, cost of winning a customer not taken off
    """
    margin = number(margin, "margin", "an amount of money above 0")
    discount = fraction(discount, "discount", 0.1, zero=True)
    cost = number(acquisition, "acquisition", "an amount of money of at least 0", least=True)
    if periods is not None:
        periods = whole_number(periods, "periods", least=1)
    kept = retention.value if isinstance(retention, Score) else _rate(retention)

    def worth(per_cent: float) -> float:
        step = per_cent / 100 / (1 + discount)
        if step >= 1:
            if periods is None:
                raise MetricsError(
                    "If everybody stays and later money counts in full, there is no end to the "
                    "sum: give periods, or a discount.",
                    value=per_cent,
                )
            return margin * periods - cost
        if periods is None:
            return margin / (1 - step) - cost
        return margin * (1 - step**periods) / (1 - step) - cost

    low = high = None
    if isinstance(retention, Score):
        # Everybody may stay at the upper end, and then there is no sum.
        endless = retention.high >= 100 and not discount and periods is None
        low, high = worth(retention.low), float("inf") if endless else worth(retention.high)
    parts = [
        "first payment at once",
        f"discounted at {discount:.1%} a period" if discount else "undiscounted",
        *([f"{periods:,} periods"] if periods is not None else []),
        f"less {cost:,.2f} for winning a customer"
        if cost
        else "cost of winning a customer not taken off",
    ]
    lost = 100 - kept
    return ValueByRetention(
        value=worth(kept),
        low=low,
        high=high,
        lifespan=100 / lost if lost else float("inf"),
        retention=kept,
        convention=", ".join(parts),
    )


def _rate(retention: Any) -> float:
    words = "a Score, or a rate in per cent from 0 to 100"
    value = number(retention, "retention", words, least=True)
    if value > 100:
        raise MetricsError(f"retention is {words}, not {shown(retention)}.", value=retention)
    if 0 < value <= 1:
        raise MetricsError(
            f"retention is {words}: is {value:g} meant as {100 * value:g} per cent? Write "
            f"{100 * value:g}.",
            value=retention,
        )
    return value
