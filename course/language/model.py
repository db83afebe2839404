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

    square: float
    """How rare it is, squared."""
    weights: tuple[float, ...]
    """For each name the weight, times how rare the feature is."""


@cache
def weights() -> Weights:
    """The reviewed weights."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def shares(sentence: str, terms: Iterable[str], says: str, seen: Iterable[str]) -> dict[str, float]:
    """For each name how likely it is that the sentence does it, from 0 to 1."""
    learnt = weights()
    known = learnt.features
    sums: Iterable[float] = learnt.bias
    for at, group in enumerate(features(sentence, terms, says, seen)):
        # What else was seen counts in full, however rare it is and however much of it there is.
        whole = at == len(SHARES) - 1
        there = [_feature(key) for key in group if key in known]
        if not there:
            continue
        squares, rows = zip(*there, strict=True)
        scale = SHARES[at] / (1.0 if whole else sqrt(sum(squares)) or 1.0)
        added = map(sum, zip(*rows, strict=True))
        sums = [total + scale * more for total, more in zip(sums, added, strict=True)]
    return {
        name: 1 / (1 + exp(-max(-50.0, min(50.0, total))))
        for name, total in zip(learnt.names, sums, strict=True)
    }


@lru_cache(maxsize=50_000)
def _feature(key: str) -> Feature:
    learnt = weights()
    tenths, _, rest = learnt.features[key].partition(";")
    rare = 1.0 if key[0] == "#" and len(key) > 1 else int(tenths) / 10
    row = [0.0] * len(learnt.names)
    for name, weight in _PAIR.findall(rest):
        row[ord(name) - ord("a")] = rare * int(weight) / 10
    return Feature(rare * rare, tuple(row))


_PAIR = re.compile(r"([a-z])(-?\d+)")
