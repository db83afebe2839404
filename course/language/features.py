"""What the model sees in a sentence: its words, pieces of its words, and what the rules saw."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from course.language.words import LITTLE, stem, words

PIECE = 4
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!£$€]+|\.\.+|[^\w\s,.;:'\"()-]")
_DIGITS = re.compile(r"\d")
_POUNDS = re.compile(r"[$€]")


def tokens(sentence: str, terms: Iterable[str] = ()) -> list[str]:
    """The words and telling marks of a sentence, its digits made alike, its case's words as one.

    >>> tokens("I'll refund £45 for the lamp!", ["lamp"])
    ["i'll", 'refund', '£', '00', 'for', 'the', '<term>', '!']
    """
    own = {stem(word) for term in terms for word in term.lower().split() if word not in LITTLE}
    return [
        "<term>" if own and one[0].isalpha() and stem(one) in own else _alike(one)
        for one in _TOKEN.findall(sentence.lower())
    ]


@lru_cache(maxsize=10_000)
def _alike(token: str) -> str:
    return _POUNDS.sub("£", _DIGITS.sub("0", token))


def features(
    sentence: str, terms: Iterable[str], says: str, seen: Iterable[str]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Words and pairs of words; pieces of words; and what else was seen, each once.

    Args:
        sentence: the text of one sentence, as it is read.
        terms: the words of the case.
        says: what the customer said.
        seen: what the rules saw, such as ``own:found``.
    """
    said = tokens(sentence, terms)
    edged = ["^", *said, "$"]
    by_word = dict.fromkeys(said, 1.0)
    by_word |= dict.fromkeys((f"{a} {b}" for a, b in pairwise(edged)), 1.0)
    by_word |= dict.fromkeys(
        (f"{a} {b} {c}" for a, b, c in zip(edged, edged[1:], edged[2:], strict=False)), 1.0
    )
    by_piece = dict.fromkeys((piece for one in said for piece in pieces(one)), 1.0)
    beside = dict.fromkeys((f"#{one}" for one in seen), 1.0)
    shared = _shared(sentence, says)
    if shared:
        beside[f"#shares {min(shared, 4)}"] = 1.0
    if "<term>" in said:
        beside["#term"] = 1.0
    beside[f"#long {min(len(said) // 5, 5)}"] = 1.0
    return by_word, by_piece, beside


@lru_cache(maxsize=10_000)
def pieces(token: str) -> tuple[str, ...]:
    """The pieces of a long word, as the weights name them.

    >>> pieces("tap"), pieces("taps")
    ((), ('=_tap', '=taps', '=aps_'))
    """
    if len(token) <= 3 or not token[0].isalpha():
        return ()
    word = f"_{token}_"
    return tuple(f"={word[at : at + PIECE]}" for at in range(len(word) - PIECE + 1))


def _shared(sentence: str, says: str) -> int:
    """How many words that say something the sentence shares with the customer."""
    if not says:
        return 0
    theirs = _telling(says)
    return sum(
        stem(one) in theirs
        for one in {word.text for word in words(sentence) if word.text not in LITTLE}
    )


@lru_cache(maxsize=64)
def _telling(says: str) -> frozenset[str]:
    return frozenset(stem(one.text) for one in words(says) if one.text not in LITTLE)
