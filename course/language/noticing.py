"""What the rules see in one sentence, and what of it is taken back by the words around it."""

from collections.abc import Iterator
from typing import NamedTuple

from course.language.asking import asking
from course.language.besides import BESIDES
from course.language.moves import MOVES
from course.language.rules import Rule
from course.language.scope import Scope, taken_back


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
    for move, number, rule in _rules():
        for start, end in rule.spans(sentence, terms, jargon):
            back = taken_back(move, sentence, start, end)
            found.append(Noticed(move, rule.why, rule.certainty, start, end, back, number))
            if not back:
                break
    found += (Noticed(*one[:5], rule=one.way) for one in asking(sentence))
    return found


def _rules() -> Iterator[tuple[str, int, Rule]]:
    for row in MOVES.values():
        yield from ((row.name, number, rule) for number, rule in enumerate(row.shown_by))
    for name, rules in BESIDES.items():
        yield from ((name, number, rule) for number, rule in enumerate(rules))
