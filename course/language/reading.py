"""Reading a reply: which moves it makes, and the words that show each."""

from collections.abc import Iterator

from msgspec import Struct

from course.language.asking import asking
from course.language.besides import BESIDES
from course.language.moves import MOVES
from course.language.noise import noise
from course.language.quoted import copied, quoted
from course.language.rules import Rule
from course.language.salad import salad
from course.language.scope import taken_back
from course.language.sight import Sight, sight
from course.language.spelling import mended
from course.language.tongue import foreign
from course.language.words import plain

ELSEWHERE = ("leading_question", "stacked_questions", "other_language", "word_salad")
"""What is noticed by no rule of a table."""
LONGEST = 4000
"""Letters that are read. A reply is shorter; what comes after them is left unread."""


class Facts(Struct, frozen=True, kw_only=True):
    """What a reader must know of the case: acknowledging means saying *this* problem back."""

    problem_terms: tuple[str, ...] = ()
    jargon: tuple[str, ...] = ()
    says: str = ""
    """What the customer said: words copied from it are not the writer's own."""


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
    unread: int = 0
    """Letters after the first `LONGEST`, which were not read."""

    def moves(self) -> tuple[str, ...]:
        """The moves that were surely found, each once, in order."""
        found = (one.move for one in self.findings if one.certainty == "found")
        return tuple(dict.fromkeys(one for one in found if one in MOVES))


def read(text: str, facts: Facts | None = None) -> Reading:
    """Reads a reply. Never a mark: a checklist for the writer and the reviewer.

    >>> reading = read("I'm sorry the table wobbles. I'll send a new leg today.",
    ...                Facts(problem_terms=("table", "wobbles")))
    >>> [(one.move, one.quote) for one in reading.findings][:2]
    [('acknowledge', 'the table wobbles'), ('apologise', "I'm sorry")]
    """
    facts = facts or Facts()
    found: list[Finding] = []
    for sentence in seen(text, facts).sentences():
        found += _noticed(sentence, facts)
    return Reading(findings=tuple(dict.fromkeys(found)), unread=max(0, len(text) - LONGEST))


def seen(text: str, facts: Facts) -> Sight:
    """What of a text is read: the writer's own words, mended where they are mistyped."""
    all_of_it = sight(plain(text[:LONGEST]))
    words = all_of_it.read_as(noise(all_of_it.text))
    own = words.read_as(quoted(words.text))
    own = own.read_as(copied(own.text, facts.says))
    return own.read_as(mended(own.text, facts.problem_terms))


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
    return (*MOVES, *BESIDES, *ELSEWHERE)


def _noticed(sentence: Sight, facts: Facts) -> Iterator[Finding]:
    text = sentence.text
    language = foreign(text)
    if language:
        yield Finding(
            move="other_language",
            quote=sentence.quote(0, len(text)),
            why=f"This looks like {language}. Only English is read here.",
            certainty="maybe",
        )
        return
    if salad(text, facts.problem_terms):
        yield Finding(
            move="word_salad",
            quote=sentence.quote(0, len(text)),
            why="These are words and no sentence, so nothing was read in them.",
            certainty="maybe",
        )
        return
    for move, why, certainty, start, end in (*_by_rule(text, facts), *asking(text)):
        quote = sentence.quote(start, end)
        if quote:
            yield Finding(move=move, quote=quote, why=why, certainty=certainty)


def _by_rule(text: str, facts: Facts) -> Iterator[tuple[str, str, str, int, int]]:
    for move, rule in _rules():
        for start, end in rule.spans(text, facts.problem_terms, facts.jargon):
            if not taken_back(move, text, start, end):
                yield move, rule.why, rule.certainty, start, end
                break


def _rules() -> Iterator[tuple[str, Rule]]:
    for row in MOVES.values():
        yield from ((row.name, rule) for rule in row.shown_by)
    for name, rules in BESIDES.items():
        yield from ((name, rule) for rule in rules)
