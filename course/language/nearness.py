"""Which of several lines is nearest to what somebody wrote, and the words that the two share.

Words and pieces of words weigh by how few of the lines have them; words that stand in any reply
weigh little. What the reader sees in the text counts beside what each line is known to do. The
order is a help for the eye and nothing more: the writer places the text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from msgspec import Struct

from course.language.reading import Facts, read
from course.language.words import LITTLE, Word, stem, words

LONGEST = 4000
"""Letters of a text that are compared; what follows is left out."""
PIECES = (3, 4, 5)
FAINT = 0.12
"""What a word that stands in any reply weighs, beside one that does not."""
BY_WORDS, BY_PIECES, BY_MOVES = 0.45, 0.45, 0.10
TELLING: Mapping[str, float] = {
    **{"blame": 2.0, "policy_wall": 2.0, "redirect": 1.5, "clarify": 1.5, "offer_solution": 1.5},
    **{"greet": 0.3, "close": 0.5, "inform": 0.5},
}
"""How much a move tells one line from another; 1 where it is not named."""


class Option(Struct, frozen=True, kw_only=True):
    """A line that can be chosen, and what it is known to do."""

    id: str
    text: str
    moves: tuple[str, ...] = ()


class Near(Struct, frozen=True, kw_only=True):
    """How near one option is."""

    id: str
    score: float
    """From 0, nothing in common, to 1."""
    shared: tuple[tuple[int, int], ...]
    """Where words of the text stand in the option's text: from, to; in order, never overlapping.
    Words that stand in any reply are left out."""


def nearest(text: str, options: Sequence[Option], facts: Facts | None = None) -> tuple[Near, ...]:
    """The options, the nearest first; those equally near stay in the order given.

    >>> ask = Option(id="ask", text="Which door did the driver name?", moves=("clarify",))
    >>> sorry = Option(id="sorry", text="I'm sorry, it's gone.", moves=("apologise",))
    >>> near = nearest("What door was it, did the courier say?", [sorry, ask])
    >>> [one.id for one in near], [ask.text[a:b] for a, b in near[0].shared]
    (['ask', 'sorry'], ['door', 'driver'])
    """
    text = text[:LONGEST]
    mine, theirs = words(text), [words(one.text[:LONGEST]) for one in options]
    stems = _weighted([_stems(one) for one in (mine, *theirs)])
    pieces = _weighted([_pieces(one) for one in (mine, *theirs)])
    seen = _seen(text, facts)
    telling = frozenset(stem(one.text) for one in mine if one.text not in LITTLE)
    near = [
        Near(
            id=option.id,
            score=round(
                BY_WORDS * cosine(stems[0], stems[at])
                + BY_PIECES * cosine(pieces[0], pieces[at])
                + BY_MOVES * cosine(seen, _told(option.moves)),
                4,
            ),
            shared=_shared(telling, theirs[at - 1]),
        )
        for at, option in enumerate(options, start=1)
    ]
    return tuple(sorted(near, key=lambda one: -one.score))


def _shared(telling: frozenset[str], option: Iterable[Word]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (one.start, one.end)
        for one in option
        if one.text not in LITTLE and stem(one.text) in telling
    )


def _stems(text: Iterable[Word]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in text:
        key = stem(one.text)
        found[key] = found.get(key, 0.0) + (FAINT if one.text in LITTLE else 1.0)
    return found


def _pieces(text: Iterable[Word]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in text:
        word = f" {one.text} "
        for n in () if one.text in LITTLE else PIECES:
            for at in range(len(word) - n + 1):
                piece = word[at : at + n]
                found[piece] = found.get(piece, 0.0) + 1.0
    return found


def _weighted(counts: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Counts, flattened and weighed by how few of the options have each; the text comes first."""
    spread = Counter(key for one in counts[1:] for key in one)
    return [
        {key: sqrt(n) * log(1 + len(counts) / (0.5 + spread[key])) for key, n in one.items()}
        for one in counts
    ]


def _seen(text: str, facts: Facts | None) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in read(text, facts).findings:
        sure = 1.0 if one.certainty == "found" else 0.5
        found[one.move] = max(found.get(one.move, 0.0), sure * TELLING.get(one.move, 1.0))
    return found


def _told(moves: Iterable[str]) -> dict[str, float]:
    return {one: TELLING.get(one, 1.0) for one in moves}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two weighings of words are: from 0, nothing in common, to 1.

    >>> cosine({"photo": 1.0}, {"photo": 2.0}), cosine({"photo": 1.0}, {"sorry": 1.0})
    (1.0, 0.0)
    """
    both = sum(weight * other[key] for key, weight in one.items() if key in other)
    return both / (_size(one) * _size(other)) if both else 0.0


def unit(one: Mapping[str, float]) -> dict[str, float]:
    """The same weighing at length 1, so that likeness is the sum of the products.

    >>> unit({"photo": 3.0, "label": 4.0})
    {'photo': 0.6, 'label': 0.8}
    """
    size = _size(one)
    return {key: weight / size for key, weight in one.items()}


def _size(one: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in one.values()))
