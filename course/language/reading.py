"""Reading a reply: which moves it makes, and the words that show each."""

from msgspec import Struct

from course.language.moves import Move
from course.language.rules import RULES, sentences


class Facts(Struct, frozen=True, kw_only=True):
    """What a reader must know of the case: acknowledging means saying *this* problem back."""

    problem_terms: tuple[str, ...] = ()
    jargon: tuple[str, ...] = ()


class Finding(Struct, frozen=True, kw_only=True):
    """A move, the words that show it, and why they do."""

    move: Move | str
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
        for rule in RULES:
            seen = rule.see(sentence, facts.problem_terms, facts.jargon)
            if seen:
                found.append(
                    Finding(move=rule.move, quote=seen, why=rule.why, certainty=rule.certainty)
                )
    return Reading(findings=tuple(dict.fromkeys(found)))
