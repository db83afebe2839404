"""How far two people who marked the same things agree, by count and beyond chance."""

from collections.abc import Mapping
from typing import Any

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


def _whole(pairs: Pairs) -> float:
    whole = sum(pairs.values())
    if not whole:
        raise ValueError("nothing was marked")
    return whole
