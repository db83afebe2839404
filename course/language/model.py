"""A linear model of what plain words do: sums of weights, and the curve that makes shares of them.

The weights stand in `weights.json`, one feature a line, and are made from the utterances in this
room by ``python -m tests.language.train``. What the model knows is how lines like these were
labelled by whoever wrote them; it never reads more than one sentence, and it never marks.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from course.language.features import features

WEIGHTS = Path(__file__).with_name("weights.json")
SHARES = (1.0, 0.7, 0.8)
"""How much words, pieces of words, and what else was seen, weigh beside each other."""


class Limits(Struct, frozen=True):
    """From which share on something is said."""

    found: float
    """Right nine times in ten, where it was measured; 1 where that is never so."""
    ruled: dict[str, float]
    """The same where this rule, by its mark, saw it as well."""
    maybe: float
    """Worth asking about; 1 where it never is."""


class Weights(Struct, frozen=True):
    """All that was learnt."""

    names: tuple[str, ...]
    bias: tuple[float, ...]
    limits: dict[str, Limits]
    features: dict[str, str]
    """For each feature how rare it is, and its weight for each name that it speaks for or against:
    ``64;b3d-12`` has 6.4, 0.3 for the second name and -1.2 for the fourth."""


class Feature(NamedTuple):
    """One feature, ready to be added up."""

    rare: float
    weights: tuple[tuple[int, float], ...]


@cache
def weights() -> Weights:
    """The reviewed weights."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def shares(
    sentence: str, terms: Iterable[str], says: str, seen: Iterable[str], learnt: Weights
) -> dict[str, float]:
    """For each name how likely it is that the sentence does it, from 0 to 1."""
    sums = list(learnt.bias)
    for group, share in zip(features(sentence, terms, says, seen), SHARES, strict=True):
        there = [_ready(row) for key in group if (row := learnt.features.get(key))]
        # What else was seen counts in full, however rare it is and however much of it there is.
        whole = share == SHARES[-1]
        size = 1.0 if whole else sqrt(sum(one.rare * one.rare for one in there))
        for one in there:
            scale = share if whole else share * one.rare / size
            for name, weight in one.weights:
                sums[name] += scale * weight
    return {
        name: 1 / (1 + exp(-max(-50.0, min(50.0, total))))
        for name, total in zip(learnt.names, sums, strict=True)
    }


@lru_cache(maxsize=20_000)
def _ready(row: str) -> Feature:
    rare, _, rest = row.partition(";")
    pairs = ((ord(name) - ord("a"), int(tenths) / 10) for name, tenths in _PAIR.findall(rest))
    return Feature(int(rare) / 10, tuple(pairs))


_PAIR = re.compile(r"([a-z])(-?\d+)")
