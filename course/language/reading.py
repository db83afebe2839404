"""Reading a reply: which moves it makes, and the words that show each."""

from collections.abc import Iterator

from msgspec import Struct

from course.language.moves import MOVES
from course.language.rules import Rule, sentences

BESIDES: dict[str, tuple[Rule, ...]] = {
    "vague": (
        Rule(
            pattern=r"\b(?:as soon as (?:possible|we can)|shortly|in due course|at some point|"
            r"should (?:arrive|be)\b[^.;!?]{0,15}\bsoon|someone will|bear with (?:us|me))\b"
            r"[^.;!?]{0,20}",
            why="It gives no time that the customer can hold you to.",
            certainty="maybe",
        ),
    ),
    "jargon": (
        Rule(
            pattern=r"\b(?:JARGON)\b",
            why="The customer may not know this word.",
            certainty="maybe",
        ),
    ),
}
"""What is noticed besides moves."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a reader must know of the case: acknowledging means saying *this* problem back."""

    problem_terms: tuple[str, ...] = ()
    jargon: tuple[str, ...] = ()


class Finding(Struct, frozen=True, kw_only=True):
    """A move, or what is noticed besides, with the words that show it, and why they do."""

    move: str
    quote: str
    why: str
    certainty: str
    """``found``, or ``maybe`` where the words alone cannot decide."""


class Reading(Struct, frozen=True, kw_only=True):
    """All that was noticed in a text, in the order of the text."""

    findings: tuple[Finding, ...]

    def moves(self) -> tuple[str, ...]:
        """The moves that were surely found, each once, in order."""
        found = (one.move for one in self.findings if one.certainty == "found")
        return tuple(dict.fromkeys(found))


def read(text: str, facts: Facts | None = None) -> Reading:
    """Reads a reply by simple rules. Never a mark: a checklist for the writer and the reviewer.

    >>> reading = read("I'm sorry the table wobbles. I'll send a new leg today.",
    ...                Facts(problem_terms=("table", "wobbles")))
    >>> [(one.move, one.quote) for one in reading.findings][:2]
    [('acknowledge', 'the table wobbles'), ('apologise', "I'm sorry")]
    """
    facts = facts or Facts()
    found: list[Finding] = []
    for sentence in sentences(text):
        for name, rule in _rules():
            seen = rule.see(sentence, facts.problem_terms, facts.jargon)
            if seen:
                found.append(Finding(move=name, quote=seen, why=rule.why, certainty=rule.certainty))
    return Reading(findings=tuple(dict.fromkeys(found)))


def meaning(name: str) -> str:
    """What a move does, in words; what is no move is called by its name.

    >>> meaning("set_time"), meaning("vague")
    ('says when', 'vague')
    """
    return MOVES[name].meaning if name in MOVES else name


def noticeable() -> tuple[str, ...]:
    """The names of all that can be noticed in a text: the moves, and what is noticed besides.

    >>> "set_time" in noticeable(), "vague" in noticeable()
    (True, True)
    """
    return (*MOVES, *BESIDES)


def _rules() -> Iterator[tuple[str, Rule]]:
    for row in MOVES.values():
        yield from ((row.name, rule) for rule in row.shown_by)
    for name, rules in BESIDES.items():
        yield from ((name, rule) for rule in rules)
