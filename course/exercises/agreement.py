"""How far two people who marked the same things agree, by count and beyond chance."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from msgspec import Struct

from course.metrics.intervals import normal_quantile

Pairs = Mapping[tuple[Any, Any], float]
"""How often each pair of marks was given, the first person's mark first."""


def observed(pairs: Pairs) -> float:
    """The share of things given the same mark by both, 0 to 1.

    Raises:
        ValueError: where nothing was marked.

    >>> observed({("met", "met"): 6, ("met", "not"): 2, ("not", "not"): 2})
    0.8
    """
    return sum(n for (one, other), n in pairs.items() if one == other) / _whole(pairs)


def expected(pairs: Pairs) -> float:
    """The share of equal marks that chance would bring, from how often each person gave each.

    Raises:
        ValueError: where nothing was marked.

    >>> expected({("met", "met"): 6, ("met", "not"): 2, ("not", "not"): 2})
    0.56
    """
    whole = _whole(pairs)
    marks = {mark for pair in pairs for mark in pair}
    return sum(
        sum(n for (one, _), n in pairs.items() if one == mark)
        * sum(n for (_, other), n in pairs.items() if other == mark)
        for mark in marks
    ) / (whole * whole)


def kappa(pairs: Pairs) -> float:
    """Cohen's kappa: 1 for full agreement, 0 for no more than chance, below 0 for less.

    Raises:
        ValueError: where nothing was marked, or chance alone would have both agree throughout.

    >>> round(kappa({("met", "met"): 6, ("met", "not"): 2, ("not", "not"): 2}), 4)
    0.5455
    """
    chance = expected(pairs)
    if chance >= 1:
        raise ValueError("both gave the same mark to everything, so kappa is not defined")
    return (observed(pairs) - chance) / (1 - chance)


def kappa_with_interval(
    pairs: Pairs, confidence: float = 0.95
) -> tuple[float, float, float] | None:
    """Cohen's kappa and the limits of its interval; None where kappa is not defined.

    The interval is the normal one with the large-sample variance of J. L. Fleiss, J. Cohen and
    B. S. Everitt, 'Large sample standard errors of kappa and weighted kappa', Psychological
    Bulletin 72:5 (1969), clipped to what kappa can be. With few things marked it is too narrow,
    and where both agree throughout it has no width.

    Raises:
        ValueError: where nothing was marked.

    >>> pairs = {("met", "met"): 20, ("met", "not"): 5, ("not", "met"): 10, ("not", "not"): 15}
    >>> [round(one, 3) for one in kappa_with_interval(pairs)]
    [0.4, 0.151, 0.649]
    """
    n, chance = _whole(pairs), expected(pairs)
    if chance >= 1:
        return None
    value = kappa(pairs)
    first: dict[Any, float] = defaultdict(float)
    second: dict[Any, float] = defaultdict(float)
    for (one, other), many in pairs.items():
        first[one] += many / n
        second[other] += many / n
    off = 1 - value
    same = sum(
        many / n * (1 - (first[one] + second[one]) * off) ** 2
        for (one, other), many in pairs.items()
        if one == other
    )
    different = off**2 * sum(
        many / n * (second[one] + first[other]) ** 2
        for (one, other), many in pairs.items()
        if one != other
    )
    variance = (same + different - (value - chance * off) ** 2) / ((1 - chance) ** 2 * n)
    half = normal_quantile(confidence) * sqrt(max(0.0, variance))
    return value, max(-1.0, value - half), min(1.0, value + half)


class Agreement(Struct, frozen=True, kw_only=True):
    """What comes of laying a trainee's marks beside the course's."""

    marks: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """A row for each mark of the trainee, a column for each of the course."""
    agreed: int
    of: int
    chance: float
    """The share of equal marks that chance would bring, 0 to 1."""
    kappa: float | None
    """None where both gave one and the same mark to everything."""

    @property
    def sentence(self) -> str:
        """The agreement, what chance would bring, and kappa with what it says."""
        said = f"You and the course gave the same mark to {self.agreed} of {self.of}."
        if self.kappa is None:
            return f"{said} Every mark was the same one, so kappa is not defined."
        return (
            f"{said} Chance alone would bring about {self.chance * self.of:.1f}. Kappa, the "
            f"agreement beyond chance, is {self.kappa:.2f}, where 1 is full agreement and 0 is "
            "no more than luck."
        )


def agreement(marks: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Agreement:
    """How far two people who marked the same things agree.

    Args:
        marks: Every mark there is, in the order to show them.
        pairs: The two marks of each thing, the trainee's first.

    Raises:
        ValueError: where nothing was marked.

    >>> made = agreement(["met", "not"], [("met", "met"), ("met", "not"), ("not", "not")])
    >>> made.counts, made.agreed, round(made.kappa, 2)
    (((1, 1), (0, 1)), 2, 0.4)
    """
    counted: Counter[tuple[str, str]] = Counter(pairs)
    chance = expected(counted)
    return Agreement(
        marks=tuple(marks),
        counts=tuple(tuple(counted[mine, its] for its in marks) for mine in marks),
        agreed=sum(n for (mine, its), n in counted.items() if mine == its),
        of=len(pairs),
        chance=chance,
        kappa=None if chance >= 1 else kappa(counted),
    )


def _whole(pairs: Pairs) -> float:
    whole = sum(pairs.values())
    if not whole:
        raise ValueError("nothing was marked")
    return whole
