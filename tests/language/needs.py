"""Finds what each rule needs: ``python -m tests.language.needs``, after a pattern was changed.

With ``--all`` the lists of patterns that were not changed are made anew as well. It writes
`needs.json` beside the rules: for each pattern, by its fingerprint, pieces of words of which one
stands in all that the pattern fits. Of all such lists it takes the one whose pieces stand in the
fewest sentences of the training text, so that most patterns need not be tried. A pattern
that has no list is tried on every sentence: a forgotten run makes reading slower and never wrong.
"""

import re._parser as parser  # type: ignore[import-not-found]  # what a pattern is made of
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import json

from course.language import Facts
from course.language.noticing import rules
from course.language.patterns import in_small
from course.language.reading import seen
from course.language.sieve import NEEDS, fingerprint
from course.yaml_text import parse
from tests.language.texts import TRAINING

EVERY = 12
"""Of so many sentences one is looked at."""
MOST = 400
"""Ways in which a stretch of a pattern may be spelt before it is left alone."""
SHORTEST = 4
"""Letters to which a piece is cut where the shorter one stands in no more sentences."""
DIGITS = frozenset("0123456789")
Pieces = frozenset[str]
Items = Sequence[tuple[Any, Any]]


def main(arguments: Sequence[str]) -> int:
    """Writes the file and prints what was gained."""
    kept = {} if "--all" in arguments else json.decode(NEEDS.read_bytes(), type=dict[str, str])
    found: dict[str, str] = {}
    for name, at, rule in rules():
        key = fingerprint(rule.pattern)
        if key in kept:
            found[key] = kept[key]
            continue
        pieces = shortened(needed(parser.parse(in_small(rule.pattern))) or frozenset())
        if not pieces or "TERM" in rule.pattern or "JARGON" in rule.pattern:
            print(f"{name} {at}: tried on every sentence")
            continue
        found[key] = "|".join(sorted(pieces))
        print(f"{name} {at}: {len(pieces)} pieces, in {_spread(pieces)} of {len(_sentences())}")
    NEEDS.write_bytes(json.format(json.encode(dict(sorted(found.items())))) + b"\n")
    return 0


def needed(items: Items) -> Pieces | None:
    """Of the lists of which each match has a piece, the rarest; None where there is none.

    >>> sorted(needed(parser.parse("(?:I'm )?(?:very |so )?sorry|apolog(?:y|ies)")))
    ['apologies', 'apology', 'sorry']
    """
    lists: list[Pieces | None] = []
    for at, (what, inside) in enumerate(items):
        spelt = _spelt(items[at:])
        lists.append(spelt if "" not in spelt else None)
        match str(what):
            case "SUBPATTERN":
                lists.append(needed(inside[3]))
            case "MAX_REPEAT" | "MIN_REPEAT" if inside[0]:
                lists.append(needed(inside[2]))
            case "BRANCH":
                each = [needed(one) for one in inside[1]]
                lists.append(None if None in each else frozenset().union(*filter(None, each)))
    there = [_bare(one) for one in lists if one]
    return min(there, key=lambda one: (_spread(one), len(one)), default=None)


def shortened(pieces: Pieces) -> Pieces:
    """The same with shorter pieces, where these stand in no more sentences."""
    whole = frozenset[int]().union(*map(_where, pieces))
    for long in sorted(pieces, key=len, reverse=True):
        cuts = (cut for n in range(SHORTEST, len(long)) for cut in (long[:n], long[-n:]))
        short = next((cut for cut in cuts if _where(cut) <= whole), None)
        if short and long in pieces:
            pieces = _bare((pieces - {long}) | {short})
    return pieces


def _spelt(items: Items) -> Pieces:
    """With which letters a stretch begins, as far as they can be told."""
    found: Pieces = frozenset({""})
    for item in items:
        more = _one(item)
        if more is None or len(found) * len(more) > MOST:
            return found
        found = frozenset(a + b for a, b in product(found, more))
    return found


def _one(item: tuple[Any, Any]) -> Pieces | None:
    """All ways to spell one part of a pattern; None where they cannot be told."""
    what, inside = item
    match str(what):
        case "LITERAL":
            return frozenset({chr(inside)})
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset({""})
        case "IN":
            return _class(inside)
        case "SUBPATTERN":
            return _whole(inside[3])
        case "MAX_REPEAT" if inside[:2] == (0, 1):
            some = _whole(inside[2])
            return None if some is None else some | {""}
        case "MAX_REPEAT" if inside[0]:
            # Only the beginning is told, and what follows it is not: so nothing after it is read.
            return None
        case "BRANCH":
            each = [_whole(one) for one in inside[1]]
            return None if None in each else frozenset().union(*filter(None, each))
    return None


def _whole(items: Items) -> Pieces | None:
    found: Pieces = frozenset({""})
    for item in items:
        more = _one(item)
        if more is None or len(found) * len(more) > MOST:
            return None
        found = frozenset(a + b for a, b in product(found, more))
    return found


def _class(inside: Items) -> Pieces | None:
    if all(str(what) == "LITERAL" for what, _ in inside):
        return frozenset(chr(one) for _, one in inside)
    return DIGITS if [str(one) for _, one in inside] == ["CATEGORY_DIGIT"] else None


def _bare(pieces: Iterable[str]) -> Pieces:
    """Without those that have another in them."""
    kept: list[str] = []
    for one in sorted(set(pieces), key=len):
        if not any(short in one for short in kept):
            kept.append(one)
    return frozenset(kept)


def _spread(pieces: Iterable[str]) -> int:
    return len(frozenset[int]().union(*map(_where, pieces)))


@cache
def _where(piece: str) -> frozenset[int]:
    return frozenset(at for at, one in enumerate(_sentences()) if piece in one)


@cache
def _sentences() -> tuple[str, ...]:
    """Some sentences of the training text, as the rules meet them."""
    said = (one["text"] for path in TRAINING.glob("*.yaml") for one in _said(path))
    each = {part.text.lower() for text in said for part in seen(text, Facts()).sentences()}
    return tuple(sorted(each)[::EVERY])


def _said(path: Path) -> list[dict[str, str]]:
    utterances: list[dict[str, str]] = parse(path.read_text(encoding="utf-8"))[0]["utterances"]
    return utterances


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
