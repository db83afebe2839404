"""Reading a reply: which moves it makes, and the words that show each."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from course.language.asking import at_once
from course.language.besides import BESIDES
from course.language.model import weights
from course.language.moves import MOVES
from course.language.noise import noise
from course.language.quoted import copied, quoted
from course.language.salad import salad
from course.language.sight import Sight, sight
from course.language.spelling import mended
from course.language.tongue import foreign, strange
from course.language.weighing import weighed
from course.language.words import plain

ELSEWHERE = ("leading_question", "stacked_questions", "other_language", "word_salad")
"""What is noticed by no rule of a table."""
LONGEST = 4000
"""Letters that are read. A reply is shorter; what comes after them is left unread."""


IN_A_ROW = 3
"""Questions, each a sentence of its own, that are many at once."""
MOST = 120
"""Sentences that are read: in so many letters nobody writes more of them."""


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
    """Letters after the first `LONGEST`, or after `MOST` sentences, which were not read."""

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
    sentences = seen(text, facts).sentences()
    found = list(_in_order(sentences[:MOST], facts))
    to = sentences[MOST].starts[0] if len(sentences) > MOST else LONGEST
    return Reading(findings=tuple(dict.fromkeys(_as_a_whole(found))), unread=max(0, len(text) - to))


def seen(text: str, facts: Facts) -> Sight:
    """What of a text is read: the writer's own words, mended where they are mistyped."""
    all_of_it = sight(plain(text[:LONGEST]))
    words = all_of_it.read_as(noise(all_of_it.text))
    own = words.read_as(quoted(words.text))
    own = own.read_as(copied(own.text, facts.says))
    return own.read_as(mended(own.text, facts.problem_terms))


def _in_order(sentences: list[Sight], facts: Facts) -> Iterator[Finding]:
    """What is noticed sentence by sentence, and of questions in a row that they are many."""
    for asks, some in groupby(sentences, lambda one: one.text.endswith("?")):
        row = list(some)
        for one in row:
            yield from _noticed(one, facts)
        if asks and len(row) >= IN_A_ROW:
            whole = row[0].written[row[0].starts[0] : row[-1].ends[-1]]
            yield Finding(
                move="stacked_questions", quote=whole, why=at_once(len(row)), certainty="maybe"
            )


def _as_a_whole(found: list[Finding]) -> list[Finding]:
    """A refusal with an offer beside it is no wall."""
    offered = any(one.move == "offer_solution" and one.certainty == "found" for one in found)
    return [one for one in found if not (offered and one.move == "policy_wall")]


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
        yield _said(
            sentence, "other_language", f"This looks like {language}. Only English is read here."
        )
    elif strange(text, weights().features):
        yield _said(
            sentence, "other_language", "This looks like no English, and only English is read here."
        )
    elif salad(text, facts.problem_terms):
        yield _said(
            sentence, "word_salad", "These are words and no sentence, so nothing was read in them."
        )
    else:
        for one in weighed(text, facts.problem_terms, facts.jargon, facts.says):
            quote = sentence.quote(one.start, one.end)
            if quote.strip():
                yield Finding(move=one.move, quote=quote, why=one.why, certainty=one.certainty)


def _said(sentence: Sight, name: str, why: str) -> Finding:
    whole = sentence.quote(0, len(sentence.text))
    return Finding(move=name, quote=whole, why=why, certainty="maybe")
