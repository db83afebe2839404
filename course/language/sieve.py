"""Which of many rules can see anything in a sentence, found in one walk over it.

Most rules see nothing in most sentences, and to try them all takes most of the time of a reading.
What a rule needs stands in `needs.json`, made by ``python -m tests.language.needs``.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from msgspec import json

NEEDS = Path(__file__).with_name("needs.json")
START = 3
"""Letters by which a piece is looked up."""


class Sieve:
    """Lists of pieces of words, ready to be looked for all at once."""

    def __init__(self, lists: Sequence[Iterable[str]]) -> None:
        """For each rule the pieces of which it needs one; none where it is tried always.

        >>> fits = Sieve([["sorry", "regret"], ["call "], []]).fits("i'm sorry.")
        >>> [bool(fits >> at & 1) for at in range(3)]
        [True, False, True]
        """
        always: list[int] = [1 << at for at, pieces in enumerate(lists) if not pieces]
        self._always = sum(always)
        self._short: list[tuple[str, int]] = []
        self._long: dict[str, list[tuple[str, int]]] = {}
        for piece, rules in _by_piece(lists).items():
            if len(piece) < START:
                self._short.append((piece, rules))
            else:
                self._long.setdefault(piece[:START], []).append((piece, rules))

    def fits(self, text: str) -> int:
        """Of which lists a text has a piece: the first is the lowest bit of the number."""
        found = self._always
        for piece, rules in self._short:
            if piece in text:
                found |= rules
        parts = map("".join, zip(text, text[1:], text[2:], strict=False))
        for part in self._long.keys() & parts:
            for piece, rules in self._long[part]:
                if piece in text:
                    found |= rules
        return found


def needs(pattern: str) -> tuple[str, ...]:
    """Pieces of words, in small letters, of which one stands in all that a pattern fits.

    Nothing where the pattern is not in the file.
    """
    known = _file().get(fingerprint(pattern))
    return tuple(known.split("|")) if known else ()


def fingerprint(pattern: str) -> str:
    """By what a pattern is known in the file.

    >>> fingerprint("sorry")
    '78b0e485'
    """
    return f"{crc32(pattern.encode()):08x}"


@cache
def _file() -> dict[str, str]:
    return json.decode(NEEDS.read_bytes(), type=dict[str, str])


def _by_piece(lists: Sequence[Iterable[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, pieces in enumerate(lists):
        for piece in pieces:
            found[piece] = found.get(piece, 0) | 1 << at
    return found
