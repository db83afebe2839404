"""What the rules see in one sentence, and what of it is taken back by the words around it."""

from functools import lru_cache
from typing import NamedTuple

from course.language.aimed import aimed_away
from course.language.asking import asking
from course.language.besides import BESIDES
from course.language.moves import MOVES
from course.language.patterns import small
from course.language.rules import Rule
from course.language.scope import Scope, taken_back
from course.language.sieve import Sieve, needs


class Noticed(NamedTuple):
    """One thing that a rule saw: what, why, how surely, where, and what takes it back."""

    move: str
    why: str
    certainty: str
    start: int
    end: int
    back: Scope | None = None
    rule: int = 0
    """Which rule of the move it was."""

    @property
    def mark(self) -> str:
        """How the model is told of it."""
        return f"{self.move}:{self.back or self.certainty}:{self.rule}"


def noticed(sentence: str, terms: tuple[str, ...], jargon: tuple[str, ...]) -> list[Noticed]:
    """All that the rules see, what is taken back included.

    >>> [one.mark for one in noticed("I'm not sorry.", (), ())]
    ['apologise:denied:0']
    """
    found: list[Noticed] = []
    each, sieve = _sifted(tuple(MOVES))
    fits = sieve.fits(small(sentence))
    for at, (move, number, rule) in enumerate(each):
        if not fits >> at & 1:
            continue
        for start, end in rule.spans(sentence, terms, jargon):
            back = taken_back(move, sentence, start, end)
            if move == "insult" and aimed_away(sentence, start, end):
                back = "denied"
            found.append(Noticed(move, rule.why, rule.certainty, start, end, back, number))
            if not back:
                break
    found += (Noticed(*one[:5], rule=one.way) for one in asking(sentence))
    return found


def rules() -> list[tuple[str, int, Rule]]:
    """The rules of the tables as they stand now: what each shows, and which one of it it is."""
    tables = [*((row.name, row.shown_by) for row in MOVES.values()), *BESIDES.items()]
    return [(name, at, rule) for name, each in tables for at, rule in enumerate(each)]


@lru_cache(maxsize=4)
def _sifted(moves: tuple[str, ...]) -> tuple[list[tuple[str, int, Rule]], Sieve]:
    """The rules while the table has these moves, and the sieve for them."""
    found = rules()
    return found, Sieve([needs(rule.pattern) for _, _, rule in found])
