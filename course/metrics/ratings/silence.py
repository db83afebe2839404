"""What a survey shows when satisfied and other customers do not answer equally often."""

from __future__ import annotations

from dataclasses import dataclass

from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Silence:
    """A survey of so many customers, as it would come out on average.

    Attributes:
        asked: How many were asked.
        satisfied: How many of them are satisfied, whether they say so or not.
        pleased: How many satisfied ones answer.
        others: How many of the others answer.
    """

    asked: int
    satisfied: int
    pleased: float
    others: float

    @property
    def answered(self) -> float:
        """How many answer."""
        return self.pleased + self.others

    @property
    def shown(self) -> float:
        """CSAT of those who answer, in per cent."""
        return 100 * self.pleased / self.answered

    @property
    def true(self) -> float:
        """CSAT of all who were asked, in per cent."""
        return 100 * self.satisfied / self.asked

    @property
    def silent(self) -> float:
        """CSAT of those who do not answer, in per cent."""
        return 100 * (self.satisfied - self.pleased) / (self.asked - self.answered)

    @property
    def limits(self) -> tuple[float, float]:
        """Between what the CSAT of all must lie if nothing is known of the silent, in per cent.

        At the low end none of them is satisfied, at the high end all are (Manski 1989).
        """
        return 100 * self.pleased / self.asked, 100 * (self.asked - self.others) / self.asked


def silence(satisfied: float, pleased_answer: float, others_answer: float, asked: int) -> Silence:
    """What is shown, and what is so.

    Args:
        satisfied: Fraction of the customers who are satisfied.
        pleased_answer: Fraction of the satisfied who answer.
        others_answer: Fraction of the others who answer.
        asked: How many are asked.

    Raises:
        MetricsError: where a fraction does not lie between 0 and 1, or nobody is asked.

    >>> one = silence(0.6, 0.5, 0.2, 1000)
    >>> round(one.answered), round(one.shown, 1), round(one.silent, 1), one.limits
    (380, 78.9, 48.4, (30.0, 92.0))
    """
    for name, value in (("satisfied", satisfied), ("pleased_answer", pleased_answer),
                        ("others_answer", others_answer)):  # fmt: skip
        if not 0 < value < 1:
            raise MetricsError(f"{name} is a fraction between 0 and 1, such as 0.4, not {value!r}.")
    if asked < 1:
        raise MetricsError(f"asked is a number of customers above 0, not {asked!r}.")
    pleased = round(asked * satisfied)
    return Silence(asked, pleased, pleased * pleased_answer, (asked - pleased) * others_answer)
