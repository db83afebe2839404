"""Before asking: how many answers are needed, and what so many can show."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import ceil, sqrt
from numbers import Real
from typing import Any

from course.metrics.arguments import fraction, number, shown, whole_number
from course.metrics.errors import MetricsError
from course.metrics.intervals import normal_quantile
from course.metrics.score import Score
from course.metrics.tabular import Single


@dataclass(frozen=True)
class Sample(Single):
    """How many answers to plan for.

    Attributes:
        n: Answers needed; with two groups, in each of them.
        groups: 1 to know one score so well, 2 to find a change between two.
        aim: What so many answers are for, in words.
        convention: The score that was planned for, and the method.
    """

    n: int
    groups: int
    aim: str
    convention: str

    def rows(self) -> list[dict[str, Any]]:
        """One row."""
        return [asdict(self)]

    def caption(self) -> str:
        """What it is."""
        return f"Answers needed, {self.convention}"

    def asked(self, response: float) -> int:
        """How many people to ask, in each group, if so many per cent answer.

        >>> sample_size(80, margin=3).asked(response=20)
        3415
        """
        per_cent = number(response, "response", "a response rate in per cent, up to 100")
        if per_cent > 100:
            raise MetricsError(f"response is a rate in per cent, up to 100, not {shown(response)}.")
        return ceil(round(100 * self.n / per_cent, 6))

    def __str__(self) -> str:
        """One line for people."""
        each = " in each of two groups" if self.groups == 2 else ""
        return f"{self.n:,} answers{each} {self.aim}"


def sample_size(
    expected: Score | float,
    *,
    margin: float | None = None,
    change: float | None = None,
    power: float = 0.8,
    confidence: float = 0.95,
) -> Sample:
    """How many answers are needed: to know a score to a margin, or to find a change.

    Normal approximations: ``n = (z * spread / margin) ** 2`` for a margin; for a change between
    two groups of ``n`` each that of Fleiss (1981) for rates, and
    ``2 * ((z1 + z2) * spread / change) ** 2`` for other scores. Answers are taken to be
    independent; what is left unanswered comes on top (``Sample.asked``).

    Args:
        expected: The score to expect: one measured before, such as ``nps(last_year)``; or of a rate
            (CSAT, FCR, retention, attainment) a number in per cent.
        margin: Half the width of the interval wanted, in the unit of the score: 3 for 'give or
            take 3 points'.
        change: The change to be found, in the unit of the score; its sign says which way.
        power: How often a change of that size should be found, as a fraction.
        confidence: Confidence of the interval, or of the test, as a fraction.

    Raises:
        MetricsError: If not exactly one of ``margin`` and ``change`` is given, or an argument makes
            no sense.

    >>> print(sample_size(80, margin=3))
    683 answers to know the rate to within 3 points
    >>> print(sample_size(80, change=-5))
    1,094 answers in each of two groups to find a change of -5 points in 80 of 100 tries
    """
    name, value, spread = _expected(expected)
    if (margin is None) == (change is None):
        raise MetricsError("Give a margin to know a score to, or a change to find: one of them.")
    z = normal_quantile(fraction(confidence, "confidence", 0.95))
    if margin is not None:
        margin = number(margin, "margin", "a number above 0, in the unit of the score")
        needed = _square(z * spread / margin)
        aim = f"to know the {name} to within {margin:g} points"
        return Sample(_rounded_up(needed), 1, aim, f"{_text(expected)}, normal approximation")
    moved = _change(expected, value, change)
    power = fraction(power, "power", 0.8)
    if power <= 0.5:
        raise MetricsError(f"power is a fraction above 0.5, such as 0.8, not {power:g}.")
    reach = normal_quantile(2 * power - 1)
    under_none, under_change = _errors(expected, value, spread, moved)
    needed = _square((z * under_none + reach * under_change) / moved)
    aim = f"to find a change of {moved:+g} points in {100 * power:.0f} of 100 tries"
    return Sample(_rounded_up(needed), 2, aim, f"{_text(expected)}, normal approximation")


def power_of(expected: Score | float, *, change: float, n: int, confidence: float = 0.95) -> float:
    """How often ``n`` answers in each of two groups find a change, as a fraction.

    Arguments are those of ``sample_size``; a change found the wrong way round is not counted.

    >>> round(power_of(80, change=-5, n=1094), 3)
    0.8
    """
    from statistics import NormalDist

    _, value, spread = _expected(expected)
    moved = _change(expected, value, change)
    z = normal_quantile(fraction(confidence, "confidence", 0.95))
    under_none, under_change = _errors(expected, value, spread, moved)
    root = sqrt(whole_number(n, "n", least=1, of="answers"))
    if under_change == 0:
        return 1.0
    return NormalDist().cdf((abs(moved) * root - z * under_none) / under_change)


def _expected(expected: Score | float) -> tuple[str, float, float]:
    """The name, value and spread of the score to expect."""
    if isinstance(expected, Score):
        if expected.spread is None:
            raise MetricsError(f"{expected.metric} does not know the spread of a single answer.")
        return expected.metric, expected.value, expected.spread
    words = "a Score, or a rate in per cent between 0 and 100"
    value = number(expected, "expected", words)
    if value >= 100:
        raise MetricsError(f"expected is {words}, not {shown(expected)}.", value=expected)
    if value < 1:
        raise MetricsError(
            f"expected is {words}: is {value:g} meant as {100 * value:g} per cent? Write "
            f"{100 * value:g}.",
            value=expected,
        )
    return "rate", value, sqrt(value * (100 - value))


def _is_rate(expected: Score | float) -> bool:
    return not isinstance(expected, Score) or expected.unit == " %"


def _change(expected: Score | float, value: float, change: float | None) -> float:
    words = "a number other than 0, in the unit of the score"
    wanted: Any = change
    below = isinstance(wanted, Real) and float(wanted) < 0
    size = number(-wanted if below else wanted, "change", words)
    moved = -size if below else size
    if _is_rate(expected) and not 0 <= value + moved <= 100:
        raise MetricsError(
            f"A rate of {value:g} per cent cannot change by {moved:+g} points: give a smaller "
            "change, or its sign.",
            value=change,
        )
    return moved


def _errors(
    expected: Score | float, value: float, spread: float, moved: float
) -> tuple[float, float]:
    """Standard error of a difference for one answer a group: without a change, and with it."""
    if not _is_rate(expected):
        return sqrt(2) * spread, sqrt(2) * spread
    after, middle = value + moved, value + moved / 2
    together = sqrt(2 * middle * (100 - middle))
    return together, sqrt(value * (100 - value) + after * (100 - after))


def _text(expected: Score | float) -> str:
    if isinstance(expected, Score):
        return f"{expected.metric} of {expected.value:.{expected.decimals}f}{expected.unit}"
    return f"a rate of {expected:g} %"


def _square(root: float) -> float:
    return root * root  # unlike a power, this has no error for the very great


def _rounded_up(needed: float) -> int:
    if needed > 1e12:
        raise MetricsError("So small a margin or change needs more people than there are.")
    return max(2, ceil(round(needed, 6)))
